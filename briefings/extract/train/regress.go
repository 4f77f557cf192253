package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// sample is a sentence as logistic regression sees it.
type sample struct {
	document int // from which it comes
	features []string
	is       bool
}

// model is what features are worth.
type model map[string]float64

const (
	rounds   = 150  // passes over all samples
	step     = 0.5  // how far a pass goes against the slope
	decay    = 2.0  // how strongly a weight is drawn to nothing
	rarest   = 4    // in how many documents a feature must stand to be learnt from
	smallest = 0.05 // a feature that is worth less everywhere is not written
)

// groupMark stands before the feature that a group has to itself: it takes up
// how frequent what is looked for is there, and is not written.
const groupMark = "group "

// learn fits logistic regression with quadratic regularisation by gradient
// descent with a step of its own for each weight (AdaGrad; Duchi, Hazan and
// Singer 2011), always in the same order, so that it ends at the same numbers.
func learn(samples []sample) model {
	names, rows := index(samples)
	w, slope, sum := make([]float64, len(names)), make([]float64, len(names)), make([]float64, len(names))
	for range rounds {
		for i, name := range names {
			slope[i] = cost(name) * w[i]
		}
		for i, row := range rows {
			score := 0.0
			for _, id := range row {
				score += w[id]
			}
			wrong := probability(score)
			if samples[i].is {
				wrong--
			}
			for _, id := range row {
				slope[id] += wrong
			}
		}
		for i, g := range slope {
			if sum[i] += g * g; sum[i] > 0 {
				w[i] -= step * g / math.Sqrt(sum[i])
			}
		}
	}
	out := model{}
	for i, f := range names {
		out[f] = w[i]
	}
	return out
}

// index numbers the features that are not too rare, and writes the samples in
// these numbers.
func index(samples []sample) (names []string, rows [][]int) {
	count, last := map[string]int{}, map[string]int{}
	for _, s := range samples {
		for _, f := range s.features {
			if before, known := last[f]; !known || before != s.document {
				count[f]++
				last[f] = s.document
			}
		}
	}
	for f, n := range count {
		if n >= rarest {
			names = append(names, f)
		}
	}
	slices.Sort(names)
	ids := map[string]int{}
	for i, f := range names {
		ids[f] = i
	}
	rows = make([][]int, len(samples))
	for i, s := range samples {
		for _, f := range s.features {
			if id, ok := ids[f]; ok {
				rows[i] = append(rows[i], id)
			}
		}
	}
	return names, rows
}

// cost says how strongly a weight is drawn to nothing.
func cost(name string) float64 {
	if name == "bias" || strings.HasPrefix(name, groupMark) {
		return 0.01
	}
	return decay
}

func probability(score float64) float64 { return 1 / (1 + math.Exp(-score)) }

func (m model) score(features []string) float64 {
	sum := 0.0
	for _, f := range features {
		sum += m[f]
	}
	return sum
}

// writeWeights writes what features are worth in each model, in hundredths and
// in their order.
func writeWeights(b *strings.Builder, models []model) {
	all := map[string]bool{}
	for _, m := range models {
		for f, w := range m {
			all[f] = all[f] || math.Abs(w) >= smallest && !strings.HasPrefix(f, groupMark)
		}
	}
	for _, f := range slices.Sorted(maps.Keys(all)) {
		if !all[f] {
			continue
		}
		b.WriteString(f)
		for _, m := range models {
			fmt.Fprintf(b, " %.0f", 100*m[f])
		}
		b.WriteByte('\n')
	}
}
