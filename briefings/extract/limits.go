package extract

import (
	_ "embed"

	"dossier/briefings"
)

//go:embed data/limits-en.txt
var limitData string

//go:embed data/limits-transfer-en.txt
var limitTransferData string

//go:embed data/limits-signs-en.txt
var limitSignData string

// limitCues is read once, when it is first asked for, and never changed.
var limitCues = cuesOf(limitData + limitTransferData + limitSignData)

//go:embed data/limits-weights-en.txt
var limitWeightData string

// limitWeights says what signs of a limit are worth.
var limitWeights = weightsOf(limitCues, limitWeightData)

const limitGenerator = "limits/2"

// fieldShare is the part of a document's sentences, one of so many, in which a
// word of the field must stand for the document to be of the field.
const fieldShare = 16

// limitEnough is what the signs of a sentence must be worth to propose without
// a cue.
const limitEnough = 1

// Limits proposes the lines of the ledger of limits, in the order of the
// document. Lines read from one sentence share its passage.
func Limits(s *Source, actors []briefings.Actor) []briefings.Limit {
	r := readSigns(s, limitCues(), briefings.RoleLimits)
	ledger := limitLedger{source: s, present: s.mentions(actors), names: briefings.Namer{}, lines: []briefings.Limit{}}
	readings := make([]limitReading, len(r.sentences))
	ofField := 0
	for i, e := range r.sentences {
		readings[i] = readLimit(r.hitsOf(e), s.listedIn(s.Sentences[e.index], briefings.RoleLimits))
		readings[i].place, readings[i].listed = s.listed(e.index, briefings.RoleLimits)
		if readings[i].field {
			ofField++
		}
	}
	scores, level := r.weigh(limitWeights())
	inField := ofField*fieldShare >= len(r.sentences) || level >= muchField ||
		level == someField && len(r.sentences) >= fewSentences
	var before briefings.Limit // the line of the sentence before, if it is one
	for i, e := range r.sentences {
		if s.asks(e.index) {
			continue
		}
		reading, score := readings[i], scores[i]
		if !inField && !reading.sure {
			reading.lead.cue = nil
		}
		reading.signs = r.featuresOf(e)
		goesOn := i > 0 && r.sentences[i-1].index == e.index-1 && s.Sentences[e.index-1].Block == s.Sentences[e.index].Block
		switch {
		case reading.again.cue != nil && goesOn && before.Type != "":
			before = ledger.again(e.index, reading, r.wordsOf(e), before)
		case reading.lead.cue != nil || reading.listed || inField && !reading.veto && score > limitEnough:
			before = ledger.add(e.index, reading, r.wordsOf(e))
		default:
			before = briefings.Limit{}
		}
	}
	ledger.addTables()
	return ledger.lines
}

// limitReading is what a sentence's cues say together.
type limitReading struct {
	lead  found    // the cue that speaks for the sentence, if any
	again found    // words that say the same of a thing as the sentence before
	told  found    // words that tell what becomes of the thing
	signs []signed // its signs, where a line is made of it
	sure  bool     // it proposes alone, not only in a document of the field
	field bool     // the sentence has a word of the field
	veto  bool     // something takes cues back
	// modality is how firmly it is said and by whom.
	modality briefings.Modality
	pairs    []found // words joined by "and" that are one thing
	// listed says that it is an item of a list of limits, and place what the
	// list says of it.
	listed bool
	place  place
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
		case "again":
			r.again = h
		case "becomes":
			r.told = rather(r.told, h, hits)
		case "veto":
			r.veto = true
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
	r.modality = briefings.Stated
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

// weightOf says which of two cues counts that tell what becomes of a thing: what
// says nothing of its passing before what leaves the way open, and this before
// what shuts it.
var weightOf = map[string]int{string(briefings.Withheld): 1, string(briefings.Possible): 2, string(briefings.UnknownTransfer): 3}

// rather chooses between two such cues, of equal ones the first.
func rather(first, h found, hits []found) found {
	if first.cue != nil && weightOf[first.cue.tells[1]] >= weightOf[h.cue.tells[1]] || vetoed(h, hits) {
		return first
	}
	return h
}
