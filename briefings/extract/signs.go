package extract

import "slices"

// A sign is a class of words that says little by itself ("technology", "keep",
// "licence", "not") and much together with others. A line "sign NAME: pattern"
// of a cue file makes one. What signs and plain words of a sentence are worth
// is learnt from annotated briefings (weights.go), so that a sentence is known
// by what it does and not by an idiom that somebody thought of.

// signID numbers the features that a sentence can have besides its words: for
// each sign the feature that it stands there and the one that it stands there
// denied, and behind them what the place of the sentence and its document tell
// (context).
type signID uint16

// denialReach is how near a "not" must stand before a sign to deny it, in words.
const denialReach = 4

// context are the features that no sign of the sentence makes.
type context uint8

const (
	listed   context      = iota // the section is one that lists what is looked for
	asks                         // the sentence is a question
	openly                       // and the document leaves it open
	cued                         // a strong cue speaks
	leadsIn                      // the sentence leads in what follows it
	bias                         // always there
	tells                        // the first of what its cues may tell
	field    = tells + 10        // the first of the levels of its document
	contexts = field + fieldLevels
)

var contextNames = [contexts]string{"listed", "asks", "openly", "cued", "leads-in", "bias",
	"tells-withheld", "tells-possible", "tells-agreed", "tells-delivered", "tells-unknown",
	"tells-gap", "tells-verification", "tells-forecast", "tells-conditional", "tells-decision",
	"field-1", "field-2", "field-3", "field-4", "field-5"}

// telling appends the feature of a sentence whose cues tell something to out.
func telling[T ~string](out []context, something T) []context {
	if i := slices.Index(contextNames[tells:field], "tells-"+string(something)); i >= 0 {
		out = append(out, tells+context(i))
	}
	return out
}

// noSign is the sign of denial, which every table of signs has.
const noSign = "no"

// signed is a feature of a sentence and where it stands in it.
type signed struct {
	id       signID
	from, to int // its words; none if from is -1
}

// deniedMark stands before the name of a sign that is denied.
const deniedMark = "not-"

// signName is what a feature is called in a file of weights.
func (t *cueTable) signName(id signID) string {
	if n := int(id) - 2*len(t.signs); n >= 0 {
		return contextNames[n]
	}
	if id%2 == 1 {
		return deniedMark + t.signs[id/2]
	}
	return t.signs[id/2]
}

// features says how many features a sentence can have.
func (t *cueTable) features() int { return 2*len(t.signs) + int(contexts) }

func (t *cueTable) context(c context) signed {
	return signed{id: signID(2*len(t.signs) + int(c)), from: -1}
}

// signsOf appends the signs among the hits of a sentence to out, each feature
// once from an index on: that of the sentence itself, or of the document.
func (t *cueTable) signsOf(words []word, hits []found, from int, out []signed) []signed {
	for _, h := range hits {
		if h.cue.sign < 0 {
			continue
		}
		id := signID(2 * h.cue.sign)
		if t.denied(words, h, hits) {
			id++
		}
		if !slices.ContainsFunc(out[from:], func(s signed) bool { return s.id == id }) {
			out = append(out, signed{id, h.from, h.to})
		}
	}
	return out
}

// denied says whether a "not" stands shortly before a sign in its clause.
func (t *cueTable) denied(words []word, h found, hits []found) bool {
	for _, n := range hits {
		if n.from >= h.from {
			return false
		}
		if n.cue.sign >= 0 && t.signs[n.cue.sign] == noSign && n.to <= h.from && h.from-n.to < denialReach && !parted(words, n.to, h.from) {
			return true
		}
	}
	return false
}

// holdsBack says whether a feature is the sign of something that holds back.
func (t *cueTable) holdsBack(id signID) bool {
	return int(id) < 2*len(t.signs) && t.holding[id/2]
}

// parted says whether a mark stands between two words.
func parted(words []word, from, to int) bool {
	for i := from; i <= to && i < len(words); i++ {
		if words[i].after == breakStrong {
			return true
		}
	}
	return false
}
