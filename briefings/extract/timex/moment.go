package timex

import (
	"fmt"

	"dossier/briefings/edtf"
)

// moment is a stretch of the calendar: its first day, and how long it is.
type moment struct {
	day    edtf.DayNumber
	grain  int // a unit; 0 is no moment
	part   int // which season (21 to 24); quarter or half for their grains
	fiscal bool
}

// grainSeason has no unit of its own.
const grainSeason = unitMillennium + 1

func (m moment) ok() bool { return m.grain != 0 }

func (m moment) civil() (year, month, day int) { return m.day.Civil() }

func (m moment) year() int {
	y, _, _ := m.day.Civil()
	return y
}

// monthsSince counts months from year 0, for arithmetic.
func (m moment) months() int {
	y, mo, _ := m.day.Civil()
	return y*12 + mo - 1
}

func dayMoment(year, month, day int) moment {
	day = min(day, edtf.DaysIn(year, month))
	return moment{day: edtf.NumberOf(year, month, day), grain: unitDay}
}

func monthMoment(year, month int) moment {
	return moment{day: edtf.NumberOf(year, month, 1), grain: unitMonth}
}

func monthsMoment(months int) moment { return monthMoment(floorDiv(months, 12), mod(months, 12)+1) }

func yearMoment(year int) moment {
	return moment{day: edtf.NumberOf(year, 1, 1), grain: unitYear}
}

func seasonMoment(year, season int) moment {
	return moment{day: edtf.NumberOf(year, 3*(season-edtf.Spring+1), 1), grain: grainSeason, part: season}
}

func quarterMoment(year, quarter int) moment {
	return moment{day: edtf.NumberOf(year, 3*quarter-2, 1), grain: unitQuarter, part: quarter}
}

func halfMoment(year, half int) moment {
	return moment{day: edtf.NumberOf(year, 6*half-5, 1), grain: unitHalf, part: half}
}

// widen returns the moment of a coarser unit that holds this one.
func (m moment) widen(unit int) moment {
	y, mo, d := m.civil()
	switch unit {
	case unitWeek, unitFortnight:
		return moment{day: m.day - edtf.DayNumber(m.day.Weekday()-1), grain: unitWeek}
	case unitWeekend:
		return moment{day: m.day - edtf.DayNumber(m.day.Weekday()-6), grain: unitWeekend}
	case unitMonth:
		return monthMoment(y, mo)
	case unitQuarter:
		return quarterMoment(y, (mo-1)/3+1)
	case unitHalf:
		return halfMoment(y, (mo-1)/6+1)
	case unitYear:
		return yearMoment(y)
	case unitDecade:
		return moment{day: edtf.NumberOf(10*floorDiv(y, 10), 1, 1), grain: unitDecade}
	case unitCentury:
		return moment{day: edtf.NumberOf(100*floorDiv(y, 100), 1, 1), grain: unitCentury}
	}
	return dayMoment(y, mo, d)
}

// shift moves the moment by n units; the result is as precise as the unit.
func (m moment) shift(n, unit int) moment {
	const far = 30000 // units; a text that says more means no date
	if n > far || n < -far {
		return moment{}
	}
	var out moment
	switch unit {
	case unitSecond, unitMinute, unitHour:
		return moment{day: m.day, grain: unitDay}
	case unitDay:
		return moment{day: m.day + edtf.DayNumber(n), grain: unitDay}
	case unitWeek, unitFortnight, unitWeekend:
		days := 7 * n
		if unit == unitFortnight {
			days *= 2
		}
		return moment{day: m.day + edtf.DayNumber(days), grain: unitDay}.widen(unit)
	case unitMonth:
		return monthsMoment(m.months() + n)
	case unitQuarter:
		return monthsMoment(m.months() + 3*n).widen(unitQuarter)
	case unitHalf:
		return monthsMoment(m.months() + 6*n).widen(unitHalf)
	case unitYear:
		out = yearMoment(m.year() + n)
	case unitDecade:
		out = yearMoment(m.year() + 10*n).widen(unitDecade)
	case unitCentury:
		out = yearMoment(m.year() + 100*n).widen(unitCentury)
	default:
		return moment{}
	}
	if y := out.year(); y > 9999 || y < -9999 {
		return moment{}
	}
	return out
}

// away is the day a number of units away.
func (m moment) away(n, unit int) moment {
	y, mo, d := m.civil()
	if reached := m.shift(n, unit); !reached.ok() {
		return moment{}
	}
	switch unit {
	case unitDay, unitWeek, unitFortnight, unitWeekend:
		days := n * [...]int{unitDay: 1, unitWeekend: 7, unitWeek: 7, unitFortnight: 14}[unit]
		return moment{day: m.day + edtf.DayNumber(days), grain: unitDay}
	case unitMonth, unitQuarter, unitHalf:
		months := y*12 + mo - 1 + n*[...]int{unitMonth: 1, unitQuarter: 3, unitHalf: 6}[unit]
		return dayMoment(floorDiv(months, 12), mod(months, 12)+1, d)
	case unitYear, unitDecade, unitCentury:
		return dayMoment(y+n*[...]int{unitYear: 1, unitDecade: 10, unitCentury: 100}[unit], mo, d)
	}
	return moment{}
}

