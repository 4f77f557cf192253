package extract

import (
	_ "embed"

	"dossier/briefings"
)

//go:embed data/limits-en.txt
var limitData string

// limitCues is read once and never changed.
var limitCues = mustCues(limitData)

const limitGenerator = "limits/1"

// Limits proposes the lines of the ledger of limits, in the order of the
// document. Lines read from one sentence share its passage.
func Limits(s *Source, actors []briefings.Actor) []briefings.Limit {
	out := []briefings.Limit{}
	taken := map[briefings.Handle]bool{}
	var words []word
	var hits []found
	for i := range s.Sentences {
		sentence := s.Sentences[i]
		if !s.tells(sentence) {
			continue
		}
		words = limitCues.read(s.Text, sentence.Span, words[:0])
		hits = limitCues.find(words, hits[:0])
		lead, ok := s.leadCue(sentence, hits)
		if !ok {
			continue
		}
		anchor := s.Anchor(sentence.Span)
		l := briefings.Limit{Head: briefings.Head{Origin: briefings.OriginExtracted, State: briefings.StateLive,
			Generator: limitGenerator, Rule: "cue: " + between(s.Text, words, lead.from, lead.to), Anchors: []briefings.Anchor{anchor}},
			Text: s.Words(sentence.Span), Type: briefings.LimitType(lead.cue.tells[1]), Transfer: briefings.UnknownTransfer,
			Holder: []string{}, Recipient: []string{}, Modality: briefings.Stated}
		if len(lead.cue.tells) > 2 {
			l.Transfer = briefings.Transfer(lead.cue.tells[2])
		}
		l.Handle = briefings.NewHandle(briefings.KindLimit, l.Text, func(h briefings.Handle) bool { return taken[h] })
		taken[l.Handle] = true
		out = append(out, l)
	}
	return out
}

// leadCue returns the cue that speaks for the sentence.
func (s *Source) leadCue(sentence Sentence, hits []found) (lead found, ok bool) {
	topic := s.Role(sentence.Section, briefings.RoleLimits)
	for _, h := range hits {
		topic = topic || h.cue.tells[0] == "topic"
	}
	for _, h := range hits {
		if h.cue.tells[0] == "strong" {
			return h, true
		}
	}
	for _, h := range hits {
		if h.cue.tells[0] == "weak" && topic {
			return h, true
		}
	}
	return found{}, false
}
