package extract

import (
	_ "embed"
	"strings"
	"unicode"

	"dossier/briefings"
)

//go:embed data/gist-en.txt
var gistData string

// gistCues is read once, when it is first asked for, and never changed.
var gistCues = cuesOf(gistData)

// Gist returns the words of a record that a line of a list begins with: those
// that tell what the record is about. They are the words of its text in their
// order, but for what "followed by" says the other way round; some are left out,
// and the first begins with a capital. What bears on whether something happens
// ("not", "may", "if") is never left out, and a text that a person wrote is
// returned as it is. It costs some microseconds: ask for it when a line is
// drawn.
//
//   - Of an event: the date, which stands in the column before; what leads over
//     from the sentence before ("Moreover,"); who says so, unless the date is
//     when it was said; and where the date stands in a clause of its own ("…,
//     when it ordered two in 2021"), all but that clause and its subject; of a
//     date within the name of a thing, all but that.
//   - Of a limit: its subject, or the clause that says what is held back, without
//     what leads over and who says so.
func Gist(r briefings.Record) string {
	head := r.Common()
	if _, written := head.Edited["text"]; written || head.Origin != briefings.OriginExtracted {
		return r.Line()
	}
	switch r := r.(type) {
	case *briefings.Event:
		return headed(gistOf(r.Text, r.Literal))
	case *briefings.Limit:
		switch {
		case r.Type == briefings.DependencyLimit && r.Subject != "" && strings.HasSuffix(r.Text, r.Subject):
			return headed(r.Text) // "reliance on" it: the subject alone would not say so
		case r.Subject != "":
			return headed(r.Subject)
		}
		cue, _ := strings.CutPrefix(r.Rule, "cue: ")
		return headed(limitWords(r.Text, cue))
	}
	return r.Line()
}

// headed begins a line with a capital, unless its first word is a name that has
// one inside: "eVTOL", but not "then-NSF".
func headed(line string) string {
	first, _, _ := strings.Cut(line, " ")
	first, _, _ = strings.Cut(first, "-")
	if line == "" || strings.ToLower(first) != first {
		return line
	}
	return capital(line)
}

// leastGist is how many words a gist must have; below, the text stands.
const leastGist = 3

func gistOf(text, literal string) string {
	g := newGister(text, literal)
	if len(g.words) == 0 {
		return text
	}
	g.front()
	whole := g.clone()
	g.clause()
	g.second()
	g.name()
	g.within()
	if out := g.String(); g.left() >= leastGist {
		return out
	}
	whole.within()
	if out := whole.String(); whole.left() >= leastGist {
		return out
	}
	return text
}

// gister leaves words of a text out.
type gister struct {
	text  string
	words []word
	out   []bool // words that are left out
	// from is the first word that is left, to the one behind the last.
	from, to int
	// dated are the words of the date; none if it stands nowhere or in several
	// places. free are they with those that go with them; none if the date
	// cannot be left out.
	dated, free Span
	then        string // what is said behind all other words
}

func newGister(text, literal string) *gister {
	g := &gister{text: text, words: gistCues().read(text, Span{0, len(text)}, nil)}
	g.out, g.to = make([]bool, len(g.words)), len(g.words)
	g.unbracket()
	if literal != "" && strings.Count(text, literal) == 1 {
		at := strings.Index(text, literal)
		g.dated = g.wordsIn(at, at+len(literal))
		g.free = g.adverbial(g.dated)
	}
	return g
}

// unbracket lets brackets part nothing: the sentence goes on behind them.
func (g *gister) unbracket() {
	for i := 1; i < len(g.words); i++ {
		if marks := g.between(i-1, i); strings.ContainsAny(marks, "()") && !strings.ContainsAny(marks, ";:—?!") {
			g.words[i].after = breakNone
			if strings.Contains(marks, ",") {
				g.words[i].after = breakComma
			}
		}
	}
}

// leave leaves words out.
func (g *gister) leave(from, to int) {
	for i := from; i < to; i++ {
		g.out[i] = true
	}
}

func (g *gister) clone() *gister {
	c := *g
	c.out = append([]bool(nil), g.out...)
	return &c
}

func (g *gister) left() int {
	n := len(strings.Fields(g.then))
	for i := g.from; i < g.to; i++ {
		if !g.out[i] {
			n++
		}
	}
	return n
}

// wordsIn returns the words that lie in a span of bytes.
func (g *gister) wordsIn(start, end int) Span {
	s := Span{len(g.words), 0}
	for i, w := range g.words {
		if w.Start < end && w.End > start {
			s.Start, s.End = min(s.Start, i), i+1
		}
	}
	return s
}

