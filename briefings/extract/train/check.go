package main

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
)

// cuts are the scores above which the check counts a sentence as found.
var cuts = []float64{0, 0.5, 1, 1.5}

// leaveOneOut prints what the weights alone would find in each document if they
// had not been learnt from it, and beside it what the program finds now.
func leaveOneOut(l learner, docs []document) {
	scores := make([][]float64, len(docs))
	levels := make([]string, len(docs))
	var wait sync.WaitGroup
	gate := make(chan struct{}, runtime.NumCPU())
	for i := range docs {
		wait.Add(1)
		gate <- struct{}{}
		go func() {
			defer func() { <-gate; wait.Done() }()
			first, second := twoLooks(append(slices.Clone(docs[:i]), docs[i+1:]...))
			for _, s := range inTheLightOf(first, docs[i:i+1])[0].sentences {
				levels[i] = s.features[len(s.features)-1]
				scores[i] = append(scores[i], second.score(pairs(s.features)))
			}
		}()
	}
	wait.Wait()
	for _, group := range []string{"gold", "own", "others"} {
		var now tally
		byLevel := map[string]int{}
		byCut := make([]tally, len(cuts))
		for i, d := range docs {
			if d.group != group {
				continue
			}
			byLevel[levels[i]]++
			for k, s := range d.sentences {
				now.count(s.found, s.is)
				for c, cut := range cuts {
					byCut[c].count(scores[i][k] > cut, s.is)
				}
			}
		}
		fmt.Printf("%s, %s: the program now, having learnt from them: %s\n", l.name, group, now)
		fmt.Printf("  documents at the first look, each left out once: %v\n", byLevel)
		for c, cut := range cuts {
			fmt.Printf("  weights above %.1f, each document left out once: %s\n", cut, byCut[c])
		}
	}
}

// tally counts sentences: wanted, found, both.
type tally struct{ wanted, found, right int }

func (t *tally) count(found, is bool) {
	if is {
		t.wanted++
	}
	if found {
		t.found++
	}
	if found && is {
		t.right++
	}
}

func (t tally) String() string {
	return fmt.Sprintf("%d of %d right, %d wanted, P=%.3f R=%.3f", t.right, t.found, t.wanted,
		float64(t.right)/float64(max(t.found, 1)), float64(t.right)/float64(max(t.wanted, 1)))
}
