// Package timex finds expressions of time in a text and says which time they
// mean: dates, parts of days, durations and repeated times, in the terms of
// TIMEX3 (ISO-TimeML), and dates also as EDTF.
//
// One pass over the bytes makes classed tokens. What the words mean and how
// they combine stands in a file for each language (languages/en.txt): a
// lexicon, and rules over the classes of tokens that are tried only where one
// may begin, the longest first, in three stages (atoms, phrases, intervals).
// Values come in two steps: a Form holds what the words say; the second step
// resolves it against the reference date, the last date mentioned and the
// tense of the nearest verb. Both are kept.
package timex

import (
	"dossier/briefings/edtf"
)

// Expression is an expression of time in a text.
type Expression struct {
	Start, End int // bytes of the text
	// Type and Value are TIMEX3's; Value is "" if the context does not tell it.
	Value string
	// Form is what the words alone say; its Type is the expression's.
	Form Form
	// When is the date on the calendar; zero for durations, sets and words
	// such as "now", and where the context does not tell it.
	When edtf.Date
	// Rule names the line of the language file that matched.
	Rule string

	// Attributive tells a date that stands before a noun as part of its name
	// ("the 1905 revolution") from one that a statement hangs on.
	Attributive bool

	// Tense is that of the nearest verb: -1 past, 1 future, 0 unknown. It is
	// given for dates of the calendar.
	Tense int

	core   Span  // where it stood before a phrase took it further
	before *Form // what it said by then, if it was counted from another date
	anchor int32 // index+1 of the expression that it is counted from
	inner  bool  // it stands in another expression
	moment moment
}

// Type returns the TIMEX3 type.
func (e *Expression) Type() Type { return e.Form.Type }

// Span is a half-open range of bytes of the text.
type Span struct{ Start, End int }

// Mod returns TIMEX3's mod: START, MID, END, APPROX, MORE_THAN, LESS_THAN or "".
func (e *Expression) Mod() string {
	if e.Form.has(fAbout) {
		return "APPROX"
	}
	return [...]string{"", "START", "MID", "END", "MORE_THAN", "LESS_THAN"}[e.Form.or(fMod, 0)]
}

// Explicit says whether the words alone name the year.
func (e *Expression) Explicit() bool {
	return e.Form.hasAny(fYear, fDecade, fCentury)
}

// Deictic says whether the date is counted from another one ("two days later").
func (e *Expression) Deictic() bool { return e.Form.has(fSign) }

// Share says whether the duration is the beginning or the end of a period, so
// that it has a place on the calendar ("the first nine months of 2025").
func (e *Expression) Share() bool { return e.Form.Type == Duration && e.anchor > 0 }

// Clock says whether the words give a time of day and no day.
func (e *Expression) Clock() bool {
	return e.Form.Type == Time && !e.Form.hasAny(fYear, fMonth, fDay, fWeekday, fSign, fHoliday)
}

// TakenOver says whether the date is that of the text before ("that year", "the
// same day").
func (e *Expression) TakenOver() bool {
	return e.Form.has(fSign) && e.Form.get(fSign) == 0 && e.Form.get(fBase) == baseLast
}

// Fiscal says whether the year is a fiscal one.
func (e *Expression) Fiscal() bool { return e.Form.has(fFiscal) }

// Interval joins two expressions ("from 2014 to 2018") or leaves an end of one
// open ("since 2014", "by 2030").
type Interval struct {
	Start, End int // bytes of the text, with "from", "since" or "by"
	From, To   int // indexes of expressions; -1 for an open end
	// Beyond tells "after 2014", which begins where 2014 ends, and "before
	// 2014" from "since 2014" and "by 2014".
	Beyond bool
	// Span is the index of a duration that the interval lasts from its
	// beginning on ("for two weeks from 5 May"); -1 if there is none.
	Span int
	When edtf.Date
	Rule string
}

// Manner is what a text hangs its dates on.
type Manner uint8

const (
	// Guess finds out from the text.
	Guess Manner = iota
	// News hangs dates on the day of publication.
	News
	// Narrative hangs dates on the last date mentioned.
	Narrative
)

// Options say what is known about a text.
type Options struct {
	// Reference is the day that "today" means; without one, what is counted
	// from it stays unresolved.
	Reference edtf.Date
	Manner    Manner
	// Language is a BCP 47 tag; "" finds out from the text.
	Language string
	// FiscalStart is the month in which a fiscal year begins, in the calendar
	// year before the one that names it; 0 is unknown: fiscal years are then
	// given as calendar years, about.
	FiscalStart int
	// Known are dates that somebody put right, by the byte at which an expression
	// begins: what is counted from it is counted from them.
	Known map[int]edtf.Date
}

// Reading is what was found in a text, in the order of the text.
type Reading struct {
	Expressions []Expression
	Intervals   []Interval
	Manner      Manner // as guessed or given
}

// Read finds the expressions of a text and resolves them.
func Read(text string, o Options) (*Reading, error) {
	l, err := Load(o.Language)
	if o.Language == "" && err == nil {
		l, err = Detect(text)
	}
	if err != nil {
		return nil, err
	}
	r := l.parse(text)
	return r.resolve(o), nil
}
