package reader

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/revise"
	"dossier/ui/page"
)

// take notes what attach is about, until something else is.
func (d *document) take(s strayed) { d.taken, d.takenAt = s, d.place }

// attach puts the passage of a record where the person says. In a pane it is about
// the record under the cursor, in the text about what nextAdrift came to, else
// about what is adrift, the nearest first. Onto a selection it puts it at once, and
// at a sentence that the person went to with what was taken up; where no place was
// chosen it lists those that may be meant.
func (a *App) attach() tea.Cmd {
	d := a.doc
	if !a.inLibrary() {
		return nil
	}
	if r := d.record(); r != nil {
		return a.attachRecord(r, d.evidence())
	}
	on := d.sentence()
	if d.taken.record != nil {
		if d.selection == nil && d.place == d.takenAt {
			return a.findPlace(d.taken, nil)
		}
		return a.attachTo(d.taken, on)
	}
	waiting := adrift(d.briefing)
	slices.SortStableFunc(waiting, func(x, y strayed) int {
		return distance(whereabouts(d.briefing, x.anchor), on.Start) - distance(whereabouts(d.briefing, y.anchor), on.Start)
	})
	put := func(s strayed) tea.Cmd {
		if d.selection != nil {
			return a.attachTo(s, on)
		}
		return a.findPlace(s, &on)
	}
	switch len(waiting) {
	case 0:
		a.say("every passage is in its place; " + a.keyOf("attach") + " on a line of a pane takes its own up")
		return nil
	case 1:
		return put(waiting[0])
	}
	p := &panel{title: "Which is to be attached?", hint: "nearest first   Enter chooses   Esc leaves", filters: true}
	for _, s := range waiting {
		p.lines = append(p.lines, line{text: strings.TrimPrefix(s.String(), "the "), right: "was on “" + firstWords(s.anchor.Exact) + "”", run: func() tea.Cmd { return put(s) }})
	}
	return a.openPanel(p)
}

func distance(x, y int) int { return max(x-y, y-x) }

// attachRecord is about a passage of the record under the cursor of a pane: that of
// a piece of evidence, from 1, else the first that is to be looked at. One that is
// in its place is taken up, to be put down elsewhere.
func (a *App) attachRecord(r briefings.Record, evidence int) tea.Cmd {
	d := a.doc
	if r.Common().Handle == "" {
		a.say("nothing is kept of this yet: t asks it in earnest")
		return nil
	}
	for _, s := range d.briefing.strayedOf(r) {
		if q, ok := r.(*briefings.Question); evidence == 0 || ok && q.Evidence[evidence-1].Anchor == s.anchor {
			return a.findPlace(s, nil)
		}
	}
	return a.takeUp(strayed{record: r, anchor: firstAnchor(r.Common())})
}

// takeUp lets the person go to where a passage is to be put down.
func (a *App) takeUp(s strayed) tea.Cmd {
	a.doc.focus, a.doc.taken, a.doc.takenAt = textPane, s, -1
	a.say(s.String() + " is taken up: go to its sentence, or select it with V; " + a.keyOf("attach") + " puts it there, Esc leaves it")
	return nil
}

// placesMost is how many places are listed for a passage.
const placesMost = 9

// findPlace confirms a passage that reads differently; for one that is lost it
// lists where it may stand now, the sentence under the eye first if the person
// asked there.
func (a *App) findPlace(s strayed, here *page.Range) tea.Cmd {
	d := a.doc
	if s.anchor.State == briefings.Drifted {
		return a.attachTo(s, page.Range{Start: s.anchor.DocStart, End: s.anchor.DocEnd})
	}
	id, sections := d.briefing.ID, d.briefing.Sections
	return a.begin("looking where it may stand now", func(context.Context, Progress) tea.Msg {
		rev, err := a.cfg.Library.Revision(a.ctx, id, 0)
		if err != nil {
			return failed("could not read the text", err)
		}
		places := revise.NewText(rev, sections).Likely(s.anchor, placesMost)
		return then(func(a *App) tea.Cmd { return a.choosePlace(s, here, places) })
	})
}

// choosePlace asks where a passage stands now.
func (a *App) choosePlace(s strayed, here *page.Range, places []revise.Candidate) tea.Cmd {
	d := a.doc
	if d == nil || d.briefing.Record(s.record.Common().Handle) == nil {
		return nil
	}
	p := &panel{title: "Where does “" + firstWords(s.anchor.Exact) + "” stand now?", hint: "Enter attaches it there   Esc leaves it", filters: true}
	p.lines = append(p.lines, line{heading: true, text: "For " + s.String()})
	add := func(lead, text string, on page.Range) {
		p.lines = append(p.lines, line{lead: lead, text: text, run: func() tea.Cmd { return a.attachTo(s, on) }})
	}
	if here != nil {
		add("here", d.page.Text(*here), *here)
	}
	for _, c := range places {
		if on := (page.Range{Start: c.DocStart, End: c.DocEnd}); here == nil || on != *here {
			add("", c.Words, on)
		}
	}
	p.lines = append(p.lines, line{lead: "other", text: "at another sentence: go there, and " + a.keyOf("attach") + " puts it down", run: func() tea.Cmd {
		return a.takeUp(s)
	}})
	return a.openPanel(p)
}

// attachTo puts a passage, and those that were lost with the same words, onto a
// stretch of the text.
func (a *App) attachTo(s strayed, on page.Range) tea.Cmd {
	d := a.doc
	to := d.anchorOf(on)
	if strings.TrimSpace(to.Exact) == "" {
		a.say("there are no words here to attach it to")
		return nil
	}
	all := []strayed{s}
	waiting := adrift(d.briefing)
	for _, o := range waiting {
		if s.anchor != nil && !o.is(s) && o.like(s) {
			all = append(all, o)
		}
	}
	say := s.String()
	if more := len(all) - 1; more > 0 {
		say += " and " + strconv.Itoa(more) + " more on these words"
	}
	if s.anchor != nil && s.anchor.State == briefings.Drifted && s.anchor.DocStart == to.DocStart && s.anchor.DocEnd == to.DocEnd {
		say = "the place of " + say + " is confirmed"
	} else {
		say += " attached to “" + firstWords(to.Exact) + "”"
	}
	left := len(waiting) - len(all)
	if !slices.ContainsFunc(waiting, s.is) {
		left++
	}
	if left > 0 {
		say += "; " + a.keyOf("next-adrift") + " shows the next of " + strconv.Itoa(left)
	}
	d.selection, d.taken = nil, strayed{}
	changed := d.briefing.attached(all, to)
	if len(changed) == 0 {
		a.say("it is gone meanwhile")
		return nil
	}
	d.point(&to)
	return a.put(say+"; "+a.keyOf("undo")+" undoes", changed...)
}

// attached are the records of passages, as they are now, with all of these put in
// a place.
func (b *holding) attached(all []strayed, to briefings.Anchor) (changed []briefings.Record) {
	at := map[briefings.Handle]briefings.Record{}
	for _, s := range all {
		h := s.record.Common().Handle
		if r := b.Record(h); at[h] == nil && r != nil {
			at[h] = r.Clone()
			changed = append(changed, at[h])
		}
		if at[h] != nil {
			briefings.Attach(at[h], b.ID, s.passage, to)
		}
	}
	return changed
}