// adverbial widens a date to the words that go with it ("in early"), and returns
// nothing if it is no adverbial of time, or says more than the column of dates
// does: "the November deal", "not until May", "in May and June".
func (g *gister) adverbial(d Span) Span {
	if d.End <= d.Start {
		return Span{}
	}
	bare := d.Start
	for d.Start > 0 && (g.is(d.Start-1, "on") || g.is(d.Start-1, "of") && g.is(d.Start-2, "as")) && g.words[d.Start].after == breakNone {
		d.Start--
	}
	switch {
	case d.Start == bare && g.dateObject(bare),
		g.is(bare-1, "determiner") && d.Start > 0 && d.End < len(g.words) && g.words[d.End].after == breakComma,
		d.Start == bare && (g.is(bare, "unit") && !g.parted(bare) || bare == 0 && !g.is(0, "on") && !g.is(0, "preposition") && g.maybeVerb(d.End)),
		!g.parted(d.Start) && !g.precedes(d.Start-1),
		!g.parted(d.End) && !g.follows(d, bare),
		g.is(d.Start, "determiner") && d.Start == bare && !g.parted(d.End),
		d.Start == bare && bare > 0 && g.words[bare].after == breakNone && g.maybeVerb(bare-1) && (monthOf(g.at(bare)) != "" || g.number(bare)), // "selected April 22" may be what was selected
		g.number(d.Start - 1), g.listed(d), g.number(d.Start) && !g.parted(d.Start) && g.capitalised(d.Start-1),
		g.any(d.Start, d.End, "beside"), g.hyphened(d.Start), g.hyphened(d.End),
		strings.EqualFold(g.at(d.Start), "since") && g.any(0, d.Start, "superlative"):
		return Span{}
	}
	return d
}

// dateObject says whether a date without a preposition is the object of the verb
// before it: "selected 2027", not "met Tuesday" or "was launched Dec. 25".
func (g *gister) dateObject(bare int) bool {
	v, ok := verbOf(g.at(bare - 1))
	return ok && v.form&(thirdForm|pastForm) != 0 && !g.parted(bare) && !g.is(bare-2, "be") && !g.is(bare, "weekday") && !g.is(bare, "preposition")
}

// parted says whether a mark stands before a word, or nothing.
func (g *gister) parted(i int) bool {
	return i == 0 || i == len(g.words) || g.words[i].after != breakNone
}

// precedes says whether an adverbial may follow on a word.
func (g *gister) precedes(i int) bool {
	return !g.is(i, "determiner") && !g.is(i, "beside") && !g.is(i, "preposition") && !g.is(i, "be") && !g.is(i, "lead") && !g.is(i, "and")
}

// follows says whether what stands behind a date begins something else than a
// thing that the date qualifies; bare is where the date itself begins.
func (g *gister) follows(d Span, bare int) bool {
	next := d.End
	switch {
	case g.is(next, "and"), g.is(next, "coordinate"):
		return bare > d.Start && !g.maybeVerb(d.Start-1) && (g.verb(next+1) || g.is(next+1, "determiner") || g.is(next+1, "subject"))
	case g.is(next, "aux") || g.is(next, "said"):
		return bare > d.Start && d.Start > 0
	case g.is(bare-1, "determiner"):
		return g.is(next, "closed")
	case d.Start == 0 || g.words[d.Start].after == breakComma:
		return g.is(next, "closed") || g.capitalised(next)
	}
	return g.is(next, "closed")
}

// within leaves out of the words that are left the date, and asides.
func (g *gister) within() {
	if last := g.free.Start - 1; g.free.End < g.to || last < g.from || g.parted(last) || !g.is(last-1, "relative") && !(g.is(last-1, "and") && g.numbered(g.from, last) && !g.maybeVerb(last)) {
		g.leave(max(g.free.Start, g.from), min(g.free.End, g.to))
	}
	g.brackets()
	g.aside()
	g.titles()
	for g.to > g.from && (g.out[g.to-1] || g.is(g.to-1, "and")) {
		g.to--
	}
	if g.is(g.from, "article") && (g.is(g.from, "the") || !g.is(g.from+1, "quantity")) {
		g.from++
	}
}

// String writes the words that are left, with the marks between them that are
// still wanted.
func (g *gister) String() string {
	var b strings.Builder
	last := -1
	for i := g.from; i < g.to; i++ {
		if g.out[i] {
			continue
		}
		switch {
		case last < 0:
			b.WriteString(opening(g.between(i-1, i)))
		case last == i-1:
			b.WriteString(g.between(last, i))
		default:
			b.WriteString(bridge(g.leading(last, i), g.behind(i)))
		}
		b.WriteString(g.text[g.words[i].Start:g.words[i].End])
		last = i
	}
	if last >= 0 {
		b.WriteString(ending(g.at(last), g.between(last, last+1)))
	}
	return g.balanced(b.String()) + g.then
}

// between returns the marks between two words.
func (g *gister) between(a, b int) string {
	from, to := 0, len(g.text)
	if a >= 0 {
		from = g.words[a].End
	}
	if b < len(g.words) {
		to = g.words[b].Start
	}
	return g.text[from:max(from, to)]
}

