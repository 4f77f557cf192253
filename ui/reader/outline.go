package reader

import (
	"strconv"

	"dossier/briefings"
	"dossier/ui/theme"
)

// outlinePane shows the sections: which were read, where one is, and what was
// found in each.
func outlinePane() *pane {
	return &pane{id: "outline", title: "Outline", build: outlineItems,
		list: list{empty: "No headings were found in this text."},
		count: func(v *view) string {
			if len(v.b.Sections) == 0 {
				return ""
			}
			return strconv.Itoa(v.here+1) + "/" + strconv.Itoa(len(v.b.Sections))
		}}
}

func outlineItems(v *view) []item {
	base := 6
	for _, s := range v.b.Sections {
		if s.Level > 0 {
			base = min(base, s.Level)
		}
	}
	var out []item
	for i := range v.b.Sections {
		s := &v.b.Sections[i]
		title := s.Title
		if title == "" {
			title = "(opening)"
		}
		glyph, role := outlineGlyph(v, i)
		out = append(out, item{glyph: glyph, role: role, text: title, dim: v.read[s.Handle] && i != v.here,
			indent: 2 * max(min(s.Level-base, 3), 0), right: sectionCounts(v, s),
			anchor: &briefings.Anchor{Section: s.Handle, DocStart: s.Start, DocEnd: s.Start}})
	}
	return out
}

func outlineGlyph(v *view, i int) (string, theme.Style) {
	g := v.theme.Glyphs
	switch {
	case i == v.here:
		return g.Here, v.theme.Accent
	case v.read[v.b.Sections[i].Handle]:
		return g.Read, v.theme.Dim
	}
	return g.Unread, v.theme.Faint
}

// sectionCounts says how many limits and open questions a section holds.
func sectionCounts(v *view, s *briefings.Section) string {
	limits, questions := 0, 0
	for i := range v.b.Limits {
		l := &v.b.Limits[i]
		if l.Live() && within(s, firstAnchor(&l.Head)) {
			limits++
		}
	}
	for i := range v.b.Questions {
		q := &v.b.Questions[i]
		if q.Live() && !q.Status.Closed() && within(s, firstAnchor(&q.Head)) {
			questions++
		}
	}
	out := ""
	if limits > 0 {
		out = v.theme.Glyphs.Withheld + strconv.Itoa(limits)
	}
	if questions > 0 {
		if out != "" {
			out += " "
		}
		out += v.theme.Glyphs.Open + strconv.Itoa(questions)
	}
	return out
}

func within(s *briefings.Section, a *briefings.Anchor) bool {
	return a != nil && a.DocStart >= s.Start && a.DocStart < s.End
}
