package main

import (
	"fmt"
	"testing"

	"dossier/briefings/corpustest"
)

// A file of weights is what its texts teach, whoever learns from them: not all
// of the texts of the committed ones are ours to give away.
func TestTheSameTextsTeachTheSame(t *testing.T) {
	corpustest.Path(t, "corpora", "briefings")
	c := corpora{shared: corpustest.Dir(), extract: ".."}
	for _, l := range learners {
		var files [2]string
		for i := range files {
			docs, err := c.read(l)
			if err != nil {
				t.Fatal(err)
			}
			files[i] = l.weights(docs)
		}
		if files[0] != files[1] {
			t.Errorf("two files of weights of a %s differ", l.name)
		}
	}
}

func TestRegressionLearnsWhatPartsSamples(t *testing.T) {
	var samples []sample
	for i := range rarest {
		samples = append(samples, sample{i, []string{"bias", "keep", "code"}, true}, sample{i, []string{"bias", "keep"}, false},
			sample{i, []string{"bias", "code"}, false}, sample{i, []string{"bias"}, false})
	}
	m := learn(samples)
	both, one := m.score([]string{"bias", "keep", "code"}), m.score([]string{"bias", "keep"})
	if both <= one || m["keep"] <= 0 || m["bias"] >= 0 {
		t.Errorf("both %.2f, one %.2f, weights %v", both, one, m)
	}
}

// A group in which what is looked for is frequent teaches nothing of how
// frequent it is elsewhere, and its cues nothing of what cues are worth.
func TestOnlyFreshTextsTeachHowFrequentAndHowReliable(t *testing.T) {
	fresh, own := document{group: group{name: "fresh", fresh: true}}, document{group: group{name: "own"}}
	s := sentence{features: []string{"bias", "cued", "tells-gap", "~word"}}
	if got := fmt.Sprint(fresh.features(s)); got != "[bias cued tells-gap ~word]" {
		t.Error("fresh:", got)
	}
	if got := fmt.Sprint(own.features(s)); got != "[bias ~word group own]" {
		t.Error("own:", got)
	}
}
