package timex

// compose joins the words and digits that make one number: "twenty-five",
// "two hundred and fifty", "nineteen eighty-four", "5th", "twenty-first". It
// works in place.
func (l *Language) compose(tokens []token) []token {
	numeral, ordinal := classNumeral.set(), classOrd.set()
	out := 0
	for i := 0; i < len(tokens); {
		t := &tokens[i]
		n := 1
		var made token
		switch {
		case t.is(digits):
			if n = l.suffixed(tokens, i); n > 1 {
				made = join(tokens[i : i+n])
				made.num = t.num
				made.classes = l.ordinalClasses(int(t.num))
			}
		case t.classes&(numeral|ordinal) != 0:
			made, n = l.spelled(tokens, i)
		}
		if n > 1 || made.classes != 0 {
			tokens[out] = made
		} else if out != i {
			tokens[out] = *t
		}
		out++
		i += n
	}
	return tokens[:out]
}

func join(parts []token) token {
	t := parts[0]
	t.end = parts[len(parts)-1].end
	t.word = nil
	t.flags = t.flags | digits
	return t
}

// suffixed says how many tokens "5th" is made of.
func (l *Language) suffixed(tokens []token, i int) int {
	if i+1 >= len(tokens) || !tokens[i+1].is(glued) || tokens[i+1].word == nil {
		return 1
	}
	if tokens[i+1].classes&classOrdinalMark.set() == 0 {
		return 1
	}
	return 2
}

func (l *Language) ordinalClasses(value int) classSet {
	set := classOrdinal.set()
	if value >= 1 && value <= 31 {
		set |= classDay.set()
	}
	return set
}

// spelled reads a number in words. A single word keeps its other meanings
// ("second" is a unit too).
func (l *Language) spelled(tokens []token, i int) (token, int) {
	if tokens[i].classes&classNumeral.set() == 0 {
		t := tokens[i]
		t.classes |= l.ordinalClasses(t.value(classOrd))
		t.num = int32(t.value(classOrd))
		return t, 1
	}
	value, n, isYear, isOrdinal := l.sum(tokens, i)
	t := tokens[i]
	if n > 1 {
		t = join(tokens[i : i+n])
		t.classes = 0
	}
	t.num = int32(value)
	switch {
	case isOrdinal:
		t.classes |= l.ordinalClasses(value)
	case isYear:
		t.classes |= classYear.set() | classModern.set()
	default:
		t.classes |= classNumber.set()
		if n > 1 && value > 20 && value <= 31 {
			t.classes |= classDay.set()
		}
	}
	return t, n
}

// sum adds up the words of a number. Two numbers in a row as people say years
// ("nineteen eighty-four", "eighteen hundred twelve") make a year.
func (l *Language) sum(tokens []token, i int) (value, n int, isYear, isOrdinal bool) {
	value, n, isOrdinal = below100(tokens, i)
	if isOrdinal {
		return
	}
	next := func() (int, bool) {
		if i+n < len(tokens) && tokens[i+n].classes&classNumeral.set() != 0 && !tokens[i+n].is(newline) {
			return tokens[i+n].value(classNumeral), true
		}
		return 0, false
	}
	century := value >= 11 && value <= 20
	if v, ok := next(); ok && century && v >= 10 && v < 100 {
		rest, m, _ := below100(tokens, i+n)
		return value*100 + rest, n + m, true, false
	}
	for _, scale := range []int{100, 1000} {
		v, ok := next()
		if !ok || v != scale {
			continue
		}
		value *= scale
		n++
		skip := 0
		if i+n < len(tokens) && tokens[i+n].classes&classAnd.set() != 0 {
			skip = 1
		}
		if j := i + n + skip; j < len(tokens) && tokens[j].classes&classNumeral.set() != 0 && tokens[j].value(classNumeral) < 100 {
			rest, m, ordinal := below100(tokens, j)
			value += rest
			n += skip + m
			isYear = value >= 1100 && value < 2200
			if ordinal {
				return value, n, false, true
			}
		} else if scale == 100 && century {
			isYear = true
		}
	}
	return value, n, isYear, false
}

// below100 reads "five", "twenty", "twenty-five", "twenty-fifth".
func below100(tokens []token, i int) (value, n int, ordinal bool) {
	value, n = tokens[i].value(classNumeral), 1
	if value < 20 || value > 90 {
		return value, n, false
	}
	j := i + 1
	if j < len(tokens) && tokens[j].word != nil && tokens[j].word.text == "-" && tokens[j].is(glued) {
		j++
	}
	if j >= len(tokens) || tokens[j].is(newline) {
		return value, n, false
	}
	t := &tokens[j]
	if v := t.value(classNumeral); t.classes&classNumeral.set() != 0 && v < 10 {
		return value + v, j - i + 1, false
	}
	if v := t.value(classOrd); t.classes&classOrd.set() != 0 && v < 10 {
		return value + v, j - i + 1, true
	}
	return value, n, false
}
