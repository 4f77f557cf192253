package command

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dossier/briefings"
)

// printRecord prints a record with its passage. b, which may be nil, names the
// sections and actors that the record points at.
func (s *session) printRecord(r briefings.Record, b *briefings.Briefing) {
	head := r.Common()
	defer s.printWaiting(head)
	switch r := r.(type) {
	case *briefings.Question:
		s.recordLine(head, r.Text, questionFacts(r))
		s.printSense(r)
		s.printAnswers(r)
	case *briefings.Event:
		s.recordLine(head, orElse(shownDate(r.When), "undated")+"  "+r.Text, eventFacts(r))
	case *briefings.Actor:
		s.recordLine(head, r.Name, actorFacts(r))
		for _, why := range briefings.Lookalikes(r, actorsOf(b)) {
			s.out.paragraph(indent, why, faint)
		}
		return // its mentions are many; show --json lists them
	case *briefings.Limit:
		s.recordLine(head, r.Text, limitFacts(r, b))
	case *briefings.Reference:
		s.recordLine(head, r.Line(), referenceFacts(r))
		return // its entry is the record itself
	case *briefings.Annotation:
		s.recordLine(head, annotationText(r), annotationFacts(r))
		s.printPassages(head, r.Body, b) // of a highlight the words are all there is
		return
	}
	s.printPassages(head, r.Line(), b)
}

// indent is what stands before the lines of a record.
const indent = "    "

// recordLine prints what a record says, and below it its handle and the facts; that
// it does not count any more comes first.
func (s *session) recordLine(head *briefings.Head, text string, facts []string) {
	if !head.Live() {
		facts = append([]string{string(head.State)}, facts...)
	}
	lines := strings.Split(text, "\n")
	s.out.hanging("  ", indent, lines[0], normal)
	for _, line := range lines[1:] {
		s.out.paragraph(indent, line, normal)
	}
	s.out.line(plain(indent), span{string(head.Handle), accent}, dim("  "+strings.Join(present(facts), " · ")))
}

// printPassages prints where a record stands; words that its main line has
// already are not said twice.
func (s *session) printPassages(head *briefings.Head, line string, b *briefings.Briefing) {
	for _, a := range head.Anchors {
		where := label("— ", sectionTitle(b, a.Section))
		if a.State != briefings.Anchored {
			where += " [" + string(a.State) + "]"
		}
		if quote := flat(a.Exact); quote != flat(line) {
			where = strings.TrimSpace("“" + quote + "” " + where)
		}
		if where != "" {
			s.out.paragraph(indent, where, faint)
		}
	}
}

// printWaiting prints the values that wait beside a record's fields, and how to decide.
func (s *session) printWaiting(head *briefings.Head) {
	for _, name := range slices.Sorted(maps.Keys(head.Pending)) {
		p := head.Pending[name]
		s.out.paragraph(indent, fmt.Sprintf("Waits: %s “%s” from %s; edit with take=%[1]s or keep=%[1]s", name, p.Value, p.By), warm)
	}
}

// printSense prints what a question is for and what would settle it.
func (s *session) printSense(q *briefings.Question) {
	for _, said := range [][2]string{{"Why: ", q.Why}, {"Answered when: ", q.Done}, {"Reason: ", q.Reason}, {"Owner: ", q.Owner}, {"Tried: ", q.Tried}} {
		if said[1] != "" {
			s.out.paragraph(indent, said[0]+said[1], normal)
		}
	}
}

func (s *session) printAnswers(q *briefings.Question) {
	for _, a := range q.Answers {
		text := "Answer: " + a.Text
		if a.State != briefings.AnswerAccepted {
			text = "Answer (" + string(a.State) + "): " + a.Text
		}
		s.out.paragraph(indent, text, normal)
		// Never in one sentence: ICD 203, section D.6.e.
		for _, judged := range [][2]string{{"Likelihood: ", a.Likelihood}, {"Confidence: ", a.Confidence}, {"Basis: ", a.Basis}} {
			if judged[1] != "" {
				s.out.paragraph(indent, judged[0]+judged[1]+".", normal)
			}
		}
	}
	for i := range q.Evidence {
		if e := &q.Evidence[i]; !e.Dismissed {
			s.out.paragraph(indent, "Evidence "+strconv.Itoa(i+1)+", "+s.evidenceText(e), normal)
		}
	}
}

