package command

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

var actorKinds = []string{"state", "organization", "person", "system", "place", "group"}

func (s *session) actorsCommand() *cobra.Command {
	var kinds []string
	c := s.boardCommand(&board{
		pane:  "actors",
		short: "List who and what is spoken of",
		long: `Actors lists states, organisations, people and named systems, the most often
spoken of first. Over all briefings, actors of one name and kind are one line.`,
		example: "  dossier actors --kind system",
		keep: func(r briefings.Record) bool {
			a := r.(*briefings.Actor)
			return !a.Hidden && (len(kinds) == 0 || oneOf(string(a.Type), kinds...))
		},
		order: func(a, b row) int {
			return len(b.Record.(*briefings.Actor).Mentions) - len(a.Record.(*briefings.Actor).Mentions)
		},
		print: (*session).printCast,
	})
	c.Flags().StringSliceVar(&kinds, "kind", nil, "only these: "+strings.Join(actorKinds, ", "))
	c.PreRunE = func(c *cobra.Command, _ []string) error { return checkWords(c, "kind", kinds, actorKinds) }
	return c
}

// castMember is one actor over all briefings.
type castMember struct {
	name      string
	kind      briefings.ActorType
	mentions  int
	briefings []string // slugs
}

func (s *session) printCast(rows []row) {
	cast := castOf(rows)
	table := make([][]span, len(cast))
	for i, m := range cast {
		table[i] = []span{bold(m.name), plain(string(m.kind)), plain(count(m.mentions, "mention")),
			dim(count(len(m.briefings), "briefing") + ": " + strings.Join(m.briefings, ", "))}
	}
	s.out.table(table)
}

func castOf(rows []row) []castMember {
	type identity struct {
		name string
		kind briefings.ActorType
	}
	at := map[identity]int{}
	var cast []castMember
	for _, r := range rows {
		a := r.Record.(*briefings.Actor)
		id := identity{briefings.Fold(a.Name), a.Type}
		i, known := at[id]
		if !known {
			i = len(cast)
			at[id] = i
			cast = append(cast, castMember{name: a.Name, kind: a.Type})
		}
		cast[i].mentions += len(a.Mentions)
		if !oneOf(r.briefing.Slug, cast[i].briefings...) {
			cast[i].briefings = append(cast[i].briefings, r.briefing.Slug)
		}
	}
	slices.SortStableFunc(cast, func(a, b castMember) int { return cmp.Compare(b.mentions, a.mentions) })
	return cast
}
