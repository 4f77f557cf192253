package reader

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// reviewPane lists what was found and waits for a person's eye, each beside its
// passage: t lets it stand, e corrects it, D rejects it, and the next one comes.
func reviewPane() *pane {
	return &pane{id: "review", title: "Review", hints: []action{"accept", "edit", "reject", "provenance", "go", "help", "accept-group"},
		build: review,
		list:  list{empty: "Everything that was found here has been looked at."}}
}

func review(v *view) content {
	c := content{of: v.b}
	waiting := map[briefings.Kind][]int32{}
	all, left := 0, 0
	for i := range v.b.cards {
		card := &v.b.cards[i]
		if !card.is(reviewable) {
			continue
		}
		all++
		if card.is(awaits) {
			left++
		}
		if card.is(awaits) || v.b.has(card, v.held) {
			waiting[card.kindOf()] = append(waiting[card.kindOf()], int32(i))
		}
	}
	c.count = fmt.Sprintf("%d of %d done", all-left, all)
	for _, it := range dateItems(v) {
		c.add(-1, it)
	}
	for _, p := range panes() {
		cards := waiting[p.kind]
		if len(cards) == 0 {
			continue
		}
		slices.SortStableFunc(cards, func(x, y int32) int { return v.b.cards[x].at() - v.b.cards[y].at() })
		c.head(item{text: strings.ToLower(p.title), role: v.theme.Dim, right: fmt.Sprint(len(cards))})
		for _, card := range cards {
			c.all = append(c.all, row{made: -1, card: card})
		}
	}
	c.draw = func(_ *row, record briefings.Record) item { return reviewItem(v, record) }
	return c
}

// dateItems say that the briefing has no date, from which those in its text are
// counted: nothing that was found is as much worth a look.
func dateItems(v *view) []item {
	if v.b.Date != "" {
		return nil
	}
	says := briefings.DatedAs("", v.b.Reference) + ": e sets the date"
	return []item{{glyph: v.theme.Glyphs.Open, role: v.theme.Open, text: says, detail: func() []string {
		if since := shownDate(v.b.Reference.Date); since != "" {
			return []string{"Days such as “last month” are counted from " + since + "."}
		}
		return nil
	}}}
}

// reviewItem shows a record as its own pane does, with all that has to be
// judged in its text, and the rule that found it.
func reviewItem(v *view, r briefings.Record) item {
	it := itemOf(v, r)
	if lead, gist := it.lead, it.gist; lead != "" {
		it.lead, it.text = "", lead+"  "+it.text
		if gist != nil {
			it.gist = func() string { return lead + "  " + gist() }
		}
	}
	it.right, it.dim = "", false
	about := it.detail
	it.detail = func() []string {
		lines := about()
		if rule := r.Common().Rule; rule != "" {
			at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "“") })
			if at < 0 {
				at = len(lines)
			}
			lines = slices.Insert(lines, at, "Because "+becauseOf(rule))
		}
		return lines
	}
	return it
}

// openReview gives the keyboard to the review and lights up the passage of what
// it comes to.
func (a *App) openReview() tea.Cmd {
	from := a.doc.focus
	cmd := a.attend("review")
	if p := a.doc.pane("review"); from != "review" {
		p.cursor, p.top = 0, 0 // what the text stands at is no place to begin
		p.settle(1)
	}
	a.doc.nextToReview()
	return cmd
}

// accept lets what is under the cursor stand; a proposed question becomes the
// person's own.
func (a *App) accept() tea.Cmd {
	r := a.doc.record()
	if n := a.doc.evidence(); n > 0 {
		return a.judge(r.(*briefings.Question), n-1, true)
	}
	if r == nil || !briefings.Awaits(r) {
		a.say("nothing waits here for a yes; 8 lists what does")
		return nil
	}
	changed := r.Clone()
	briefings.Approve(changed, a.cfg.Author, a.cfg.Now().UTC())
	say := "accepted: " + strings.TrimPrefix(calledByName(r), "the ") + "; U undoes"
	if r.Kind() == briefings.KindQuestion {
		say = "accepted as an open question"
	}
	return a.put(say, changed)
}

// acceptGroup lets all of a kind stand that wait for review, after a yes.
func (a *App) acceptGroup() tea.Cmd {
	r := a.doc.record()
	if r == nil || !briefings.Awaits(r) {
		a.say("go to a line in 8 first; T lets all of its group stand")
		return nil
	}
	b := a.doc.briefing
	var group []int32
	for i, c := range b.of(r.Kind()) {
		if c.is(awaits) {
			group = append(group, i)
		}
	}
	what := plural(len(group), string(r.Kind()), string(r.Kind())+"s")
	return a.ask("Accept all?", what+" of this briefing that nobody looked at", briefings.Draft{Record: r.Common().Handle}, func(v []string) tea.Cmd {
		if v[0] != "yes" {
			return nil
		}
		return a.approveAll(b, group, "accepted: "+what+"; U undoes")
	}, step{label: "accept", choices: []string{"no", "yes"}})
}

// approveAll lets the records of cards stand, as one step. There may be tens of
// thousands; what is ended before the disk has them leaves all as it was.
func (a *App) approveAll(b *holding, cards []int32, say string) tea.Cmd {
	by, at := a.cfg.Author, a.cfg.Now().UTC()
	return a.begin("letting stand", func(ctx context.Context, progress Progress) tea.Msg {
		group := make([]briefings.Record, 0, len(cards))
		for some := range slices.Chunk(cards, readAtOnce) {
			records, err := b.read(some...)
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return failed("not saved", err)
			}
			for _, r := range records {
				if r != nil {
					changed := r.Clone()
					briefings.Approve(changed, by, at)
					group = append(group, changed)
				}
			}
			progress(len(group), len(cards))
		}
		if len(group) == 0 {
			return told{"none of them is there any more", false}
		}
		return a.save(ctx, b.ID, say, group)
	})
}

// nextToReview lights up the passage of what the review comes to when something
// has been judged.
func (d *document) nextToReview() {
	if d.focus != "review" {
		return
	}
	if it := d.focused().current(); it != nil && it.anchor != nil {
		d.point(it.anchor)
	}
}
