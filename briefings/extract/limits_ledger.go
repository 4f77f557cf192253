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
	taken := map[briefings.Handle]bool{}
	for _, e := range l.entries {
		if !inField && !e.reading.sure {
			continue
		}
		sentence := s.Sentences[e.sentence]
		words, lead := l.words[e.from:e.to], e.reading.lead
		line := briefings.Limit{Head: briefings.Head{Origin: briefings.OriginExtracted, State: briefings.StateLive,
			Generator: limitGenerator, Rule: "cue: " + between(s.Text, words, lead.from, lead.to), Anchors: []briefings.Anchor{s.Anchor(sentence.Span)}},
			Text: s.Words(sentence.Span), Type: briefings.LimitType(lead.cue.tells[1]), Transfer: briefings.UnknownTransfer,
			Holder: []string{}, Recipient: []string{}, Modality: briefings.Stated}
		if len(lead.cue.tells) > 2 {
			line.Transfer = briefings.Transfer(lead.cue.tells[2])
		}
		line.Handle = briefings.NewHandle(briefings.KindLimit, line.Text, func(h briefings.Handle) bool { return taken[h] })
		taken[line.Handle] = true
		out = append(out, line)
	}
	return out
}
