package reader

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/page"
)

// What a re-import could not place for certain: orphans, passages that fit
// several places, and drifted ones. They are shown where they were, counted, and
// put in their place with one key (attaching.go).

// strayed is a passage of a record that is to be looked at.
type strayed struct {
	record  briefings.Record
	passage int // of briefings.Passages
	anchor  *briefings.Anchor
}

// adrift lists the passages that are to be looked at, of what a person made or
// worked on, in the order of the text.
func adrift(b *holding) (out []strayed) {
	for _, r := range b.all(loose) {
		out = append(out, b.strayedOf(r)...)
	}
	slices.SortStableFunc(out, func(x, y strayed) int { return whereabouts(b, x.anchor) - whereabouts(b, y.anchor) })
	return out
}

func (b *holding) strayedOf(r briefings.Record) (out []strayed) {
	all := briefings.Passages(r, b.ID)
	for _, i := range briefings.Adrift(r, b.ID) {
		out = append(out, strayed{r, i, all[i]})
	}
	return out
}

// is says whether two are the same passage of the same record, however often the
// record was read.
func (s strayed) is(o strayed) bool {
	return s.record != nil && o.record != nil && s.record.Common().Handle == o.record.Common().Handle && s.passage == o.passage
}

// like says whether two passages are of the same words at the same place: what is
// true of one is true of the other.
func (s strayed) like(o strayed) bool {
	return s.anchor.Exact == o.anchor.Exact && s.anchor.State == o.anchor.State && s.anchor.At() == o.anchor.At()
}

// String names it in a sentence.
func (s strayed) String() string {
	what := calledByName(s.record)
	if s.passage >= len(s.record.Common().Anchors) {
		what = "evidence for " + what
	}
	return what
}

// calledByName is what a person calls a record, with its first words.
func calledByName(r briefings.Record) string {
	what := called(r.Kind())
	if n, ok := r.(*briefings.Annotation); ok && n.Motivation == briefings.Highlighting {
		what = "highlight"
	}
	return "the " + what + " “" + firstWords(r.Line()) + "”"
}

// firstWordsMost is how many characters of a text a message quotes at most.
const firstWordsMost = 48

// firstWords are those that a message quotes of a text.
func firstWords(text string) string {
	out := ""
	for word := range strings.FieldsSeq(text) {
		if out != "" && len([]rune(out+word)) >= firstWordsMost {
			return out + "…"
		}
		out = strings.TrimSpace(out + " " + word)
	}
	return out
}

// whereabouts is the code point at which a passage stands, or would stand: where
// nothing says it better, at the end of its section.
func whereabouts(b *holding, a *briefings.Anchor) int {
	if a.Placed() || a.Near > 0 {
		return a.At()
	}
	for i := range b.Sections {
		if s := &b.Sections[i]; s.Handle == a.Section {
			return s.End
		}
	}
	return 0
}

// adriftLine counts what is to be looked at, "" for nothing.
func adriftLine(b *holding) string {
	lost, drifted := 0, 0
	for _, s := range adrift(b) {
		if s.anchor.State == briefings.Drifted {
			drifted++
		} else {
			lost++
		}
	}
	var parts []string
	if lost > 0 {
		parts = append(parts, plural(lost, "passage", "passages")+" lost")
	}
	if drifted > 0 {
		parts = append(parts, plural(drifted, "passage", "passages")+" to confirm")
	}
	return strings.Join(parts, ", ")
}

// lostInset shows a record whose passage is gone in the text, below the
// paragraph in which it was.
func (d *document) lostInset(s strayed) page.Inset {
	at := whereabouts(d.briefing, s.anchor)
	block := d.text.At(max(at-1, 0))
	if b := d.text.Block(block); at <= b.Start && block > 0 {
		block--
	}
	words, quote := s.String(), "“"+s.anchor.Exact+"”"
	if n, isNote := s.record.(*briefings.Annotation); isNote {
		if words = strings.Join(strings.Fields(n.Body), " "); words == "" {
			words = "highlighted"
		}
	}
	return page.Inset{After: d.text.Block(block).End, Dim: true, Role: page.Note, Text: clean.Of(words + ": " + quote),
		Aside: clean.Of(fmt.Sprintf("%s, as it was in revision %d; M lists places", lostWhy(s.anchor), max(s.anchor.Revision, 1)))}
}

