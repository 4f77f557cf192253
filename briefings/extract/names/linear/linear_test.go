package linear

import (
	"bytes"
	"testing"
)

// The toy language has capitalised words (feature 7 or 9) that are names of
// type 0 behind "in" (feature 3) and of type 1 elsewhere.
func toy() []Example {
	const other, in, name, strange = 1 << 50, 3 << 50, 7 << 50, 9 << 50
	sentence := func(words ...uint64) (out [][]uint64) {
		before := uint64(0)
		for _, w := range words {
			out = append(out, []uint64{w, before<<1 | 1})
			before = w
		}
		return out
	}
	return []Example{
		{Features: sentence(other, in, name), Gold: []uint8{0, 0, Begin(0)}},
		{Features: sentence(name, other), Gold: []uint8{Begin(1), 0}},
		{Features: sentence(other, name, other), Gold: []uint8{0, Begin(1), 0}},
		{Features: sentence(in, strange), Gold: []uint8{0, 0}, Allow: []uint16{1, 1 | 1<<Begin(0) | 1<<Begin(1)}},
	}
}

func label(t *testing.T, file []byte, features [][]uint64) []uint8 {
	t.Helper()
	m, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	scores := make([]Scores, len(features))
	for i, f := range features {
		m.Score(f, &scores[i])
	}
	var d Decoder
	return d.Best(scores, m.Transitions(), nil)
}

func TestATrainedModelLabelsWhatItWasTaught(t *testing.T) {
	examples := toy()
	file := Train(examples, Options{Epochs: 200, Least: 1})
	for _, e := range examples[:3] {
		if got := label(t, file, e.Features); !bytes.Equal(got, e.Gold) {
			t.Errorf("labels %v, want %v", got, e.Gold)
		}
	}
}

func TestTrainingTwiceGivesTheSameBytes(t *testing.T) {
	o := Options{Epochs: 5, Runs: 2, Seed: 3, Least: 1, Dropout: 0.2, Margin: 1}
	first, second := Train(toy(), o), Train(toy(), o)
	if !bytes.Equal(first, second) {
		t.Error("two runs differ")
	}
	o.Seed = 4
	if bytes.Equal(first, Train(toy(), o)) {
		t.Error("another seed changes nothing: it is not used")
	}
}

// With a margin, training goes on after the labels are right, until they win by
// it.
func TestAMarginMakesTheRightLabelsWinByIt(t *testing.T) {
	distance := func(margin float32) float32 {
		m, err := Open(Train(toy(), Options{Epochs: 200, Least: 1, Margin: margin}))
		if err != nil {
			t.Fatal(err)
		}
		var s Scores
		m.Score(toy()[1].Features[0], &s)
		return s[Begin(1)] - s[Begin(0)]
	}
	if without, with := distance(0), distance(20); with < without+5 {
		t.Errorf("the right label wins by %v with a margin of 20, by %v without", with, without)
	}
}

func TestAnInsideNeverFollowsAnotherType(t *testing.T) {
	scores := make([]Scores, 2)
	scores[0][Begin(0)] = 5
	scores[1][Inside(1)] = 9
	scores[1][Inside(0)] = 1
	var d Decoder
	got := d.Best(scores, new(Transitions), nil)
	if got[0] == Begin(0) && got[1] == Inside(1) {
		t.Errorf("labels %v", got)
	}
}

func TestOpenRefusesWhatIsNoModel(t *testing.T) {
	file := Train(toy(), Options{Epochs: 1, Least: 1})
	for name, data := range map[string][]byte{"empty": nil, "cut": file[:len(file)-1], "other": []byte("GIF89a")} {
		if _, err := Open(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
