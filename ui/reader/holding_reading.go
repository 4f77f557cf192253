package reader

import (
	"context"

	"dossier/briefings"
)

// source reads the records of a briefing, in the order of their handles; nil
// stands for one that is gone.
type source interface {
	records(handles []briefings.Handle) ([]briefings.Record, error)
}

// fromLibrary reads from the library, in a context.
type fromLibrary struct {
	ctx context.Context
	lib Library
	id  string
}

func (s fromLibrary) records(handles []briefings.Handle) ([]briefings.Record, error) {
	named := make([]briefings.Named, len(handles))
	for i, h := range handles {
		named[i] = briefings.Named{Briefing: s.id, Handle: h}
	}
	return s.lib.Records(s.ctx, named)
}

// fromMemory reads what is on its way into the library.
type fromMemory struct{ *briefings.Briefing }

func (m fromMemory) records(handles []briefings.Handle) ([]briefings.Record, error) {
	out := make([]briefings.Record, len(handles))
	for i, h := range handles {
		out[i] = m.Record(h)
	}
	return out, nil
}

// read reads the records of cards as people judged them; nil stands for one that
// is gone. It is quick for those of a screen: they are read as they are drawn,
// as the text is.
func (b *holding) read(cards ...int32) ([]briefings.Record, error) {
	out := make([]briefings.Record, len(cards))
	var stored []briefings.Handle
	var at []int
	for i, n := range cards {
		if out[i] = b.kept(&b.cards[n]); out[i] == nil {
			stored, at = append(stored, b.handle(&b.cards[n])), append(at, i)
		}
	}
	if len(stored) == 0 {
		return out, nil
	}
	records, err := b.source.records(stored)
	for i, r := range records {
		if out[at[i]] = r; r != nil && b.judged != nil {
			b.judged.Curate(r)
		}
	}
	return out, err
}

// kept is a record that is in memory: what people work on, and actors as they
// are judged. It is nil for others.
func (b *holding) kept(c *card) briefings.Record {
	switch kind := c.kindOf(); {
	case kind == briefings.KindQuestion:
		return &b.Questions[c.also]
	case kind == briefings.KindAnnotation:
		return &b.Annotations[c.also]
	case kind == briefings.KindActor && b.judged != nil:
		if a := b.judged.Actor(b.handle(c)); a != nil {
			return a
		}
	}
	return nil
}

// Record reads a record by its handle; nil if there is none.
func (b *holding) Record(h briefings.Handle) briefings.Record {
	if i := b.find(h); i >= 0 {
		return b.one(i)
	}
	return nil
}

// one reads the record of a card; nil if it is gone.
func (b *holding) one(i int32) briefings.Record {
	if records, err := b.read(i); err == nil {
		return records[0]
	}
	return nil
}

// all reads those of the records that have a mark.
func (b *holding) all(m mark) []briefings.Record {
	var cards []int32
	for i := range b.cards {
		if b.cards[i].is(m) {
			cards = append(cards, int32(i))
		}
	}
	records, err := b.read(cards...)
	if err != nil {
		return nil
	}
	out := records[:0]
	for _, r := range records {
		if r != nil {
			out = append(out, r)
		}
	}
	return out
}
