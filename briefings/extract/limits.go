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

// Limits proposes the lines of the ledger of limits, in the order of the
// document. Lines read from one sentence share its passage.
func Limits(s *Source, actors []briefings.Actor) []briefings.Limit {
	r := readLimitSigns(s)
	ledger := limitLedger{source: s, present: s.mentions(actors), names: briefings.Namer{}, lines: []briefings.Limit{}}
	scores, levels := r.weigh(s, limitWeights())
	var before briefings.Limit // the line of the sentence before, if it is one
	for i, e := range r.sentences {
		if s.asks(e.index) {
			continue
		}
		reading := readLimit(r.hitsOf(e))
		reading.place, reading.listed = s.listed(e.index, briefings.RoleLimits)
		reading.signs = r.featuresOf(e)
		reading.tells = r.tells(s, limitWeights(), e)
		goesOn := i > 0 && r.sentences[i-1].index == e.index-1 && s.Sentences[e.index-1].Block == s.Sentences[e.index].Block
		switch {
		case reading.again.cue != nil && goesOn && before.Type != "":
			before = ledger.again(e.index, reading, r.wordsOf(e), before)
		case reading.listed || isLimit(scores[i], levels[i], hasCue(r.hitsOf(e))) && !takenBack(r.hitsOf(e)):
			before = ledger.add(e.index, reading, r.wordsOf(e))
		default:
			before = briefings.Limit{}
		}
	}
	ledger.addTables()
	return ledger.lines
}

// What is asked of a sentence by how much its document tells of limits: from
// homeLevel on a strong cue is believed, and below someLevel without one nothing
// is. A cue counts elsewhere unless much speaks against it.
const (
	someLevel = 3
	homeLevel = 4
	someLeast = 0.75
	homeLeast = 0.25
	cuedLeast = -1
)

// isLimit says whether a sentence is one: by what it is worth, or by a strong
// cue. The least worths were found by leaving documents out (train -check).
func isLimit(score float32, level context, cue bool) bool {
	switch {
	case level >= homeLevel:
		return cue || score > homeLeast
	case level >= someLevel && score > someLeast:
		return true
	}
	return cue && score > cuedLeast
}

func readLimitSigns(s *Source) *signReader {
	return readSigns(s, limitCues(), func(i int, _ []word, hits []found) (out []context) {
		if s.listedIn(s.Sentences[i], briefings.RoleLimits) {
			out = append(out, listed)
		}
		if s.asks(i) {
			out = append(out, asks)
		}
		r := readLimit(hits)
		if r.place, r.listed = s.listed(i, briefings.RoleLimits); r.lead.cue != nil || r.told.cue != nil || r.listed {
			_, transfer := r.kind()
			out = telling(out, transfer)
		}
		return out
	})
}

// limitReading is what a sentence's cues say together.
type limitReading struct {
	lead  found    // the cue that tells most of the limit, if any
	again found    // words that say the same of a thing as the sentence before
	told  found    // words that tell what becomes of the thing
	signs []signed // its signs
	tells []string // what it tells by its weights, most certain first
	// modality is how firmly it is said and by whom.
	modality briefings.Modality
	pairs    []found // words joined by "and" that are one thing
	// listed says that it is an item of a list of limits, and place what the
	// list says of it.
	listed bool
	place  place
}

// readLimit reads the cues of a sentence. Of those that tell of a limit, the
// strongest and first leads.
func readLimit(hits []found) limitReading {
	var r limitReading
	var weak found
	for _, h := range hits {
		switch h.cue.tells[0] {
		case "strong":
			r.lead = firstUnlessVetoed(r.lead, h, hits)
		case "weak":
			weak = firstUnlessVetoed(weak, h, hits)
		case "again":
			r.again = h
		case "becomes":
			r.told = rather(r.told, h, hits)
		case "pair":
			r.pairs = append(r.pairs, h)
		}
	}
	if r.lead.cue == nil {
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
