package edtf

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// Parse reads an expression of Level 1. The error says what is wrong with it
// and how it could be written.
func Parse(s string) (Date, error) {
	d, err := parse(s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is no date: %w", s, err)
	}
	return d, nil
}

// Valid says whether an expression is of Level 1.
func Valid(s string) bool {
	_, err := parse(s)
	return err == nil
}

func parse(s string) (Date, error) {
	if err := refuse(s); err != nil {
		return Date{}, err
	}
	left, right, interval := strings.Cut(s, "/")
	from, err := end(left, interval)
	if err != nil || !interval {
		return On(from), err
	}
	to, err := end(right, interval)
	if err != nil {
		return Date{}, err
	}
	if from.Precision >= Unknown && to.Precision >= Unknown {
		return Date{}, errors.New("an interval needs at least one date")
	}
	d := Between(from, to)
	if earliest, latest := d.Bounds(); earliest > latest {
		return Date{}, errors.New("the interval ends before it begins")
	}
	return d, nil
}

var errYearFirst = errors.New("write the year first, as 2025, 2025-12 or 2025-12-05")

// significant is a year of which so many digits count: "1950S2".
var significant = regexp.MustCompile(`\dS\d`)

// refuse names what is not Level 1 of 2019, so that nobody has to guess.
func refuse(s string) error {
	switch {
	case s == "":
		return errors.New("it is empty; leave the field out for an undated event")
	case strings.ContainsAny(s, "[]{}"):
		return errors.New("sets of dates are EDTF Level 2, which is not read; use an interval, as 2024/2026")
	case s[0] == 'Y':
		return errors.New("years behind a Y are EDTF Level 2, which is not read; years have four digits")
	case strings.Count(s, "/") > 1:
		return errors.New("an interval has one slash, as 2024/2026")
	case strings.Contains(s, "unknown") || strings.Contains(s, "open") || strings.Contains(s[:min(4, len(s))], "u"):
		return errors.New(`it is in the draft syntax of 2012; write X for a digit, ".." for open, nothing for unknown`)
	case significant.MatchString(s):
		return errors.New("significant digits are EDTF Level 2, which is not read; use X for unknown digits, as 202X")
	}
	return nil
}

// end reads one side of an interval or a whole single date.
func end(s string, interval bool) (Point, error) {
	switch {
	case interval && s == "":
		return Point{Precision: Unknown}, nil
	case interval && s == "..":
		return OpenEnd(), nil
	}
	return point(s)
}

func point(s string) (Point, error) {
	var p Point
	body := s
	if n := len(s); n > 0 {
		switch s[n-1] {
		case '?':
			p.Uncertain, body = true, s[:n-1]
		case '~':
			p.Approximate, body = true, s[:n-1]
		case '%':
			p.Uncertain, p.Approximate, body = true, true, s[:n-1]
		}
	}
	if strings.ContainsAny(body, "?~%") {
		return p, errors.New(`qualifiers inside a date are EDTF Level 2, which is not read; put one "?", "~" or "%" at the end`)
	}
	body, clock, timed := strings.Cut(body, "T")
	if timed {
		if !validClock(clock) {
			return p, errors.New("the time of day must read as 10:00:00, with Z or an offset if wanted")
		}
		p.Clock = clock
	}
	sign := 1
	if strings.HasPrefix(body, "-") {
		sign, body = -1, body[1:]
	}
	if err := fields(&p, strings.Split(body, "-")); err != nil {
		return p, err
	}
	if sign < 0 && p.Precision > ToYear {
		return p, errors.New("unknown digits of a year before Christ are not read; use an interval")
	}
	p.Year *= sign
	if timed && p.Precision != ToDay {
		return p, errors.New("a time of day needs a whole day before it, as 2025-12-05T10:00:00")
	}
	return p, valid(p)
}

// fields reads year, month and day.
func fields(p *Point, parts []string) error {
	if len(parts) > 3 || len(parts[0]) != 4 {
		return errYearFirst
	}
	if err := yearField(p, parts[0]); err != nil {
		return err
	}
	if len(parts) == 1 {
		return nil
	}
	if p.Precision != ToYear {
		return errors.New("digits may be unknown from the right only, as 202X or 2025-XX")
	}
	for i, part := range parts[1:] {
		if part == "XX" {
			p.Unspecified++
			continue
		}
		n, ok := number(part)
		if !ok || len(part) != 2 {
			return errYearFirst
		}
		if p.Unspecified > 0 {
			return errors.New("a known day in an unknown month is EDTF Level 2, which is not read")
		}
		if i == 0 {
			p.Month, p.Precision = n, ToMonth
		} else {
			p.Day, p.Precision = n, ToDay
		}
	}
	switch {
	case p.Month > 12 && len(parts) < 3:
		p.Precision = ToSeason
	case p.Month > 20 && p.Month < 25:
		return errors.New("a season has no days")
	}
	return nil
}

func yearField(p *Point, s string) error {
	known := strings.TrimRight(s, "X")
	n, ok := number(known)
	unknown := len(s) - len(known)
	if !ok || unknown > 2 {
		return errYearFirst
	}
	p.Precision = ToYear
	switch unknown {
	case 1:
		n, p.Precision = n*10, ToDecade
	case 2:
		n, p.Precision = n*100, ToCentury
	}
	p.Year = n
	return nil
}

// valid checks the calendar.
func valid(p Point) error {
	switch {
	case p.Month >= 25 && p.Month <= 41:
		return fmt.Errorf("division %d of a year is EDTF Level 2, which is not read; use an interval, as 2025-10/2025-12 for a quarter", p.Month)
	case p.Month > 24 || p.Month > 12 && p.Month < 21 || p.Month < 1 && p.Precision < ToYear:
		return fmt.Errorf("there is no month %02d", p.Month)
	case p.Precision == ToDay && (p.Day < 1 || p.Day > DaysIn(p.Year, p.Month)):
		return fmt.Errorf("month %02d of %d has no day %02d", p.Month, p.Year, p.Day)
	}
	return nil
}

// validClock accepts hh:mm:ss, and behind it Z, +hh or +hh:mm.
func validClock(s string) bool {
	if len(s) < 8 || !clockPart(s[:2], 24) || s[2] != ':' || !clockPart(s[3:5], 59) || s[5] != ':' || !clockPart(s[6:8], 59) {
		return false
	}
	zone := s[8:]
	switch {
	case zone == "" || zone == "Z":
		return true
	case zone[0] != '+' && zone[0] != '-':
		return false
	case len(zone) == 3:
		return clockPart(zone[1:], 14)
	}
	return len(zone) == 6 && clockPart(zone[1:3], 14) && zone[3] == ':' && clockPart(zone[4:], 59)
}

func clockPart(s string, most int) bool {
	n, ok := number(s)
	return ok && n <= most
}

func number(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, s != ""
}
