package linear

import (
	"encoding/binary"
	"math"
)

// pack writes weights as a model file. features and weights run in parallel,
// Labels weights a feature; weights below least count as 0, and a feature
// without others is left out. Weights are rounded to steps of a 127th of the
// largest.
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

// stepOf returns the weight that one step of an int8 stands for.
func stepOf(weights []float32) float32 {
	var largest float32
	for _, w := range weights {
		largest = max(largest, w, -w)
	}
	return max(largest/127, math.SmallestNonzeroFloat32)
}

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
