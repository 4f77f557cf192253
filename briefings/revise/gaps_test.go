package revise

import (
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
)

// Equal lines side by side, as footnotes are, are known by their number and order
// between two lines that are known; by nothing, where one of them went.
func TestEqualSentencesSideBySide(t *testing.T) {
	const note = "See the annual report of the agency."
	lines := func(list ...string) string { return "# T\n\n## Notes\n\n" + strings.Join(list, "\n\n") + "\n" }
	far := []string{"Rain fell on the hills for a week.", "The mill stood still all summer.", "Two bridges were closed for repair.", "A ferry ran instead of them.", "The market was held on Fridays."}
	first, last := "The office moved to the coast last year.", "A new building opened its doors in May."
	guest := "Nobody had counted the ships before then."
	old := textOf(lines(append(append([]string{guest}, far...), first, note, note, last, "The end of the season came early.")...), 1)
	for _, c := range []struct {
		name  string
		notes []string
		want  [2]briefings.AnchorState
	}{
		{"a new line between them", []string{note, "This line is new.", note}, [2]briefings.AnchorState{briefings.Anchored, briefings.Anchored}},
		{"a line from elsewhere between them", []string{note, guest, note}, [2]briefings.AnchorState{briefings.Anchored, briefings.Anchored}},
		{"one of them went", []string{note}, [2]briefings.AnchorState{briefings.Ambiguous, briefings.Ambiguous}},
	} {
		var list []string
		if !slices.Contains(c.notes, guest) {
			list = append(list, guest)
		}
		list = append(append(append(list, far...), first), c.notes...)
		changed := textOf(lines(append(list, last, "The end of the season came early.")...), 2)
		for n, want := range c.want {
			got, _ := Reanchor(anchorAt(t, old, note, n+1), old, changed)
			if got.State != want || got.Placed() && got.DocStart != anchorAt(t, changed, note, n+1).DocStart {
				t.Errorf("%s: number %d is %q at %d, want %q", c.name, n+1, got.State, got.DocStart, want)
			}
		}
	}
}

// One of several equal sentences is known in other words where it is the only one
// between its neighbours that is like it.
func TestRepeatedSentenceInOtherWords(t *testing.T) {
	const said = "The ministry has not named a site for the plant."
	markdown := "# T\n\n## Talks\n\nThe talks began in spring. " + said + " They went on for a year.\n\n## B\n\nA fair was held in the capital. " + said + " The stand drew a crowd.\n"
	old := textOf(markdown, 1)
	changed := textOf(edit(t, markdown, "The talks began in spring. "+said, "The talks began in spring. It rained. The ministry has now named a site for the plant."), 2)
	got, p := Reanchor(anchorAt(t, old, said, 1), old, changed)
	if got.State != briefings.Drifted || string(got.Section) != "s-talks" || !p.Grave {
		t.Errorf("the changed one is %q in %s, grave %v", got.State, got.Section, p.Grave)
	}
	if got, _ = Reanchor(anchorAt(t, old, said, 2), old, changed); got.State != briefings.Anchored || string(got.Section) != "s-b" {
		t.Errorf("the other one is %q in %s", got.State, got.Section)
	}
}

// Of two sentences that differ in a word, one of which went, the other one in new
// words is not taken for the one that went.
func TestAChangedSentenceIsNotItsNeighbourInWords(t *testing.T) {
	const went, stays = "See infra the part on the enforcement of the act.", "See supra the part on the enforcement of the act."
	markdown := "# T\n\n## A\n\nThe first court agreed with the maker. " + went + " The second one did not.\n\n## B\n\nOne judge wrote alone. " + stays + " The matter rests.\n\n## C\n\nA scholar replied. " + stays + " Nobody answered him.\n"
	old := textOf(markdown, 1)
	changed := textOf(edit(t, markdown, " "+went, "", " "+stays+" The matter rests.", " The matter rests.", "Nobody answered him.", "Nobody answered him. See supra about part on the enforcement of the act."), 2)
	if got, _ := Reanchor(anchorAt(t, old, "enforcement of the act", 1), old, changed); got.State == briefings.Anchored || got.State == briefings.Moved {
		t.Errorf("what went is %q at %d", got.State, got.DocStart)
	}
}

// A line of few words beside which another one stands now is not taken for it in silence:
// its number stands once in each text.
func TestFewWordsAreNotTakenForOthers(t *testing.T) {
	markdown := "# T\n\nShips came in from the north.\n\nFigure 1.\n\nThe ports along the coast\n\nThe end of the list.\n"
	old := textOf(markdown, 1)
	changed := textOf(edit(t, markdown, "Figure 1.", "Table 1."), 2)
	if got, _ := Reanchor(anchorAt(t, old, "1", 1), old, changed); got.State != briefings.Drifted {
		t.Errorf("the number of the figure is %q at %d", got.State, got.DocStart)
	}
}
