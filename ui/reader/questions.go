package reader

import (
	"strconv"
	"strings"

	"dossier/briefings"
	"dossier/ui/theme"
)

// questionsPane shows what is open, what was proposed, and what was answered.
func questionsPane() *pane {
	return &pane{id: "questions", title: "Questions", hints: []action{"go", "answer", "accept", "reject", "edit", "note", "next-pane", "help", "palette"},
		build: questions, kind: briefings.KindQuestion, noun: "questions", lead: "why here", show: showing(questionItem),
		list: list{empty: "No open questions were found. Q raises one on the sentence you are at."}}
}

// openQuestions counts the questions that wait for an answer, proposals too.
func openQuestions(b *holding) int {
	n := 0
	for i := range b.Questions {
		if q := &b.Questions[i]; q.Live() && !q.Status.Closed() {
			n++
		}
	}
	return n
}

func questions(v *view) content {
	groups := []struct {
		title string
		style theme.Style
		holds func(q *briefings.Question) bool
	}{
		{"open", v.theme.Open, func(q *briefings.Question) bool { return !q.Proposed && !q.Status.Closed() }},
		{"proposed from the text", v.theme.Dim, func(q *briefings.Question) bool { return q.Proposed && !q.Status.Closed() }},
		{"closed", v.theme.Done, func(q *briefings.Question) bool { return q.Status.Closed() }},
	}
	c := content{of: v.b}
	for _, g := range groups {
		begun := false
		for i, card := range v.b.of(briefings.KindQuestion) {
			q := &v.b.Questions[card.also]
			if !q.Live() || !g.holds(q) {
				continue
			}
			if !begun {
				c.head(item{text: g.title, role: g.style})
				begun = true
			}
			c.add(i, questionItem(v, q))
			for _, it := range evidenceItems(v, q) {
				c.add(i, it)
			}
		}
	}
	c.count = strconv.Itoa(v.open) + " open"
	if n := offers(v.b); n > 0 {
		c.count += ", " + plural(n, "passage", "passages") + " offered"
	}
	addExpectations(v, &c)
	return c
}

func questionItem(v *view, q *briefings.Question) item {
	it := item{text: q.Text, anchor: firstAnchor(&q.Head), record: q, dim: q.Proposed || q.Status.Closed()}
	it.glyph, it.role = questionGlyph(v.theme, q)
	it.right = questionAge(v, q)
	it.facets = facets(string(q.Status), kindNames(q), string(q.Priority), strings.Join(q.Tags, " "))
	it.detail = func() []string { return questionDetail(q) }
	return it
}

func questionGlyph(t *theme.Theme, q *briefings.Question) (string, theme.Style) {
	switch q.Status {
	case briefings.Working:
		return t.Glyphs.Working, t.Open
	case briefings.Answered, briefings.Unanswerable, briefings.Withdrawn:
		return t.Glyphs.Answered, t.Done
	}
	return t.Glyphs.Open, t.Open
}

// questionStanding says how it is with a question that needs no look today.
func questionStanding(v *view, q *briefings.Question) string {
	switch {
	case q.Status.Closed():
		return string(q.Status)
	case q.Proposed:
		return "proposed"
	}
	return questionAge(v, q)
}

// questionAge says how long the question has been open, or when it is due.
func questionAge(v *view, q *briefings.Question) string {
	if q.Status.Closed() {
		return ""
	}
	if q.Due != "" {
		if q.Due < v.today {
			return "overdue"
		}
		return "due " + q.Due
	}
	if q.Created.IsZero() || q.Proposed {
		return ""
	}
	return age(q.Created, v.today)
}

func questionDetail(q *briefings.Question) []string {
	var out []string
	out = append(out, strings.TrimSuffix(string(q.Status)+" · "+kindNames(q), " · "))
	if a := q.Current(); a != nil {
		out = append(out, "Answer: "+a.Text)
		out = append(out, a.Judgement()...)
	}
	if n := q.Linked(); n > 0 {
		out = append(out, plural(n, "piece of evidence", "pieces of evidence"))
	}
	if q.Why != "" {
		out = append(out, "Why: "+q.Why)
	}
	if q.Owner != "" {
		out = append(out, "Owner: "+q.Owner)
	}
	for _, i := range q.Indicators {
		out = append(out, strings.TrimRight("Watch for: "+i.Text+" "+string(i.State)+" "+i.Checked, " "))
	}
	if q.Done != "" {
		out = append(out, "Answered when: "+q.Done)
	}
	return append(out, quoteLine(&q.Head))
}

func kindNames(q *briefings.Question) string {
	kinds := make([]string, len(q.Kinds))
	for i, k := range q.Kinds {
		kinds[i] = string(k)
	}
	return strings.Join(kinds, " · ")
}
