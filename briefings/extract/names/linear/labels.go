// Package linear is a linear-chain model for marking names in sentences: an
// averaged structured perceptron (Collins 2002) whose weights are small
// integers in one open-addressed table that is read where it lies, so that
// opening a model costs nothing.
package linear

// Types is the number of types of names, Labels that of labels: outside, and
// for each type its first word and a further one.
const (
	Types  = 5
	Labels = 1 + 2*Types
)

// Outside is the label of a word that belongs to no name.
const Outside = 0

// Begin is the label of the first word of a name of a type, Inside that of
// each further one.
func Begin(t int) uint8  { return uint8(1 + 2*t) }
func Inside(t int) uint8 { return uint8(2 + 2*t) }

// Type returns the type of a label other than Outside.
func Type(label uint8) int { return (int(label) - 1) / 2 }

// start is the row of transitions that holds those from the sentence's start.
const start = Labels

// follows says whether label c may stand behind label p.
func follows(p, c int) bool {
	if c == Outside || c&1 == 1 {
		return true
	}
	return p == c || p == c-1
}

// Scores are the scores of the labels for one word.
type Scores [Labels]float32

// Transitions are the scores of a label (second index) behind another.
type Transitions [Labels + 1][Labels]float32

// Decoder finds the best labels of a sentence. It keeps its memory between
// sentences.
type Decoder struct {
	back   [][Labels]uint8
	labels []uint8
}

// unreachable is worse than any score.
const unreachable = float32(-1e30)

// Best returns the best sequence of labels. allow, where not nil, holds for
// each word a bit set of the labels that it may have. The result is valid
// until the next call.
func (d *Decoder) Best(scores []Scores, t *Transitions, allow []uint16) []uint8 {
	n := len(scores)
	if cap(d.back) < n {
		d.back, d.labels = make([][Labels]uint8, n+n/2), make([]uint8, n+n/2)
	}
	d.labels = d.labels[:n]
	if n == 0 {
		return d.labels
	}
	back := d.back[:n]
	permitted := func(i, c int) bool { return allow == nil || allow[i]&(1<<c) != 0 }
	var now, next Scores
	for c := range now {
		now[c] = unreachable
		if follows(start, c) && permitted(0, c) {
			now[c] = scores[0][c] + t[start][c]
		}
	}
	for i := 1; i < n; i++ {
		for c := range next {
			next[c] = unreachable
			if !permitted(i, c) {
				continue
			}
			for p := range now {
				if now[p] <= unreachable || !follows(p, c) {
					continue
				}
				if s := now[p] + t[p][c]; s > next[c] {
					next[c], back[i][c] = s, uint8(p)
				}
			}
			if next[c] > unreachable {
				next[c] += scores[i][c]
			}
		}
		now = next
	}
	best := uint8(0)
	for c := range now {
		if now[c] > now[best] {
			best = uint8(c)
		}
	}
	for i := n - 1; i >= 0; i-- {
		d.labels[i] = best
		best = back[i][best]
	}
	return d.labels
}
