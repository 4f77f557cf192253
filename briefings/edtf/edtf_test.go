package edtf

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestReadsAndPrintsLevel1(t *testing.T) {
	for _, c := range []struct {
		in, words string
		first     string
		last      string
	}{
		{"2025-12-05", "5 December 2025", "2025-12-05", "2025-12-05"},
		{"2025-12", "December 2025", "2025-12-01", "2025-12-31"},
		{"2025-12~", "about December 2025", "2025-12-01", "2025-12-31"},
		{"2024-02", "February 2024", "2024-02-01", "2024-02-29"},
		{"2025", "2025", "2025-01-01", "2025-12-31"},
		{"2025?", "2025 (uncertain)", "2025-01-01", "2025-12-31"},
		{"2025%", "about 2025 (uncertain)", "2025-01-01", "2025-12-31"},
		{"2025-21", "spring 2025", "2025-03-01", "2025-05-31"},
		{"2025-24", "winter 2025", "2025-12-01", "2026-02-28"},
		{"199X", "1990s", "1990-01-01", "1999-12-31"},
		{"19XX", "20th century", "1900-01-01", "1999-12-31"},
		{"2025-XX", "2025", "2025-01-01", "2025-12-31"},
		{"2025-12-XX", "December 2025", "2025-12-01", "2025-12-31"},
		{"2025-12-05T10:00:00Z", "5 December 2025, 10:00", "2025-12-05", "2025-12-05"},
		{"2024/2026", "2024 to 2026", "2024-01-01", "2026-12-31"},
		{"2025-10/2025-12", "October 2025 to December 2025", "2025-10-01", "2025-12-31"},
		{"2025~/2026~", "about 2025 to about 2026", "2025-01-01", "2026-12-31"},
		{"-0043-03-15", "15 March 44 BC", "-0043-03-15", "-0043-03-15"},
		{"-0430", "431 BC", "-0430-01-01", "-0430-12-31"},
	} {
		d, err := Parse(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		earliest, latest := d.Bounds()
		if d.String() != c.in || d.Words() != c.words || earliest.Point().String() != c.first || latest.Point().String() != c.last {
			t.Errorf("%s prints %s, %q, from %s to %s", c.in, d, d.Words(), earliest.Point(), latest.Point())
		}
	}
}

func TestShortForNarrowRows(t *testing.T) {
	for in, want := range map[string]string{
		"2025-22~": "c. summer 2025", "2025-21/2025-24": "spring 2025 to winter", "2025-24": "winter 2025",
		"2025-12-22": "2025-12-22", "2025-11": "2025-11", "2021/2024": "2021 to 2024", "../2026~": "by c. 2026", "2022-02/..": "since 2022-02", "2025-22/..": "since summer 2025",
		"200X~/..": "since c. 2000s", "199X": "1990s", "19XX": "1900s", "2025-12~": "c. Dec 2025", "2025-12-05?": "perhaps 5 Dec 2025", "2025-XX": "2025", "2025-12-XX": "2025-12", "2025~": "c. 2025",
		"2025-12%": "perhaps c. Dec 2025", "-0043": "44 BC", "-0043-03-15": "15 Mar 44 BC", "2025-12-05T10:00:00Z": "2025-12-05 10:00", "2025-11-30/2026-01-02": "2025-11-30 to 2026-01-02",
	} {
		if d, err := Parse(in); err != nil || d.Short("") != want {
			t.Errorf("%s is shown as %s, not as %s (%v)", in, d.Short(""), want, err)
		}
	}
	for in, want := range map[string]string{"2025-12-05": "12-05", "2025-12~": "c. Dec", "2025-22": "summer", "2025-11/2025-12": "11 to 12", "2024-12": "2024-12"} {
		if d, err := Parse(in); err != nil || d.Short("2025") != want {
			t.Errorf("%s below 2025 is shown as %s, not as %s (%v)", in, d.Short("2025"), want, err)
		}
	}
}

func TestOpenEnds(t *testing.T) {
	for in, words := range map[string]string{
		"2026/..": "from 2026 on", "../2030": "by 2030", "2026/": "from 2026 on", "/2030~": "by about 2030",
	} {
		d, err := Parse(in)
		if err != nil || d.String() != in || d.Words() != words {
			t.Errorf("%s prints %s, %q (%v)", in, d, d.Words(), err)
		}
	}
}

func TestRefusesWithAWord(t *testing.T) {
	for in, word := range map[string]string{
		"":                  "empty",
		"[2024,2025]":       "Level 2",
		"2025-~12":          "Level 2",
		"2025-33":           "Level 2",
		"Y17000":            "Level 2",
		"1950S2":            "Level 2",
		"2025-XX-05":        "Level 2",
		"199u":              "2012",
		"2024/unknown":      "2012",
		"2025-13":           "no month",
		"2025-02-29":        "no day",
		"2025-21-05":        "season",
		"2025-13-45":        "no month 13",
		"2026/2024":         "ends before",
		"../..":             "at least one",
		"2024/2025/2026":    "one slash",
		"5 December 2025":   "year first",
		"20251205":          "year first",
		"2025-1":            "year first",
		"2X25":              "year first",
		"2025-12T10:00:00":  "whole day",
		"2025-12-05T25:00Z": "time of day",
	} {
		if _, err := Parse(in); err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%q: the error %v does not say %q", in, err, word)
		}
	}
}

func TestSortsAsATimeline(t *testing.T) {
	dates := []string{"2026", "2025-12/..", "2025-12-01", "2025-12", "2025-12-05", "1999", "2025", "../2024", "-0043"}
	slices.SortStableFunc(dates, func(a, b string) int {
		x, _ := Parse(a)
		y, _ := Parse(b)
		return Compare(x, y)
	})
	want := "-0043 1999 ../2024 2025 2025-12/.. 2025-12 2025-12-01 2025-12-05 2026"
	if got := strings.Join(dates, " "); got != want {
		t.Errorf("sorted %s, want %s", got, want)
	}
}

func TestCountsDaysAsTheCalendarDoes(t *testing.T) {
	for at := time.Date(-50, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2200; at = at.AddDate(0, 0, 13) {
		n := NumberOf(at.Year(), int(at.Month()), at.Day())
		y, m, d := n.Civil()
		weekday := int(at.Weekday())
		if weekday == 0 {
			weekday = 7
		}
		if int64(n) != at.Unix()/86400 || y != at.Year() || m != int(at.Month()) || d != at.Day() || n.Weekday() != weekday {
			t.Fatalf("%s is day %d, back %d-%d-%d, weekday %d", at.Format(time.DateOnly), n, y, m, d, n.Weekday())
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2025-12~", "2024/..", "../-0043", "19XX", "2025-12-05T10:00:00+02:00", "2025-XX-XX%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			return
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Errorf("%q prints as %q, which reads as %+v (%v)", s, d, again, err)
		}
		if earliest, latest := d.Bounds(); earliest > latest || d.Words() == "" {
			t.Errorf("%q: from %d to %d, in words %q", s, earliest, latest, d.Words())
		}
	})
}
