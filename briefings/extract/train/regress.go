package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// sample is a sentence as logistic regression sees it.
type sample struct {
	features []string
	is       bool
}

// model is what features are worth.
type model map[string]float64

const (
	rounds   = 200  // passes over all samples
	step     = 0.5  // how far a pass goes against the slope
	decay    = 1.0  // how strongly a weight is drawn to nothing
	pairCost = 10   // how much more strongly that of a pair is
	rarest   = 4    // in how many samples a feature must stand to be learnt from
	smallest = 0.02 // a weight below it is not written
)

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
		if math.Abs(w[i]) >= smallest {
			out[f] = math.Round(w[i]*100) / 100
		}
	}
	return out
}

// index numbers the features that are not too rare, and writes the samples in
// these numbers.
func index(samples []sample) (names []string, rows [][]int) {
	count := map[string]int{}
	for _, s := range samples {
		for _, f := range s.features {
			count[f]++
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

func cost(name string) float64 {
	switch {
	case name == "bias":
		return 0
	case strings.Contains(name, "+"):
		return decay * pairCost
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

// writeModel writes what features are worth, in their order.
func writeModel(b *strings.Builder, label string, m model) {
	fmt.Fprintf(b, "\n%s =\n", label)
	var names []string
	for f := range m {
		names = append(names, f)
	}
	slices.Sort(names)
	for _, f := range names {
		fmt.Fprintf(b, "%s %.2f\n", f, m[f])
	}
}
