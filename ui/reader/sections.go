package reader

import (
	"strconv"
	"strings"

	"dossier/briefings"
	"dossier/ui/theme"
)

// What is known of the sections of a text: where the eye is, what was found in each,
// and what is folded away.

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

// fold hides what stands below the section under a pane's cursor, or shows it again.
// It says whether there is anything to fold.
func (d *document) fold(p *pane, hide bool) bool {
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

// sectionOf says which section of how many the eye is in; above the first, how many
// there are.
func (v *view) sectionOf() string {
	if v.here < 0 {
		return plural(len(v.b.Sections), "section", "sections")
	}
	return "section " + strconv.Itoa(v.here+1) + " of " + strconv.Itoa(len(v.b.Sections))
}

// begun says in which sections something was left unfinished.
func (v *view) begun() map[int32]bool {
	begun := map[int32]bool{}
	for i := range v.drafts {
		if a := v.drafts[i].Anchor; a != nil && a.Placed() {
			begun[int32(briefings.SectionAt(v.b.Sections, a.DocStart))] = true
		}
	}
	return begun
}
