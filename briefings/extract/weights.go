package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// weights say what features of a sentence, and pairs of them, are worth: a
// linear model with a label for each look at the sentence (signs_reader.go).
// Its file has a line for each: the label with "=" behind, then "feature" or
// "feature+feature" and the weight.
type weights struct {
	table  *cueTable
	labels []string
	values [][]float32 // by label: features × features, a single one on the diagonal
}

// weightsOf reads a file of weights for a table of signs when it is first
// asked for.
func weightsOf(table func() *cueTable, data string) func() *weights {
	return sync.OnceValue(func() *weights {
		w, err := readWeights(table(), data)
		if err != nil {
			panic(err)
		}
		return w
	})
}

func readWeights(t *cueTable, data string) (*weights, error) {
	w := &weights{table: t}
	ids := map[string]signID{}
	n := t.features()
	for id := range n {
		ids[t.signName(signID(id))] = signID(id)
	}
	number := 0
	for line := range strings.Lines(data) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if label, ok := strings.CutSuffix(line, "="); ok {
			w.labels = append(w.labels, strings.TrimSpace(label))
			w.values = append(w.values, make([]float32, n*n))
			continue
		}
		name, value, _ := strings.Cut(line, " ")
		first, second, pair := strings.Cut(name, "+")
		if !pair {
			second = first
		}
		a, known := ids[first]
		b, both := ids[second]
		v, err := strconv.ParseFloat(strings.TrimSpace(value), 32)
		if !known || !both || err != nil || len(w.labels) == 0 {
			return nil, fmt.Errorf("weights, line %d: %q names no features and weight", number, line)
		}
		last := w.values[len(w.values)-1]
		last[int(a)*n+int(b)], last[int(b)*n+int(a)] = float32(v), float32(v)
	}
	return w, nil
}

// score returns what the features are worth at a look; more than nothing speaks
// for the sentence.
func (w *weights) score(look int, features []signed) float32 {
	n, values := w.table.features(), w.values[look]
	var sum float32
	eachFeature(features, func(a, b signed) { sum += values[int(a.id)*n+int(b.id)] })
	return sum
}

// eachFeature calls use for every feature, as a pair with itself, and for every
// pair of features.
func eachFeature(features []signed, use func(a, b signed)) {
	for i, a := range features {
		for _, b := range features[i:] {
			use(a, b)
		}
	}
}

// mostReasons is how many signs are named as the reason for a proposal.
const mostReasons = 4

// reasons names the signs that spoke loudest for a sentence, in its order.
func (w *weights) reasons(text string, words []word, features []signed) string {
	worth := make([]float32, len(features))
	n, values := w.table.features(), w.values[secondLook]
	for i, a := range features {
		for _, b := range features {
			worth[i] += values[int(a.id)*n+int(b.id)]
		}
	}
	var best []int
	for i := range features {
		if features[i].from >= 0 && worth[i] > 0 {
			best = append(best, i)
		}
	}
	slices.SortStableFunc(best, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	best = best[:min(len(best), mostReasons)]
	slices.SortFunc(best, func(a, b int) int { return cmp.Compare(features[a].from, features[b].from) })
	named := make([]string, len(best))
	for i, k := range best {
		f := features[k]
		named[i] = fmt.Sprintf("%s (%s)", between(text, words, f.from, f.to), w.table.signName(f.id))
	}
	return "signs: " + strings.Join(named, ", ")
}
