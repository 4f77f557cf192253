package reader

import (
	"cmp"
	"strconv"
	"strings"

	"dossier/briefings"
	"dossier/ui/theme"
)

// outlinePane shows the sections: which were read, where one is, and what was
// found in each.
func outlinePane() *pane {
	return &pane{id: "outline", title: "Outline", hints: []action{"go", "fold", "note", "filter", "next-pane", "help", "palette", "export"},
		build: outline,
		list:  list{empty: "No headings were found in this text."}}
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
	c := content{of: v.b, all: make([]row, 0, len(sections)), count: outlineCount(v)}
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
	c.edges = func(r *row) (lead, right string) { return "", v.found[r.number].label(v.theme) }
	c.draw = func(r *row, _ briefings.Record) item {
		s := &sections[r.number]
		title := cmp.Or(s.Title, "(opening)")
		if v.folded[s.Handle] && s.Level > 0 {
			title += " " + v.theme.Glyphs.Ellipsis
		}
		return item{section: int(r.number), text: title, indent: 2 * max(min(s.Level-base, 3), 0), right: v.found[r.number].label(v.theme),
			anchor: &briefings.Anchor{Section: s.Handle, DocStart: s.Start, DocEnd: s.Start}}
	}
	c.look = func(it *item) (string, theme.Style, bool) {
		glyph, role := outlineGlyph(v, it.section)
		return glyph, role, v.read[sections[it.section].Handle] && it.section != v.here
	}
	return c
}

// outlineCount says which section of how many the eye is in.
func outlineCount(v *view) string {
	return strconv.Itoa(v.here+1) + "/" + strconv.Itoa(len(v.b.Sections))
}

// fold hides what stands below the section under the outline's cursor, or
// shows it again. It says whether there is anything to fold.
func (d *document) fold(hide bool) bool {
	p := d.pane("outline")
	it := p.current()
	if it == nil || it.anchor == nil || !parent(d.briefing.Sections, it.section) {
		return false
	}
	d.view.folded[it.anchor.Section] = hide
	p.load(d.view)
	return true
}

// parent says whether other sections stand below a section.
func parent(sections []briefings.Section, i int) bool {
	level := sections[i].Level
	return level > 0 && i+1 < len(sections) && sections[i+1].Level > level
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

// sectionCounts says how many open questions a section holds, and how many limits
// of the two signs that the head of their pane counts.
type sectionCounts struct{ withheld, possible, questions int }

func countSections(b *holding) []sectionCounts {
	out := make([]sectionCounts, len(b.Sections))
	count := func(c *card, add func(*sectionCounts)) {
		if i := briefings.SectionAt(b.Sections, int(c.start)); c.is(live|placed) && i >= 0 {
			add(&out[i])
		}
	}
	for _, c := range b.of(briefings.KindLimit) {
		count(c, func(s *sectionCounts) {
			switch transfers[c.group] {
			case briefings.Withheld:
				s.withheld++
			case briefings.Possible:
				s.possible++
			}
		})
	}
	for _, c := range b.of(briefings.KindQuestion) {
		if !b.Questions[c.also].Status.Closed() {
			count(c, func(s *sectionCounts) { s.questions++ })
		}
	}
	return out
}

func (c sectionCounts) label(t *theme.Theme) string {
	var parts []string
	if c.withheld > 0 {
		parts = append(parts, t.Glyphs.Withheld+strconv.Itoa(c.withheld))
	}
	if c.possible > 0 {
		parts = append(parts, t.Glyphs.Possible+strconv.Itoa(c.possible))
	}
	if c.questions > 0 {
		parts = append(parts, t.Glyphs.Open+strconv.Itoa(c.questions))
	}
	return strings.Join(parts, " ")
}
