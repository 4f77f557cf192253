package command

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

// actorPage prints what the library says of the actor that a word names, and
// whether it names one: the whole id or slug of a briefing comes first, then the
// name of an actor, then the beginnings of slugs.
func (s *session) actorPage(c *cobra.Command, args []string) (bool, error) {
	if len(args) == 0 {
		return false, nil
	}
	lib, err := s.stocked(c.Context())
	if err != nil {
		return false, err
	}
	if id, err := lib.Find(c.Context(), args[0]); err == nil {
		if meta, err := lib.Meta(c.Context(), id); err != nil || strings.EqualFold(args[0], meta.ID) || strings.EqualFold(args[0], meta.Slug) {
			return false, err
		}
	}
	found, err := actorNamed(c.Context(), lib, args[0])
	if err != nil {
		if _, isBriefing := find(c.Context(), lib, args[0]); isBriefing == nil {
			return false, nil
		}
		return true, err
	}
	p, err := profileOf(c.Context(), lib, found.shown, found.kind)
	if err != nil {
		return true, err
	}
	if asJSON, _ := c.Flags().GetBool("json"); asJSON {
		return true, printJSON(s.out, &map[string]any{"version": jsonVersion, "actor": p,
			"events": spokenRows(p.Events), "limits": spokenRows(p.Limits), "questions": spokenRows(p.Questions),
			"references": spokenRows(p.Works), "annotations": spokenRows(p.Notes)})
	}
	s.printProfile(p)
	return true, nil
}

// profileOf reads what all briefings say of an actor.
func profileOf(ctx context.Context, lib *store.Library, name string, kind briefings.ActorType) (*briefings.Profile, error) {
	p := briefings.NewProfile(name, kind)
	var in []briefings.Summary
	err := lib.Each(ctx, briefings.KindActor, func(s briefings.Summary, r briefings.Record) error {
		if p.Is(r.(*briefings.Actor)) && (len(in) == 0 || in[len(in)-1].ID != s.ID) {
			in = append(in, s)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, s := range in {
		b, err := lib.Briefing(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		p.Add(s, b)
	}
	p.Settle()
	return p, nil
}

func spokenRows(spoken []briefings.Spoken) *[]row {
	rows := make([]row, len(spoken))
	for i, s := range spoken {
		rows[i] = row{briefing: s.Briefing, Record: s.Record}
	}
	return &rows
}

// companionsShown is how many of those who are spoken of with an actor are
// printed.
const companionsShown = 12

// barWidth is the cells of the longest bar of a year.
const barWidth = 40

func (s *session) printProfile(p *briefings.Profile) {
	s.out.line(bold(p.Name), dim("  "+string(p.Type)+" · "+count(p.Mentions, "mention")+" in "+count(len(p.Briefings), "briefing")))
	var forms []string
	for _, a := range p.Aliases {
		if a.Text != p.Name {
			forms = append(forms, a.Text+" ("+string(a.Type)+")")
		}
	}
	if len(forms) > 0 {
		s.out.paragraph("  ", "also: "+strings.Join(forms, ", "), normal)
	}
	s.profileTitle("Briefings", len(p.Briefings))
	table := make([][]span, len(p.Briefings))
	for i, b := range p.Briefings {
		table[i] = []span{dim("  " + orElse(shownDate(b.Date), "undated")), plain(b.Title), plain(count(b.Mentions, "mention")), span{b.Slug + "#" + string(b.Handle), accent}}
	}
	s.out.table(table)
	s.printYears(p.Years)
	if len(p.With) > 0 {
		s.profileTitle("With", len(p.With))
		with := make([]string, 0, companionsShown)
		for _, c := range p.With[:min(len(p.With), companionsShown)] {
			with = append(with, c.Name+" ("+count(c.Times, "time")+")")
		}
		s.out.paragraph("  ", strings.Join(with, ", "), normal)
	}
	for _, part := range []struct {
		title  string
		spoken []briefings.Spoken
	}{{"Timeline", p.Events}, {"Limits", p.Limits}, {"Questions", p.Questions}, {"References", p.Works}, {"Notes", p.Notes}} {
		if len(part.spoken) == 0 {
			continue
		}
		s.profileTitle(part.title, len(part.spoken))
		for _, r := range part.spoken {
			s.printRecord(r.Record, r.Within)
			s.out.line(dim(indent + "in " + r.Briefing.Slug))
		}
	}
}

func (s *session) profileTitle(title string, n int) {
	s.out.line()
	s.out.line(bold(title), dim(" ("+strconv.Itoa(n)+")"))
}

// printYears draws how often the actor is spoken of in the briefings of each
// year.
func (s *session) printYears(years []briefings.YearCount) {
	if len(years) < 2 {
		return
	}
	most := 1
	for _, y := range years {
		most = max(most, y.Mentions)
	}
	s.out.line()
	s.out.line(bold("Mentions by year of the briefing"))
	for _, y := range years {
		bar := strings.Repeat("█", (y.Mentions*barWidth+most-1)/most)
		s.out.line(dim("  "+y.Year+"  "), span{bar, accent}, plain(" "+count(y.Mentions, "mention")))
	}
}
