package extract

import (
	"strings"
	"testing"
)

// TestOffersOfThreePairs holds, for an older briefing with open questions, which
// passages of a follow-up are offered, and that a briefing on another matter with
// a name or a word in common offers none. Both are of a page's length, as a word
// is rare only among many.
func TestOffersOfThreePairs(t *testing.T) {
	for _, c := range []struct {
		name                    string
		actors                  []string
		older, newer, unrelated string
		want                    []string // starts of the passages offered, in their order
	}{
		{"a price and a successor", []string{"a-orla organization Orla", "a-freedonia state Freedonia", "a-kite system Kite"},
			"# A drone for Freedonia\n\n## What is known\n\nOrla sold the Kite to Freedonia in May. Orla has not disclosed the price of the maintenance contract. It is unclear whether Freedonia will receive the source code of the autopilot.\n",
			"# Auditors look at the Kite\n\n## Findings\n\nThe auditors met in June. Freedonia paid Orla a price of 40 million crowns for maintenance. Lunch was late. The source code of the autopilot stays with Orla, and Freedonia may not read it. The hall was cold.\n",
			"# A bridge in Freedonia\n\n## Works\n\nFreedonia paid 40 million crowns for a bridge. The contract names two builders. Its price went up. The source of the river is far away.\n",
			[]string{"Freedonia paid Orla a price", "The source code of the"}},
		{"a site and its permit", []string{"a-voltan organization Voltan", "a-sylvania state Sylvania", "a-mirel place Mirel"},
			"# A battery plant\n\n## Open\n\nVoltan builds a battery plant in Sylvania. It is not known who will supply the lithium for the plant at Mirel. The regulator has yet to issue the water permit for Mirel.\n",
			"# Mirel gets its water\n\n## News\n\nThe regulator of Sylvania issued the water permit for Mirel on Monday. A choir sang. Voltan signed with a mine in the north, which will supply lithium for the Mirel plant. Snow fell.\n",
			"# Wine of Mirel\n\n## The harvest\n\nMirel made more wine than ever. Water was scarce in August. The regulator of prices met the growers of Sylvania. A plant louse was seen.\n",
			[]string{"Voltan signed with a mine", "The regulator of Sylvania issued"}},
		{"a test and an export licence", []string{"a-harrow organization Harrow", "a-borduria state Borduria", "a-sting system Sting"},
			"# The Sting waits\n\n## Unknown\n\nHarrow tests the Sting missile. Neither Harrow nor Borduria has confirmed the range of the Sting in the winter trial. It is unclear whether Borduria will grant the export licence for the seeker.\n",
			"# The Sting flies\n\n## The trial\n\nIn the winter trial the Sting reached a range of 90 kilometres, Harrow said. Reindeer watched. Borduria refused the export licence for the seeker in March. The pilots went home.\n",
			"# Bees of Borduria\n\n## Honey\n\nBorduria sells honey. A bee may sting in winter. The export of honey needs a licence. The range of the bees is small.\n",
			[]string{"In the winter trial the", "Borduria refused the export licence"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, older := briefingOf(t, "B1", c.older, c.actors...)
			if len(older.Questions) != 2 {
				t.Fatalf("the older briefing has %d questions, want 2", len(older.Questions))
			}
			s, newer := briefingOf(t, "B2", c.newer+strings.Repeat("Rain came from the west. ", 25), c.actors...)
			var got []string
			for _, o := range Evidence(s, newer, pending(older)) {
				got = append(got, firstWords(o.Evidence.Anchor.Exact, len(strings.Fields(c.want[min(len(got), len(c.want)-1)]))))
				if !strings.Contains(o.Evidence.Reason, "names ") && !strings.Contains(o.Evidence.Reason, "shares ") {
					t.Errorf("%q is offered because %q", o.Evidence.Anchor.Exact, o.Evidence.Reason)
				}
			}
			if g, w := strings.Join(got, "\n"), strings.Join(c.want, "\n"); g != w {
				t.Errorf("offered:\n%s\nwant:\n%s", g, w)
			}
			s, other := briefingOf(t, "B3", c.unrelated+strings.Repeat("Rain came from the west. ", 25), c.actors...)
			if offers := offersOf(s, other, pending(older)); offers != "" {
				t.Errorf("the unrelated briefing offers:\n%s", offers)
			}
		})
	}
}
