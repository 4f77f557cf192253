package edtf

import (
	"cmp"
	"math"
)

// DayNumber counts days of the proleptic Gregorian calendar; 1970-01-01 is 0.
type DayNumber int

// Always are the bounds of an open or unknown end.
const (
	Earliest DayNumber = math.MinInt32
	Latest   DayNumber = math.MaxInt32
)

// Bounds returns the first and the last day that the date may mean. An open or
// unknown end reaches to Earliest or Latest.
func (d Date) Bounds() (earliest, latest DayNumber) {
	earliest, _ = d.From.bounds()
	_, latest = d.To.bounds()
	return earliest, latest
}

func (p Point) bounds() (first, last DayNumber) {
	switch p.Precision {
	case ToDay:
		n := NumberOf(p.Year, p.Month, p.Day)
		return n, n
	case ToMonth:
		return NumberOf(p.Year, p.Month, 1), NumberOf(p.Year, p.Month, DaysIn(p.Year, p.Month))
	case ToSeason:
		start := 3 * (p.Month - Spring + 1) // spring begins with March, winter runs into the next year
		endYear, end := p.Year, start+2
		if end > 12 {
			endYear, end = p.Year+1, end-12
		}
		return NumberOf(p.Year, start, 1), NumberOf(endYear, end, DaysIn(endYear, end))
	case ToYear:
		return NumberOf(p.Year, 1, 1), NumberOf(p.Year, 12, 31)
	case ToDecade:
		return NumberOf(p.Year, 1, 1), NumberOf(p.Year+9, 12, 31)
	case ToCentury:
		return NumberOf(p.Year, 1, 1), NumberOf(p.Year+99, 12, 31)
	}
	return Earliest, Latest
}

// Compare orders dates for a timeline: by the earliest day, of those that begin
// together what lasts longer first, so that a year stands before its months, then
// the more precise first. An interval without a beginning stands where it ends.
func Compare(a, b Date) int { return a.Order().Compare(b.Order()) }

// Order is what Compare compares, small enough to be kept where there are
// hundreds of thousands of dates.
type Order struct {
	first, last int32
	precision   int8
}

// Order returns where a date stands among others.
func (d Date) Order() Order {
	earliest, latest := d.Bounds()
	if earliest == Earliest && latest != Latest {
		earliest = latest
	}
	return Order{int32(earliest), int32(latest), int8(d.Precision())}
}

// Compare says whether a date stands before another, as Compare of dates does.
func (o Order) Compare(p Order) int {
	return cmp.Or(cmp.Compare(o.first, p.first), cmp.Compare(p.last, o.last), cmp.Compare(o.precision, p.precision))
}

// Days are the first and the last day that the date may mean; Earliest and Latest
// where it has no such end.
func (o Order) Days() (first, last DayNumber) { return DayNumber(o.first), DayNumber(o.last) }

// Overlaps says whether some day may belong to both dates.
func Overlaps(a, b Date) bool {
	a1, a2 := a.Bounds()
	b1, b2 := b.Bounds()
	return a1 <= b2 && b1 <= a2
}

// DaysIn returns the number of days of a month; 0 for a month that is none.
func DaysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	if month < 1 || month > 12 {
		return 0
	}
	return 31
}

// NumberOf returns the number of a day. The algorithm is Howard Hinnant's
// days_from_civil: a year is counted from March, so that the leap day comes last.
func NumberOf(year, month, day int) DayNumber {
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*((month+9)%12)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return DayNumber(era*146097 + dayOfEra - 719468)
}

// Civil is the inverse of NumberOf.
func (n DayNumber) Civil() (year, month, day int) {
	z := int(n) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	day = dayOfYear - (153*shifted+2)/5 + 1
	month = (shifted+2)%12 + 1
	year = yearOfEra + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday returns 1 for Monday to 7 for Sunday, as ISO 8601 counts.
func (n DayNumber) Weekday() int { return (int(n)%7+7+3)%7 + 1 }

// Point returns the day as a date.
func (n DayNumber) Point() Point { return Day(n.Civil()) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
