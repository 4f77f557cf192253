package plaintext

import "math/bits"

// signals is a set of reasons that speak for or against a heading.
type signals uint64

// signal is one reason.
type signal uint8

const (
	sigKnown signal = iota
	sigListed
	sigNoStop
	sigFullStop
	sigColon
	sigQuestion
	sigExclamation
	sigEllipsis
	sigLeadIn
	sigOpenEnd
	sigInner
	sigTail
	sigUpper
	sigTitle
	sigLower
	sigNumber
	sigSeries
	sigInList
	sigLabel
	sigLabelAgain
	sigQuote
	sigEmphasis
	sigShort
	sigLong
	sigTiny
	sigGoesOn
	sigOverParagraph
	sigOverList
	sigOverRun
	sigLast
	sigAfterParagraph
	sigJoined
	sigInRun
	sigGap
	sigNoGap
	sigUnlisted
	sigAgain
	sigUnderCaption
	sigInWorks
	sigOverTable
	sigOpener
	sigInHead
	sigPerson
	sigOverAppeal
	signalCount
)

// weights say how much each signal counts; headingScore of them is enough. The
// signs follow from how documents are set; the sizes were settled on the
// shared headings corpora.
var weights = [signalCount]struct {
	name   string
	weight int
}{
	sigKnown:          {"a heading of documents of every kind", 3},
	sigListed:         {"stands in the table of contents", 9},
	sigNoStop:         {"no stop at the end", 1},
	sigFullStop:       {"ends in a full stop", -4},
	sigColon:          {"ends in a colon", -1},
	sigLeadIn:         {"a colon that leads in", -2},
	sigEllipsis:       {"ends in an ellipsis", -1},
	sigQuestion:       {"a question", 0},
	sigExclamation:    {"ends in an exclamation mark", -1},
	sigOpenEnd:        {"ends in a comma or dash", -3},
	sigInner:          {"a sentence ends within", -3},
	sigTail:           {"ends in a word that is owed another", -4},
	sigUpper:          {"in capitals", 2},
	sigTitle:          {"in title case", 1},
	sigLower:          {"begins with a small letter", -3},
	sigNumber:         {"numbered", 2},
	sigSeries:         {"numbered in a series over paragraphs", 4},
	sigInList:         {"in a list of numbers", -5},
	sigLabel:          {"a label and its value", -1},
	sigLabelAgain:     {"a label that comes back", -4},
	sigQuote:          {"begins with a quotation mark", -2},
	sigEmphasis:       {"set in emphasis", -5},
	sigShort:          {"short", 1},
	sigLong:           {"long", -1},
	sigTiny:           {"hardly a word", -2},
	sigGoesOn:         {"goes on below", -3},
	sigOverParagraph:  {"over a paragraph", 2},
	sigOverList:       {"over a list", 1},
	sigOverRun:        {"over a run of short lines", -3},
	sigLast:           {"at the end", -3},
	sigAfterParagraph: {"after a paragraph", 1},
	sigJoined:         {"joined to the line before", -2},
	sigInRun:          {"in a run of short lines", -2},
	sigGap:            {"after a blank line", 1},
	sigNoGap:          {"without a blank line", -1},
	sigUnlisted:       {"not in the table of contents", -1},
	sigAgain:          {"says the title again", -9},
	sigUnderCaption:   {"goes with a caption", -5},
	sigInWorks:        {"in a list of works", -3},
	sigOverTable:      {"over a table", -2},
	sigInHead:         {"between the title and the text", -2},
	sigPerson:         {"names a person of whom the text below does not speak", -5},
	sigOverAppeal:     {"over words of the paper for itself", -5},
	sigOpener:         {"opens like a sentence", -4},
}

// headingScore is the sum of weights from which on a line is a heading.
const headingScore = 3

func (s *signals) note(sig signal)    { *s |= 1 << sig }
func (s signals) has(sig signal) bool { return s&(1<<sig) != 0 }

func (s signals) score() int {
	sum := 0
	for rest := uint64(s); rest != 0; rest &= rest - 1 {
		sum += weights[bits.TrailingZeros64(rest)].weight
	}
	return sum
}

// String lists the reasons.
func (s signals) String() string {
	out := ""
	for rest := uint64(s); rest != 0; rest &= rest - 1 {
		if out != "" {
			out += ", "
		}
		out += weights[bits.TrailingZeros64(rest)].name
	}
	return out
}
