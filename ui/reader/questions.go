package reader

import (
	"strconv"

	"dossier/briefings"
	"dossier/ui/theme"
)

// questionsPane shows what is open, what was proposed, and what was answered.
func questionsPane() *pane {
	return &pane{id: "questions", title: "Questions", hints: []action{"go", "answer", "accept", "reject", "edit", "note", "next-pane", "help", "palette"},
		build: questions, kind: briefings.KindQuestion, noun: "questions", lead: "why here",
		list: list{empty: "No open questions were found. Q raises one on the sentence you are at."}}
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
