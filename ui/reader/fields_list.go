package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// correcting is what goes through the fields of a record. Their list comes back as
// soon as one was said, before the disk has it, and stays until Esc: a person corrects
// several, and letters typed ahead must never be keys.
type correcting struct {
	record briefings.Record // as it was saved last
	list   *panel
}

// correctFields lists the fields of a record; Enter on one asks for its new value.
func (a *App) correctFields(r briefings.Record) tea.Cmd {
	c := &correcting{record: r}
	return c.open(a, "")
}

// open lists the fields with the cursor behind one, "" for none.
func (c *correcting) open(a *App, behind string) tea.Cmd {
	c.list = fieldList(called(c.record.Kind()), c.lines(a))
	if a.doc.errand {
		c.list.left = func() tea.Cmd { return a.errandDone("") }
	}
	cmd := a.openPanel(c.list)
	c.list.moveTo(lineBehind(c.list.lines, wordsFor(c.record.Kind(), behind).Label))
	return cmd
}

func (c *correcting) lines(a *App) []line {
	lines := a.pendingLines(c.record)
	for _, f := range a.fieldsOf(c.record) {
		w := wordsFor(c.record.Kind(), f.Name)
		lines = append(lines, line{lead: w.Label, text: w.said(f.Value), run: func() tea.Cmd { return c.ask(a, f) }})
	}
	return lines
}

// ask asks for a field and saves it.
func (c *correcting) ask(a *App, f briefings.Field) tea.Cmd {
	done := func(v []string) tea.Cmd {
		was := c.record
		changed, err := a.changedTo(was, f, v[0])
		if err != nil {
			a.warn("not changed: " + err.Error())
			return nil
		}
		c.record = changed
		c.open(a, f.Name)
		return c.settled(a.saveField(was, f, changed, v[0]), was)
	}
	r := c.record
	s := a.fieldStep(r.Kind(), f)
	s.check = func(value string) error {
		_, err := a.changedTo(r, f, value)
		return err
	}
	return a.ask("Correct the "+called(r.Kind()), r.Line(), briefings.Draft{Record: r.Common().Handle}, done, s)
}

// saveField saves a record that was changed; what an actor is called and is holds in
// every briefing.
func (a *App) saveField(r briefings.Record, f briefings.Field, changed briefings.Record, value string) tea.Cmd {
	if actor, ok := r.(*briefings.Actor); ok && f.Name == "name" {
		return a.callActor(actor, value)
	} else if ok && f.Name == "kind" {
		return a.kindOfActor(actor, value)
	}
	return a.put("saved: "+wordsFor(r.Kind(), f.Name).Label, changed)
}

// settled saves, and lists then what the disk has: the next field is changed of that.
// What it did not take does not stand there as if it had.
func (c *correcting) settled(save tea.Cmd, was briefings.Record) tea.Cmd {
	if save == nil {
		c.record = was
		return nil
	}
	return func() tea.Msg {
		msg := save()
		switch got := msg.(type) {
		case refreshed:
			return then(func(a *App) tea.Cmd {
				c.settle(a, got.briefing.Record(was.Common().Handle))
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

func (c *correcting) settle(a *App, r briefings.Record) {
	if r == nil {
		return
	}
	c.record = r
	if a.panel == c.list {
		c.list.exchange(c.lines(a), a.theme)
	}
}

// correctFacts lists the fields of a briefing itself, and correctFactsBehind them with
// the cursor behind one.
func (a *App) correctFacts(m briefings.Meta) tea.Cmd { return a.correctFactsBehind(m, "") }

func (a *App) correctFactsBehind(m briefings.Meta, behind string) tea.Cmd {
	var lines []line
	for _, f := range briefings.MetaFields(&m) {
		l := line{lead: wordsFor(ofBriefing, f.Name).Label, text: f.Value, run: func() tea.Cmd { return a.askFact(m, f) }}
		if f.Name == "date" && f.Value == "" {
			l.text = briefings.DatedAs(m.Date, m.Reference)
		}
		lines = append(lines, l)
	}
	p := fieldList("briefing", lines)
	cmd := a.openPanel(p)
	p.moveTo(lineBehind(lines, wordsFor(ofBriefing, behind).Label))
	return cmd
}

// askFact asks for a field of a briefing itself and saves it. A date that was read from
// the text stands there to be confirmed; entries that hang on it move with it.
func (a *App) askFact(m briefings.Meta, f briefings.Field) tea.Cmd {
	s := a.fieldStep(ofBriefing, f)
	if f.Name == "date" && f.Value == "" && m.Reference.Rule != briefings.DatedByImport {
		s.preset = m.Reference.Date
	}
	set := func(value string) (changed briefings.Meta, kept string, err error) {
		if kept, err = a.dated(f, value); err != nil {
			return m, kept, err
		}
		changed = m
		return changed, kept, briefings.SetMetaField(&changed, f.Name, kept, a.cfg.Author, a.cfg.Now().UTC())
	}
	s.check = func(value string) error {
		_, _, err := set(value)
		return err
	}
	a.form = newForm("Correct the briefing", m.Title, briefings.Draft{}, func(v []string) tea.Cmd {
		changed, kept, _ := set(v[0]) // which was checked
		a.correctFactsBehind(changed, f.Name)
		save, list := a.correct(m.ID, f.Name, kept), a.panel
		return func() tea.Msg {
			msg := save()
			said, is := msg.(told)
			if !is {
				return msg
			}
			return then(func(a *App) tea.Cmd {
				if a.panel == list {
					a.correctFactsBehind(m, f.Name)
				}
				return said.arrive(a)
			})
		}
	}, s)
	a.form.editor = len(a.cfg.Editor) > 0
	return nil
}

// fieldList is such a list.
func fieldList(of string, lines []line) *panel {
	return &panel{title: "Correct the " + of, hint: "type to find   ↑ ↓ move   Enter changes   Esc closes", filters: true, lines: lines}
}

// lineBehind is the line behind the one of a field, the first if none is called so.
func lineBehind(lines []line, label string) int {
	return slices.IndexFunc(lines, func(l line) bool { return l.lead == label && label != "" }) + 1
}
