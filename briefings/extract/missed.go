package extract

import (
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// Passage is where a person sees what the extractors missed. What they would know of
// it fills in the record that the person makes there: nothing is decided by it.
type Passage struct {
	Meta  briefings.Meta  // of the briefing
	Block briefings.Block // that the sentence stands in
	// Sentence and Words are code points of the document. Words are those that the
	// person chose, the sentence where none were.
	Sentence, Words briefings.Spot
	Actors          []briefings.Actor // with their mentions in the block
}

// Missed is what a person begins with who adds a record of a kind that was missed; of
// an actor its Mentions are still to be found. It has no handle and no anchor yet.
func Missed(kind briefings.Kind, p Passage) briefings.Record {
	s := p.source()
	r := briefings.NewRecord(kind)
	switch r := r.(type) {
	case *briefings.Event:
		*r = p.event(s)
	case *briefings.Limit:
		*r = p.limit(s)
	case *briefings.Actor:
		*r = briefings.Actor{Type: briefings.Organization}
		if p.chosen() {
			r.Name = nameIn(s.Words(p.words(s)))
		}
	case *briefings.Reference:
		*r = briefings.Reference{Type: "document", Title: clauseOf(s.Words(p.words(s))), URL: addressIn(s.Words(p.sentence(s)))}
	}
	h := r.Common()
	*h = briefings.Head{Origin: briefings.OriginAnalyst, State: briefings.StateLive}
	return r
}

// source is the block alone, read as a part of its document.
func (p Passage) source() *Source {
	block := p.Block
	block.Start, block.End = 0, block.End-block.Start
	rev := &briefings.Revision{Blocks: []briefings.Block{block}}
	s := NewSource(rev, p.Meta)
	s.Meta.Reference, s.published = p.Meta.Reference, Span{}
	return s
}

func (p Passage) chosen() bool { return p.Words != p.Sentence }

func (p Passage) sentence(s *Source) Span { return p.span(s, p.Sentence) }
func (p Passage) words(s *Source) Span    { return p.span(s, p.Words) }

// span is a stretch of the document in bytes of the block, as far as it is in it.
func (p Passage) span(s *Source, of briefings.Spot) Span {
	from, to := int(of.Start)-p.Block.Start, int(of.End)-p.Block.Start
	length := p.Block.End - p.Block.Start
	return Span{s.Byte(min(max(from, 0), length)), s.Byte(min(max(to, 0), length))}
}

// actors are those of the document with their mentions as places of the block.
func (p Passage) actors() []briefings.Actor {
	out := make([]briefings.Actor, 0, len(p.Actors))
	for i := range p.Actors {
		a := p.Actors[i]
		a.Mentions = nil
		for _, m := range p.Actors[i].Mentions {
			if m.DocStart >= p.Block.Start && m.DocEnd <= p.Block.End {
				a.Mentions = append(a.Mentions, briefings.Anchor{DocStart: m.DocStart - p.Block.Start, DocEnd: m.DocEnd - p.Block.Start})
			}
		}
		out = append(out, a)
	}
	return out
}

// event is an entry of the sentence, with the date that stands in the chosen words,
// else in the sentence; without one what it says is taken to have happened.
func (p Passage) event(s *Source) briefings.Event {
	sentence := Sentence{Span: p.sentence(s)}
	e := briefings.Event{Status: briefings.Occurred, Text: s.Words(sentence.Span), Actors: []briefings.Handle{}}
	if times := s.Times(); times != nil {
		r := &eventReader{source: s, times: times, mentions: mentionsOf(s, p.actors()), all: datings(times), taken: map[briefings.Handle]bool{}}
		r.reference, _ = edtf.Parse(s.Meta.Reference.Date)
		e.Actors = r.actorsIn(sentence.Span)
		if d, ok := dateWithin(r.all, p.words(s), sentence.Span); ok {
			e = r.entry(d, r.clause(d, sentence), sentence)
			e.Text, e.Unresolved = headed(gistOf(e.Text, e.Literal)), ""
		}
	}
	if p.chosen() {
		e.Text = s.Words(p.words(s))
	}
	e.Text = clauseOf(e.Text)
	return e
}

// dateWithin is the first date within one of several stretches, the first of them that
// has any.
func dateWithin(all []dating, stretches ...Span) (dating, bool) {
	for _, in := range stretches {
		for _, d := range all {
			if d.Start >= in.Start && d.End <= in.End {
				return d, true
			}
		}
	}
	return dating{}, false
}

// limit is a line of the ledger with what the cues of the sentence tell; without any it
// withholds what the chosen words name.
func (p Passage) limit(s *Source) briefings.Limit {
	l := briefings.Limit{Type: briefings.Ceiling, Transfer: briefings.Withheld, Modality: briefings.Stated, Holder: []string{}, Recipient: []string{}, Text: s.Words(p.sentence(s))}
	at := s.SentenceAt(p.sentence(s).Start)
	signs := readLimitSigns(s)
	for _, e := range signs.sentences {
		if e.index != at {
			continue
		}
		reading := readLimit(signs.hitsOf(e))
		reading.signs, reading.tells = signs.featuresOf(e), signs.tells(s, limitWeights(), e)
		l = s.limitLine(at, reading, signs.wordsOf(e), s.mentions(p.actors()))
		if things := s.things(reading, signs.wordsOf(e)); len(things) == 1 {
			l.Subject = things[0].subject
		}
	}
	if p.chosen() {
		l.Subject = clauseOf(s.Words(p.words(s)))
		l.Text = l.Subject
	}
	l.Text = clauseOf(l.Text)
	return l
}

// clauseOf is a passage as a line of a list: without the stop at its end and without the
// blanks and breaks around and within it.
func clauseOf(words string) string {
	return strings.TrimRight(strings.Join(strings.Fields(words), " "), ".;,: ")
}

// addressIn is the first web address in a text, "" for none.
func addressIn(text string) string {
	at := strings.Index(text, "http")
	if at < 0 {
		return ""
	}
	word, _, _ := strings.Cut(text[at:], " ")
	if a, ok := parseAddress(strings.TrimRight(word, ".,;:)]>\"'”’")); ok {
		return a.url
	}
	return ""
}
