package timex

// token is a word, a run of digits or a mark of punctuation; later also a
// stretch of them that was read as an expression.
type token struct {
	start, end int32
	// word is the entry of the lexicon, nil for a word that means nothing here.
	word    *word
	classes classSet
	num     int32 // value of digits or of composed numerals
	expr    int32 // of an expression: its index in the reading
	flags   flag
}

type flag uint8

const (
	glued   flag = 1 << iota // no blank before it
	capital                  // begins with a capital letter
	newline                  // a line or the text begins here
	digits                   // a run of digits, or composed with them
	letters                  // a run of letters
	grouped                  // digits with a separator of thousands
	merged                   // several tokens made into one
)

func (t *token) is(f flag) bool { return t.flags&f != 0 }

// value returns what the token is worth as a member of a class: month 3 of
// "march", 17 of "17".
func (t *token) value(c class) int {
	if t.word != nil {
		for _, m := range t.word.members {
			if m.class == c {
				return m.value
			}
		}
	}
	return int(t.num)
}

// longestWord is the longest word that a lexicon may hold, in bytes.
const longestWord = 32

// scan cuts a text into tokens in one pass. Addresses of the web are left out.
func (l *Language) scan(text string, out []token) []token {
	var lower [longestWord]byte
	next := newline | glued
	for i := 0; i < len(text); {
		kind := kinds[text[i]]
		if kind == other && text[i] >= 0xc2 {
			kind = wide(text, i)
		}
		start := i
		switch kind {
		case blank:
			i += blankWidth(text, i)
			if text[start] == '\n' {
				next |= newline
			}
			next &^= glued
			continue
		case letter:
			i = endOfWord(text, i)
			if end, ok := address(text, start, i); ok {
				i, next = end, next&^glued
				continue
			}
			t := token{start: int32(start), end: int32(i), flags: next | letters}
			if isUpper(text, start) {
				t.flags |= capital
			}
			l.look(&t, text[start:i], lower[:])
			out = append(out, t)
		case digit:
			t := token{start: int32(start), flags: next | digits}
			i = l.number(text, i, &t)
			t.end = int32(i)
			out = append(out, t)
		default:
			i += max(1, markWidth(text, i))
			t := token{start: int32(start), end: int32(i), flags: next}
			t.word = l.words[plainMark(text[start:i])]
			if t.word != nil {
				t.classes = t.word.classes
			}
			out = append(out, t)
		}
		next = glued
	}
	return out
}

// look finds a word in the lexicon, in lower case. A word of the lexicon with a
// capital letter is found only in capitals.
func (l *Language) look(t *token, w string, lower []byte) {
	if len(w) > longestWord {
		return
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' || i > 0 && w[i-1] == 0xc3 && c < 0x9f {
			c += 0x20
		}
		lower[i] = c
	}
	t.word = l.words[string(lower[:len(w)])]
	if t.word == nil {
		if t.is(capital) {
			t.classes = className.set()
		}
		return
	}
	t.classes = t.word.classes
	if !t.is(capital) {
		t.classes &^= t.word.needCapital
	}
}

// number reads a run of digits and gives it the classes that it may stand for.
func (l *Language) number(text string, i int, t *token) int {
	start, value, group := i, 0, l.thousands
	for i < len(text) {
		c := text[i]
		if c == group && i > start && threeDigits(text, i+1) && (t.is(grouped) || i-start <= 3) {
			t.flags |= grouped
			i++
			continue
		}
		if kinds[c] != digit {
			break
		}
		if value < 1e8 {
			value = value*10 + int(c-'0')
		}
		i++
	}
	t.num = int32(value)
	t.classes = classNumber.set()
	if t.is(grouped) {
		return i
	}
	switch width := i - start; {
	case width <= 2:
		t.classes |= classShort.set()
		if value >= 1 && value <= 31 {
			t.classes |= classDay.set()
		}
		if width == 2 {
			t.classes |= classTwo.set()
		}
	case width == 3:
		t.classes |= classThree.set()
	case width == 4 && value >= 1000 && value < 2200:
		t.classes |= classYear.set() | classFour.set()
		if value >= 1700 {
			t.classes |= classModern.set()
		}
		if value%10 == 0 {
			t.classes |= classTen.set()
		}
	case width == 4:
		t.classes |= classFour.set()
	}
	return i
}

func threeDigits(text string, i int) bool {
	for k := i; k < i+3; k++ {
		if k >= len(text) || kinds[text[k]] != digit {
			return false
		}
	}
	return i+3 >= len(text) || kinds[text[i+3]] != digit
}
