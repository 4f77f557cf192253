package markdown

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// transfers orders the ledger: what is held back first.
var transfers = []struct {
	transfer briefings.Transfer
	label    string
}{
	{briefings.Withheld, "Withheld"},
	{briefings.Possible, "Possible"},
	{briefings.Agreed, "Agreed"},
	{briefings.Delivered, "Delivered"},
	{briefings.UnknownTransfer, ""}, // known by its kind: a constraint, a dependency
}

func (w *notes) limits() string {
	if len(w.Limits) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("## Limits\n\n" + reviewRemark(w, w.Limits))
	for _, t := range transfers {
		var list []*briefings.Limit
		for i := range w.Limits {
			l := &w.Limits[i]
			if l.Transfer == t.transfer || t.transfer == briefings.UnknownTransfer && l.Transfer == "" {
				list = append(list, l)
			}
		}
		for len(list) > 0 {
			n := 1
			for n < len(list) && w.together(list[0], list[n]) {
				n++
			}
			b.WriteString(w.limit(t.label, list[:n]))
			list = list[n:]
		}
	}
	return b.String()
}

// together says whether two limits differ in what is limited only, so that one
// quotation does for both. In Obsidian each has a block of its own, to be linked to.
func (w *notes) together(x, y *briefings.Limit) bool {
	return !w.obsidian() && x.Type == y.Type && len(x.Anchors) > 0 && len(y.Anchors) > 0 && reflect.DeepEqual(x.Anchors[0], y.Anchors[0]) &&
		w.subject(x) != "" && w.subject(y) != "" && slices.Equal(w.limitFacts(x), w.limitFacts(y)) && w.standing(x) == w.standing(y)
}

// limit writes limits that stand together as one item.
func (w *notes) limit(label string, limits []*briefings.Limit) string {
	l := limits[0]
	facts := w.limitFacts(l)
	if label == "" {
		label = orElse(capital(string(l.Type)), "Limit")
	} else if l.Type != "" {
		facts = append([]string{string(l.Type)}, facts...)
	}
	var subjects []string
	for _, l := range limits {
		if s := w.subject(l); s != "" {
			subjects = append(subjects, s)
		}
	}
	line := "- **" + label + "**"
	if len(subjects) > 0 {
		line += " — " + strings.Join(subjects, "; ")
	}
	line += w.standing(l)
	if len(facts) > 0 {
		line += " (" + strings.Join(facts, "; ") + ")"
	}
	text := line + w.blockID(l.Handle) + "\n\n"
	if len(l.Anchors) > 0 {
		text += indent(w.passage(&l.Anchors[0])+"\n", 2)
	}
	return text
}

// subject is what a limit says, "" where the quotation below says it.
func (w *notes) subject(l *briefings.Limit) string {
	text := orElse(l.Text, l.Subject)
	if len(l.Anchors) > 0 && oneLine(text) == oneLine(l.Anchors[0].Exact) {
		return ""
	}
	return escapeText(text)
}

// limitFacts are who holds back what from whom, and how firmly that is said.
func (w *notes) limitFacts(l *briefings.Limit) (facts []string) {
	modality := string(l.Modality)
	if modality == string(l.Transfer) {
		modality = "" // possible, and that is possible
	}
	for _, f := range [][2]string{{"held by ", w.names(l.Holder)}, {"for ", w.names(l.Recipient)}, {"", modality}} {
		if f[1] != "" {
			facts = append(facts, f[0]+f[1])
		}
	}
	return facts
}

// names writes actors by name; a word that is no handle stands for itself.
func (w *notes) names(list []string) string {
	var out []string
	for _, s := range list {
		if a, ok := w.whole.Record(briefings.Handle(s)).(*briefings.Actor); ok {
			out = append(out, w.actorName(a.Name))
		} else {
			out = append(out, escapeText(s))
		}
	}
	return strings.Join(out, ", ")
}

// actorName writes a name, in Obsidian as a link to the actor's page.
func (w *notes) actorName(name string) string {
	if w.obsidian() && name != "" && !strings.ContainsAny(name, "[]|#^\\/:\n") {
		return "[[" + name + "]]"
	}
	return escapeText(name)
}

// standing says who stands for a record, where it is not the source alone.
func (w *notes) standing(r briefings.Record) string {
	switch h := r.Common(); {
	case h.Origin == briefings.OriginAnalyst:
		return " (analyst)"
	case len(h.Edited) > 0:
		return " (corrected)"
	case w.mixed && briefings.Awaits(r):
		return " †"
	}
	return ""
}

// reviewRemark says of the findings of a kind that nobody looked at them yet: of
// all of them, or of those that standing marks then.
func reviewRemark[R any, P interface {
	*R
	briefings.Record
}](w *notes, records []R) string {
	waiting := 0
	for i := range records {
		if briefings.Awaits(P(&records[i])) {
			waiting++
		}
	}
	w.mixed = waiting > 0 && waiting < len(records)
	switch {
	case waiting == 0:
		return ""
	case w.mixed:
		return "Lines with † were found in the text by dossier and are not yet reviewed.\n\n"
	}
	return "Found in the text by dossier, not yet reviewed.\n\n"
}

