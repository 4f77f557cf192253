package timex

import (
	"fmt"
	"math"
	"strings"

	"dossier/briefings/edtf"
)

// Form is the first stage of a value: what the words themselves say, with what
// they leave to the context left open. Resolution makes a Value of it and
// keeps the Form, so that it can be done again with another reference date.
type Form struct {
	Type   Type
	fields fieldSet
	values [fieldCount]int16
}

// Type is an expression's type in the terms of TIMEX3 (ISO-TimeML).
type Type uint8

const (
	Date Type = iota
	Time
	Duration
	Set
)

func (t Type) String() string { return [...]string{"DATE", "TIME", "DURATION", "SET"}[t] }

// field is something that the words may say.
type field uint8

type fieldSet uint64

const (
	fYear      field = iota
	fYY              // two digits of a year
	fMonth           // 1 to 12
	fDay             // 1 to 31
	fWeekday         // 1 to 7 from Monday
	fWeek            // of the year
	fSeason          // 21 to 24, as EDTF
	fQuarter         // 1 to 4
	fHalf            // 1 or 2
	fDecade          // its first year, or two digits of that
	fCentury         // 19 is the 19th
	fEra             // 1 is before Christ
	fFiscal          // 1: the year is a fiscal one
	fHour            // 0 to 24
	fMinute          //
	fSecond          //
	fNoon            // 0 before noon, 12 after
	fPod             // part of the day
	fNumber          // how many units
	fUnit            // of a duration or a shift
	fSign            // -1 back, 1 forth, 0 the same
	fBase            // what a shift or a missing part is counted from
	fDirection       // -1 last, 0 this, 1 next
	fMod             // early, middle, late ...
	fAbout           // 1: about
	fHoliday         // month and day, or a movable feast
	fReference       // -1 past, 0 present, 1 future, without a date
	fMore            // a second number of a smaller unit
	fSmaller         // that unit
	fType            // a Type that a rule gives to an expression of another
	fNth             // which of the units in the anchor; -1 the last
	fOnly            // under which condition of the context the rule holds
	fieldCount
)

var fieldNames = map[string]field{
	"year": fYear, "yy": fYY, "month": fMonth, "day": fDay, "weekday": fWeekday, "week": fWeek, "season": fSeason,
	"quarter": fQuarter, "half": fHalf, "decade": fDecade, "century": fCentury, "era": fEra, "fiscal": fFiscal,
	"hour": fHour, "minute": fMinute, "second": fSecond, "noon": fNoon, "pod": fPod, "number": fNumber, "unit": fUnit,
	"sign": fSign, "base": fBase, "direction": fDirection, "mod": fMod, "about": fAbout, "holiday": fHoliday,
	"reference": fReference, "more": fMore, "smaller": fSmaller, "type": fType, "only": fOnly, "nth": fNth,
}

// Bases of a shift.
const (
	baseReference = 1 + iota // the document's date; in a narrative the last date
	baseLast                 // the last date mentioned
	baseEvent                // a happening that the text dates
	baseDate                 // the date that stands in the expression
)

// Conditions on the context that a rule may state as only=.
const (
	onlyNarrative = 1 + iota // in a narrative
	onlyFuture               // news, and the nearest verb speaks of the future
	onlyAncient              // the text names years before Christ
	onlyEvent                // the text dates the happening
)

// Units of time, by size.
const (
	unitSecond = 1 + iota
	unitMinute
	unitHour
	unitDay
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitHalf
	unitYear
	unitDecade
	unitCentury
	unitMillennium
)

// Modifiers, as TIMEX3's mod has them.
const (
	modStart = 1 + iota
	modMid
	modEnd
	modMore
	modLess
)

// some is the number of "several".
const some = -1

// constants may be written in a rule instead of their number.
var constants = map[string]int{
	"ref": baseReference, "last": baseLast, "event": baseEvent, "anchor": baseDate,
	"early": modStart, "mid": modMid, "late": modEnd, "over": modMore, "under": modLess, "some": some,
	"hours": unitHour, "days": unitDay, "weekends": unitWeekend, "weeks": unitWeek, "months": unitMonth,
	"quarters": unitQuarter, "years": unitYear, "decades": unitDecade, "centuries": unitCentury,
	"narrative": onlyNarrative, "coming": onlyFuture, "ancient": onlyAncient, "dated": onlyEvent,
	"spring": 21, "summer": 22, "autumn": 23, "winter": 24, "bc": 1,
}

