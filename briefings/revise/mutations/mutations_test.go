package main

import (
	"math/rand/v2"
	"path/filepath"
	"testing"

	"dossier/briefings"
	"dossier/briefings/corpustest"
	"dossier/briefings/extract"
	"dossier/briefings/sample"
)

// check runs every kind of edit on one document and holds the one law.
func check(t *testing.T, name string, source *extract.Source, seed uint64, anchors int) {
	t.Helper()
	for n, m := range mutations {
		rng := rand.New(rand.NewPCG(seed, uint64(n)))
		r, ok := trial(rng, source, m, anchors, func(a briefings.Anchor, there string) {
			t.Logf("%s, %s: %q came to %q", name, m.name, a.Exact, there)
		})
		if !ok {
			continue
		}
		if r.wrong > 0 {
			t.Errorf("%s, %s: %d of %d anchors were placed on another passage as certain", name, m.name, r.wrong, r.anchors)
		}
		if r.graveShown != r.graveChanged {
			t.Errorf("%s, %s: %d passages whose digits changed, %d marked", name, m.name, r.graveChanged, r.graveShown)
		}
		if r.oncePlaced != r.once {
			t.Errorf("%s, %s: of %d passages whose words stand once in each text %d were placed", name, m.name, r.once, r.oncePlaced)
		}
		if found := r.kept + r.moved + r.told; r.stands > 0 && float64(found) < 0.95*float64(r.stands) {
			t.Errorf("%s, %s: %d of %d passages that stand were found", name, m.name, found, r.stands)
		}
	}
}

func TestNothingIsPlacedWronglyInSilence(t *testing.T) {
	b, rev := sample.Document()
	rev.Number = 1
	for seed := range uint64(20) {
		check(t, "the sample", extract.NewSource(&rev, b.Meta), seed, 60)
	}
}

func TestNothingIsPlacedWronglyInTheCorpora(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(corpustest.Path(t, "corpora", "briefings", "texts"), "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, name := range names {
		source, err := prepare(name)
		if err != nil {
			t.Fatal(err)
		}
		check(t, filepath.Base(name), source, 7, 40)
	}
}

// What an edit says of where bytes went is so: without this the measure would
// measure itself.
func TestBuildTellsWhereBytesWent(t *testing.T) {
	b, rev := sample.Document()
	source := extract.NewSource(&rev, b.Meta)
	same, places := cut(source).build(source.Text)
	if same.Text() != source.Text {
		t.Fatal("a document put together again is another one")
	}
	for at, to := range places {
		if at != to && source.Text[at] != '\n' { // a line end between blocks is nobody's
			t.Fatalf("byte %d of an unchanged text is at %d", at, to)
		}
	}
	e := &editor{Rand: rand.New(rand.NewPCG(3, 3)), document: cut(source).clone()}
	e.everything()
	changed, places := e.build(source.Text)
	text, went := changed.Text(), 0
	for at, to := range places {
		if to < 0 {
			went++
		} else if text[to] != source.Text[at] {
			t.Fatalf("byte %d, %q, is said to be at %d, where %q stands", at, source.Text[at], to, text[to])
		}
	}
	if went == 0 || went == len(places) {
		t.Errorf("%d of %d bytes went", went, len(places))
	}
}
