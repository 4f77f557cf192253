package linear

import "math/rand/v2"

// Example is a sentence to learn from.
type Example struct {
	Features [][]uint64 // of each word
	// Gold is the right label of each word.
	Gold []uint8
	// Allow, where not nil, holds for each word a bit set of labels none of
	// which is wrong: for corpora that do not mark every type.
	Allow []uint16
}

// Options of a training. The same examples in the same order, with the same
// options, give the same bytes.
type Options struct {
	Epochs  int
	Seed    uint64
	Least   int     // a feature that occurs less often is not learnt
	Dropout float64 // share of features left out at random, so that none is relied on
	Drop    float32 // averaged weights smaller than this are dropped
	// Margin is by how much the right labels have to win for each word that
	// another labelling has wrong.
	Margin float32
	// Runs is how many models are learnt, each in another order of the
	// sentences, and averaged: less depends on the order. 0 is one.
	Runs int
	// Report, where not nil, is told how many sentences were wrong in an epoch.
	Report func(epoch, wrong int)
}

// Train learns a model and returns its file.
func Train(examples []Example, o Options) []byte {
	t := newTrainer(examples, o)
	runs := max(o.Runs, 1)
	for range runs {
		t.run(o)
		t.harvest(runs)
	}
	return pack(t.features, t.mean, t.meanEdges, o.Drop)
}

// trainer holds weights by dense numbers of features. sums accumulates each
// change times the time it was made at, from which the average follows.
type trainer struct {
	features    []uint64
	examples    []numbered
	weights     []float32
	sums        []float32
	transitions Transitions
	edgeSums    Transitions
	time        float32
	mean        []float32 // over the runs, of the averages
	meanEdges   Transitions
	margin      float32
	random      *rand.Rand
	dropout     uint64 // of 1<<16
	decoder     Decoder
	scores      []Scores
	thinned     [][]uint32
}

// numbered is an example with features as numbers.
type numbered struct {
	features [][]uint32
	gold     []uint8
	allow    []uint16
}

func newTrainer(examples []Example, o Options) *trainer {
	t := &trainer{time: 1, random: rand.New(rand.NewPCG(o.Seed, 0)), dropout: uint64(o.Dropout * (1 << 16)), margin: o.Margin}
	numbers := t.number(examples, o.Least)
	t.examples = make([]numbered, len(examples))
	for i := range examples {
		e := &examples[i]
		n := numbered{gold: e.Gold, allow: e.Allow, features: make([][]uint32, len(e.Features))}
		for k, features := range e.Features {
			for _, f := range features {
				if id, ok := numbers[f]; ok {
					n.features[k] = append(n.features[k], id)
				}
			}
		}
		t.examples[i] = n
	}
	t.weights = make([]float32, len(t.features)*Labels)
	t.sums = make([]float32, len(t.features)*Labels)
	t.mean = make([]float32, len(t.features)*Labels)
	return t
}

// number counts the features and numbers those that occur often enough in the
// order in which they are first seen, so that runs do not differ.
func (t *trainer) number(examples []Example, least int) map[uint64]uint32 {
	counts := map[uint64]uint32{}
	for i := range examples {
		for _, features := range examples[i].Features {
			for _, f := range features {
				counts[f]++
			}
		}
	}
	numbers := make(map[uint64]uint32, len(counts)/3)
	for i := range examples {
		for _, features := range examples[i].Features {
			for _, f := range features {
				if _, done := numbers[f]; !done && int(counts[f]) >= least {
					numbers[f] = uint32(len(t.features))
					t.features = append(t.features, f)
				}
			}
		}
	}
	return numbers
}

// run learns from all examples, as often as there are epochs, each time in
// another order.
func (t *trainer) run(o Options) {
	order := make([]int, len(t.examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range o.Epochs {
		t.random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		wrong := 0
		for _, i := range order {
			if t.learn(&t.examples[i]) {
				wrong++
			}
			t.time++
		}
		if o.Report != nil {
			o.Report(epoch+1, wrong)
		}
	}
}

// learn labels a sentence and moves the weights where it is wrong.
func (t *trainer) learn(e *numbered) (wrong bool) {
	features := t.thin(e.features)
	t.scores = t.scores[:0]
	for _, word := range features {
		var s Scores
		for _, id := range word {
			w := t.weights[int(id)*Labels : int(id)*Labels+Labels]
			for c := range s {
				s[c] += w[c]
			}
		}
		t.scores = append(t.scores, s)
	}
	t.handicap(e)
	guess := t.decoder.Best(t.scores, &t.transitions, nil)
	for i, label := range guess {
		wrong = wrong || e.wrong(i, int(label))
	}
	if !wrong {
		return false
	}
	gold := e.gold
	if e.allow != nil {
		guess = append([]uint8(nil), guess...)
		gold = t.decoder.Best(t.scores, &t.transitions, e.allow)
	}
	t.move(features, gold, guess)
	return true
}

// wrong says whether a label is wrong for a word.
func (e *numbered) wrong(word, label int) bool {
	if e.allow != nil {
		return e.allow[word]&(1<<label) == 0
	}
	return int(e.gold[word]) != label
}

// handicap raises the scores of the wrong labels by the margin, so that the
// right ones have to win by it (Taskar et al. 2004).
func (t *trainer) handicap(e *numbered) {
	if t.margin == 0 {
		return
	}
	for i := range t.scores {
		for c := range t.scores[i] {
			if e.wrong(i, c) {
				t.scores[i][c] += t.margin
			}
		}
	}
}

// move takes the weights towards gold and away from guess.
func (t *trainer) move(features [][]uint32, gold, guess []uint8) {
	before, beforeGuess := start, start
	for i := range gold {
		g, w := int(gold[i]), int(guess[i])
		if g != w {
			for _, id := range features[i] {
				t.add(int(id)*Labels+g, 1)
				t.add(int(id)*Labels+w, -1)
			}
		}
		if before != beforeGuess || g != w {
			t.transitions[before][g]++
			t.edgeSums[before][g] += t.time
			t.transitions[beforeGuess][w]--
			t.edgeSums[beforeGuess][w] -= t.time
		}
		before, beforeGuess = g, w
	}
}

func (t *trainer) add(at int, by float32) {
	t.weights[at] += by
	t.sums[at] += by * t.time
}

// thin leaves features out at random.
func (t *trainer) thin(features [][]uint32) [][]uint32 {
	if t.dropout == 0 {
		return features
	}
	for len(t.thinned) < len(features) {
		t.thinned = append(t.thinned, nil)
	}
	for i, word := range features {
		kept := t.thinned[i][:0]
		var bits uint64
		for k, id := range word {
			if k&3 == 0 {
				bits = t.random.Uint64()
			}
			if bits&0xffff >= t.dropout {
				kept = append(kept, id)
			}
			bits >>= 16
		}
		t.thinned[i] = kept
	}
	return t.thinned[:len(features)]
}

// harvest adds the average of the weights over all sentences seen to the mean
// of the runs, and clears the weights for the next.
func (t *trainer) harvest(runs int) {
	share := 1 / float32(runs)
	for i := range t.weights {
		t.mean[i] += (t.weights[i] - t.sums[i]/t.time) * share
	}
	for p := range t.transitions {
		for c := range t.transitions[p] {
			t.meanEdges[p][c] += (t.transitions[p][c] - t.edgeSums[p][c]/t.time) * share
		}
	}
	clear(t.weights)
	clear(t.sums)
	t.transitions, t.edgeSums, t.time = Transitions{}, Transitions{}, 1
}