// behind returns the marks before a word that follows on what is left out: the
// comma behind "on March 5, 2026," is part of the date.
func (g *gister) behind(i int) string {
	marks := g.between(i-1, i)
	if i == g.free.End && strings.Contains(g.text[g.words[g.free.Start].Start:g.words[i-1].End], ",") {
		return strings.TrimLeft(marks, ",")
	}
	return marks
}

// leading returns the marks behind a word that what is left out follows on: of
// "Northgate (NG), a firm, is" the comma, not the bracket.
func (g *gister) leading(last, next int) string {
	marks := g.between(last, last+1)
	if !strings.HasSuffix(marks, "(") || last < g.free.Start && g.free.Start < next {
		return marks
	}
	depth := 1
	for i := last + 2; i < next; i++ {
		inside := g.between(i-1, i)
		if depth += strings.Count(inside, "(") - strings.Count(inside, ")"); depth <= 0 {
			return inside[strings.LastIndexByte(inside, ')')+1:]
		}
	}
	return marks
}

// bridge joins two words between which some are left out: what closed behind
// the first, what opens before the second, and a mark only where one stood
// behind what is left out and none before it.
func bridge(first, second string) string {
	closing, _, _ := strings.Cut(first, " ")
	mark := ""
	if !strings.ContainsAny(first, ",;:—") {
		for _, m := range [...]string{",", ";", ":", " —"} {
			if strings.HasPrefix(strings.TrimLeft(second, "”\")"), m) {
				mark = m
			}
		}
	}
	return strings.TrimLeft(strings.TrimRight(closing, ",.—–-"), ",") + mark + " " + opening(second)
}

// opening is what stands directly before a word: "$", a quotation mark.
func opening(marks string) string {
	marks = marks[strings.LastIndexByte(marks, ' ')+1:]
	return strings.TrimLeft(marks, ",;:.)”’—–-]")
}

// ending is what stands directly behind the last word, without the stop of the
// sentence unless it is one of the word's.
func ending(last, marks string) string {
	marks, _, _ = strings.Cut(marks, " ")
	if strings.Contains(last, ".") && strings.HasPrefix(marks, ".") {
		return "." + strings.TrimRight(marks[1:], ",;:.—–-")
	}
	for _, stop := range [...]string{".”", ".\"", ",”", ",\""} {
		if strings.HasPrefix(marks, stop) {
			return marks[1:len(stop)]
		}
	}
	return strings.TrimRight(marks, ",;:.—–-")
}

// balanced leaves out marks of quotation and brackets that lost their other end.
func (g *gister) balanced(s string) string {
	if strings.Count(s, `"`)%2 != 0 {
		s = strings.Replace(s, `"`, "", 1)
	}
	for _, pair := range [...][2]string{{"“", "”"}, {"(", ")"}, {"[", "]"}} {
		if uneven(s, pair) && !uneven(g.text, pair) {
			s = strings.NewReplacer(pair[0], "", pair[1], "").Replace(s)
		}
	}
	return s
}

func uneven(s string, pair [2]string) bool {
	return strings.Count(s, pair[0]) != strings.Count(s, pair[1])
}

func (g *gister) is(i int, set string) bool {
	if set == "bears" && i > 0 && g.at(i) == "May" {
		return false // the month
	}
	return i >= 0 && i < len(g.words) && gistCues().sets[set].has(g.words[i].id)
}

func (g *gister) any(a, b int, set string) bool {
	for i := a; i < b; i++ {
		if g.is(i, set) {
			return true
		}
	}
	return false
}

func (g *gister) at(i int) string {
	if i < 0 || i >= len(g.words) {
		return ""
	}
	return g.text[g.words[i].Start:g.words[i].End]
}

func (g *gister) capitalised(i int) bool {
	for _, r := range g.at(i) {
		return unicode.IsUpper(r)
	}
	return false
}

// number says whether a word is one or a year ("FY2025"): dates in a row belong
// together.
func (g *gister) number(i int) bool {
	word := strings.TrimPrefix(g.at(i), "FY")
	return word != "" && isDigit(word[0])
}

// numbered says whether there is a number among words: it may be another date.
func (g *gister) numbered(from, to int) bool {
	for i := from; i < to; i++ {
		if g.number(i) {
			return true
		}
	}
	return false
}

// listed says whether a row of numbers goes on behind a date.
func (g *gister) listed(d Span) bool {
	return g.number(d.End) && (d.Start > 0 || g.parted(d.End+1) || g.is(d.End+1, "and"))
}

// hyphened says whether a word hangs on the one before by a hyphen or stands
// behind nothing ("cannot" is two words at one place).
func (g *gister) hyphened(i int) bool {
	return i > 0 && i < len(g.words) && !strings.Contains(g.between(i-1, i), " ") && !strings.ContainsAny(g.between(i-1, i), "(—")
}
