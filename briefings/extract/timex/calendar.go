package timex

import "dossier/briefings/edtf"

// moment works out when a form is, from what it says and what the context adds.
func (r *resolver) moment(e *Expression, i int) moment {
	f := &e.Form
	if f.has(fSign) {
		base := r.base(f)
		m := r.counted(f, base)
		if !m.ok() {
			return m
		}
		return r.within(f, m)
	}
	if f.hasAny(fDecade, fCentury) {
		return r.age(f)
	}
	if year, ok := r.year(f); ok {
		return r.inYear(f, year)
	}
	switch {
	case f.has(fWeekday) && !f.hasAny(fMonth, fDay):
		return r.weekday(e)
	case f.hasAny(fMonth, fSeason, fQuarter, fHalf, fHoliday, fWeek):
		return r.yearless(e, i)
	case f.has(fDay) && r.manner == News && r.reference.grain == unitDay:
		return r.dayOfMonth(e)
	case f.has(fDay):
		if r.last.ok() && (r.manner == Narrative || r.last.grain <= unitMonth) {
			y, m, _ := r.last.civil()
			return dayMoment(y, m, f.get(fDay))
		}
		return moment{}
	case f.Type == Time:
		if r.manner == Narrative || !r.reference.ok() || r.lately() && r.tense(e.Start, e.End) <= 0 {
			return r.lastDay
		}
		return r.reference
	}
	return moment{}
}

// lately says whether the last day that news mentioned is of the week before, so
// that a time of day belongs to it.
func (r *resolver) lately() bool {
	return r.lastDay.ok() && r.lastDay.day <= r.reference.day && r.reference.day-r.lastDay.day < 7
}

// dayOfMonth is "the 18th" in news: of the month of the last date if that is
// near, otherwise the nearest one on the side that the tense tells.
func (r *resolver) dayOfMonth(e *Expression) moment {
	day := e.Form.get(fDay)
	if e.Form.has(fWeekday) {
		return r.namedDay(e)
	}
	if y, m, _ := r.last.civil(); r.last.ok() && r.last.grain <= unitMonth && r.last.day <= r.reference.day && r.reference.day-r.last.day < 100 {
		return dayMoment(y, m, day)
	}
	months := r.reference.months()
	_, _, today := r.reference.civil()
	future := r.tense(e.Start, e.End) > 0
	switch {
	case future && day < today:
		months++
	case !future && day > today:
		months--
	}
	return dayMoment(floorDiv(months, 12), mod(months, 12)+1, day)
}

// namedDay is "Monday the 13th": the nearest month in which that day has that
// name.
func (r *resolver) namedDay(e *Expression) moment {
	step := -1
	if r.tense(e.Start, e.End) > 0 {
		step = 1
	}
	const months = 24
	at := r.reference.months()
	for range months {
		y, mo := floorDiv(at, 12), mod(at, 12)+1
		if day := e.Form.get(fDay); day <= edtf.DaysIn(y, mo) {
			if m := dayMoment(y, mo, day); m.day.Weekday() == e.Form.get(fWeekday) && int(m.day-r.reference.day)*step >= 0 {
				return m
			}
		}
		at += step
	}
	return moment{}
}

// within finds a part that the words name in a moment reached by a shift:
// "June last year", "Monday of last week".
func (r *resolver) within(f *Form, m moment) moment {
	switch {
	case f.has(fWeekday) && m.grain == unitWeek:
		return moment{day: m.day + edtf.DayNumber(f.get(fWeekday)-1), grain: unitDay}
	case f.hasAny(fMonth, fSeason, fQuarter, fHalf, fHoliday):
		return r.inYear(f, m.year())
	case f.has(fDay) && m.grain == unitMonth:
		y, mo, _ := m.civil()
		return dayMoment(y, mo, f.get(fDay))
	}
	return m
}

// age is a decade or a century.
func (r *resolver) age(f *Form) moment {
	if f.has(fCentury) {
		c := f.get(fCentury)
		if f.has(fEra) {
			return moment{day: edtf.NumberOf(1-100*c, 1, 1), grain: unitCentury}
		}
		return moment{day: edtf.NumberOf(100*(c-1), 1, 1), grain: unitCentury}
	}
	d := f.get(fDecade)
	if d < 100 {
		d = r.nearCentury(d)
	}
	return yearMoment(d - mod(d, 10)).widen(unitDecade)
}

// year is the astronomical year that the words name.
func (r *resolver) year(f *Form) (int, bool) {
	switch {
	case f.has(fYear) && f.has(fEra):
		return 1 - f.get(fYear), true
	case f.has(fYear):
		return f.get(fYear), true
	case f.has(fYY):
		return r.nearCentury(f.get(fYY)), true
	}
	return 0, false
}

// ahead is how many years to come two digits may mean.
const ahead = 15

// nearCentury completes two digits of a year to the year nearest to the last
// one mentioned, or else to the reference year.
func (r *resolver) nearCentury(yy int) int {
	near := 2000
	switch {
	case r.last.ok():
		near = r.last.year()
	case r.reference.ok():
		near = r.reference.year() - 30 // more is written about the past
	}
	year := near + mod(yy-near+50, 100) - 50
	if r.reference.ok() && year > r.reference.year()+ahead {
		year -= 100
	}
	return year
}

