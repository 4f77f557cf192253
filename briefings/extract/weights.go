package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// weights say what the features of a sentence and the stems of its words are
// worth: linear models, one a column. The first two columns are the two looks at
// the sentence (signs_reader.go); each further one is for something that the
// sentence may tell, by the name of which the first line of the file calls it.
// The other lines are "feature" or "~stem", and the weights in hundredths.
type weights struct {
	table   *cueTable
	columns []string
	stems   map[string]int // where the weight of a stem stands in a column
	values  [][]float32    // by column: those of the features, then those of the stems
}

// The columns of the two looks.
const (
	firstLook = iota
	secondLook
	looks
)

// stemMark stands before a stem in a file of weights.
const stemMark = "~"

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
	w := &weights{table: t, stems: map[string]int{}}
	ids := map[string]int{}
	for id := range t.features() {
		ids[t.signName(signID(id))] = id
	}
	number := 0
	for line := range strings.Lines(data) {
		number++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if columns, ok := strings.CutPrefix(line, "columns: "); ok {
			w.columns = strings.Fields(columns)
			w.values = make([][]float32, len(w.columns))
			for c := range w.values {
				w.values[c] = make([]float32, len(ids))
			}
			continue
		}
		name, values, _ := strings.Cut(line, " ")
		id, known := ids[name]
		if stem, ok := strings.CutPrefix(name, stemMark); ok {
			id, known = len(ids)+len(w.stems), true
			w.stems[stem] = id
			for c := range w.values {
				w.values[c] = append(w.values[c], 0)
			}
		}
		if !known || len(w.columns) < looks || !w.set(id, values) {
			return nil, fmt.Errorf("weights, line %d: %q names no feature or stem and its weights", number, line)
		}
	}
	return w, nil
}

// set reads what a feature is worth in each column.
func (w *weights) set(id int, values string) bool {
	for c := range w.values {
		value, rest, _ := strings.Cut(values, " ")
		hundredths, err := strconv.Atoi(value)
		if err != nil {
			return false
		}
		w.values[c][id], values = float32(hundredths)/100, rest
	}
	return values == ""
}

// stemsOf appends the stems of a sentence that have a weight to out, each once.
func (w *weights) stemsOf(text string, words []word, out []int) []int {
	eachStem(text, words, func(stem []byte) {
		if id, known := w.stems[string(stem)]; known && !slices.Contains(out, id) {
			out = append(out, id)
		}
	})
	return out
}

// score returns what features and stems are worth in a column; more than nothing
// speaks for it.
func (w *weights) score(column int, features []signed, stems []int) float32 {
	values := w.values[column]
	var sum float32
	for _, f := range features {
		sum += values[f.id]
	}
	for _, id := range stems {
		sum += values[id]
	}
	return sum
}

// tells returns what a sentence tells: what most speaks for, and behind it what
// else more speaks for than against.
func (w *weights) tells(features []signed, stems []int) []string {
	scores := make([]float32, len(w.columns))
	most := looks
	for c := looks; c < len(scores); c++ {
		if scores[c] = w.score(c, features, stems); scores[c] > scores[most] {
			most = c
		}
	}
	out := []string{w.columns[most]}
	for c := looks; c < len(scores); c++ {
		if c != most && scores[c] > 0 {
			out = append(out, w.columns[c])
		}
	}
	return out
}

// mostReasons is how many words are named as the reason for a proposal.
const mostReasons = 4

// reasons names the words that spoke loudest for a sentence, in its order: as
// signs, and where no sign has them, as they stand unless they are plain.
func (w *weights) reasons(text string, words []word, features []signed) string {
	type reason struct {
		from, to int
		name     string
		worth    float32
	}
	var all []reason
	values := w.values[secondLook]
	for _, f := range features {
		if f.from >= 0 && values[f.id] > 0 && f.id&isNew == 0 {
			all = append(all, reason{f.from, f.to, " (" + w.table.signName(f.id) + ")", values[f.id]})
		}
	}
	for i := range words {
		for _, id := range w.stemsOf(text, words[i:i+1], nil) {
			said := slices.ContainsFunc(all, func(r reason) bool { return r.from <= i && i < r.to })
			if !said && values[id] > 0 && !plainStems()[cutEndings(text[words[i].Start:words[i].End])] {
				all = append(all, reason{i, i + 1, "", values[id]})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b reason) int { return cmp.Compare(b.worth, a.worth) })
	all = all[:min(len(all), mostReasons)]
	slices.SortFunc(all, func(a, b reason) int { return cmp.Compare(a.from, b.from) })
	named := make([]string, len(all))
	for i, r := range all {
		named[i] = between(text, words, r.from, r.to) + r.name
	}
	return "signs: " + strings.Join(named, ", ")
}
