package extract

import (
	"dossier/briefings"
)

// limitLedger gathers the sentences that limits are read from until it is
// known what sort of document they stand in.
type limitLedger struct {
	entries []limitEntry
	words   []word // of all entries
}

type limitEntry struct {
	sentence int
	reading  limitReading
	from, to int // its words
}

func (l *limitLedger) keep(sentence int, r limitReading, words []word) {
	from := len(l.words)
	l.words = append(l.words, words...)
	l.entries = append(l.entries, limitEntry{sentence, r, from, len(l.words)})
}

// lines makes the records. inField says whether the document is of the field,
// so that strong cues count that are not sure by themselves.
func (l *limitLedger) lines(s *Source, actors []briefings.Actor, inField bool) []briefings.Limit {
	out := []briefings.Limit{}
	names := briefings.Namer{}
	present := s.mentions(actors)
	for _, e := range l.entries {
		if !inField && !e.reading.sure {
			continue
		}
		line := s.limitLine(e.sentence, e.reading, l.words[e.from:e.to], present)
		subjects := s.subjects(e.reading, l.words[e.from:e.to])
		for i := range max(len(subjects), 1) {
			c := *line.Clone().(*briefings.Limit)
			if len(subjects) > 0 {
				c.Subject, c.Text = subjects[i], subjects[i]
			}
			c.Handle = names.Next(briefings.KindLimit, named(c.Text, "limit"))
			out = append(out, c)
		}
	}
	return out
}

// limitLine makes the record of a sentence, without a subject yet.
func (s *Source) limitLine(i int, r limitReading, words []word, present []mention) briefings.Limit {
	sentence := s.Sentences[i]
	line := briefings.Limit{Head: briefings.Head{Origin: briefings.OriginExtracted, State: briefings.StateLive,
		Generator: limitGenerator, Rule: "cue: " + between(s.Text, words, r.lead.from, r.lead.to),
		Anchors: []briefings.Anchor{s.Anchor(sentence.Span)}},
		Text: s.Words(sentence.Span), Type: briefings.LimitType(r.lead.cue.tells[1]), Transfer: briefings.UnknownTransfer,
		Holder: []string{}, Recipient: []string{}, Modality: r.modality}
	if len(r.lead.cue.tells) > 2 {
		line.Transfer = briefings.Transfer(r.lead.cue.tells[2])
	}
	if line.Transfer != briefings.UnknownTransfer {
		line.Holder, line.Recipient = parties(s.Text, words, r.lead, mentionsIn(present, sentence.Span))
	}
	return line
}
