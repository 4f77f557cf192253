package reader

import (
	"cmp"
	"strings"

	"dossier/briefings"
	"dossier/ui/theme"
)

// outlinePane shows the sections: which were read, where one is, and what was
// found in each.
func outlinePane() *pane {
	return &pane{id: "outline", title: "Outline", hints: []action{"go", "fold", "note", "filter", "next-pane", "help", "palette", "export"},
		build: outline, sections: true,
		list: list{parts: shares{right: 40, text: 12}, empty: "No headings were found in this text."}}
}

func outline(v *view) content {
	sections := v.b.Sections
	if len(sections) == 0 {
		return content{}
	}
	base := 6
	for _, s := range sections {
		if s.Level > 0 {
			base = min(base, s.Level)
		}
	}
	c := content{of: v.b, all: make([]row, 0, len(sections)), count: v.sectionOf()}
	hidden := 0 // sections deeper than this are folded away, 0 for none
	for i := range sections {
		s := &sections[i]
		if hidden > 0 && s.Level > hidden {
			continue
		}
		if hidden = 0; v.folded[s.Handle] {
			hidden = s.Level
		}
		c.all = append(c.all, row{made: -1, card: -1, number: int32(i)})
	}
	begun := v.begun()
	label := func(section int32) string {
		found := v.found[section].label(v.theme)
		if begun[section] {
			found = strings.TrimSpace(v.theme.Glyphs.Working + " " + found)
		}
		return found
	}
	c.edges = func(r *row) (lead, right string) { return "", label(r.number) }
	c.draw = func(r *row, _ briefings.Record) item {
		s := &sections[r.number]
		title := cmp.Or(s.Title, "(opening)")
		if v.folded[s.Handle] && s.Level > 0 {
			title += " " + v.theme.Glyphs.Ellipsis
		}
		return item{section: int(r.number), heads: s.Handle, text: title, indent: 2 * max(min(s.Level-base, 3), 0), right: label(r.number),
			anchor: &briefings.Anchor{Section: s.Handle, DocStart: s.Start, DocEnd: s.Start}}
	}
	c.look = func(it *item) (string, theme.Style, bool) {
		glyph, role := outlineGlyph(v, it.section)
		return glyph, role, v.read[sections[it.section].Handle] && it.section != v.here
	}
	return c
}

func outlineGlyph(v *view, i int) (string, theme.Style) {
	g := v.theme.Glyphs
	switch {
	case i == v.here:
		return g.Here, v.theme.Accent
	case v.changed[v.b.Sections[i].Handle]:
		return g.Changed, v.theme.Open
	case v.read[v.b.Sections[i].Handle]:
		return g.Read, v.theme.Dim
	}
	return g.Unread, v.theme.Faint
}
