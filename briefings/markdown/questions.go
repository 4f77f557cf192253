package markdown

import (
	"fmt"
	"strings"
	"time"

	"dossier/briefings"
)

func (w *notes) questions() string {
	var open, answered, given, proposed []*briefings.Question
	for i := range w.Questions {
		switch q := &w.Questions[i]; {
		case q.Proposed:
			proposed = append(proposed, q)
		case q.Status == briefings.Answered:
			answered = append(answered, q)
		case q.Status.Closed():
			given = append(given, q)
		default:
			open = append(open, q)
		}
	}
	return w.questionList("Open questions", "", open) +
		w.questionList("Answered questions", "", answered) +
		w.questionList("Questions given up", "", given) +
		w.questionList("Proposed questions", "Found in the text by dossier, not yet reviewed.", proposed)
}

func (w *notes) questionList(title, remark string, questions []*briefings.Question) string {
	if len(questions) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n", title)
	if remark != "" {
		b.WriteString(remark + "\n\n")
	}
	for _, q := range questions {
		b.WriteString(w.question(q))
	}
	return b.String()
}

// question writes one task item with what belongs to it below.
func (w *notes) question(q *briefings.Question) string {
	box := " "
	if q.Status.Closed() {
		box = "x"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "- [%s] %s%s\n\n", box, escapeText(orElse(q.Text, string(q.Handle))), w.blockID(q.Handle))
	for i := range q.Anchors {
		b.WriteString(indent(w.passage(&q.Anchors[i])+"\n", 2))
	}
	if facts := questionFacts(q); facts != "" {
		b.WriteString(indent(facts+"\n\n", 2))
	}
	for i := range q.Answers {
		b.WriteString(indent(w.answer(&q.Answers[i])+"\n", 2))
	}
	for i := range q.Evidence {
		if e := &q.Evidence[i]; !e.Offered && !e.Dismissed {
			b.WriteString(indent(w.evidence(e)+"\n", 2))
		}
	}
	return b.String()
}

// questionFacts writes a question's own fields, a sentence each.
func questionFacts(q *briefings.Question) string {
	var b strings.Builder
	say := func(label, value string) {
		if value = strings.TrimRight(oneLine(value), ". "); value != "" {
			fmt.Fprintf(&b, " %s: %s.", label, escapeText(value))
		}
	}
	if q.Status != briefings.Open && q.Status != briefings.Answered {
		say("Status", string(q.Status))
	}
	if !q.Status.Closed() && (!q.Proposed || q.Priority != briefings.Medium) {
		say("Priority", string(q.Priority)) // nobody chose that of a proposal
	}
	say("Why", q.Why)
	say("Answered when", q.Done)
	if !q.Status.Closed() {
		say("Due", dayWords(q.Due))
		say("Look again", dayWords(q.Review))
	}
	say("Reason", q.Reason)
	say("Owner", q.Owner)
	say("Tried", q.Tried)
	for _, i := range q.Indicators {
		say("Indicator", indicatorLine(&i))
	}
	say("Tags", strings.Join(q.Tags, ", "))
	return strings.TrimSpace(b.String())
}

// indicatorLine says what to watch for, what it would mean, and when it was
// looked for last.
func indicatorLine(i *briefings.Indicator) string {
	line := i.Text
	if i.PointsTo != "" {
		line += ", points to: " + i.PointsTo
	}
	checked := ""
	if i.Checked != "" {
		checked = ", looked for on " + dayWords(i.Checked)
	}
	if seen := strings.TrimPrefix(string(i.State)+checked, ", "); seen != "" {
		line += " (" + seen + ")"
	}
	return line
}

