package edtf

import (
	"fmt"
	"strings"
)

// Short says the date for a narrow row: a day or a month as EDTF has it, and in
// words what is about, doubtful, open or no month: "c. Dec 2025", "since 2024",
// "spring 2025 to winter". A year that stands above the row is not said again; ""
// is none.
func (d Date) Short(above string) string {
	from := d.From.short(above)
	switch {
	case !d.Interval:
		return from
	case d.From.Precision >= Unknown:
		return "by " + d.To.short(above)
	case d.To.Precision >= Unknown:
		return "since " + from
	}
	return from + " to " + d.To.short(yearWords(d.From.Year))
}

func (p Point) short(above string) string {
	doubt, year, within := "", yearWords(p.Year), ""
	if p.Uncertain {
		doubt = "perhaps "
	}
	if p.Approximate {
		doubt += "c. "
	}
	switch p.Precision {
	case None, Unknown, Open:
		return ""
	case ToDecade, ToCentury:
		return doubt + year + "s"
	case ToYear:
		return doubt + year
	case ToSeason:
		within = seasonNames[p.Month-Spring]
	case ToMonth, ToDay:
		if doubt == "" && p.Year > 0 {
			return p.digits(year == above)
		}
		within = monthNames[p.Month-1][:3]
		if p.Precision == ToDay {
			within = fmt.Sprint(p.Day, " ", within)
		}
	}
	if year != above {
		within += " " + year
	}
	return doubt + within
}

// digits writes a day or a month as EDTF has it, with the hour as people write it.
func (p Point) digits(below bool) string {
	whole := p
	whole.Clock, whole.Unspecified = "", 0
	words := whole.String()
	if below {
		words = strings.TrimPrefix(words, fmt.Sprintf("%04d-", p.Year))
	}
	if p.Clock != "" {
		words += " " + p.Clock[:5]
	}
	return words
}

// Shown is an expression as Short writes it; what is no EDTF stands as it is.
func Shown(s, year string) string {
	d, err := parse(s)
	if err != nil {
		return s
	}
	return d.Short(year)
}
