package edtf

import (
	"fmt"
	"strings"
)

// String prints the expression; Parse reads it back.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Interval:
		return d.From.String() + "/" + d.To.String()
	}
	return d.From.String()
}

// String prints the point as a single date or an end of an interval.
func (p Point) String() string {
	var b strings.Builder
	year := p.Year
	if year < 0 {
		b.WriteByte('-')
		year = -year
	}
	switch p.Precision {
	case None, Unknown:
		return ""
	case Open:
		return ".."
	case ToCentury:
		fmt.Fprintf(&b, "%02dXX", year/100)
	case ToDecade:
		fmt.Fprintf(&b, "%03dX", year/10)
	case ToYear:
		fmt.Fprintf(&b, "%04d", year)
	case ToMonth, ToSeason:
		fmt.Fprintf(&b, "%04d-%02d", year, p.Month)
	case ToDay:
		fmt.Fprintf(&b, "%04d-%02d-%02d", year, p.Month, p.Day)
	}
	b.WriteString(strings.Repeat("-XX", p.Unspecified))
	if p.Clock != "" {
		b.WriteString("T" + p.Clock)
	}
	switch {
	case p.Uncertain && p.Approximate:
		b.WriteByte('%')
	case p.Uncertain:
		b.WriteByte('?')
	case p.Approximate:
		b.WriteByte('~')
	}
	return b.String()
}

// Words says the date for people: "about December 2025", "spring 2026",
// "1990s", "2024 to 2026", "from 2026 on", "by 2030".
func (d Date) Words() string {
	from, to := d.From.Words(), d.To.Words()
	switch {
	case d.IsZero():
		return "undated"
	case !d.Interval:
		return from
	case d.From.Precision >= Unknown:
		return "by " + to
	case d.To.Precision >= Unknown:
		return "from " + from + " on"
	}
	return from + " to " + to
}

// Words says the point for people. How early or late in a period something
// was is no part of EDTF: the event's literal keeps it.
func (p Point) Words() string {
	var words string
	year := yearWords(p.Year)
	switch p.Precision {
	case None, Unknown, Open:
		return ""
	case ToCentury:
		words = ordinal(p.Year/100+1) + " century"
	case ToDecade:
		words = year + "s"
	case ToYear:
		words = year
	case ToSeason:
		words = seasonNames[p.Month-Spring] + " " + year
	case ToMonth:
		words = monthNames[p.Month-1] + " " + year
	case ToDay:
		words = fmt.Sprintf("%d %s %s", p.Day, monthNames[p.Month-1], year)
	}
	if clock := p.Clock; clock != "" {
		words += ", " + clock[:5]
	}
	if p.Approximate {
		words = "about " + words
	}
	if p.Uncertain {
		words += " (uncertain)"
	}
	return words
}

var (
	monthNames = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December"}
	seasonNames = [4]string{"spring", "summer", "autumn", "winter"}
)

func yearWords(year int) string {
	if year <= 0 {
		return fmt.Sprintf("%d BC", 1-year)
	}
	return fmt.Sprint(year)
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprint(n) + suffix
}
