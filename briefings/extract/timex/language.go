package timex

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Language is the lexicon and the rules of one language, compiled. It is never
// changed once made, so that any number of goroutines may read with it.
type Language struct {
	Name      string
	words     map[string]*word
	classes   map[string]class
	suffixes  map[string][]string // class -> endings of words that belong to it
	thousands byte
	rules     []rule
	stages    [stageCount]*node
}

// word is an entry of the lexicon.
type word struct {
	text        string
	members     []member
	classes     classSet
	needCapital classSet // classes that it has only with a capital letter
	begins      uint8    // the stages in which a pattern may begin with it, a bit each
}

type member struct {
	class class
	value int
}

// class is a bit number; a language has at most 64 classes.
type class uint8

type classSet uint64

func (c class) set() classSet { return 1 << c }

// Classes that the program itself gives to tokens.
const (
	classNumber  class = iota // any number, in digits or words
	classShort                // one or two digits
	classTwo                  // two digits
	classThree                // three digits
	classFour                 // four digits
	classModern               // a year from 1700 on, which needs no other sign
	classTen                  // a year that ends with 0, as decades do
	classDay                  // may be a day of the month: 5, 5th, fifth, twenty-fifth
	classYear                 // may be a year by its form: 1000 to 2199, "nineteen eighty-four"
	classOrdinal              // 5th, fifth
	classDate                 // expressions, by type
	classTime
	classSpan
	classSet_
	classRef
	classNumeral     // words that make up numbers; the lexicon fills it
	classOrd         // words that are ordinals; the lexicon fills it, as those below
	classOrdinalMark // "th" behind digits
	classAnd         // joins the parts of a number
	classCurrency    // before a sum
	classDeterminer  // before a noun
	classSmall       // small words that carry no meaning of their own
	classJoint       // between two dates of one year
	classAside       // before a date that looks aside
	classPast        // signs of the past
	classFuture      // signs of the future
	classPresent     // verbs of the present
	classAuxiliary   // verbs before a participle
	classModal       // words before such an auxiliary that take the past from it
	className        // a word with a capital letter that the lexicon has not
	classHung        // hangs a date on the happening before it
	firstFree
)

var builtin = map[string]class{
	"number": classNumber, "short": classShort, "two": classTwo, "three": classThree, "four": classFour, "ten": classTen, "modern": classModern,
	"day": classDay, "year": classYear, "ordinal": classOrdinal, "date": classDate, "time": classTime,
	"span": classSpan, "set": classSet_, "ref": classRef, "numeral": classNumeral, "ord": classOrd,
	"ordinalmark": classOrdinalMark, "numeralnd": classAnd, "currency": classCurrency, "determiner": classDeterminer,
	"small": classSmall, "joint": classJoint, "aside": classAside, "past": classPast, "future": classFuture, "present": classPresent,
	"name": className, "hung": classHung, "auxiliary": classAuxiliary, "modal": classModal,
}

//go:embed languages/*.txt
var languageFiles embed.FS

var languages = sync.OnceValues(func() (map[string]*Language, error) {
	all := map[string]*Language{}
	for _, name := range []string{"en", "de"} {
		data, err := languageFiles.ReadFile("languages/" + name + ".txt")
		if err != nil {
			return nil, err
		}
		l, err := parseLanguage(name, string(data))
		if err != nil {
			return nil, err
		}
		all[name] = l
	}
	return all, nil
})

// Load returns a language by its BCP 47 tag ("en", "en-GB"); English for a
// language that there are no rules for.
func Load(tag string) (*Language, error) {
	all, err := languages()
	if err != nil {
		return nil, err
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if l := all[base]; l != nil {
		return l, nil
	}
	return all["en"], nil
}

// parseLanguage reads a language file: sections of words ("[class month]",
// lines "1 = january jan"), of word endings ("[suffix past]"), of settings, and
// of rules, one section for each stage.
func parseLanguage(name, data string) (*Language, error) {
	l := &Language{Name: name, words: map[string]*word{}, classes: map[string]class{}, suffixes: map[string][]string{}, thousands: ','}
	for n, c := range builtin {
		l.classes[n] = c
	}
	section, argument := "", ""
	for number, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") && !strings.Contains(line, "=>") {
			section, argument, _ = strings.Cut(strings.Trim(line, "[]"), " ")
			continue
		}
		if err := l.line(section, argument, line); err != nil {
			return nil, fmt.Errorf("language %s, line %d: %w", name, number+1, err)
		}
	}
	for _, root := range l.stages {
		root.index()
	}
	return l, nil
}

func (l *Language) line(section, argument, line string) error {
	switch section {
	case "class":
		return l.addWords(argument, line)
	case "suffix":
		l.suffixes[argument] = append(l.suffixes[argument], strings.Fields(line)...)
		return nil
	case "settings":
		key, value, _ := strings.Cut(line, "=")
		switch strings.TrimSpace(key) {
		case "thousands":
			l.thousands = strings.TrimSpace(value)[0]
		default:
			return fmt.Errorf("there is no setting %q", key)
		}
		return nil
	case "rules":
		return l.addRule(argument, line)
	}
	return fmt.Errorf("it stands in no section that is known: %q", section)
}

// addWords reads "3 = march Mar" or, for a class without values, "word word".
func (l *Language) addWords(name, line string) error {
	c, ok := l.classes[name]
	if !ok {
		c = firstFree + class(len(l.classes)-len(builtin))
		if c >= 64 {
			return fmt.Errorf("there are more than 64 classes")
		}
		l.classes[name] = c
	}
	value := 0
	if number, words, found := strings.Cut(line, " = "); found {
		n, err := strconv.Atoi(strings.TrimSpace(number))
		if err != nil {
			return fmt.Errorf("%q is no number", number)
		}
		value, line = n, words
	}
	for _, text := range strings.Fields(line) {
		w := l.word(strings.ToLower(text))
		w.members = append(w.members, member{c, value})
		w.classes |= c.set()
		if text != strings.ToLower(text) {
			w.needCapital |= c.set()
		}
	}
	return nil
}

// word returns the entry of a word, made if need be.
func (l *Language) word(text string) *word {
	w := l.words[text]
	if w == nil {
		w = &word{text: text}
		l.words[text] = w
	}
	return w
}
