package markdown

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/briefings"
)

// blockID is what Obsidian links to: Latin letters, digits and hyphens, since it
// shows any other as text.
func (w *notes) blockID(h briefings.Handle) string {
	latin := !strings.ContainsFunc(string(h), func(r rune) bool { return r >= utf8.RuneSelf })
	if w.obsidian() && h != "" && latin {
		return " ^" + string(h)
	}
	return ""
}

// passage writes an anchor's quote, and outside it what became of the place.
func (w *notes) passage(a *briefings.Anchor) string {
	text := w.quote(a, true)
	now := w.wordsNow(a)
	if now == a.Exact {
		text += "\nPlaced here by best guess in the current text, to be confirmed.\n"
		now = ""
	} else if remark := anchorRemark(a); remark != "" {
		text += "\n" + remark + "\n"
	}
	if first := a.Written; first != nil {
		text += "\nAttached here by hand; first written on these words" + ofRevision(first.Revision) + ":\n\n> " + escapeText(first.Exact) + "\n"
	}
	if now != "" {
		text += "\n> " + escapeText(now) + "\n"
	}
	return text
}

// wordsNow returns what stands in the current text at the place of a passage
// that drifted: a changed number must not hide behind the old quote.
func (w *notes) wordsNow(a *briefings.Anchor) string {
	if a.State != briefings.Drifted || w.rev == nil {
		return ""
	}
	text := []rune(w.rev.Text())
	if a.DocStart < 0 || a.DocStart >= a.DocEnd || a.DocEnd > len(text) {
		return ""
	}
	return string(text[a.DocStart:a.DocEnd])
}

func anchorRemark(a *briefings.Anchor) string {
	revision := ofRevision(a.Revision)
	switch a.State {
	case briefings.Drifted:
		return "The passage" + revision + " reads differently in the current text:"
	case briefings.Ambiguous:
		return "The passage" + revision + " fits several places of the current text."
	case briefings.Orphaned:
		return "The passage" + revision + " is not in the current text."
	}
	return ""
}

func ofRevision(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" of revision %d", n)
}

// quote writes the source's words as a quotation with the section they stand
// in, unless a heading has said it, and the footnotes of the references cited there.
func (w *notes) quote(a *briefings.Anchor, here bool) string {
	if a.Exact == "" {
		return ""
	}
	words, where := escapeText(a.Exact), ""
	if here {
		if path := w.paths[a.Section]; path != w.under {
			where = escapeText(path)
		}
		for _, h := range w.citedAt(a) {
			w.used[h] = true
			words += "[^" + string(h) + "]"
		}
	}
	switch {
	case w.obsidian():
		return strings.TrimRight("> [!quote] "+where, " ") + "\n> " + words + "\n"
	case where != "":
		return "> " + words + "\n>\n> — " + where + "\n"
	}
	return "> " + words + "\n"
}

// citedAt lists the references that are cited within a passage.
func (w *notes) citedAt(a *briefings.Anchor) []briefings.Handle {
	var out []briefings.Handle
	if !a.Placed() {
		return nil
	}
	for i := range w.whole.References {
		r := &w.whole.References[i]
		if r.Live() && slices.ContainsFunc(r.Cited, func(c briefings.Anchor) bool {
			return c.Placed() && c.DocStart < a.DocEnd && a.DocStart < c.DocEnd
		}) {
			out = append(out, r.Handle)
		}
	}
	return out
}

// notes writes the annotations grouped by the section that they stand in.
func (w *notes) notes() string {
	const onDocument = "On the whole document"
	var order []string
	groups := map[string][]*briefings.Annotation{}
	add := func(path string, a *briefings.Annotation) {
		if groups[path] == nil {
			order = append(order, path)
		}
		groups[path] = append(groups[path], a)
	}
	var adrift, loose []*briefings.Annotation
	for i := range w.Annotations {
		switch a := &w.Annotations[i]; {
		case unplaced(a):
			adrift = append(adrift, a)
		case w.annotatedSection(a) == "":
			loose = append(loose, a)
		default:
			add(w.annotatedSection(a), a)
		}
	}
	for _, a := range loose {
		add(onDocument, a)
	}
	var b strings.Builder
	if len(order) > 0 {
		b.WriteString("## Notes\n\n")
	}
	for _, path := range order {
		fmt.Fprintf(&b, "### %s\n\n", escapeText(path))
		w.under = path
		for _, a := range groups[path] {
			b.WriteString(w.annotation(a))
		}
	}
	w.under = ""
	if len(adrift) > 0 {
		b.WriteString("## Unplaced notes\n\n")
		for _, a := range adrift {
			b.WriteString(w.annotation(a))
		}
	}
	return b.String()
}

// annotatedSection is the path of the section that an annotation belongs to:
// that of its own passage, or of the record that it is about.
func (w *notes) annotatedSection(a *briefings.Annotation) string {
	for _, at := range a.Anchors {
		if at.Placed() {
			return w.paths[at.Section]
		}
	}
	if r := w.whole.Record(a.Re); r != nil && len(r.Common().Anchors) > 0 {
		return w.paths[r.Common().Anchors[0].Section]
	}
	return ""
}

// motivations are those of the W3C Web Annotation Data Model in people's words; a
// comment needs none.
var motivations = map[briefings.Motivation]string{briefings.Questioning: "Question", briefings.Assessing: "Assessment", briefings.Tagging: "Tagged"}

// headed says whether a passage is the heading that its section's notes stand
// under.
func (w *notes) headed(a *briefings.Anchor) bool {
	if w.under == "" || w.paths[a.Section] != w.under {
		return false
	}
	i := slices.IndexFunc(w.Sections, func(s briefings.Section) bool { return s.Handle == a.Section })
	return i >= 0 && oneLine(w.Sections[i].Title) == oneLine(a.Exact)
}

func (w *notes) annotation(a *briefings.Annotation) string {
	var b strings.Builder
	onSection := false
	for i := range a.Anchors {
		if w.headed(&a.Anchors[i]) { // the heading above says it
			onSection = true
			continue
		}
		b.WriteString(w.passage(&a.Anchors[i]) + "\n")
	}
	if text := strings.TrimRight(body(a.Body, w.cites), "\n"); text != "" {
		b.WriteString(text + "\n\n")
	}
	if line := strings.TrimSpace(w.annotationFacts(a, onSection) + w.blockID(a.Handle)); line != "" {
		b.WriteString(line + "\n\n")
	}
	return b.String()
}

// annotationFacts says in a line what a note is, on what, by whom and when.
func (w *notes) annotationFacts(a *briefings.Annotation, onSection bool) string {
	by := strings.TrimPrefix(signature(a.By, a.Created), ", ")
	if a.Motivation == briefings.Highlighting {
		by = strings.TrimSuffix("Highlighted by "+by, " by ")
	}
	about := ""
	if onSection {
		about = "On the section"
	}
	if r := w.whole.Record(a.Re); r != nil {
		about = "On the " + string(r.Kind()) + " “" + escapeText(r.Line()) + "”"
	}
	tags := ""
	if len(a.Tags) > 0 {
		tags = "Tags: " + escapeText(strings.Join(a.Tags, ", "))
	}
	facts := []string{motivations[a.Motivation], about, by, tags}
	return strings.Join(slices.DeleteFunc(facts, func(f string) bool { return f == "" }), " · ")
}