func (f *Form) has(x field) bool { return f.fields&(1<<x) != 0 }

func (f *Form) hasAny(xs ...field) bool {
	for _, x := range xs {
		if f.has(x) {
			return true
		}
	}
	return false
}

func (f *Form) get(x field) int { return int(f.values[x]) }

// or returns a field's value, or another where the words do not say it.
func (f *Form) or(x field, absent int) int {
	if f.has(x) {
		return f.get(x)
	}
	return absent
}

func (f *Form) put(x field, value int) {
	f.fields |= 1 << x
	f.values[x] = int16(max(-math.MaxInt16, min(math.MaxInt16, value)))
}

func (f *Form) drop(x field) {
	f.fields &^= 1 << x
	f.values[x] = 0
}

// today says whether it is the reference day itself, as "today" is.
func (f *Form) today() bool {
	return f.has(fSign) && f.get(fSign) == 0 && f.get(fUnit) == unitDay && f.get(fBase) == baseReference
}

// String prints the form, missing parts as X: "XXXX-03-17", "XXXX-WXX-2",
// "ref-1M" (a month before the reference date), "last+2D".
func (f *Form) String() string {
	if f.has(fReference) {
		return referenceValue(f.get(fReference))
	}
	var b strings.Builder
	if f.has(fSign) {
		b.WriteString([...]string{"ref", "ref", "last", "event", "date"}[f.get(fBase)])
		fmt.Fprintf(&b, "%+d%s", f.get(fSign)*f.or(fNumber, 1), unitCode(f.or(fUnit, unitDay)))
		if f.hasAny(fMonth, fDay, fWeekday, fSeason, fQuarter) {
			b.WriteByte(' ')
		} else {
			return b.String()
		}
	} else if f.Type == Duration {
		return duration(f)
	}
	f.calendar(&b)
	return b.String()
}

func (f *Form) calendar(b *strings.Builder) {
	switch {
	case f.has(fDecade):
		fmt.Fprintf(b, "%03dX", f.get(fDecade)/10)
		return
	case f.has(fCentury):
		fmt.Fprintf(b, "%02dXX", f.get(fCentury)-1)
		return
	}
	if f.has(fEra) {
		b.WriteString("BC")
	}
	if f.has(fYear) {
		fmt.Fprintf(b, "%04d", f.get(fYear))
	} else {
		b.WriteString("XXXX")
	}
	switch {
	case f.has(fHoliday):
		b.WriteString("-holiday")
	case f.has(fSeason):
		fmt.Fprintf(b, "-%02d", f.get(fSeason))
	case f.has(fQuarter):
		fmt.Fprintf(b, "-Q%d", f.get(fQuarter))
	case f.has(fHalf):
		fmt.Fprintf(b, "-H%d", f.get(fHalf))
	case f.has(fWeekday) && !f.has(fDay):
		fmt.Fprintf(b, "-WXX-%d", f.get(fWeekday))
	case f.has(fMonth):
		fmt.Fprintf(b, "-%02d", f.get(fMonth))
	case f.has(fDay):
		b.WriteString("-XX")
	}
	if f.has(fDay) {
		fmt.Fprintf(b, "-%02d", f.get(fDay))
	}
	b.WriteString(clock(f))
}

// sane says whether the numbers fit a calendar and a clock. Where day and month
// can only have changed places ("31/12/2025") it puts them right.
func (f *Form) sane() bool {
	if f.has(fMonth) && f.has(fDay) {
		if m, d := f.get(fMonth), f.get(fDay); m > 12 && d <= 12 {
			f.put(fMonth, d)
			f.put(fDay, m)
		}
	}
	if f.has(fMonth) && f.has(fDay) && f.get(fDay) > edtf.DaysIn(f.or(fYear, 2000), f.get(fMonth)) {
		return false
	}
	return f.within(fMonth, 1, 12) && f.within(fDay, 1, 31) && f.within(fQuarter, 1, 4) && f.within(fHalf, 1, 2) &&
		f.within(fWeek, 1, 53) && f.within(fHour, 0, 24) && f.within(fMinute, 0, 59) && f.within(fCentury, 1, 22) &&
		f.within(fYear, 1, 9999)
}

func (f *Form) within(x field, least, most int) bool {
	return !f.has(x) || f.get(x) >= least && f.get(x) <= most
}
