package extract

import "strings"

// Which verb a clause stands with, and the clause turned round into a question:
// "the yard, which burnt, will open", "will the yard, which burnt, open"; "the
// rules bind the yard", "do the rules bind the yard".

// mainVerb returns the auxiliary or verb of the clause that begins at a word,
// not that of a relative clause, aside or participle within its subject; 0 where
// it is unsure.
func (p phraser) mainVerb(a, end int) int {
	open := 0 // clauses within the subject that wait for their verbs
	past := 0 // a form in the past, which may be a participle
	for i := a; i < end; i++ {
		switch {
		case i > a && p.bracket(i, '('):
			i = p.behindBracket(i) - 1
			continue
		case i > a && p.dashed(i) && p.dash(i+1, end) > 0:
			i = p.dash(i+1, end) - 1
			continue
		case p.at(i) == "if" && p.is(i+1, "cut-short"): // "if any": no clause
			continue
		case i > a && (p.is(i, "relative") || p.nestsClause(a, i)) && !(p.is(i, "or-not") && p.is(i-1, "joint")):
			open++
			continue
		}
		sure := p.helps(i) || p.finiteVerb(a, i, end)
		switch {
		case !sure && !p.perhapsPast(a, i):
		case open > 0:
			open--
			i = p.verbGroup(i) - 1
		case !sure:
			if past == 0 {
				past = i
			}
		case past > 0 && (!p.helps(i) || p.takesObject(past, i)):
			return past
		default:
			return i
		}
	}
	return past
}

// dash returns the next word from i on that a dash stands before, 0 if none.
func (p phraser) dash(i, end int) int {
	for ; i < end; i++ {
		if p.dashed(i) {
			return i
		}
	}
	return 0
}

// nestsClause says whether a clause without "that" begins at a word: "rights a
// firm may have".
func (p phraser) nestsClause(a, i int) bool {
	if i == a || p.words[i].after != breakNone || !p.is(i, "article") && p.at(i) != "the" {
		return false
	}
	before := i - 1
	_, verb := verbOf(p.at(before))
	return !verb && !p.is(before, "no-thing") && !strings.HasSuffix(p.at(before), "ly") && !strings.HasSuffix(p.at(before), "ing")
}

// helps says whether a word is an auxiliary, "do" among them.
func (p phraser) helps(i int) bool {
	return p.is(i, "helps") && p.at(i) != "May" // the month
}

// finiteVerb says whether a word is the verb of the subject that begins at a:
// one in the present that agrees with it, and not a noun that an auxiliary
// follows on.
func (p phraser) finiteVerb(a, i, end int) bool {
	v, ok := verbOf(p.at(i))
	if !ok || i == a || v.form&(thirdForm|baseForm) == 0 || p.capitalised(i) || p.noVerbHere(i) || p.words[i].after == breakComma && !p.is(i-1, "relative") {
		return false
	}
	last := i - 1
	if strings.HasSuffix(p.at(last), "ly") {
		last--
	}
	plural := p.plural(a, last+1) && !p.is(last, "relative")
	if p.is(last, "pronoun") && !p.is(last, "relative") {
		plural = p.at(last) == "they" || p.at(last) == "we" || p.at(last) == "these" || p.at(last) == "those"
	}
	object := p.is(i+1, "article") || p.is(i+1, "determiner")
	if !p.is(last, "relative") && (plural != (v.form&baseForm != 0) || plural && !object && !endsPlural(p.at(last)) && !p.is(last, "pronoun")) {
		return false
	}
	if next, verb := verbOf(p.at(i + 1)); verb && !p.capitalised(i+1) && p.at(i+1) != "back" && next.form&(baseForm|pastForm) != 0 || p.at(i+1) == "such" && p.at(i+2) == "as" {
		return false // "strikes slowed", "loads such as"
	}
	for j := i + 1; j < end; j++ {
		switch {
		case p.helps(j) || p.is(j, "be"):
			return false
		case p.words[j].after != breakNone || p.is(j, "article") || p.is(j, "determiner") || p.is(j, "pronoun") || p.is(j, "opener") && !p.is(j, "joint") || p.is(j, "wh"):
			return true
		}
	}
	return i+1 < end
}

