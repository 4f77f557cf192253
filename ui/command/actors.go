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
		short: "List who and what is spoken of; all on one; judge",
		long: `Actors lists states, organisations, people and named systems, the most often
spoken of first. Over all briefings, actors of one name and kind are one line. With
a name it prints what all briefings say of that actor: where and when it is spoken
of, with whom, its events, limits and questions.

The commands below judge actors in the whole library: in every briefing that is
there and that is yet to come, whatever a re-import brings.`,
		example: "  dossier actors --kind system\n  dossier actors Pakistan\n  dossier actors same Türkiye Ankara:place",
		keep: func(r briefings.Record) bool {
			a := r.(*briefings.Actor)
			return !a.Hidden && (len(kinds) == 0 || oneOf(string(a.Type), kinds...))
		},
		order: func(a, b row) int {
			return len(b.Record.(*briefings.Actor).Mentions) - len(a.Record.(*briefings.Actor).Mentions)
		},
		print: (*session).printCast,
	})
	c.Use, c.Args = "actors [BRIEFING|NAME]", words(0, 1, "one briefing or actor")
	list := c.RunE
	c.RunE = func(c *cobra.Command, args []string) error {
		shown, err := s.actorPage(c, args)
		if shown || err != nil {
			return err
		}
		return list(c, args)
	}
	c.AddCommand(s.curateCommands()...)
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
