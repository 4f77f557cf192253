package extract

import "slices"

// A sign is a class of words that says little by itself ("technology", "keep",
// "licence", "not") and much together with others. A line "sign NAME: pattern"
// of a cue file makes one. What signs and plain words of a sentence are worth
// is learnt from annotated briefings (weights.go), so that a sentence is known
// by what it does and not by an idiom that somebody thought of.

// signID numbers the features that a sentence can have besides its words: four
// for each sign, that it stands there or stands there denied, and the same where
// it is the first time in the document; and behind them what the place of the
// sentence and its document tell (context). What a report on arms says in every
// sentence ("missile", "export") tells less than what is new in one.
type signID uint16

// The four features of a sign: signID = signForms*sign + isDenied + isNew.
const (
	isDenied  = 1
	isNew     = 2
	signForms = 4
)

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

// deniedMark stands before the name of a sign that is denied, newMark before
// that of one that is new in its document.
const (
	deniedMark = "not-"
	newMark    = "new-"
)

// signName is what a feature is called in a file of weights.
func (t *cueTable) signName(id signID) string {
	if n := int(id) - signForms*len(t.signs); n >= 0 {
		return contextNames[n]
	}
	name := t.signs[id/signForms]
	if id&isDenied != 0 {
		name = deniedMark + name
	}
	if id&isNew != 0 {
		name = newMark + name
	}
	return name
}

// features says how many features a sentence can have.
func (t *cueTable) features() int { return signForms*len(t.signs) + int(contexts) }

func (t *cueTable) context(c context) signed {
	return signed{id: signID(signForms*len(t.signs) + int(c)), from: -1}
}

// signsOf appends the signs among the hits of a sentence to out, each once, and
// which of them are new: known has those of the sentences before, by signID.
func (t *cueTable) signsOf(words []word, hits []found, known []bool, out []signed) []signed {
	from := len(out)
	for _, h := range hits {
		if h.cue.sign < 0 {
			continue
		}
		id := signID(signForms * h.cue.sign)
		if t.denied(words, h, hits) {
			id += isDenied
		}
		if slices.ContainsFunc(out[from:], func(s signed) bool { return s.id == id }) {
			continue
		}
		out = append(out, signed{id, h.from, h.to})
		if !known[id] {
			known[id] = true
			out = append(out, signed{id + isNew, h.from, h.to})
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

// parted says whether a mark stands between two words.
func parted(words []word, from, to int) bool {
	for i := from; i <= to && i < len(words); i++ {
		if words[i].after == breakStrong {
			return true
		}
	}
	return false
}
