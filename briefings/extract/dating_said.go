package extract

import (
	"strings"

	"dossier/briefings/edtf"
	"dossier/briefings/extract/timex"
)

// DateSaid reads a date that a person writes into a form, as it would be read in a
// text of that day ("8 Dec 2025", "yesterday", "2025-12-8"), and returns it as
// EDTF. What is EDTF already, or no date, is returned as it is.
func DateSaid(said, today string) string {
	said = strings.TrimSpace(said)
	reference, err := edtf.Parse(today)
	if err != nil || said == "" || edtf.Valid(said) {
		return said
	}
	// A day or a month of one digit is no ISO 8601, but meant so.
	for _, text := range []string{said, strings.ReplaceAll(said, "-", "/")} {
		read, err := timex.Read(text, timex.Options{Reference: reference, Manner: timex.News, Language: "en"})
		if err != nil || len(read.Expressions) != 1 {
			continue
		}
		if e := &read.Expressions[0]; e.Start == 0 && e.End == len(text) && !e.When.IsZero() {
			return e.When.String()
		}
	}
	return said
}
