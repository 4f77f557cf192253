package reader

import (
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
// put in their place with one key.

// adrift lists the records with such a passage that are to be looked at: what a
// person made or worked on, in the order of the text.
func adrift(b *holding) []briefings.Record {
	out := b.all(loose)
	slices.SortStableFunc(out, func(x, y briefings.Record) int { return adriftAt(b, x) - adriftAt(b, y) })
	return out
}

// adriftAt is where the passage that is to be looked at stands, or would stand.
func adriftAt(b *holding, r briefings.Record) int {
	return whereabouts(b, &r.Common().Anchors[max(briefings.Adrift(r), 0)])
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
	for _, r := range b.all(loose) {
		switch i := briefings.Adrift(r); {
		case i < 0:
		case r.Common().Anchors[i].State == briefings.Drifted:
			drifted++
		default:
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
func (d *document) lostInset(r briefings.Record, a *briefings.Anchor) page.Inset {
	at := whereabouts(d.briefing, a)
	block := d.text.At(max(at-1, 0))
	if b := d.text.Block(block); at <= b.Start && block > 0 {
		block--
	}
	why := "no longer in the text"
	if a.State == briefings.Ambiguous {
		why = "stands in several places"
	}
	line := strings.Join(strings.Fields(r.Line()), " ")
	if n, ok := r.(*briefings.Annotation); ok && strings.TrimSpace(n.Body) == "" {
		line = ""
	}
	return page.Inset{After: d.text.Block(block).End, Dim: true, Role: page.Note,
		Text:  clean.Of(strings.TrimSpace("“" + a.Exact + "” " + line)),
		Aside: clean.Of(fmt.Sprintf("%s since revision %d; M attaches it", why, max(a.Revision, 1)))}
}

// lostInsets are those of all records that a person made or worked on.
func (d *document) lostInsets() []page.Inset {
	var out []page.Inset
	for _, r := range adrift(d.briefing) {
		if a := &r.Common().Anchors[briefings.Adrift(r)]; !a.Placed() {
			out = append(out, d.lostInset(r, a))
		}
	}
	return out
}

// attach puts the passage of a record where the person says: onto the selection,
// the passage that is lit, or the sentence under the eye. In a pane it is about
// the record under the cursor; in the text about the one that nextAdrift came
// to, else the only one that is adrift, or one of several, after a choice.
func (a *App) attach() tea.Cmd {
	d := a.doc
	if !a.inLibrary() {
		return nil
	}
	on := d.sentence()
	if r := d.record(); r != nil {
		return a.attachTo(r, on)
	}
	if r := d.briefing.Record(d.visited); r != nil && briefings.Adrift(r) >= 0 {
		// Where w led is where the passage was, which is no reason for the
		// sentence that happens to stand there now.
		if at := r.Common().Anchors[briefings.Adrift(r)]; at.State != briefings.Drifted && d.selection == nil && d.place == d.visitedAt {
			a.say("go to the sentence where it belongs, or select one with V; then M")
			return nil
		}
		return a.attachTo(r, on)
	}
	waiting := adrift(d.briefing)
	switch len(waiting) {
	case 0:
		a.say("every passage is in its place; M on a line of a pane moves its own")
		return nil
	case 1:
		return a.attachTo(waiting[0], on)
	}
	slices.SortStableFunc(waiting, func(x, y briefings.Record) int {
		return distance(adriftAt(d.briefing, x), on.Start) - distance(adriftAt(d.briefing, y), on.Start)
	})
	p := &panel{title: "Attach to “" + d.page.Text(on) + "”", hint: "nearest first   Enter attaches   Esc closes", filters: true}
	for _, r := range waiting {
		p.lines = append(p.lines, line{lead: string(r.Common().Handle), text: r.Line(), right: string(r.Common().Anchors[briefings.Adrift(r)].State),
			run: func() tea.Cmd { return a.attachTo(r, on) }})
	}
	return a.openPanel(p)
}

func distance(x, y int) int { return max(x-y, y-x) }

func (a *App) attachTo(r briefings.Record, on page.Range) tea.Cmd {
	d := a.doc
	to := d.anchorOf(on)
	if strings.TrimSpace(to.Exact) == "" {
		a.say("there are no words here to attach it to")
		return nil
	}
	changed := r.Clone()
	at := max(briefings.Adrift(r), 0)
	say := "the " + string(r.Kind()) + " is attached here"
	if anchors := r.Common().Anchors; at < len(anchors) && anchors[at].State == briefings.Drifted && anchors[at].DocStart == to.DocStart && anchors[at].DocEnd == to.DocEnd {
		say = "the place of the " + string(r.Kind()) + " is confirmed"
	}
	briefings.Attach(changed, at, to)
	d.selection = nil
	if left := len(adrift(d.briefing)) - btoi(briefings.Adrift(r) >= 0); left > 0 {
		say += "; " + plural(left, "passage", "passages") + " to look at"
	}
	return a.put(say+"; U undoes", changed)
}

// nextAdrift goes to the next passage that is to be looked at, around the end.
func (a *App) nextAdrift() tea.Cmd {
	d := a.doc
	waiting := adrift(d.briefing)
	if len(waiting) == 0 {
		a.say("every passage is in its place")
		return nil
	}
	next := waiting[0]
	for _, r := range waiting {
		if adriftAt(d.briefing, r) > d.place {
			next = r
			break
		}
	}
	d.jumps.leave(d.place)
	d.focus, d.visited = textPane, next.Common().Handle
	anchor := &next.Common().Anchors[briefings.Adrift(next)]
	if anchor.Placed() {
		d.point(anchor)
	} else {
		d.moveTo(adriftAt(d.briefing, next))
	}
	d.visitedAt = d.place
	d.pointPanesAt(d.visited)
	a.say("the " + string(next.Kind()) + " " + adriftWhy(anchor) + "   “" + anchor.Exact + "”")
	return nil
}

func adriftWhy(a *briefings.Anchor) string {
	switch a.State {
	case briefings.Drifted:
		return "reads differently here; M confirms"
	case briefings.Ambiguous:
		return "stands in several places; select one, then M"
	}
	return "was here; select its passage, then M"
}

// waitingLines say of a record which passage is to be looked at and which values
// wait beside its fields, with the keys that decide.
func waitingLines(r briefings.Record) []string {
	var out []string
	h := r.Common()
	if i := briefings.Adrift(r); i >= 0 {
		out = append(out, "Passage "+string(h.Anchors[i].State)+": “"+h.Anchors[i].Exact+"”; M attaches it to the sentence under the eye")
	}
	for _, name := range slices.Sorted(maps.Keys(h.Pending)) {
		p := h.Pending[name]
		out = append(out, "Waits: "+name+" “"+p.Value+"” from "+p.By+"; e chooses")
	}
	return out
}
