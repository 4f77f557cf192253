package page

import (
	"sort"

	"dossier/ui/theme"
)

// faceStyle gives a face its colours.
func (p *Page) faceStyle(f face) theme.Style {
	t := p.theme
	switch f {
	case faceBright:
		return t.Bright
	case faceHeading:
		return t.Heading
	case faceDim:
		return t.Dim
	case faceFaint:
		return t.Faint
	case faceLink, faceKeyword:
		return t.Accent
	case faceCode:
		return t.Code
	case faceString:
		return t.Done
	case faceNumber:
		return t.Possible
	case faceNote:
		return t.Note
	case faceQuestion:
		return t.Open
	case faceHeld:
		return t.Held
	}
	return t.Text
}

// roleStyle is the foreground of a role's sign in the margin.
func (p *Page) roleStyle(r Role) theme.Style {
	switch r {
	case Note, Highlight:
		return p.theme.Note
	case Question:
		return p.theme.Open
	case Limit:
		return p.theme.Held
	case Possible:
		return p.theme.Possible
	}
	return p.theme.Accent
}

// attrSGR holds the parameters of attrs in the order of their bits.
var attrSGR = [...]theme.Style{"1", "3", "9", "4"}

func (d *drawer) styleOf(g *glyph) theme.Style {
	s := d.page.faceStyle(g.face)
	for bit, sgr := range attrSGR {
		if g.attrs&(1<<bit) != 0 {
			s = s.On(sgr)
		}
	}
	if g.point == decor {
		return s
	}
	for i := range d.marks {
		m := &d.marks[i]
		if m.Start > int(g.point) || m.End <= int(g.point) {
			continue
		}
		switch m.Role {
		case Passage, Highlight:
			s = s.On(d.page.theme.Passage)
		case Selection:
			s = s.On(d.page.theme.Selection)
		case Possible:
			s = d.page.theme.Possible
		}
	}
	switch hit := d.page.hitAt(int(g.point)); {
	case hit >= 0 && hit == d.page.hit:
		return d.page.theme.HitCurrent
	case hit >= 0:
		return s.On(d.page.theme.Hit)
	}
	return s
}

// hitAt returns the index of the hit that holds a code point, -1 for none.
func (p *Page) hitAt(point int) int {
	i := sort.Search(len(p.hits), func(i int) bool { return p.hits[i].End > point })
	if i < len(p.hits) && p.hits[i].Start <= point {
		return i
	}
	return -1
}

// marksOn returns the marks that touch a line, the strongest last.
func (p *Page) marksOn(l *line) []Mark {
	if l.decor {
		return nil
	}
	var out []Mark
	for _, m := range p.marks {
		if m.Start < int(l.to) && m.End > int(l.from) {
			out = append(out, m)
		}
	}
	return out
}

// margin writes the gutter: the bar of the strongest mark on the line, or the
// sign of a question that is raised on it.
func (d *drawer) margin(l *line) {
	sign, style := " ", theme.Style("")
	for _, m := range d.marks {
		first := m.Start >= int(l.from)
		switch m.Role {
		case Passage, Note, Limit:
			sign, style = d.page.theme.Glyphs.Bar, d.page.roleStyle(m.Role)
		case Question:
			if first {
				sign, style = d.page.theme.Glyphs.Open, d.page.roleStyle(m.Role)
			}
		}
	}
	d.gutter(sign, style)
}

// shaded says whether a passage covers the whole line, so that its background
// runs to the edge.
func (d *drawer) shaded(l *line) bool {
	first, last := -1, -1
	for i := range l.glyphs {
		if p := int(l.glyphs[i].point); p != decor {
			if first < 0 {
				first = p
			}
			last = p
		}
	}
	for _, m := range d.marks {
		if first >= 0 && m.Role == Passage && m.Start <= first && last < m.End {
			return true
		}
	}
	return false
}