// answer writes an analyst's judgement. Likelihood and confidence never share a
// sentence (ICD 203, D.6.e).
func (w *notes) answer(a *briefings.Answer) string {
	label := "Answer"
	switch a.State {
	case briefings.AnswerProposed:
		label = "Proposed answer"
	case briefings.AnswerSuperseded:
		label = "Earlier answer"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**%s\n\n", label, signature(a.By, a.At))
	b.WriteString(body(a.Text, w.cites))
	var facts []string
	for _, f := range [][2]string{{"Likelihood", w.likelihood(a.Likelihood)}, {"Confidence", a.Confidence}, {"Basis", basis(a)}} {
		if f[1] != "" {
			facts = append(facts, f[0]+": "+escapeText(strings.TrimRight(f[1], "."))+".")
		}
	}
	if len(facts) > 0 {
		b.WriteString("\n" + strings.Join(facts, " ") + "\n")
	}
	return b.String()
}

// likelihood is a term with the percentages that it stands for, for a reader who has not
// the scale at hand; words of no scale stand alone.
func (w *notes) likelihood(term string) string {
	if t, err := briefings.Likelihood(w.Likelihood, term); err == nil {
		return term + " (" + t.Range() + ")"
	}
	return term
}

// basis is what an answer rests on. That it is a judgement, where no evidence is
// linked, nobody has said: the empty place says it.
func basis(a *briefings.Answer) string {
	if a.Basis == "judgement" {
		return ""
	}
	return a.Basis
}

func signature(by string, at briefings.Time) string {
	s := ""
	if by != "" {
		s += ", " + escapeText(by)
	}
	if !at.IsZero() {
		s += ", " + dayWords(at.UTC().Format(time.DateOnly))
	}
	return s
}

// evidence writes a link to a record or a passage, here or elsewhere.
func (w *notes) evidence(e *briefings.Evidence) string {
	here := e.Briefing == "" || e.Briefing == w.ID
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**%s", bearing(e.Bearing), signature(e.By, e.At))
	if name := w.evidenceName(e, here); name != "" {
		b.WriteString(": " + name)
	}
	b.WriteString("\n")
	switch r := w.whole.Record(e.Record); {
	case e.Anchor != nil:
		b.WriteString("\n" + w.quote(e.Anchor, here))
		if remark := w.evidenceRemark(e.Anchor, here); remark != "" {
			b.WriteString("\n" + remark + "\n")
		}
	case here && r != nil && len(r.Common().Anchors) > 0 && !w.cites(e.Record): // a work's entry stands in the list
		b.WriteString("\n" + w.passage(&r.Common().Anchors[0]))
	}
	return b.String()
}

// evidenceRemark says of a passage of this briefing that is evidence what became
// of it.
func (w *notes) evidenceRemark(a *briefings.Anchor, here bool) string {
	if !here {
		return ""
	}
	remark := anchorRemark(a)
	if remark == "" && w.rev != nil && a.Revision > 0 && a.Revision < w.rev.Number && !strings.Contains(w.rev.Text(), a.Exact) {
		lost := *a
		lost.State = briefings.Orphaned
		remark = anchorRemark(&lost)
	}
	return remark
}

// evidenceName says what the evidence is, "" where the quotation below says it all.
func (w *notes) evidenceName(e *briefings.Evidence, here bool) string {
	if !here {
		return w.elsewhere(e)
	}
	switch r := w.whole.Record(e.Record); {
	case w.paths[e.Record] != "":
		return "the section “" + escapeText(w.paths[e.Record]) + "”"
	case r == nil:
		return string(e.Record)
	case w.cites(e.Record):
		return escapeText(r.Line()) + " [@" + string(e.Record) + "]"
	case len(r.Common().Anchors) > 0 && oneLine(r.Line()) == oneLine(r.Common().Anchors[0].Exact):
		return w.jump(e.Record)
	default:
		return strings.TrimRight(escapeText(r.Line())+" "+w.jump(e.Record), " ")
	}
}

// jump is Obsidian's link to a record that this export has.
func (w *notes) jump(h briefings.Handle) string {
	if w.Record(h) == nil || w.blockID(h) == "" {
		return ""
	}
	return "[[#" + strings.TrimSpace(w.blockID(h)) + "]]"
}

// elsewhere names what evidence of another briefing is: a record by what it says, and
// the briefing by title and date, in Obsidian as a link to its own export.
func (w *notes) elsewhere(e *briefings.Evidence) string {
	other, known := w.options.Elsewhere[e.Briefing]
	if !known {
		return "in a briefing that is not in this library, `" + strings.TrimRight(e.Briefing+"#"+string(e.Record), "#") + "`"
	}
	title := "*" + escapeText(orElse(other.Title, other.Slug)) + "*"
	if w.obsidian() {
		title = "[[" + strings.TrimSuffix(NotesName(other.Meta), ".md") + "]]"
	}
	if other.Date != "" {
		title += ", " + dateWords(other.Date)
	}
	if line := other.Lines[e.Record]; line != "" {
		return "“" + escapeText(line) + "”, in " + title
	}
	return "in " + title
}

func bearing(b briefings.Bearing) string {
	switch b {
	case briefings.Supports:
		return "Supporting evidence"
	case briefings.Contradicts:
		return "Contradicting evidence"
	}
	return "Context"
}
