package extract

import (
	"strings"

	"dossier/briefings"
)

// limitLedger makes the lines of the sentences that limits are read from.
type limitLedger struct {
	source  *Source
	present []mention // of those who can hold or receive something
	names   briefings.Namer
	lines   []briefings.Limit
}

// again makes the lines of a sentence that says the same of another thing as
// the one before: "So are the drawings."
func (l *limitLedger) again(sentence int, r limitReading, words []word, before briefings.Limit) briefings.Limit {
	r.lead = r.again
	line := l.source.limitLine(sentence, r, words, l.present)
	line.Type, line.Transfer, line.Modality = before.Type, before.Transfer, before.Modality
	line.Holder, line.Recipient = before.Holder, before.Recipient
	l.lineUp(line, r, words)
	return line
}

// add makes the lines of a sentence and returns what they have in common.
func (l *limitLedger) add(sentence int, r limitReading, words []word) briefings.Limit {
	line := l.source.limitLine(sentence, r, words, l.present)
	l.partiesAround(sentence, &line)
	if m, ok := l.meant(sentence); ok {
		if first, rest, _ := strings.Cut(line.Text, " "); first == "It" || first == "They" {
			line.Text = "[" + m.actor.Name + "] " + rest
		}
	}
	l.lineUp(line, r, words)
	return line
}

// lineUp makes a line of each thing that a sentence sets a limit to, or one of
// the sentence.
func (l *limitLedger) lineUp(line briefings.Limit, r limitReading, words []word) {
	things := l.source.things(r, words)
	for i := range max(len(things), 1) {
		c := *line.Clone().(*briefings.Limit)
		if len(things) > 0 {
			c.Subject, c.Text = things[i].subject, things[i].text
		}
		c.Handle = l.names.Next(briefings.KindLimit, named(c.Text, "limit"))
		l.lines = append(l.lines, c)
	}
}

// limitLine makes the record of a sentence, without a subject yet.
func (s *Source) limitLine(i int, r limitReading, words []word, present []mention) briefings.Limit {
	sentence := s.Sentences[i]
	line := briefings.Limit{Head: briefings.Head{Origin: briefings.OriginExtracted, State: briefings.StateLive,
		Generator: limitGenerator, Rule: limitRule(s.Text, r, words),
		Anchors: []briefings.Anchor{s.Anchor(sentence.Span)}},
		Holder: []string{}, Recipient: []string{}, Modality: r.modality}
	cue := ""
	if r.lead.cue != nil {
		cue = between(s.Text, words, r.lead.from, r.lead.to)
	}
	line.Text = limitPhrase(s.Words(sentence.Span), cue)
	line.Type, line.Transfer = r.weighedKind()
	if r.lead.cue != nil && (line.Transfer != briefings.UnknownTransfer || line.Type == briefings.Safeguard && r.lead.has(words, "power")) {
		line.Holder, line.Recipient = parties(s.Text, words, r.lead, mentionsIn(present, sentence.Span))
	}
	return line
}

// limitRule says by what a sentence was known.
func limitRule(text string, r limitReading, words []word) string {
	if r.lead.cue != nil {
		return "cue: " + between(text, words, r.lead.from, r.lead.to)
	}
	if r.listed {
		return "an item of a list of limits"
	}
	return limitWeights().reasons(text, words, r.signs)
}
