package linear

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Model is a trained model. Its table has a record for each feature: two bytes
// of the feature's hash, to tell it from its neighbours, and a signed byte for
// each label.
type Model struct {
	size        uint32
	scale       float32
	transitions Transitions
	table       []byte
}

const (
	magic      = "dossier names 1\n"
	recordSize = 2 + Labels
	headSize   = len(magic) + 4 + 4 + 4*(Labels+1)*Labels
)

// Open reads the head of a model file; the table stays where it is, so data
// must not change.
func Open(data []byte) (*Model, error) {
	if len(data) < headSize || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("this is no model of names of this version")
	}
	at := data[len(magic):]
	m := &Model{size: binary.LittleEndian.Uint32(at), scale: math.Float32frombits(binary.LittleEndian.Uint32(at[4:]))}
	at = at[8:]
	for p := range m.transitions {
		for c := range m.transitions[p] {
			m.transitions[p][c] = math.Float32frombits(binary.LittleEndian.Uint32(at))
			at = at[4:]
		}
	}
	if m.size == 0 || len(at) != int(m.size)*recordSize {
		return nil, fmt.Errorf("the model of names is %d bytes long, its head tells of %d", len(data), headSize+int(m.size)*recordSize)
	}
	m.table = at
	return m, nil
}

// Transitions returns the model's scores for neighbouring labels.
func (m *Model) Transitions() *Transitions { return &m.transitions }

// Score sums the weights of a word's features into out.
func (m *Model) Score(features []uint64, out *Scores) {
	var sums [Labels]int32
	for _, f := range features {
		if at := m.find(f); at >= 0 {
			record := m.table[at+2 : at+recordSize]
			for c := range sums {
				sums[c] += int32(int8(record[c]))
			}
		}
	}
	for c := range sums {
		out[c] = float32(sums[c]) * m.scale
	}
}

// find returns the place of a feature's record, -1 if there is none.
func (m *Model) find(feature uint64) int {
	mark := markOf(feature)
	for i := m.slot(feature); ; {
		at := int(i) * recordSize
		switch binary.LittleEndian.Uint16(m.table[at:]) {
		case mark:
			return at
		case 0:
			return -1
		}
		if i++; i == m.size {
			i = 0
		}
	}
}

// slot is where the search for a feature begins.
func (m *Model) slot(feature uint64) uint32 {
	return uint32((feature & math.MaxUint32) * uint64(m.size) >> 32)
}

// markOf is never 0, which marks an empty record.
func markOf(feature uint64) uint16 { return uint16(feature>>48) | 1 }
