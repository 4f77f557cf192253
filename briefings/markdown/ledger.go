package markdown

import (
	"fmt"
	"slices"
	"strings"

	"dossier/briefings"
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
	{briefings.UnknownTransfer, "Bound"},
}

func (w *notes) limits() string {
	if len(w.Limits) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("## Limits\n\n")
	for _, t := range transfers {
		for i := range w.Limits {
			l := &w.Limits[i]
			if l.Transfer == t.transfer || t.transfer == briefings.UnknownTransfer && l.Transfer == "" {
				b.WriteString(w.limit(t.label, l))
			}
		}
	}
	return b.String()
}

func (w *notes) limit(label string, l *briefings.Limit) string {
	facts := []string{}
	for _, f := range [][2]string{
		{"", string(l.Type)}, {"held by ", w.names(l.Holder)}, {"for ", w.names(l.Recipient)}, {"", string(l.Modality)},
	} {
		if f[1] != "" {
			facts = append(facts, f[0]+f[1])
		}
	}
	line := "- **" + label + "**"
	if text := orElse(l.Text, l.Subject); len(l.Anchors) == 0 || oneLine(text) != oneLine(l.Anchors[0].Exact) {
		line += " — " + escapeText(text) // else the quote below says it
	}
	line += w.byAnalyst(&l.Head)
	if len(facts) > 0 {
		line += " (" + strings.Join(facts, "; ") + ")"
	}
	text := line + w.blockID(l.Handle) + "\n\n"
	if len(l.Anchors) > 0 {
		text += indent(w.passage(&l.Anchors[0])+"\n", 2)
	}
	return text
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

func (w *notes) byAnalyst(h *briefings.Head) string {
	if h.Origin == briefings.OriginAnalyst {
		return " (analyst)"
	}
	if len(h.Edited) > 0 {
		return " (corrected)"
	}
	return ""
}

func (w *notes) timeline() string {
	if len(w.Events) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("## Timeline\n\nEntries are in the words of the source unless marked.\n\n| When | Event | Status |\n| --- | --- | --- |\n")
	for i := range w.Events {
		e := &w.Events[i]
		status := string(e.Status)
		if e.Condition != "" {
			status += ": " + e.Condition
		}
		fmt.Fprintf(&b, "| `%s` | %s%s | %s |\n", orElse(strings.Trim(oneLine(e.When), "`|"), "undated"), escapeText(e.Text), w.byAnalyst(&e.Head), escapeText(status))
	}
	return b.String()
}

func (w *notes) actors() string {
	if len(w.Actors) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("## Actors\n\n")
	for i := range w.Actors {
		a := &w.Actors[i]
		fmt.Fprintf(&b, "- %s — %s, %s", w.actorName(a.Name), orElse(string(a.Type), "kind unknown"), counted(len(a.Mentions), "mention"))
		if also := aliases(a); len(also) > 0 {
			b.WriteString("; also " + strings.Join(also, ", "))
		}
		b.WriteString(w.byAnalyst(&a.Head) + w.blockID(a.Handle) + "\n")
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
	for i := range w.References {
		r := &w.References[i]
		fmt.Fprintf(&b, "%d. %s [@%s]\n", i+1, entry(r), r.Handle)
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
		add("`" + strings.Trim(oneLine(r.Issued), "`") + "`")
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
	if grade := r.Grade.String(); grade != "" {
		line += " Grade " + grade + "."
	}
	if len(r.DerivedFrom) > 0 {
		var from []string
		for _, h := range r.DerivedFrom {
			from = append(from, string(h))
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
