package names

import "dossier/briefings/extract/names/linear"

// Type is what the tagger takes a name for.
type Type uint8

const (
	Person Type = iota
	Organization
	Place
	System // a named weapon, vehicle, programme, product
	Other  // works, events, prizes, peoples, languages
)

// Name is a name that the tagger found.
type Name struct {
	Span
	Type Type
	// sentence and the range of its tokens, counted within the document
	sentence    int
	first, last int
}

// Tag finds the names of a document with a model, in order.
func Tag(d *Document, model *linear.Model) []Name {
	var x extractor
	var decoder linear.Decoder
	out := make([]Name, 0, len(d.tokens)/12+8)
	var scores []linear.Scores
	for i := range d.sentences {
		s := &d.sentences[i]
		x.begin(d, s)
		scores = scores[:0]
		for k := range x.tokens {
			scores = append(scores, linear.Scores{})
			model.Score(x.features(k), &scores[k])
		}
		labels := decoder.Best(scores, model.Transitions(), nil)
		out = d.names(i, labels, out)
	}
	return out
}

// names reads names off the labels of a sentence.
func (d *Document) names(number int, labels []uint8, out []Name) []Name {
	s := &d.sentences[number]
	for i := 0; i < len(labels); i++ {
		if labels[i] == linear.Outside {
			continue
		}
		t := linear.Type(labels[i])
		last := i
		for last+1 < len(labels) && labels[last+1] == linear.Inside(t) {
			last++
		}
		out = append(out, d.name(number, s.first+i, s.first+last, Type(t)))
		i = last
	}
	return out
}

// name makes a name of a range of tokens.
func (d *Document) name(sentence, first, last int, t Type) Name {
	return Name{Span: Span{d.tokens[first].start, d.tokens[last].end}, Type: t, sentence: sentence, first: first, last: last}
}

// Sentences calls yield with the words and their features of each sentence in
// turn: what the trainer learns from.
func (d *Document) Sentences(yield func(words []Span, features [][]uint64)) {
	var x extractor
	for i := range d.sentences {
		s := &d.sentences[i]
		x.begin(d, s)
		words := make([]Span, len(x.tokens))
		features := make([][]uint64, len(x.tokens))
		for k := range x.tokens {
			words[k] = Span{x.tokens[k].start, x.tokens[k].end}
			features[k] = append([]uint64(nil), x.features(k)...)
		}
		yield(words, features)
	}
}
