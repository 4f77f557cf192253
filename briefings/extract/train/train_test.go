package main

import (
	"os"
	"path/filepath"
	"testing"

	"dossier/briefings/corpustest"
)

func TestTheWeightsAreWhatTheTextsTeach(t *testing.T) {
	corpustest.Path(t, "corpora", "briefings")
	for _, l := range learners {
		docs, err := read(l, corpustest.Dir(), "..", false)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("..", "data", l.file))
		if err != nil {
			t.Fatal(err)
		}
		if l.weights(docs) != string(want) {
			t.Errorf("%s is not what its texts teach: run go run ./briefings/extract/train", l.file)
		}
	}
}

func TestRegressionLearnsWhatPartsSamples(t *testing.T) {
	var samples []sample
	for range rarest {
		samples = append(samples, sample{pairs([]string{"bias", "keep", "code"}), true}, sample{pairs([]string{"bias", "keep"}), false},
			sample{pairs([]string{"bias", "code"}), false}, sample{pairs([]string{"bias"}), false})
	}
	m := learn(samples)
	both, one := m.score(pairs([]string{"bias", "keep", "code"})), m.score(pairs([]string{"bias", "keep"}))
	if both <= one || m["keep"] <= 0 || m["bias"] >= 0 {
		t.Errorf("both %.2f, one %.2f, weights %v", both, one, m)
	}
}
