package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// corpus is a file to learn from.
type corpus struct {
	path string
	// partial says that the corpus leaves names of type other and system
	// unmarked.
	partial bool
	// weight is how many times it is read: corpora near to what dossier reads
	// count more.
	weight int
	skip   fold
	gold   bool // a folder of gold briefings, not a file of JSON lines
}

// fold is a part of the documents that is left out: every n-th from the k-th.
type fold struct{ k, n int }

func (f fold) leavesOut(i int) bool { return f.n > 0 && i%f.n == f.k }

// document is a line of a corpus; offsets count code points.
type document struct {
	ID   string   `json:"id"`
	Text string   `json:"text"`
	Ents []entity `json:"ents"`
}

type entity struct {
	S   int      `json:"s"`
	E   int      `json:"e"`
	T   string   `json:"t"`
	Alt [][2]int `json:"alt"`
	Opt bool     `json:"opt"` // neither wanted nor wrong
}

// choose returns the corpora to learn from: those named, or all.
func choose(shared string, files []string, skip string) ([]corpus, error) {
	var left fold
	if k, n, ok := strings.Cut(skip, "/"); ok {
		var err error
		if left.k, err = strconv.Atoi(k); err == nil {
			left.n, err = strconv.Atoi(n)
		}
		if err != nil || left.n < 2 || left.k < 0 || left.k >= left.n {
			return nil, fmt.Errorf("-skip %s: want K/N with K from 0 to N-1", skip)
		}
	}
	all := len(files) == 0
	if all {
		var err error
		if files, err = filepath.Glob(filepath.Join(shared, "corpora", "names", "train", "*.jsonl")); err != nil {
			return nil, err
		}
		files = append(files, filepath.Join(shared, "corpora", "names", "dev", "re3d_half.jsonl"),
			filepath.Join(shared, "corpora", "briefings"))
	}
	slices.Sort(files)
	var out []corpus
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		if name == skip || all && farAway(name) {
			continue
		}
		c := corpus{path: path, weight: 1, gold: name == "briefings"}
		switch kind, _, _ := strings.Cut(name, "_"); kind {
		case "btc", "ewt", "multiner":
			c.partial = true
		case "re3d", "briefings":
			c.weight, c.skip = 3, left
		}
		out = append(out, c)
	}
	return out, nil
}

// farAway says whether a corpus is of matters so far from briefings that the
// model grows by it and gets no better: articles on music, literature, science
// and machine learning.
func farAway(name string) bool {
	for _, matter := range []string{"music", "literature", "science", "ai"} {
		if strings.HasPrefix(name, "crossner_"+matter+"_") {
			return true
		}
	}
	return false
}

// read returns the documents that are not left out.
func (c *corpus) read() ([]document, error) {
	if c.gold {
		return c.readGold()
	}
	data, err := os.ReadFile(c.path)
	if err != nil {
		return nil, err
	}
	var out []document
	number := 0
	for line := range bytes.Lines(data) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if number++; c.skip.leavesOut(number - 1) {
			continue
		}
		var d document
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, fmt.Errorf("%s, document %d: %w", c.path, number, err)
		}
		out = append(out, d)
	}
	return out, nil
}
