package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
)

// cuts are the scores above which the check counts a sentence as found.
var cuts = []float64{-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5}

// unseen is what becomes of a document of which nothing was learnt.
type unseen struct {
	scores []float64
	is     []bool
	tells  tally
}

// crossValidate prints what is found in each document when nothing was learnt
// from it, and beside it what the program finds, which may have learnt from it;
// with errors also the sentences of fresh texts that it gets wrong, whether they
// are wanted, and what they are worth. Only of fresh texts it tells how well the
// program does on others: the cues are made for the rest.
func crossValidate(w io.Writer, l learner, docs []document, errors bool) {
	results := make([]unseen, len(docs))
	var wait sync.WaitGroup
	gate := make(chan struct{}, runtime.GOMAXPROCS(0))
	for fold := range folds {
		wait.Add(1)
		gate <- struct{}{}
		go func() {
			defer func() { <-gate; wait.Done() }()
			l.leaveOut(docs, fold, results)
		}()
	}
	wait.Wait()
	for _, group := range groupsOf(docs) {
		var now, chosen, told tally
		byCut := make([]tally, len(cuts))
		for i, d := range docs {
			if d.group.name != group {
				continue
			}
			told.wanted += results[i].tells.wanted
			told.right += results[i].tells.right
			for k, s := range d.sentences {
				score, is := results[i].scores[k], results[i].is[k]
				if errors && d.group.fresh && s.is != is {
					fmt.Fprintf(w, "%5.2f %v %s: %s\n", score, s.is, d.name, s.text)
				}
				now.count(s.found, s.is)
				chosen.count(is, s.is)
				for c, cut := range cuts {
					byCut[c].count(score > cut, s.is)
				}
			}
		}
		fmt.Fprintf(w, "%s, %s: the program as it is: %s\n  what others teach: %s\n", l.name, group, now, chosen)
		fmt.Fprintf(w, "  what they tell is right of %d of %d\n", told.right, told.wanted)
		for c, cut := range cuts {
			fmt.Fprintf(w, "  by the weights alone, above %5.2f: %s\n", cut, byCut[c])
		}
	}
}

// groupsOf names the groups of documents, each once.
func groupsOf(docs []document) (names []string) {
	for _, d := range docs {
		if !slices.Contains(names, d.group.name) {
			names = append(names, d.group.name)
		}
	}
	return names
}

// folds is into how many parts the documents are cut, each of which is read by
// what the others teach.
const folds = 10

// leaveOut learns from all documents but those of a fold, and reads these.
func (l learner) leaveOut(docs []document, fold int, results []unseen) {
	rest, _ := apart(docs, fold, folds)
	first, second := twoLooks(rest)
	tells := l.learnTelling(rest)
	for i := fold; i < len(docs); i += folds {
		left := docs[i]
		left.group.fresh = true
		u := &results[i]
		u.tells = l.tellsRight(tells, left)
		for _, s := range inTheLightOf(first, []document{left})[0].sentences {
			score := second.score(s.features)
			u.scores = append(u.scores, score)
			u.is = append(u.is, l.is(score, s.features))
		}
	}
}

// learnTelling learns what sentences tell, a model for each thing.
func (l learner) learnTelling(docs []document) (models []model) {
	for _, something := range l.tells {
		models = append(models, learn(telling(docs, something)))
	}
	return models
}

// tellsRight counts the annotated sentences of a document of which that is told
// which models of others tell.
func (l learner) tellsRight(models []model, left document) tally {
	var t tally
	for _, s := range left.sentences {
		if len(s.tells) == 0 {
			continue
		}
		most := 0
		for i := range models {
			if models[i].score(s.features) > models[most].score(s.features) {
				most = i
			}
		}
		t.count(true, slices.Contains(s.tells, l.tells[most]))
		t.wanted = max(t.wanted, t.found)
	}
	return t
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
	share := func(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
	return fmt.Sprintf("%d of %d right, %d wanted, P %.3f R %.3f F1 %.3f", t.right, t.found, t.wanted,
		share(t.right, t.found), share(t.right, t.wanted), share(2*t.right, t.found+t.wanted))
}
