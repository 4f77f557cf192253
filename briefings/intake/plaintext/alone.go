package plaintext

import "strings"

// alone notes what a line says for itself.
func (d *detector) alone(b *block, i int) {
	s, why := &b.shape, &b.why
	if s.known {
		why.note(sigKnown)
	}
	why.end(s)
	why.joins(s)
	why.letters(s)
	d.number(b, i)
	d.label(b, i)
	why.dress(b.text)
	why.length(b)
	if d.saysTitle(b) {
		why.note(sigAgain)
	}
	if d.contents.to > 0 && !why.has(sigListed) {
		why.note(sigUnlisted)
	}
}

// end notes how a block ends.
func (why *signals) end(s *shape) {
	switch s.stop {
	case noStop:
		why.note(sigNoStop)
	case fullStop:
		if s.number.style == noNumber || s.words > 8 && !why.has(sigSeries) {
			why.note(sigFullStop)
		}
	case colonStop:
		why.note(sigColon)
		if s.words > 5 && s.cased == sentenceCase {
			why.note(sigLeadIn)
		}
	case questionMark:
		why.note(sigQuestion)
	case exclamation:
		why.note(sigExclamation)
	case ellipsis:
		why.note(sigEllipsis)
	case openEnd:
		why.note(sigOpenEnd)
	}
}

// joins notes what makes a block a part of running text.
func (why *signals) joins(s *shape) {
	if s.inner {
		why.note(sigInner)
	}
	if s.opener {
		why.note(sigOpener)
	}
	if s.owed {
		why.note(sigTail)
	}
}

// letters notes which of its letters are capitals.
func (why *signals) letters(s *shape) {
	switch s.cased {
	case upperCase:
		if s.words <= 12 {
			why.note(sigUpper)
		}
	case titleCase:
		why.note(sigTitle)
	case lowerCase, noLetters:
		if s.kind != dateLine {
			why.note(sigLower)
		}
	}
}

// number notes a number in front, and whether a neighbour counts on.
func (d *detector) number(b *block, i int) {
	n := b.shape.number.style
	if n == noNumber || n == letter && !b.counted { // "A. Name" has an initial
		return
	}
	b.why.note(sigNumber)
	if !b.why.has(sigSeries) && (d.counts(i, i+1) || d.counts(i-1, i)) {
		b.why.note(sigInList)
	}
}

// label notes a word with a colon in front, "Q:" or "Note:".
func (d *detector) label(b *block, i int) {
	s := &b.shape
	switch {
	case s.label != "" && d.labels[s.label] >= 2 && (d.answered(i) || strings.ContainsAny(b.text[len(s.label):], "0123456789")):
		b.why.note(sigLabelAgain)
	case s.label != "" && len(s.label) < 14 && s.number.style == noNumber && s.stop != questionMark:
		b.why.note(sigLabel)
	}
}

// dress notes quotation marks and signs of emphasis.
func (why *signals) dress(text string) {
	switch c := text[0]; {
	case c == '"' || strings.HasPrefix(text, "“") || strings.HasPrefix(text, "‘"):
		why.note(sigQuote)
	case (c == '_' || c == '*') && text[len(text)-1] == c:
		why.note(sigEmphasis)
	}
}

// length notes how long a block is.
func (why *signals) length(b *block) {
	switch {
	case b.runes <= 70 && b.shape.words <= 10:
		why.note(sigShort)
	case b.runes > 95:
		why.note(sigLong)
	}
	if b.shape.words == 1 && b.runes < 4 {
		why.note(sigTiny)
	}
}
