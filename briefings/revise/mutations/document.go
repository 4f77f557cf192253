package main

import (
	"strings"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// document is a text cut up for editing: blocks of units, units of pieces. A
// piece knows where it stood, so that after any edits the place of every byte
// is known.
type document struct{ blocks []block }

type block struct {
	briefings.Block
	units []unit
}

// unit is a sentence with the blank behind it.
type unit []piece

type piece struct {
	text   string
	origin int // byte of the original text; -1 for what was put in
}

func (u unit) String() string {
	var b strings.Builder
	for _, p := range u {
		b.WriteString(p.text)
	}
	return b.String()
}

// cut prepares a revision for editing.
func cut(source *extract.Source) document {
	var d document
	s := 0
	for i := range source.Revision.Blocks {
		b := block{Block: source.Revision.Blocks[i]}
		at, end := source.Blocks[i].Start, source.Blocks[i].End
		for ; s < len(source.Sentences) && source.Sentences[s].Block == i; s++ {
			to := end
			if s+1 < len(source.Sentences) && source.Sentences[s+1].Block == i {
				to = source.Sentences[s+1].Start
			}
			b.units = append(b.units, unit{{source.Text[at:to], at}})
			at = to
		}
		if at < end {
			b.units = append(b.units, unit{{source.Text[at:end], at}})
		}
		d.blocks = append(d.blocks, b)
	}
	return d
}

// clone copies what edits change.
func (d document) clone() document {
	out := document{make([]block, len(d.blocks))}
	for i, b := range d.blocks {
		b.units = append([]unit(nil), b.units...)
		out.blocks[i] = b
	}
	return out
}

// prose says whether a block's sentences may be edited.
func (b *block) prose() bool { return b.Kind == briefings.Paragraph && len(b.units) > 0 }

// build puts the document together: the new revision, and for each byte of the
// original text where it stands now, -1 if it went.
func (d document) build(original string) (briefings.Revision, []int) {
	places := make([]int, len(original))
	for i := range places {
		places[i] = -1
	}
	rev := briefings.Revision{Number: 2}
	at := 0
	for _, b := range d.blocks {
		var text strings.Builder
		var moved []piece
		for n, u := range b.units {
			if n > 0 && b.prose() && !strings.HasSuffix(text.String(), " ") && !strings.HasSuffix(text.String(), "\n") {
				text.WriteByte(' ')
			}
			for _, p := range u {
				moved = append(moved, piece{p.text, p.origin})
				for k := range len(p.text) {
					if p.origin >= 0 {
						places[p.origin+k] = at + text.Len() + k
					}
				}
				text.WriteString(p.text)
			}
		}
		words := text.String()
		if b.prose() {
			words = strings.TrimRight(words, " ")
			for _, p := range moved {
				for k := range len(p.text) {
					if p.origin >= 0 && places[p.origin+k] >= at+len(words) {
						places[p.origin+k] = -1
					}
				}
			}
		}
		if words == "" && len(moved) == 0 && b.Kind != briefings.Rule {
			continue // every sentence of it went
		}
		nb := b.Block
		nb.Text = words
		rev.Blocks = append(rev.Blocks, nb)
		at += len(words) + 1
	}
	briefings.Place(rev.Blocks)
	length := max(at-1, 0)
	for i, p := range places {
		if p >= length {
			places[i] = -1
		}
	}
	return rev, places
}
