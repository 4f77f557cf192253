package briefings

import "testing"

// A passage rests on a work that it cites, and on one whose publisher it names; a name
// within a longer word is none.
func TestAPassageRestsOnWhatItCitesOrNames(t *testing.T) {
	work := &Reference{Publisher: "The Daily Times", ContainerTitle: "Daily Times", Cited: []Anchor{{DocStart: 40, DocEnd: 43}}}
	for said, want := range map[string]bool{
		"As the Daily Times reported, a site was named.": true, "So says “DAILY TIMES”.": true, "It ran daily, times without number.": true,
		"It appears in the Daily Timeses.": false, "Nobody reported it.": false,
	} {
		if got := work.Backs(&Anchor{Exact: said, DocStart: 100, DocEnd: 150}); got != want {
			t.Errorf("%q rests on it: %v", said, got)
		}
	}
	if !work.Backs(&Anchor{Exact: "A site was named [4].", DocStart: 20, DocEnd: 44}) {
		t.Error("what is cited in the passage does not back it")
	}
	paper, plant := Actor{Name: "Daily Times"}, Actor{Name: "Baykar"}
	if !paper.Published(work) || plant.Published(work) {
		t.Error("it is not told who brought the work out")
	}
}
