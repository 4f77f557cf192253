package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// The stages of reading. Each works on the tokens that the one before left,
// where an expression already stands as one token.
const (
	stageAtoms     = iota // words and numbers -> dates, times, durations, sets
	stagePhrases          // expressions with modifiers, and counted from others
	stageIntervals        // two dates, or a date with an open end
	stageCount
)

var stageNames = map[string]int{"atoms": stageAtoms, "phrases": stagePhrases, "intervals": stageIntervals}

// rule is one line of a language file:
//
//	name: pattern => type field=value ...; condition; condition
//
// A pattern is a row of elements: a word, a <class>, alternatives a|b, an
// [optional part] or a (part|another part); \( is a bracket of the text. "~" before
// an element says that no blank stands before it, "^" that it joins the two dates
// of a range. A class is captured under its own name, or under another:
// <day:to.day>. A capture that has the name of a field of Form sets it; "to." sets
// it in the second date of a range only. A condition looks at the one token before
// ("after") or behind ("before") the match, for words, classes or the endings of a
// [suffix] section.
type rule struct {
	name       string
	kind       outcome
	set        []assignment
	conditions []condition
}

// outcome says what a rule makes.
type outcome uint8

const (
	makeDate outcome = iota
	makeTime
	makeSpan
	makeSet
	makeRef
	makeRange   // two dates
	makeSame    // the expression captured, with fields set: "early" + date
	makeMoved   // a date away from another by a duration
	makeCounted // a duration at the beginning or the end of a date
	makeFrom    // an interval without an end
	makeUntil   // an interval without a beginning
	makeAfter   // from the end of a date on
	makeBefore  // up to its beginning
	makeLasting // a duration from a date on
	makeNothing // words that only look like a date
)

var outcomes = map[string]outcome{
	"date": makeDate, "time": makeTime, "span": makeSpan, "set": makeSet, "ref": makeRef, "range": makeRange,
	"same": makeSame, "moved": makeMoved, "counted": makeCounted, "from": makeFrom, "until": makeUntil,
	"after": makeAfter, "before": makeBefore, "lasting": makeLasting, "nothing": makeNothing,
}

// assignment sets a field to a number or to a capture's value.
type assignment struct {
	field   field
	second  bool // in the second date of a range
	capture string
	factor  int // of the capture's value
	value   int // where there is no capture
}

// condition looks at the tokens beside a match.
type condition struct {
	after  bool // the token before the match; otherwise the one behind it
	negate bool
	tests  []test
}

// test is what one token must be.
type test struct {
	word   *word
	class  class
	suffix string // a section of word endings; for words that the lexicon has not
}

func (m *matcher) holds(t *test, at int) bool {
	tok := &m.tokens[at]
	switch {
	case t.word != nil:
		return tok.word == t.word && tok.expr < 0
	case t.suffix != "":
		return tok.word == nil && tok.is(letters) && m.language.ends(m.text[tok.start:tok.end], t.suffix)
	}
	return tok.classes&t.class.set() != 0
}

// ends says whether a word has one of the endings of a section, and none of
// those that are written there with a "-" ("s -ss": orders, not class).
func (l *Language) ends(word, section string) bool {
	for _, s := range l.suffixes[section] {
		if no, ok := strings.CutPrefix(s, "-"); ok && strings.HasSuffix(word, no) {
			return false
		}
	}
	for _, s := range l.suffixes[section] {
		if len(word) > len(s)+2 && strings.HasSuffix(word, s) {
			return true
		}
	}
	return false
}

func (l *Language) addRule(stage, line string) error {
	at, ok := stageNames[stage]
	if !ok {
		return fmt.Errorf("there is no stage %q", stage)
	}
	name, rest, ok1 := strings.Cut(line, ": ")
	left, right, ok2 := strings.Cut(rest, "=>")
	if !ok1 || !ok2 {
		return fmt.Errorf("a rule reads name: pattern => type field=value; condition")
	}
	r := rule{name: strings.TrimSpace(name)}
	parts := strings.Split(right, ";")
	if err := l.action(&r, strings.Fields(parts[0])); err != nil {
		return err
	}
	for _, part := range parts[1:] {
		if err := l.condition(&r, strings.Fields(part)); err != nil {
			return err
		}
	}
	paths, err := l.expand(strings.TrimSpace(left))
	if err != nil {
		return fmt.Errorf("rule %s: %w", r.name, err)
	}
	l.rules = append(l.rules, r)
	if l.stages[at] == nil {
		l.stages[at] = &node{stage: 1 << at}
	}
	for _, path := range paths {
		if len(path) == 0 {
			return fmt.Errorf("rule %s may match nothing", r.name)
		}
		l.stages[at].add(path, int32(len(l.rules)-1))
	}
	return nil
}

func (l *Language) action(r *rule, words []string) error {
	if len(words) == 0 {
		return fmt.Errorf("a rule needs a type behind =>")
	}
	kind, ok := outcomes[words[0]]
	if !ok {
		return fmt.Errorf("a rule cannot make a %q", words[0])
	}
	r.kind = kind
	for _, w := range words[1:] {
		name, value, ok := strings.Cut(w, "=")
		name, second := strings.CutPrefix(name, "to.")
		f, known := fieldNames[name]
		if !ok || !known {
			return fmt.Errorf("there is no field %q", w)
		}
		a := assignment{field: f, second: second, factor: 1}
		if n, err := strconv.Atoi(value); err == nil {
			a.value = n
		} else if n, ok := constants[value]; ok {
			a.value = n
		} else {
			if value, ok = strings.CutPrefix(value, "-"); ok {
				a.factor = -1
			}
			a.capture = value
		}
		r.set = append(r.set, a)
	}
	return nil
}

// condition reads "after in|by", "not before <quantity>".
func (l *Language) condition(r *rule, words []string) error {
	c := condition{}
	if len(words) > 0 && words[0] == "not" {
		c.negate, words = true, words[1:]
	}
	if len(words) != 2 || words[0] != "after" && words[0] != "before" {
		return fmt.Errorf(`a condition reads "after x|y" or "not before x|y"`)
	}
	c.after = words[0] == "after"
	for _, alternative := range strings.Split(words[1], "|") {
		t, _, err := l.test(alternative)
		if err != nil {
			return err
		}
		c.tests = append(c.tests, t)
	}
	r.conditions = append(r.conditions, c)
	return nil
}

// test reads a word or a <class>, with the name that it is captured under.
func (l *Language) test(s string) (test, string, error) {
	inner, ok := strings.CutPrefix(s, "<")
	if !ok {
		return test{word: l.word(strings.ToLower(s))}, "", nil
	}
	name, capture, renamed := strings.Cut(strings.TrimSuffix(inner, ">"), ":")
	if !renamed {
		capture = name
	}
	if _, ok := l.suffixes[name]; ok {
		return test{suffix: name}, capture, nil
	}
	c, ok := l.classes[name]
	if !ok {
		return test{}, "", fmt.Errorf("there is no class %q", name)
	}
	return test{class: c}, capture, nil
}
