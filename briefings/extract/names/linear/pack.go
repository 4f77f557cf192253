package linear

import (
	"encoding/binary"
	"math"
	"slices"
)

// pack writes weights as a model file. features and weights run in parallel,
// Labels weights a feature; weights below least count as 0, and a feature
// without others is left out.
func pack(features []uint64, weights []float32, transitions Transitions, least float32) []byte {
	scale := stepOf(weights)
	steps := make([]int8, len(weights))
	kept := make([]int, 0, len(features))
	for i := range features {
		useful := false
		for c := i * Labels; c < (i+1)*Labels; c++ {
			if w := weights[c]; w >= least || w <= -least {
				steps[c] = int8(math.Max(-127, math.Min(127, math.Round(float64(w/scale)))))
				useful = useful || steps[c] != 0
			}
		}
		if useful {
			kept = append(kept, i)
		}
	}
	m := Model{size: uint32(len(kept)+len(kept)/7) + 8} // an eighth stays empty
	m.table = make([]byte, int(m.size)*recordSize)
	for _, i := range kept {
		m.put(features[i], steps[i*Labels:(i+1)*Labels])
	}
	out := append(make([]byte, 0, headSize+len(m.table)), magic...)
	out = binary.LittleEndian.AppendUint32(out, m.size)
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(scale))
	for p := range transitions {
		for c := range transitions[p] {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(transitions[p][c]))
		}
	}
	return append(out, m.table...)
}

// stepOf returns the weight that one step of an int8 stands for: a 127th of
// the weight that only one in ten thousand of those used exceeds.
func stepOf(weights []float32) float32 {
	sizes := make([]float32, 0, len(weights)/4)
	for _, w := range weights {
		if w != 0 {
			sizes = append(sizes, max(w, -w))
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return sizes[len(sizes)-1-len(sizes)/outermost] / 127
}

// outermost is the share of weights that are cut to the largest step: one in
// so many.
const outermost = 10_000

// put writes a record. Of two features whose records cannot be told apart the
// first is kept.
func (m *Model) put(feature uint64, steps []int8) {
	i := m.slot(feature)
	mark := markOf(feature)
	for {
		at := int(i) * recordSize
		switch binary.LittleEndian.Uint16(m.table[at:]) {
		case mark:
			return
		case 0:
			binary.LittleEndian.PutUint16(m.table[at:], mark)
			for c, s := range steps {
				m.table[at+2+c] = byte(s)
			}
			return
		}
		if i++; i == m.size {
			i = 0
		}
	}
}
