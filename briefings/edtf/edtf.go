// Package edtf reads and prints dates of the Extended Date/Time Format, Level
// 1, in the syntax of the Library of Congress of 4 February 2019 (ISO 8601-2),
// without years beyond four digits. What Level 2 adds (sets, qualifiers inside
// a date, quarters and other divisions 25 to 41, years after "Y") is refused
// with a word, and so is the draft syntax of 2012.
//
// A date here is a statement of calendar days, not an instant: there are no
// time zones, and a time of day is kept as it was written.
package edtf

// Date is an EDTF expression: a single date, or an interval of two. The zero
// value is no date.
type Date struct {
	From Point
	To   Point // the end of an interval; otherwise equal to From
	// Interval tells "2025/2025" from "2025".
	Interval bool
}

// Point is a date without extent beyond its own precision: a day, month,
// season, year, decade or century, or an end of an interval that is open or
// unknown.
type Point struct {
	Precision Precision
	Year      int // astronomical: 0 is 1 BC, -43 is 44 BC; of a decade or century its first year
	Month     int // 1 to 12, 21 to 24 for a season; 0 where the precision is coarser
	Day       int // 1 to 31; 0 where the precision is coarser
	// Clock is a time of day as written behind the "T" ("10:00:00Z"), "" if none.
	Clock       string
	Uncertain   bool // "?"
	Approximate bool // "~"; both is "%"
	// Unspecified tells "2025-XX" from "2025" and "2025-12-XX" from "2025-12":
	// it counts the components given as XX.
	Unspecified int
}

// Precision is how finely a date is known, finest first.
type Precision int

const (
	None      Precision = iota // the zero Point: no date
	ToDay                      // 2025-12-05
	ToMonth                    // 2025-12
	ToSeason                   // 2025-23
	ToYear                     // 2025
	ToDecade                   // 202X
	ToCentury                  // 20XX
	Unknown                    // an empty end of an interval
	Open                       // ".."
)

// Seasons as EDTF numbers them. Which months they mean depends on the
// hemisphere; Bounds counts as the north does.
const (
	Spring = 21 + iota
	Summer
	Autumn
	Winter
)

// On returns the date of one point.
func On(p Point) Date { return Date{From: p, To: p} }

// Between returns the interval of two points.
func Between(from, to Point) Date { return Date{From: from, To: to, Interval: true} }

// OpenEnd is the ".." of an interval.
func OpenEnd() Point { return Point{Precision: Open} }

// Day returns a point precise to the day.
func Day(year, month, day int) Point {
	return Point{Precision: ToDay, Year: year, Month: month, Day: day}
}

// Month returns a point precise to the month.
func Month(year, month int) Point { return Point{Precision: ToMonth, Year: year, Month: month} }

// Year returns a point precise to the year.
func Year(year int) Point { return Point{Precision: ToYear, Year: year} }

// About returns the point marked as approximate.
func (p Point) About() Point {
	p.Approximate = true
	return p
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d.From.Precision == None && d.To.Precision == None }

// Precision is the coarser of the two ends'; an open or unknown end does not
// count.
func (d Date) Precision() Precision {
	from, to := d.From.Precision, d.To.Precision
	if from >= Unknown {
		return to
	}
	if to >= Unknown {
		return from
	}
	return max(from, to)
}
