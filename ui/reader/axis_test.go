package reader

import (
	"slices"
	"strings"
	"testing"

	"dossier/briefings/edtf"
	"dossier/ui/theme"
)

// drawnAxis draws the axis of some dates in 40 cells, in ASCII.
func drawnAxis(t *testing.T, whens string) string {
	t.Helper()
	plain := theme.New(theme.Plain, true)
	var dates []dated
	for _, when := range strings.Fields(whens) {
		date, _ := edtf.Parse(when)
		dates = append(dates, dated{*stretchOf(date), look{plain.Glyphs.Occurred, plain.Accent}})
	}
	today, _ := edtf.Parse("2026-01-14")
	var l list
	rows := l.axisOf(slices.Values(dates), plain, today, 42, 40)
	if rows == nil {
		return ""
	}
	return "\n" + strings.TrimRight(ansiStrip(rows[1]), " ") + "\n" + strings.TrimRight(ansiStrip(rows[2]), " ")
}

func TestTheAxisIsToScaleAndShowsWhatADateCovers(t *testing.T) {
	for _, c := range []struct{ name, whens, want string }{
		{"days are points, a gap is a gap", "2021-01-01 2022-01-01 2025-01-01", `
 *--------*-----------------------------*
 2021     2022      2023      2024`},
		{"a year covers a year", "2021 2024-12-31", `
 ====*=====-----------------------------*
 2021     2022      2023      2024`},
		{"months are named where the axis is short", "2025-01-01 2025-06-30", `
 *--------------------------------------*
 2025-01     2025-03       2025-05`},
		{"a war", "1939-09-01 1945-05-08", `
 *--------------------------------------*
   1940   1941   1942  1943   1944   1945`},
		{"the beginning has its year where no label is near", "1991-03-01 2049-01-01", `
 *----------------------|---------------*
 1991 2000   2010   2020   2030  2040`},
		{"today stands on it", "2025-01-01 2027-01-01", `
 *-------------------|------------------*
 2025-01  2025-07   2026-01   2026-07`},
		{"an open end is cut", "2021-01-01/.. 2023-01-01", `
 *--------------------------------------*
 2021-01  2021-07   2022-01   2022-07`},
		{"one day is no axis", "2025-01-01", ""},
	} {
		if got := drawnAxis(t, c.whens); got != c.want {
			t.Errorf("%s: %s gives\n%s\nwant\n%s", c.name, c.whens, got, c.want)
		}
	}
}
