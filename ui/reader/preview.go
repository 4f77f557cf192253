package reader

import (
	"cmp"
	"strconv"
	"strings"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

const (
	// previewLabel is the column of what the last rows of a preview are about.
	previewLabel = 11
	// previewIs is how many rows at least say what a briefing is, with a blank below.
	previewIs = 4
	// previewParted is from how many cells on what a briefing is stands beside what
	// it holds.
	previewParted = 100
)

// preview says more about the briefing under the cursor: in few rows what it is,
// in more what it holds.
func (s *shelf) preview(t *theme.Theme, w, h int) []string {
	b := s.current()
	switch {
	case b == nil:
		return fit(t, nil, w, h)
	case h < previewLeast:
		return fit(t, shortPreview(t, b, w), w, h)
	case w < previewParted:
		holds := s.glance.holds(t, b, w, h-previewIs)
		is := s.glance.is(t, b, w, h-len(holds)-1)
		if len(holds) > 0 {
			is = append(is, t.NewRow(w, "").String())
		}
		return fit(t, append(is, holds...), w, h)
	}
	left := w / 2
	is, holds := fit(t, s.glance.is(t, b, left, h), left, h), fit(t, s.glance.holds(t, b, w-left, h), w-left, h)
	for i := range is {
		is[i] += holds[i]
	}
	return is
}

// is says in at most h rows what a briefing is: where it comes from, how it stands
// with it, and how it begins.
func (g *glance) is(t *theme.Theme, b *briefings.Summary, w, h int) []string {
	rows := paragraph(t, t.Heading, span{}, b.Title, w, 2)
	for _, facts := range previewFacts(b) {
		rows = append(rows, paragraph(t, t.Dim, span{}, facts, w, 2)...)
	}
	for _, said := range g.opening {
		if room := h - len(rows) - 1; room > 0 {
			rows = append(rows, t.NewRow(w, "").String())
			rows = append(rows, paragraph(t, t.Text, span{}, said, w, room)...)
		}
	}
	return rows
}

// shortPreview is what there is room for in two rows.
func shortPreview(t *theme.Theme, b *briefings.Summary, w int) []string {
	title := t.NewRow(w, "").Skip(2).Add(t.Heading, clean.Of(b.Title)).AddRight(t.Dim, clean.Of(tlpLabel(b.TLP)+" "))
	facts := []string{plural(b.Words, "word", "words"), plural(b.Questions, "open question", "open questions")}
	facts = append(facts, changedFacts(b)...)
	return []string{title.String(), t.NewRow(w, "").Skip(2).Add(t.Dim, clean.Of(strings.Join(facts, " · "))).String()}
}

// changedFacts are when a briefing is due, when it was changed, and its tags: these
// come last, so that they cut nothing else off however many there are.
func changedFacts(b *briefings.Summary) (facts []string) {
	if b.Due != "" {
		facts = append(facts, "next due "+b.Due)
	}
	if !b.Modified.IsZero() {
		facts = append(facts, "changed "+b.Modified.Format("2006-01-02"))
	}
	if len(b.Tags) > 0 {
		facts = append(facts, strings.Join(b.Tags, ", "))
	}
	return facts
}

// previewFacts say in two rows where a briefing comes from, and how it is with it.
func previewFacts(b *briefings.Summary) [2]string {
	from := []string{briefings.DatedAs(b.Date, b.Reference), plural(b.Words, "word", "words") + ", " + readingTime(b.Words), tlpLabel(b.TLP)}
	if b.Publisher != "" {
		from = append([]string{b.Publisher}, from...)
	}
	standing := map[string]string{"new": "not read yet", "read": "read", "changed": "changed since you read it"}[readState(b)]
	is := append([]string{cmp.Or(standing, readState(b)+" read")}, changedFacts(b)...)
	return [2]string{strings.Join(from, " · "), strings.Join(is, " · ")}
}

// holds says in at most h rows what a briefing holds: how much of what, and above it as
// much of what is open as there is room for.
func (g *glance) holds(t *theme.Theme, b *briefings.Summary, w, h int) (rows []string) {
	if !g.counted {
		return nil
	}
	counts := g.counts(t, w)
	if b.Questions == 0 {
		return counts
	}
	rows = append(rows, t.NewRow(w, "").Skip(2).Add(t.Open, clean.Of(plural(b.Questions, "open question", "open questions"))).String())
	for _, q := range g.asked {
		if asks := paragraph(t, t.Text, span{t.Glyphs.Open + " ", t.Open}, q, w, 2); len(rows)+len(asks)+1+len(counts) <= h {
			rows = append(rows, asks...)
		}
	}
	return append(append(rows, t.NewRow(w, "").String()), counts...)
}

// counts say how much a briefing holds of what, a kind a row.
func (g *glance) counts(t *theme.Theme, w int) (rows []string) {
	for _, l := range []struct {
		label string
		says  []span
	}{
		{"limits", g.limitSpans(t)},
		{"timeline", g.timelineSpans(t)},
		{"notes", g.noteSpans(t)},
		{"to review", g.reviewSpans(t)},
	} {
		if len(l.says) == 0 {
			continue
		}
		row := t.NewRow(w, "").Skip(2).Add(t.Dim, clean.Of(l.label)).To(2 + previewLabel)
		for _, s := range l.says {
			row.Add(s.style, clean.Of(s.text))
		}
		rows = append(rows, row.String())
	}
	return rows
}

// limitSpans count the limits as their ledger does.
func (g *glance) limitSpans(t *theme.Theme) (says []span) {
	for i, group := range ledger(t) {
		if n := g.limits[i]; n > 0 {
			says = append(says, span{group.glyph + " ", group.role}, span{strconv.Itoa(n) + " " + strings.TrimSuffix(group.title, " in general") + "  ", t.Text})
		}
	}
	return says
}

// timelineSpans say how many entries the timeline has, and from when to when.
func (g *glance) timelineSpans(t *theme.Theme) (says []span) {
	if g.entries == 0 {
		return nil
	}
	says = []span{{plural(g.entries, "entry", "entries") + ", " + g.ends[0], t.Text}}
	if g.ends[1] != g.ends[0] {
		says[0].text += " to " + g.ends[1]
	}
	if g.overdue > 0 {
		says = append(says, span{"   " + t.Glyphs.Overdue, t.Held}, span{" " + strconv.Itoa(g.overdue) + " overdue", t.Text})
	}
	return says
}

func (g *glance) noteSpans(t *theme.Theme) (says []span) {
	if g.notes > 0 {
		says = append(says, span{strconv.Itoa(g.notes), t.Text})
	}
	if g.adrift != "" {
		says = append(says, span{strings.Repeat(" ", btoi(g.notes > 0)*3) + g.adrift, t.Open})
	}
	return says
}

func (g *glance) reviewSpans(t *theme.Theme) []span {
	if g.awaits == 0 {
		return nil
	}
	return []span{{plural(g.awaits, "record", "records"), t.Text}}
}

// paragraph is a text behind a mark, in at most so many rows of w cells; the last
// one is cut where there is more.
func paragraph(t *theme.Theme, style theme.Style, mark span, text string, w, most int) (rows []string) {
	at := 2 + theme.Width(clean.Of(mark.text))
	for i, line := range atMost(wrap(text, w-at-1), most) {
		row := t.NewRow(w, "").Skip(2)
		if i == 0 {
			row.Add(mark.style, clean.Of(mark.text))
		}
		rows = append(rows, row.To(at).AddMax(style, clean.Of(line), w-at-1).String())
	}
	return rows
}
