package reader

import (
	"strings"
	"time"

	"dossier/briefings"
	"dossier/ui/theme"
)

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
	case q.Due != "":
		return questionAge(v, q)
	}
	return string(q.Status)
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
		return "due " + dueDay(q.Due, v.today)
	}
	if q.Created.IsZero() || q.Proposed {
		return ""
	}
	return age(q.Created, v.today, "new") // "today" would read as due today
}

// dueDay writes a due date for a narrow column: a day of this year without it.
func dueDay(due, today string) string {
	day, err := time.Parse(time.DateOnly, due)
	switch {
	case err != nil:
		return shownDate(due)
	case due[:4] == today[:4]:
		return day.Format("2 Jan")
	}
	return day.Format("2 Jan 2006")
}

// questionDetail says first how sure the answer is, and what it is: that is what the
// rows of the pane do not show, and what must not be cut.
func questionDetail(q *briefings.Question) []string {
	var out []string
	if a := q.Current(); a != nil {
		if judged := judgedIn(a); judged != "" {
			out = append(out, judged)
		}
		out = append(out, "Answer: "+a.Text)
	}
	out = append(out, strings.TrimSuffix(string(q.Status)+" · "+kindNames(q), " · "))
	if q.Due != "" {
		out = append(out, "Due: "+shownDate(q.Due))
	}
	if n := q.Linked(); n > 0 {
		out = append(out, plural(n, "piece of evidence", "pieces of evidence"))
	}
	if a := q.Current(); a != nil && a.Basis != "" {
		out = append(out, "Basis: "+a.Basis)
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

// judgedIn says in few cells how likely and how sure an answer is; the two are parted, as
// ICD 203 asks.
func judgedIn(a *briefings.Answer) string {
	var words []string
	if a.Likelihood != "" {
		words = append(words, a.Likelihood)
	}
	if a.Confidence != "" {
		words = append(words, a.Confidence+" confidence")
	}
	return strings.Join(words, " · ")
}

func kindNames(q *briefings.Question) string {
	kinds := make([]string, len(q.Kinds))
	for i, k := range q.Kinds {
		kinds[i] = string(k)
	}
	return strings.Join(kinds, " · ")
}
