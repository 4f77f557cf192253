package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// correctable is what has fields that a person corrects: a record, or a briefing itself.
type correctable interface {
	kind() briefings.Kind // under which the fields have their words
	title() string
	// decisions are lines above the fields, on values that wait beside some of them.
	decisions(a *App) []line
	fields(a *App) []briefings.Field
	// shown is the value of a field as the list shows it.
	shown(f briefings.Field) string
	step(a *App, f briefings.Field) step
	changed(a *App, f briefings.Field, value string) (correctable, error)
	// save saves what a field was changed to.
	save(a *App, f briefings.Field, to correctable, value string) tea.Cmd
	// in is the same as a briefing has it that was read again; nil if it is gone.
	in(b *holding) correctable
}

// correcting is what goes through the fields of something. Their list comes back as
// soon as one was said, before the disk has it, and stays until Esc: a person corrects
// several, and letters typed ahead must never be keys.
type correcting struct {
	is   correctable // as it was saved last
	list *panel
}

// correct lists the fields of something; Enter on one asks for its new value.
func (a *App) correct(what correctable) tea.Cmd {
	return a.correctBehind(what, "")
}

// correctBehind lists them with the cursor behind one. The review stays on a record
// meanwhile, though it is decided as soon as one of them was said.
func (a *App) correctBehind(what correctable, behind string) tea.Cmd {
	if r, is := what.(aRecord); is && a.doc.focus == "review" {
		a.doc.view.held = r.Common().Handle
	}
	c := &correcting{is: what}
	return c.open(a, behind)
}

// left is what comes when the fields are left: the next record of the review, or the
// board from which one was to be corrected.
func (c *correcting) left(a *App) tea.Cmd {
	if d := a.doc; d != nil && d.view.held != "" {
		d.view.held = ""
		d.pane("review").load(d.view)
		d.nextToReview()
	}
	return a.errandLeft()
}

// open lists the fields with the cursor behind one, "" for none.
func (c *correcting) open(a *App, behind string) tea.Cmd {
	c.list = &panel{title: "Correct the " + c.named(a), hint: "type to find   ↑ ↓ move   Enter changes   Esc closes", filters: true, lines: c.lines(a)}
	c.list.left = func() tea.Cmd { return c.left(a) }
	cmd := a.openPanel(c.list)
	label := wordsFor(c.is.kind(), behind).Label
	c.list.moveTo(slices.IndexFunc(c.list.lines, func(l line) bool { return l.lead == label && label != "" }) + 1)
	return cmd
}

// namedFrom is the width from which the head of the list has room for which record it is.
const namedFrom = 60

// named says what is corrected; of a record, where there is room for it, which.
func (c *correcting) named(a *App) string {
	if r, is := c.is.(aRecord); is && a.width >= namedFrom {
		return strings.TrimPrefix(calledByName(r.Record), "the ")
	}
	return called(c.is.kind())
}

func (c *correcting) lines(a *App) []line {
	lines := c.is.decisions(a)
	for _, f := range c.is.fields(a) {
		lines = append(lines, line{lead: wordsFor(c.is.kind(), f.Name).Label, text: c.is.shown(f), run: func() tea.Cmd { return c.ask(a, f) }})
	}
	return lines
}

// ask asks for a field and saves it.
func (c *correcting) ask(a *App, f briefings.Field) tea.Cmd {
	was := c.is
	s := was.step(a, f)
	s.check = func(value string) error {
		_, err := was.changed(a, f, value)
		return err
	}
	a.form = newForm("Correct the "+called(was.kind()), was.title(), briefings.Draft{}, func(v []string) tea.Cmd {
		was := c.is // of which another field may have been saved meanwhile
		changed, err := was.changed(a, f, v[0])
		if err != nil {
			a.warn("not changed: " + err.Error())
			return nil
		}
		c.is = changed
		c.open(a, f.Name)
		return c.settled(was.save(a, f, changed, v[0]), was)
	}, s)
	a.form.editor = len(a.cfg.Editor) > 0
	a.form.left = func() tea.Cmd { return c.left(a) }
	return nil
}

// settled saves, and lists then what the disk has: the next field is changed of that.
// What it did not take does not stand there as if it had.
func (c *correcting) settled(save tea.Cmd, was correctable) tea.Cmd {
	if save == nil {
		c.is = was
		return nil
	}
	return func() tea.Msg {
		msg := save()
		switch got := msg.(type) {
		case refreshed:
			return then(func(a *App) tea.Cmd {
				c.settle(a, was.in(got.briefing))
				return got.arrive(a)
			})
		case told:
			return then(func(a *App) tea.Cmd {
				c.settle(a, was)
				return got.arrive(a)
			})
		}
		return msg
	}
}

func (c *correcting) settle(a *App, is correctable) {
	if is == nil {
		return
	}
	c.is = is
	if a.panel == c.list {
		c.list.exchange(c.lines(a), a.theme)
	}
}
