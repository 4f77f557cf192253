package page

import (
	"slices"
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
	case Possible, Relocated:
		return p.theme.Possible
	case Added:
		return p.theme.Done
	case Removed:
		return p.theme.Held
	case Reworded:
		return p.theme.Open
	}
	return p.theme.Accent
}

// oneSided says without colour that a word is of one text only.
const oneSided = theme.Underlined

// changeSign is the sign in the margin of what is not as it is in another text.
func (p *Page) changeSign(r Role) string {
	switch r {
	case Added:
		return "+"
	case Removed:
		return "-"
	case Relocated:
		return p.theme.Glyphs.Here
	}
	return "~"
}

// attrSGR holds the parameters of attrs in the order of their bits.
var attrSGR = [...]theme.Style{"1", "3", "9", "4"}

// paint is what decides how a glyph looks, and how it looks then.
type paint struct {
	face    face
	attrs   attrs
	marks   uint16 // a bit for each role
	hit     hitState
	decided bool
	style   theme.Style
}

type hitState uint8

const (
	noHit hitState = iota
	aHit
	theHit
)

// styleOf returns the style of a glyph with what lies on it. Neighbours mostly
// look alike, so the last one is remembered.
func (d *drawer) styleOf(g *glyph) theme.Style {
	now := paint{face: g.face, attrs: g.attrs, decided: true}
	if g.point != decor {
		now.marks = d.rolesOn(int(g.point))
		now.hit = d.page.hitOn(int(g.point))
	}
	if m := d.memo; m.decided && m.face == now.face && m.attrs == now.attrs && m.marks == now.marks && m.hit == now.hit {
		return m.style
	}
	now.style = d.mix(now)
	d.memo = now
	return now.style
}

// rolesOn returns the roles of the marks that lie on a code point, as bits.
func (d *drawer) rolesOn(point int) (roles uint16) {
	for i := range d.marks {
		if m := &d.marks[i]; m.Start <= point && point < m.End {
			roles |= 1 << m.Role
		}
	}
	return roles
}

func (d *drawer) mix(p paint) theme.Style {
	t := d.page.theme
	s := d.page.faceStyle(p.face)
	on := func(r Role) bool { return p.marks&(1<<r) != 0 }
	if on(Possible) && p.face == faceText {
		s = t.Possible
	}
	for _, r := range []Role{Added, Removed} {
		if on(r) {
			s = d.page.roleStyle(r).On(oneSided)
		}
	}
	for bit, sgr := range attrSGR {
		if p.attrs&(1<<bit) != 0 {
			s = s.On(sgr)
		}
	}
	switch {
	case p.hit == theHit:
		return t.HitCurrent
	case p.hit == aHit:
		return s.On(t.Hit)
	case on(Selection):
		return s.On(t.Selection)
	case on(Passage):
		return s.On(t.Passage)
	case on(Highlight):
		return s.On(t.Highlight)
	case on(Sentence):
		return s.On(t.Sentence)
	}
	return s
}

// hitOn says whether a hit lies on a code point, and whether it is the current
// one.
func (p *Page) hitOn(point int) hitState {
	switch i := p.hitAt(point); {
	case i < 0:
		return noHit
	case i == p.hit:
		return theHit
	}
	return aHit
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
	from, to := int(l.from), int(l.to)
	out := p.marks.touching(nil, from, to)
	for _, m := range p.pointers {
		if m.Start < to && m.End > from {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Mark) int { return int(b.Role) - int(a.Role) })
	return out
}

// raisedSign is the sign in the margin where a record begins.
func (p *Page) raisedSign(r Role) string {
	if r == Limit {
		return p.theme.Glyphs.Withheld
	}
	return p.theme.Glyphs.Open
}

// margin writes the gutter: the bar of the strongest mark on the line, or the
// sign of a question or a limit that begins on it.
func (d *drawer) margin(l *line) {
	sign, style := " ", theme.Style("")
	for _, m := range d.marks {
		first := m.Start >= int(l.from)
		switch m.Role {
		case Passage, Note:
			sign, style = d.page.theme.Glyphs.Bar, d.page.roleStyle(m.Role)
		case Highlight:
			sign, style = d.page.theme.Glyphs.Broken, d.page.roleStyle(m.Role)
		case Question, Limit:
			if first {
				sign, style = d.page.raisedSign(m.Role), d.page.roleStyle(m.Role)
			}
		case Added, Removed, Reworded, Relocated:
			sign, style = d.page.changeSign(m.Role), d.page.roleStyle(m.Role)
		}
	}
	d.gutter(sign, style)
}

// shaded says whether a passage goes on below the line, so that its background
// runs to the edge. An underline does not: it is one of words.
func (d *drawer) shaded(l *line) bool {
	if d.page.theme.Passage == theme.Underlined {
		return false
	}
	ofSource := func(g glyph) bool { return g.point != decor }
	return slices.ContainsFunc(l.glyphs, ofSource) && slices.ContainsFunc(d.marks, func(m Mark) bool {
		return m.Role == Passage && int(l.to) < m.End
	})
}
