package main

import (
	"os"
	"testing"

	"dossier/briefings/corpustest"
)

// shareWanted is how many of a hundred sentences must come out right, those that
// differ by a convention counted with them.
const shareWanted = 75

func TestSentencesOfRecognizersText(t *testing.T) {
	shared := corpustest.Dir()
	if _, err := os.Stat(specificationsIn(shared)); shared == "" || err != nil {
		t.Skip("there are no sentences of Recognizers-Text in the folder with corpora")
	}
	tally, err := judgeAll(t.Output(), shared)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"date", "daterange", "time"} {
		t.Run(kind, func(t *testing.T) {
			if tally.counts[kind][passed] == 0 {
				t.Errorf("no sentence of this kind is right")
			}
			t.Logf("%4d right", tally.counts[kind][passed])
			for _, outcome := range outcomes {
				if n := tally.counts[kind][outcome]; n > 0 {
					t.Logf("%4d %s", n, outcome)
				}
			}
		})
	}
	t.Logf("%d of %d right, %.1f %%; with differences of convention %d, %.1f %%",
		tally.right, tally.total, percent(tally.right, tally.total), tally.right+tally.allowed, tally.share())
	if tally.share() < shareWanted {
		t.Errorf("%.1f %% of the sentences come out right or differ by a convention, want %d %%", tally.share(), shareWanted)
	}
}
