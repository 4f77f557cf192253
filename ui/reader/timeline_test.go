package reader

import (
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/ui/theme"
)

func TestEntriesOfOneYearStandBelowIt(t *testing.T) {
	for _, c := range []struct{ name, whens, want string }{
		{"years stand for themselves", "2021 2022", "2021|2022"},
		{"a month alone in its year", "2018-05 2021", "2018-05|2021"},
		{"two of a year", "2025-12~ 2025-12-05", "2025:| 12~| 12-05"},
		{"a day has its year above", "2025-12-05", "2025:| 12-05"},
		{"below the year itself", "2025 2025-05", "2025| 05"},
		{"an interval within a year", "2025-10/2025-12", "2025:| 10/12"},
		{"an open interval", "../2026", "../2026"},
	} {
		b := &briefings.Briefing{}
		for _, when := range strings.Fields(c.whens) {
			b.Events = append(b.Events, briefings.Event{When: when})
		}
		var got []string
		for _, it := range timeline(newView(b, theme.New(theme.Dark, false), "2026-01-14", 1)).items {
			if it.heading {
				got = append(got, it.text+":")
			} else {
				got = append(got, it.lead)
			}
		}
		if line := strings.Join(got, "|"); line != c.want {
			t.Errorf("%s: %s gives %s, want %s", c.name, c.whens, line, c.want)
		}
	}
}