func questionFacts(q *briefings.Question) []string {
	facts := []string{string(q.Status)}
	if q.Proposed {
		facts[0] = "proposed"
	}
	for _, k := range q.Kinds {
		facts = append(facts, string(k))
	}
	return append(facts, label("priority ", string(q.Priority)), label("due ", shownDate(q.Due)), label("look again ", shownDate(q.Review)))
}

func eventFacts(e *briefings.Event) []string {
	facts := []string{string(e.Status), label("as ", quoted(e.Literal))}
	if e.Inherited {
		facts = append(facts, "date taken from the text before")
	}
	return append(facts, e.Condition)
}

func actorFacts(a *briefings.Actor) []string {
	var aliases []string
	for _, alias := range a.Aliases {
		if alias.Text != a.Name {
			aliases = append(aliases, alias.Text)
		}
	}
	return []string{string(a.Type), count(len(a.Mentions), "mention"), label("also ", strings.Join(aliases, ", "))}
}

func limitFacts(l *briefings.Limit, b *briefings.Briefing) []string {
	facts := []string{string(l.Transfer), string(l.Type), string(l.Modality)}
	if l.Subject != l.Text {
		facts = append(facts, l.Subject)
	}
	return append(facts, label("held by ", actorNames(b, l.Holder)), label("for ", actorNames(b, l.Recipient)))
}

func referenceFacts(r *briefings.Reference) []string {
	facts := []string{r.Key, r.Type, r.ContainerTitle, r.Publisher, shownDate(r.Issued)}
	if r.ContainerTitle == r.Publisher {
		facts[3] = ""
	}
	if r.URL != r.Line() {
		facts = append(facts, r.URL)
	}
	if n := len(r.Cited); n > 0 {
		facts = append(facts, "cited "+count(n, "time"))
	}
	return append(facts, label("grade ", r.Grade.String()))
}

func annotationText(a *briefings.Annotation) string {
	if a.Body == "" {
		return "(highlight)"
	}
	return a.Body
}

func annotationFacts(a *briefings.Annotation) []string {
	facts := []string{string(a.Motivation), label("on ", string(a.Re)), label("by ", a.By)}
	if !a.Created.IsZero() {
		facts = append(facts, a.Created.Format("2006-01-02"))
	}
	return append(facts, label("tags ", strings.Join(a.Tags, ", ")))
}

// actorNames turns handles of actors into their names; names stay.
func actorNames(b *briefings.Briefing, handles []string) string {
	names := make([]string, len(handles))
	for i, h := range handles {
		names[i] = h
		for j := range actorsOf(b) {
			if string(b.Actors[j].Handle) == h {
				names[i] = b.Actors[j].Name
			}
		}
	}
	return strings.Join(names, ", ")
}

func actorsOf(b *briefings.Briefing) []briefings.Actor {
	if b == nil {
		return nil
	}
	return b.Actors
}

func sectionTitle(b *briefings.Briefing, h briefings.Handle) string {
	if b == nil {
		return ""
	}
	for _, section := range b.Sections {
		if section.Handle == h {
			return section.Title
		}
	}
	return ""
}

func present(facts []string) []string {
	var out []string
	for _, f := range facts {
		if f != "" {
			out = append(out, f)
		}
	}
	return out
}

func label(name, value string) string {
	if value == "" {
		return ""
	}
	return name + value
}

// flat folds the blanks of a text, line breaks included.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func quoted(text string) string {
	if text == "" {
		return ""
	}
	return "“" + text + "”"
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
