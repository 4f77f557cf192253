package extract

import (
	_ "embed"

	"dossier/briefings"
)

//go:embed data/limits-en.txt
var limitData string

// limitCues is read once, when it is first asked for, and never changed.
var limitCues = cuesOf(limitData)

const limitGenerator = "limits/1"

// fieldShare is the part of a document's sentences, one of so many, in which a
// word of the field must stand for the document to be of the field.
const fieldShare = 16

// Limits proposes the lines of the ledger of limits, in the order of the
// document. Lines read from one sentence share its passage.
func Limits(s *Source, actors []briefings.Actor) []briefings.Limit {
	var ledger limitLedger
	var words []word
	var hits []found
	sentences, ofField := 0, 0
	for i := range s.Sentences {
		sentence := s.Sentences[i]
		if !s.tells(sentence) || s.Text[sentence.End-1] == '?' {
			continue
		}
		words = limitCues().read(s.Text, sentence.Span, words[:0])
		hits = limitCues().find(words, hits[:0])
		r := readLimit(hits, s.Role(sentence.Section, briefings.RoleLimits))
		sentences++
		if r.field {
			ofField++
		}
		if r.lead.cue != nil {
			ledger.keep(i, r, words)
		}
	}
	return ledger.lines(s, actors, ofField*fieldShare >= sentences)
}

// limitReading is what a sentence's cues say together.
type limitReading struct {
	lead  found // the cue that speaks for the sentence, if any
	sure  bool  // it proposes alone, not only in a document of the field
	field bool  // the sentence has a word of the field
	// modality is how firmly it is said and by whom.
	modality briefings.Modality
	pairs    []found // words joined by "and" that are one thing
}

// readLimit weighs the cues of a sentence; listed says that it stands in a
// section on limits. Of the cues that may speak, the strongest and first does.
func readLimit(hits []found, listed bool) limitReading {
	var r limitReading
	var strong, weak found
	topic := listed
	for _, h := range hits {
		switch h.cue.tells[0] {
		case "topic":
			topic = true
		case "field":
			r.field = true
		case "sure":
			r.lead = firstUnlessVetoed(r.lead, h, hits)
		case "strong":
			strong = firstUnlessVetoed(strong, h, hits)
		case "weak":
			weak = firstUnlessVetoed(weak, h, hits)
		case "pair":
			r.pairs = append(r.pairs, h)
		}
	}
	r.sure = r.lead.cue != nil || listed || strong.cue != nil && r.field
	if r.lead.cue == nil {
		r.lead = strong
	}
	if r.lead.cue == nil && topic {
		r.lead = weak
	}
	if r.lead.cue != nil {
		r.modality = modality(r.lead, hits)
	}
	return r
}

// modality says how firmly a limit is said: as possible where a "may" belongs
// to its cue and no "not" to the "may", else by the first word that expects,
// judges or reports.
func modality(lead found, hits []found) briefings.Modality {
	said := briefings.Stated
	for i, h := range hits {
		if h.cue.tells[0] != "modality" {
			continue
		}
		switch m := briefings.Modality(h.cue.tells[1]); {
		case m == briefings.PossibleModality:
			if !denied(h, hits[i+1:]) && h.from >= lead.from-2 && h.from < lead.to {
				return m
			}
		case said == briefings.Stated:
			said = m
		}
	}
	return said
}

// denied says whether a "not" follows a "may": then a cue of its own, which
// says that it is stated, begins at the same word.
func denied(may found, behind []found) bool {
	for _, h := range behind {
		if h.from > may.from {
			break
		}
		if h.cue.tells[0] == "modality" && h.cue.tells[1] == string(briefings.Stated) {
			return true
		}
	}
	return false
}

func firstUnlessVetoed(first, h found, hits []found) found {
	if first.cue != nil || vetoed(h, hits) {
		return first
	}
	return h
}