// inYear is the part of a year that the words name.
func (r *resolver) inYear(f *Form, year int) moment {
	var m moment
	switch {
	case f.has(fHoliday):
		m = holiday(f.get(fHoliday), year)
	case f.has(fMonth) && f.has(fDay):
		m = dayMoment(year, f.get(fMonth), f.get(fDay))
	case f.has(fMonth):
		m = monthMoment(year, f.get(fMonth))
	case f.has(fSeason):
		m = seasonMoment(year, f.get(fSeason))
	case f.has(fQuarter):
		m = quarterMoment(year, f.get(fQuarter))
	case f.has(fHalf):
		m = halfMoment(year, f.get(fHalf))
	case f.has(fWeek):
		m = weekOf(year, f.get(fWeek))
	default:
		m = yearMoment(year)
	}
	m.fiscal = f.has(fFiscal)
	return m
}

// yearless chooses the year of a month, a day, a season or a feast.
func (r *resolver) yearless(e *Expression, i int) moment {
	f := &e.Form
	if y, ok := r.shared(i); ok {
		return r.inYear(f, y)
	}
	if r.manner == Narrative && r.last.ok() {
		return r.following(f)
	}
	if !r.reference.ok() {
		if r.last.ok() {
			return r.following(f)
		}
		return moment{}
	}
	year := r.reference.year()
	here := r.inYear(f, year)
	if f.has(fDirection) {
		return r.directed(f, here)
	}
	tense := r.tense(e.Start, e.End)
	_, end := here.date().Bounds()
	switch {
	case tense > 0 && end < r.reference.day-justOver:
		return r.inYear(f, year+1)
	case tense <= 0 && here.day > r.reference.day+r.slack(tense, here):
		return r.inYear(f, year-1)
	case tense == 0 && r.reference.day-here.day > 240:
		return r.inYear(f, year+1)
	}
	return here
}

// justOver is how many days a date without a year may be over that a verb of the
// future stands by: "would not say whether the test of 3 March succeeded".
const justOver = 21

// slack is how many days ahead a date without a year may lie before the last
// year's is meant instead.
func (r *resolver) slack(tense int, m moment) edtf.DayNumber {
	switch {
	case tense == 0:
		return 183
	case m.grain > unitMonth:
		return 0
	}
	return 31
}

// directed is "last June", "next spring": the nearest one that is over or not
// yet begun; "this" is the reference year's.
func (r *resolver) directed(f *Form, here moment) moment {
	_, end := here.date().Bounds()
	switch d := f.get(fDirection); {
	case d < 0 && end >= r.reference.day:
		return r.inYear(f, r.reference.year()-1)
	case d > 0 && here.day <= r.reference.day:
		return r.inYear(f, r.reference.year()+1)
	}
	return here
}

// following continues a narrative from the last date: the same year, or the
// next one where a month early in the year follows one late in it.
func (r *resolver) following(f *Form) moment {
	year, month, _ := r.last.civil()
	if r.last.grain > unitMonth && r.lastMonth.ok() && r.lastMonth.year() == year {
		_, month, _ = r.lastMonth.civil()
	}
	if r.last.grain == grainSeason && r.last.part == edtf.Winter {
		month = 12
	}
	m := r.inYear(f, year)
	if f.has(fDirection) {
		switch d := f.get(fDirection); {
		case d > 0 && m.day <= r.last.day:
			return r.inYear(f, year+1)
		case d < 0 && m.day >= r.last.day:
			return r.inYear(f, year-1)
		}
		return m
	}
	if _, at, _ := m.civil(); month >= 10 && at <= 2 {
		return r.inYear(f, year+1)
	}
	return m
}

// shared looks for a year that belongs to this expression too: "in July and
// August 1914", "between March and May of 2020".
func (r *resolver) shared(i int) (int, bool) {
	e := &r.expressions[i]
	for k := i + 1; k < len(r.expressions) && k <= i+3; k++ {
		next := &r.expressions[k]
		if !r.joined(r.expressions[k-1].End, next.Start) || next.Form.Type == Duration {
			return 0, false
		}
		if year, ok := r.year(&next.Form); ok {
			if !next.Form.hasAny(fMonth, fSeason, fQuarter) {
				return 0, false
			}
			if next.Form.or(fMonth, 13) < e.Form.or(fMonth, 0) {
				year--
			}
			return year, true
		}
	}
	return 0, false
}

// joined says whether only words such as "and" stand between two places.
func (r *resolver) joined(from, to int) bool {
	first := r.tokenAt(from)
	words := 0
	for k := first; k < len(r.tokens) && int(r.tokens[k].start) < to; k++ {
		if r.tokens[k].classes&classJoint.set() == 0 || r.tokens[k].is(newline) {
			return false
		}
		words++
	}
	return words > 0 && words <= 3
}

// weekday is the day of that name nearest to the reference date on the side
// that the tense tells.
func (r *resolver) weekday(e *Expression) moment {
	f := &e.Form
	base := r.reference
	if r.manner == Narrative && r.lastDay.ok() || !base.ok() {
		base = r.lastDay
	}
	if !base.ok() || base.grain != unitDay {
		return moment{}
	}
	back := edtf.DayNumber(mod(base.day.Weekday()-f.get(fWeekday), 7))
	forth := edtf.DayNumber(mod(f.get(fWeekday)-base.day.Weekday(), 7))
	day := base.day
	switch direction := f.or(fDirection, 2); {
	case direction == 1 && forth == 0, direction == -1 && back == 0:
		day += edtf.DayNumber(7 * direction)
	case direction == 1:
		day += forth
	case direction == -1:
		day -= back
	case direction == 0:
		day += edtf.DayNumber(f.get(fWeekday) - base.day.Weekday())
	case r.tense(e.Start, e.End) > 0:
		day += forth
	default:
		day -= back
	}
	return moment{day: day, grain: unitDay}
}