// noVerbHere says whether the word before, or a hyphen, makes a noun of a word.
func (p phraser) noVerbHere(i int) bool {
	return p.is(i-1, "names") || possessive(p.at(i-1)) || p.hyphen(i) || p.hyphen(i+1)
}

// hyphen says whether a word hangs on the one before it.
func (p phraser) hyphen(i int) bool {
	return i > 0 && i < len(p.words) && p.text[p.words[i-1].End:p.words[i].Start] == "-"
}

// perhapsPast says whether a word is a verb in the past or a participle.
func (p phraser) perhapsPast(a, i int) bool {
	v, ok := verbOf(p.at(i))
	return ok && i > a && v.form&pastForm != 0 && !p.capitalised(i) && !p.noVerbHere(i) && p.words[i].after == breakNone
}

// takesObject says whether a form in the past has an object or is joined to
// what follows, as a verb is and a participle is not.
func (p phraser) takesObject(past, next int) bool {
	return p.is(past+1, "determiner") || p.is(past+1, "article") || p.is(past+1, "possessive") || p.is(next-1, "joint") || p.is(past+1, "that")
}

// verbGroup returns the word behind a verb with all that belongs to it: "have
// historically been funded".
func (p phraser) verbGroup(i int) int {
	helped := p.helps(i)
	for i++; helped && i < len(p.words) && p.words[i].after == breakNone; i++ {
		v, verb := verbOf(p.at(i))
		switch {
		case p.is(i, "yet"), p.is(i, "not"), p.is(i, "be"), p.is(i, "has"), p.at(i) == "be", p.at(i) == "being", strings.HasSuffix(p.at(i), "ly"):
		case verb && v.form&(pastForm|participle|baseForm) != 0:
			return i + 1
		default:
			return i
		}
	}
	return i
}

// turned is the clause from a to b as a question, by its verb; "" where the
// verb's first form is not known.
func (p phraser) turned(a, v, b int) string {
	if v <= a || v+1 >= b {
		return ""
	}
	subject := p.within(a, v)
	if p.words[v].after == breakComma || p.bracket(v, ',') {
		subject += ","
	}
	subject += held
	if p.helps(v) && !p.possesses(v) {
		rest := v + 1
		if p.is(rest, "joint") && p.is(rest+1, "aux") {
			rest = p.skip(rest+2, "not") // "should or should not"
		}
		return p.could(v) + " " + subject + " " + p.run(rest, b)
	}
	form, _ := verbOf(p.at(v))
	do, base := "did", form.base
	switch p.at(v) {
	case "has":
		do, base = "does", "have"
	case "have":
		do, base = "do", "have"
	case "had":
		base = "have"
	default:
		switch {
		case form.form&thirdForm != 0:
			do = "does"
		case form.form&baseForm != 0:
			do = "do"
		}
	}
	if base == "" {
		return ""
	}
	return do + " " + subject + " " + base + " " + p.behindVerb(v, b)
}

// behindVerb is what follows on a verb that "do" takes the form of, and of
// those that are joined to it: "differs from or matches", "differ from or match".
func (p phraser) behindVerb(v, b int) string {
	first, _ := verbOf(p.at(v))
	for i := v + 2; i < b; i++ {
		joined, ok := verbOf(p.at(i))
		if ok && p.is(i-1, "joint") && joined.form == first.form && joined.base != "" && !p.capitalised(i) && i+1 < b && (p.is(i+1, "preposition") || p.is(i+1, "determiner") || p.is(i+1, "article")) {
			return p.run(v+1, i) + " " + joined.base + " " + p.run(i+1, b)
		}
	}
	return p.run(v+1, b)
}

// partEnd returns the end of the part of the sentence that a word stands in: at
// a semicolon or colon, or at a dash that no other closes.
func (p phraser) partEnd(from int) int {
	for i := from + 1; i < len(p.words); i++ {
		switch {
		case p.bracket(i, '('):
			i = p.behindBracket(i) - 1
		case p.words[i].after != breakStrong || p.bracket(i, ')'):
		case p.dashed(i) && p.dash(i+1, len(p.words)) > 0:
			i = p.dash(i+1, len(p.words)) - 1
		default:
			return i
		}
	}
	return len(p.words)
}
