package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dossier/briefings/extract/names/linear"
)

const fixture = `{"id":"1","text":"Ada Holm leads Delta Bank in Oslo.","ents":[{"s":0,"e":8,"t":"PER"},{"s":15,"e":25,"t":"ORG"},{"s":29,"e":33,"t":"LOC"}]}
{"id":"2","text":"The bank in Oslo told Ada Holm of the Gull.","ents":[{"s":12,"e":16,"t":"LOC"},{"s":22,"e":30,"t":"PER"},{"s":38,"e":42,"t":"SYS"}]}
{"id":"3","text":"President Jon Berg left Lima.","ents":[{"s":0,"e":18,"t":"PER"},{"s":24,"e":28,"t":"LOC"}]}
`

func corpusFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small.jsonl")
	if err := os.WriteFile(path, []byte(fixture), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTrainingTwiceGivesTheSameFile(t *testing.T) {
	corpus, dir := corpusFile(t), t.TempDir()
	o := linear.Options{Epochs: 4, Seed: 1, Least: 1, Dropout: 0.1}
	var files [2][]byte
	for i := range files {
		out := filepath.Join(dir, "model.bin")
		if err := run("", out, "", []string{corpus}, o); err != nil {
			t.Fatal(err)
		}
		files[i], _ = os.ReadFile(out)
	}
	if len(files[0]) == 0 || !bytes.Equal(files[0], files[1]) {
		t.Errorf("%d and %d bytes, not the same", len(files[0]), len(files[1]))
	}
	if _, err := linear.Open(files[0]); err != nil {
		t.Error(err)
	}
}

func TestWordsGetTheLabelsOfTheirNames(t *testing.T) {
	c := corpus{path: corpusFile(t), weight: 1}
	docs, err := c.read()
	if err != nil {
		t.Fatal(err)
	}
	examples := c.examples(&docs[2], nil) // President is a title, no part of the name
	want := []uint8{linear.Outside, linear.Begin(0), linear.Inside(0), linear.Outside, linear.Begin(2), linear.Outside}
	if len(examples) != 1 || !slices.Equal(examples[0].Gold, want) {
		t.Errorf("labels %v, want %v", examples, want)
	}
	c.partial = true
	if open := c.examples(&docs[2], nil)[0].Allow[3]; open&(1<<linear.Begin(3)) == 0 || open&(1<<linear.Begin(0)) != 0 {
		t.Errorf("of an unmarked word in a partial corpus %b is allowed", open)
	}
}

func TestAFoldIsLeftOut(t *testing.T) {
	path := corpusFile(t)
	c := corpus{path: path, skip: fold{1, 3}}
	docs, err := c.read()
	if err != nil || len(docs) != 2 || docs[0].ID != "1" || docs[1].ID != "3" {
		t.Errorf("documents %v, %v", docs, err)
	}
	if _, err := choose("", []string{path}, "3/3"); err == nil {
		t.Error("fold 3 of 3 is none, and nothing is said")
	}
}

func TestNothingToLearnFromIsSaid(t *testing.T) {
	if err := run(t.TempDir(), filepath.Join(t.TempDir(), "m"), "", nil, linear.Options{Epochs: 1}); err == nil {
		t.Error("no error")
	}
}

func TestOccurrencesAreWholeWordsLongestFirst(t *testing.T) {
	var g goldFile
	g.Actors = append(g.Actors, struct {
		Name    string
		Kind    string
		Aliases []string
	}{"Gull II", "system", []string{"Gull"}})
	got := g.occurrences("Gull II and Gulls, a Gull")
	want := []entity{{S: 0, E: 7, T: "SYS"}, {S: 21, E: 25, T: "SYS"}}
	if !slices.EqualFunc(got, want, func(a, b entity) bool { return a.S == b.S && a.E == b.E && a.T == b.T }) {
		t.Errorf("got %v, want %v", got, want)
	}
}