// nth is a day, week or month of a longer period, counted from 1; -1 is the last.
// A week belongs to the period that has its Thursday, as in ISO 8601.
func (m moment) nth(n, unit int) moment {
	first, last := m.date().Bounds()
	switch {
	case unit == unitDay && n > 0 && first+edtf.DayNumber(n-1) <= last:
		return moment{day: first + edtf.DayNumber(n-1), grain: unitDay}
	case unit == unitDay && n < 0:
		return moment{day: last, grain: unitDay}
	case unit == unitWeek && n == 0: // beginning with that day, whichever it is
		return moment{day: first, grain: unitWeek}
	case unit == unitWeek && n > 0:
		thursday := weekdayFrom(first, 4) + edtf.DayNumber(7*(n-1))
		return moment{day: thursday - 3, grain: unitWeek}
	case unit == unitWeek:
		thursday := weekdayFrom(last-6, 4)
		return moment{day: thursday - 3, grain: unitWeek}
	case unit == unitMonth && n > 0 && n <= 12 && m.grain >= unitYear:
		return monthMoment(m.year(), n)
	}
	return moment{}
}

// timex prints the moment as a TIMEX3 value.
func (m moment) timex() string {
	y, mo, d := m.civil()
	year := fmt.Sprintf("%04d", y)
	if y <= 0 {
		year = fmt.Sprintf("BC%04d", 1-y)
	}
	switch m.grain {
	case unitDay:
		return fmt.Sprintf("%s-%02d-%02d", year, mo, d)
	case unitWeek, unitWeekend:
		isoYear, week := isoWeek(m.day)
		value := fmt.Sprintf("%04d-W%02d", isoYear, week)
		if m.grain == unitWeekend {
			value += "-WE"
		}
		return value
	case unitMonth:
		return fmt.Sprintf("%s-%02d", year, mo)
	case unitQuarter:
		return fmt.Sprintf("%s-Q%d", year, m.part)
	case unitHalf:
		return fmt.Sprintf("%s-H%d", year, m.part)
	case grainSeason:
		return year + "-" + [...]string{"SP", "SU", "FA", "WI"}[m.part-edtf.Spring]
	case unitDecade:
		return year[:len(year)-1]
	case unitCentury:
		return year[:len(year)-2]
	}
	if m.fiscal {
		return "FY" + year
	}
	return year
}

// date gives the moment as an EDTF date.
func (m moment) date() edtf.Date {
	y, mo, d := m.civil()
	switch m.grain {
	case unitDay:
		return edtf.On(edtf.Day(y, mo, d))
	case unitWeek:
		return edtf.Between(m.day.Point(), (m.day + 6).Point())
	case unitWeekend:
		return edtf.Between(m.day.Point(), (m.day + 1).Point())
	case unitMonth:
		return edtf.On(edtf.Month(y, mo))
	case unitQuarter:
		return edtf.Between(edtf.Month(y, mo), edtf.Month(y, mo+2))
	case unitHalf:
		return edtf.Between(edtf.Month(y, mo), edtf.Month(y, mo+5))
	case grainSeason:
		return edtf.On(edtf.Point{Precision: edtf.ToSeason, Year: y, Month: m.part})
	case unitDecade, unitCentury:
		if y < 0 {
			return edtf.Between(edtf.Year(y), edtf.Year(m.shift(1, m.grain).year()-1))
		}
		precision := edtf.ToDecade
		if m.grain == unitCentury {
			precision = edtf.ToCentury
		}
		return edtf.On(edtf.Point{Precision: precision, Year: y})
	case unitYear:
		p := edtf.Year(y)
		p.Approximate = m.fiscal
		return edtf.On(p)
	}
	return edtf.Date{}
}

// isoWeek numbers weeks as ISO 8601: the one with the first Thursday is the first.
func isoWeek(day edtf.DayNumber) (year, week int) {
	thursday := day + edtf.DayNumber(4-day.Weekday())
	year, _, _ = thursday.Civil()
	return year, int(thursday-edtf.NumberOf(year, 1, 1))/7 + 1
}

// weekOf returns a week of a year by its number.
func weekOf(year, week int) moment {
	fourth := edtf.NumberOf(year, 1, 4)
	return moment{day: fourth - edtf.DayNumber(fourth.Weekday()-1) + edtf.DayNumber(7*(week-1)), grain: unitWeek}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func mod(a, b int) int { return a - b*floorDiv(a, b) }