func (w *notes) timeline() string {
	if len(w.Events) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("## Timeline\n\n" + reviewRemark(w, w.Events) + "Entries are in the words of the source unless marked.\n\n| When | Event | Status |\n| --- | --- | --- |\n")
	for i := range w.Events {
		e := &w.Events[i]
		status := strings.ReplaceAll(string(e.Status), "-", " ")
		if e.Condition != "" {
			status += ": " + e.Condition
		}
		fmt.Fprintf(&b, "| %s | %s%s | %s |\n", dateWords(e.When), escapeText(e.Text), w.standing(e), escapeText(status))
	}
	return b.String()
}

// dateWords says an EDTF date for people; what is none stands as it was written.
func dateWords(date string) string {
	d, err := edtf.Parse(date)
	if err != nil && date != "" {
		return "`" + strings.Trim(oneLine(date), "`|") + "`"
	}
	return d.Words()
}

// dayWords says a day of the analyst's for people; what is none, and none at all,
// stands as it was written.
func dayWords(day string) string {
	if d, err := edtf.Parse(day); err == nil && day != "" {
		return d.Words()
	}
	return day
}

func (w *notes) actors() string {
	if len(w.Actors) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("## Actors\n\n" + reviewRemark(w, w.Actors))
	for i := range w.Actors {
		a := &w.Actors[i]
		fmt.Fprintf(&b, "- %s — %s, %s", w.actorName(a.Name), orElse(string(a.Type), "kind unknown"), counted(len(a.Mentions), "mention"))
		if also := aliases(a); len(also) > 0 {
			b.WriteString("; also " + strings.Join(also, ", "))
		}
		b.WriteString(w.standing(a) + w.blockID(a.Handle) + "\n")
	}
	return b.String()
}

func aliases(a *briefings.Actor) []string {
	var out []string
	for _, alias := range a.Aliases {
		if alias.Text == a.Name {
			continue
		}
		text := escapeText(alias.Text)
		if alias.Type != briefings.Variant && alias.Type != "" {
			text += " (" + string(alias.Type) + ")"
		}
		out = append(out, text)
	}
	slices.Sort(out)
	return out
}

// references writes the complete list; Pandoc leaves out footnotes that nothing
// calls, so the footnotes alone would lose entries.
func (w *notes) references() string {
	if len(w.References) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("## References\n\n")
	said := w.said()
	for i := range w.References {
		r := &w.References[i]
		fmt.Fprintf(&b, "%d. %s", i+1, entry(r))
		if key := "@" + string(r.Handle); strings.Contains(said, key) {
			b.WriteString(" [" + key + "]")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// said is all that may cite a reference: its entry has the key then, by which the
// citation is understood without Pandoc.
func (w *notes) said() string {
	var b strings.Builder
	for i := range w.whole.Annotations {
		b.WriteString(w.whole.Annotations[i].Body + "\n")
	}
	for i := range w.whole.Questions {
		for _, a := range w.whole.Questions[i].Answers {
			b.WriteString(a.Text + "\n")
		}
		for _, e := range w.whole.Questions[i].Evidence {
			b.WriteString("@" + string(e.Record) + "\n")
		}
	}
	for i := range w.whole.References {
		for _, h := range w.whole.References[i].DerivedFrom {
			b.WriteString("@" + string(h) + "\n")
		}
	}
	return b.String()
}

// entry writes a reference as one line.
func entry(r *briefings.Reference) string {
	var parts []string
	add := func(s string) {
		if s = strings.TrimRight(s, ". "); s != "" {
			parts = append(parts, s)
		}
	}
	add(escapeText(strings.Join(r.Author, ", ")))
	title := r.Title
	if title == "" && r.URL == "" {
		title = orElse(r.Listed, string(r.Handle))
	}
	add(escapeText(title))
	if container := orElse(r.ContainerTitle, r.Publisher); container != "" {
		add("*" + escapeText(container) + "*")
	}
	if r.Issued != "" {
		add(dateWords(r.Issued))
	}
	line := strings.Join(parts, ". ")
	if line != "" {
		line += "."
	}
	if isURL(r.URL) {
		line += " " + address(r.URL)
	}
	if r.DOI != "" {
		line += " doi: " + escapeText(r.DOI)
	}
	if grade := r.Grade.Words(); grade != "" {
		line += " " + grade + "."
	}
	if len(r.DerivedFrom) > 0 {
		var from []string
		for _, h := range r.DerivedFrom {
			from = append(from, "[@"+string(h)+"]")
		}
		line += " Repeats " + strings.Join(from, ", ") + "."
	}
	return strings.TrimSpace(line)
}

// footnotes writes a definition for every reference that a quotation calls.
func (w *notes) footnotes() string {
	var b strings.Builder
	for i := range w.whole.References {
		if r := &w.whole.References[i]; w.used[r.Handle] {
			fmt.Fprintf(&b, "[^%s]: %s\n\n", r.Handle, entry(r))
		}
	}
	return b.String()
}
