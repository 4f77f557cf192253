package reader

import (
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// Dates as people write them. EDTF stays where it is asked for and kept: in forms,
// in files, in JSON.

// shownDate is a date as a pane or a board shows it; what is no EDTF stands as it is.
func shownDate(when string) string { return edtf.Shown(when, "") }

// dateColumn is the date of a briefing in a column: one that was inferred stands in
// brackets, as in a catalogue.
func dateColumn(b *briefings.Summary) string {
	if b.Date == "" && b.Reference.Inferred() {
		return "[" + shownDate(b.Reference.Date) + "]"
	}
	return briefings.DatedAs(b.Date, b.Reference)
}

// yearOf is the year that may stand above a date, and whether the date says more.
func yearOf(when string) (year string, more bool) {
	from, to, interval := strings.Cut(when, "/")
	year, _, more = strings.Cut(from, "-")
	if !more || year == "" || interval && to == "" {
		return strings.TrimRight(from, "~?%"), false
	}
	return year, true
}