// anchorWords say how a passage was found again.
func anchorWords(s briefings.AnchorState) string {
	switch s {
	case briefings.Orphaned:
		return "passage lost"
	case briefings.Ambiguous:
		return "several places"
	case briefings.Drifted:
		return "to confirm"
	}
	return string(s)
}

func lostWhy(a *briefings.Anchor) string {
	if a.State == briefings.Ambiguous {
		return "stands in several places"
	}
	return "no longer in the text"
}

// lostInsets are those of all records that a person made or worked on.
func (d *document) lostInsets() []page.Inset {
	var out []page.Inset
	for _, s := range adrift(d.briefing) {
		if !s.anchor.Placed() {
			out = append(out, d.lostInset(s))
		}
	}
	return out
}

// nextAdrift goes to the next passage that is to be looked at, around the end:
// behind the one that it came to last, if that is still to be looked at.
func (a *App) nextAdrift() tea.Cmd {
	d := a.doc
	waiting := adrift(d.briefing)
	if len(waiting) == 0 {
		a.say("every passage is in its place")
		return nil
	}
	at := slices.IndexFunc(waiting, d.taken.is) + 1
	if at == 0 {
		at = max(slices.IndexFunc(waiting, func(s strayed) bool { return whereabouts(d.briefing, s.anchor) > d.place }), 0)
	}
	next := waiting[at%len(waiting)]
	d.depart()
	d.focus = textPane
	d.point(next.anchor)
	d.take(next)
	d.pointPanesAt(next.record.Common().Handle)
	a.say(fmt.Sprintf("%d of %d: %s %s", at%len(waiting)+1, len(waiting), next, a.strayedWhy(next)))
	return nil
}

// strayedWhy says what is with a passage, and which key sees to it.
func (a *App) strayedWhy(s strayed) string {
	key := a.keyOf("attach")
	switch at := s.anchor; {
	case at.State == briefings.Drifted && a.doc.page.Text(page.Range{Start: at.DocStart, End: at.DocEnd}) == at.Exact:
		return "is here by best guess; " + key + " confirms"
	case at.State == briefings.Drifted:
		return "reads differently here; " + key + " confirms"
	case s.record.Line() == at.Exact: // its words are said already
		return "stood here; " + key + " lists where it may stand now"
	}
	return "was on “" + firstWords(s.anchor.Exact) + "”; " + key + " lists where that may stand now"
}

// unsettled says whether a person is to look at a record: a value waits beside one
// of its fields, or its passage, the first one, is lost or reads differently.
func unsettled(h *briefings.Head) bool {
	if len(h.Pending) > 0 {
		return true
	}
	return h.Live() && len(h.Anchors) > 0 && h.Anchors[0].Adrift()
}

// waitingLines say of a record which passage is to be looked at and which values
// wait beside its fields, with the keys that decide.
func waitingLines(r briefings.Record) []string {
	var out []string
	h := r.Common()
	for i := range h.Anchors {
		switch at := &h.Anchors[i]; {
		case !h.Live():
		case !at.Placed():
			out = append(out, "Its passage “"+at.Exact+"” "+lostWhy(at)+"; M lists where it may stand now")
		case at.State == briefings.Drifted:
			out = append(out, "Its passage “"+at.Exact+"” reads differently now, or is placed by best guess; M confirms it")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(h.Pending)) {
		p := h.Pending[name]
		out = append(out, "Waits: "+cmp.Or(wordsFor(r.Kind(), name).Label, name)+" “"+p.Value+"” from "+p.By+"; e chooses")
	}
	return out
}
