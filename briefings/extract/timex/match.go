package timex

// matcher tries all patterns of a stage at a token.
type matcher struct {
	language *Language
	text     string
	tokens   []token
	start    int
	path     []*element // the way so far: one element a token
	best     []*element
	rule     int32 // the best one's, -1 if there is none
}

// longest finds the longest pattern that begins at a token; of equally long
// ones the first in the file.
func (m *matcher) longest(root *node, start int) bool {
	t := &m.tokens[start]
	if t.classes&root.classes == 0 && (t.word == nil || t.word.begins&root.stage == 0) {
		return false
	}
	m.start, m.rule = start, -1
	m.path, m.best = m.path[:0], m.best[:0]
	if !m.opens(start) {
		return false
	}
	m.walk(root, start)
	return m.rule >= 0
}

func (m *matcher) walk(n *node, at int) {
	for _, r := range n.rules {
		longer := len(m.path) > len(m.best)
		if !longer && (len(m.path) < len(m.best) || r >= m.rule) {
			continue
		}
		if m.closes(at) && m.conditionsHold(r, at) {
			m.rule = r
			m.best = append(m.best[:0], m.path...)
		}
	}
	if at >= len(m.tokens) || at > m.start && m.tokens[at].is(newline) {
		return
	}
	t := &m.tokens[at]
	if t.word != nil && t.expr < 0 {
		for _, i := range n.byWord[t.word] {
			m.step(&n.edges[i], at)
		}
	}
	for _, i := range n.others {
		if m.holds(&n.edges[i].test, at) {
			m.step(&n.edges[i], at)
		}
	}
}

// step follows an edge that the token at this place fits.
func (m *matcher) step(e *edge, at int) {
	if at > m.start && !m.spaced(e.glued, at) {
		return
	}
	m.path = append(m.path, &e.element)
	m.walk(e.next, at+1)
	m.path = m.path[:len(m.path)-1]
}

// spaced says whether the blank before a token is as the element wants it. A
// letter right behind a digit is one word with it, unless the rule says so.
func (m *matcher) spaced(wantGlued bool, at int) bool {
	t, before := &m.tokens[at], &m.tokens[at-1]
	if wantGlued {
		return t.is(glued)
	}
	if !t.is(glued) || before.expr >= 0 || t.expr >= 0 {
		return true
	}
	return !(t.is(letters) && before.is(digits) || t.is(digits) && before.is(letters))
}

// opens says whether an expression may begin at a token: not within a number,
// a sum of money, a name such as F-16 or a mixture of digits and letters.
func (m *matcher) opens(at int) bool {
	t := &m.tokens[at]
	if at == 0 || !t.is(glued) || t.is(newline) {
		return !m.isMoney(at)
	}
	before := &m.tokens[at-1]
	if before.is(letters) && t.is(digits) || before.is(digits) && t.is(letters) {
		return false
	}
	if !t.is(digits) || before.word == nil {
		return true
	}
	joined := at >= 2 && before.is(glued)
	switch before.word.text {
	case "$", "€", "£", "#", "¥", "+", "&", "=":
		return false
	case ".", ",", ":", "/":
		return !joined || !m.tokens[at-2].is(digits)
	case "-", "–":
		return !joined || !m.tokens[at-2].is(digits) && !m.isDesignator(at-2)
	}
	return true
}

// isDesignator says whether a word before a hyphen makes a name with the number
// behind it, as in F-16: any but the words of time ("mid-2027").
func (m *matcher) isDesignator(at int) bool {
	t := &m.tokens[at]
	const shortest = 3
	return t.is(letters) && (t.word == nil || t.end-t.start < shortest)
}

func (m *matcher) isMoney(at int) bool {
	if at == 0 || !m.tokens[at].is(digits) {
		return false
	}
	return m.tokens[at-1].classes&classCurrency.set() != 0
}

// closes says whether an expression may end before a token.
func (m *matcher) closes(at int) bool {
	if at >= len(m.tokens) || at == 0 {
		return true
	}
	next, last := &m.tokens[at], &m.tokens[at-1]
	if !next.is(glued) || last.expr >= 0 {
		return true
	}
	if next.is(letters) && last.is(digits) || next.is(digits) && last.is(letters) {
		return lostBlank(last, next)
	}
	if !last.is(digits) || next.word == nil {
		return true
	}
	digitsFollow := at+1 < len(m.tokens) && m.tokens[at+1].is(glued) && m.tokens[at+1].is(digits)
	switch next.word.text {
	case "%":
		return false
	case ".", ",", ":", "/", "-", "–":
		return !digitsFollow
	}
	return true
}

// lostBlank says whether a year and a word came to stand together when a page was
// copied, as in "an October 2021publication": without the year the month would be
// counted from the day of the text.
func lostBlank(year, word *token) bool {
	const shortest = 5 // "1920s", "2000cc", "1500hrs" are words of their own
	return year.classes&classModern.set() != 0 && word.end-word.start >= shortest && !word.is(capital)
}

func (m *matcher) conditionsHold(rule int32, end int) bool {
	for _, c := range m.language.rules[rule].conditions {
		at := end
		if c.after {
			at = m.start - 1
		}
		holds := false
		if at >= 0 && at < len(m.tokens) {
			for i := range c.tests {
				holds = holds || m.holds(&c.tests[i], at)
			}
		}
		if holds == c.negate {
			return false
		}
	}
	return true
}
