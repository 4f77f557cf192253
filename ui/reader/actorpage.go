package reader

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/ui/theme"
)

// actorEverywhere opens the page of the actor under the cursor: what all
// briefings say of it.
func (a *App) actorEverywhere() tea.Cmd {
	if a.doc != nil {
		return a.withActor("Whose page?", a.readProfile)
	}
	if a.board != nil && a.board.current() != nil {
		if actor, ok := a.board.current().record.(*briefings.Actor); ok {
			return a.readProfile(actor)
		}
	}
	a.say("no actor here: 4 lists those of all briefings")
	return nil
}

func (a *App) readProfile(of *briefings.Actor) tea.Cmd {
	p, all := briefings.NewProfile(of.Name, of.Type), len(a.shelf.all)
	v := &view{b: &holding{}, theme: a.theme, today: a.today(), long: 1}
	return a.begin("reading all that is said of "+p.Name, func(ctx context.Context, progress Progress) tea.Msg {
		if err := fillProfile(ctx, a.cfg.Library, p, all, progress); err != nil {
			return failed("could not read what the briefings say of "+p.Name, err)
		}
		page := a.profilePage(v, p)
		return then(func(a *App) tea.Cmd { return a.openPanel(page) })
	})
}

// fillProfile reads the briefings that speak of the actor, of all that there are.
func fillProfile(ctx context.Context, lib Library, p *briefings.Profile, all int, progress Progress) error {
	var in []briefings.Summary
	err := eachOf(ctx, lib, briefings.KindActor, all, progress, func(s briefings.Summary, r briefings.Record) {
		if p.Is(r.(*briefings.Actor)) && (len(in) == 0 || in[len(in)-1].ID != s.ID) {
			in = append(in, s)
		}
	})
	if err != nil {
		return err
	}
	for i, s := range in {
		progress(i, len(in))
		b, err := lib.Briefing(ctx, s.ID)
		if err != nil {
			return err
		}
		p.Add(s, b)
	}
	p.Settle()
	return nil
}

// profilePage is the page of an actor, over the whole height; each line of it is one
// Enter away from its passage. It is made in a command: it may have tens of
// thousands of lines.
func (a *App) profilePage(v *view, p *briefings.Profile) *panel {
	page := &panel{title: p.Name + " · " + string(p.Type) + " · " + plural(p.Mentions, "mention", "mentions") + " in " + plural(len(p.Briefings), "briefing", "briefings"),
		hint:    "Enter goes there   / filters   Esc closes",
		narrows: true, tall: true}
	if forms := otherNames(p.Name, p.Aliases); forms != "" {
		page.lines = append(page.lines, line{lead: "also", text: forms})
	}
	page.lines = append(page.lines, line{heading: true, text: "Briefings"})
	for _, b := range p.Briefings {
		at := Passage{Briefing: b.Briefing, Title: b.Title}
		if len(b.Actor.Mentions) > 0 {
			at.Anchor = &b.Actor.Mentions[0]
		}
		page.lines = append(page.lines, line{lead: b.Date, text: b.Title, right: plural(b.Mentions, "mention", "mentions"), run: func() tea.Cmd { return a.openPassage(at) }})
	}
	page.lines = append(page.lines, yearLines(v.theme, p.Years)...)
	page.lines = append(page.lines, a.companionLines(v.theme, p)...)
	for _, part := range []struct {
		title  string
		spoken []briefings.Spoken
	}{{"Timeline", p.Events}, {"Limits", p.Limits}, {"Questions", p.Questions}, {"References", p.Works}, {"Notes", p.Notes}} {
		if len(part.spoken) > 0 {
			page.lines = append(page.lines, line{heading: true, text: part.title})
		}
		for _, s := range part.spoken {
			page.lines = append(page.lines, a.spokenLine(v, s))
		}
	}
	page.foldAll()
	return page
}

// yearBar is the cells of the longest bar of a year.
const yearBar = 30

// yearLines draw how often the briefings of each year speak of the actor; one
// year alone says nothing.
func yearLines(t *theme.Theme, years []briefings.YearCount) []line {
	if len(years) < 2 {
		return nil
	}
	most := 1
	for _, y := range years {
		most = max(most, y.Mentions)
	}
	full := t.Glyphs.Strip[len(t.Glyphs.Strip)-1]
	out := []line{{heading: true, text: "Over time, by the year of the briefing"}}
	for _, y := range years {
		bar := strings.Repeat(full, (y.Mentions*yearBar+most-1)/most)
		out = append(out, line{lead: y.Year, text: strings.TrimSpace(bar + " " + strconv.Itoa(y.Mentions)), right: plural(y.Briefings, "briefing", "briefings")})
	}
	return out
}

// companionsListed is how many of those spoken of together are listed.
const companionsListed = 8

// companionLines list who is spoken of close by; Enter opens their page.
func (a *App) companionLines(t *theme.Theme, p *briefings.Profile) []line {
	if len(p.With) == 0 {
		return nil
	}
	out := []line{{heading: true, text: "With"}}
	for _, c := range p.With[:min(len(p.With), companionsListed)] {
		out = append(out, line{lead: actorGlyph(t, c.Type), text: c.Name, right: plural(c.Times, "time", "times"),
			run: func() tea.Cmd { return a.readProfile(&briefings.Actor{Name: c.Name, Type: c.Type}) }})
	}
	return out
}

// spokenLine shows a record that speaks of the actor as its pane does.
func (a *App) spokenLine(v *view, s briefings.Spoken) line {
	l := line{text: s.Record.Line(), right: s.Briefing.Title}
	switch r := s.Record.(type) {
	case *briefings.Event:
		glyph, role := eventGlyph(v, r)
		l.lead, l.glyph, l.role, l.gist = shownDate(r.When), glyph, role, gistOf(r)
	case *briefings.Question:
		it := questionItem(v, r)
		l.lead = it.glyph
	case *briefings.Limit:
		l.lead = transferWord(r.Transfer)
	case *briefings.Reference:
		l.lead = cmp.Or(r.Grade.String(), "ungraded")
	}
	anchor := firstAnchor(s.Record.Common())
	if n, ok := s.Record.(*briefings.Annotation); ok && anchor == nil {
		l.run = func() tea.Cmd {
			a.target = target{record: n.Re}
			return tea.Sequence(a.keep(), a.open(s.Briefing.ID))
		}
	}
	if anchor != nil {
		at := Passage{Briefing: s.Briefing.ID, Title: s.Briefing.Title, Anchor: anchor}
		l.run = func() tea.Cmd { return a.openPassage(at) }
	}
	return l
}
