package extract

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"dossier/briefings/edtf"
	"dossier/briefings/extract/timex"
)

// DateSaid reads a date that a person writes into a form, as it would be read in a
// text of that day ("8 Dec 2025", "yesterday", "2025-12-8"), and returns it as
// EDTF; what is EDTF already, or nothing, is returned as it is. The error says how a
// date may be written, not what EDTF lacks: people need not know that.
func DateSaid(said, today string) (string, error) {
	said = strings.TrimSpace(said)
	if said == "" || edtf.Valid(said) {
		return said, nil
	}
	reference, err := edtf.Parse(today)
	if err != nil {
		return "", err
	}
	// A day or a month of one digit is no ISO 8601, but meant so.
	for _, text := range []string{said, strings.ReplaceAll(said, "-", "/")} {
		read, err := timex.Read(text, timex.Options{Reference: reference, Manner: timex.News, Language: "en"})
		if err != nil || len(read.Expressions) != 1 {
			continue
		}
		if e := &read.Expressions[0]; e.Start == 0 && e.End == len(text) && !e.When.IsZero() {
			if e.Explicit() {
				err = otherWeekday(said, e.When)
			}
			return e.When.String(), err
		}
	}
	return "", fmt.Errorf("“%s” is no date; write it like 5 Dec 2025, Dec 2025 or 2025", said)
}

// otherWeekday refuses a day whose weekday is said too and is another one.
func otherWeekday(said string, date edtf.Date) error {
	day, err := time.Parse(time.DateOnly, date.String())
	if err != nil {
		return nil // no single day
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(said), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for other := range time.Saturday + 1 {
			name := strings.ToLower(other.String())
			if (word == name || word == name[:3]) && other != day.Weekday() {
				return fmt.Errorf("%s is a %s, not a %s", date.Words(), day.Weekday(), other)
			}
		}
	}
	return nil
}
