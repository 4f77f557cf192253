package reader

import "strings"

// Dates as people write them. EDTF stays where it is asked for and kept: in forms,
// in files, in JSON.

// shownDate is a date as a pane or a board shows it: a day or a month as EDTF has
// it, and in words what is about, doubtful, open or no month.
func shownDate(when string) string { return phrased(when, "") }

// dateUnder parts a date into the year, which may stand above, and the rest; the
// rest of a date without month is empty.
func dateUnder(when string) (year, rest string) {
	from, to, interval := strings.Cut(when, "/")
	year, _, ok := strings.Cut(from, "-")
	if !ok || year == "" || interval && to == "" {
		return strings.TrimRight(from, "~?%"), ""
	}
	return year, " " + phrased(when, year)
}

// phrased writes a date, without a year that stands above it.
func phrased(when, year string) string {
	from, to, interval := strings.Cut(when, "/")
	switch {
	case !interval:
		return onceDated(when, year)
	case to == ".." || to == "":
		return "since " + onceDated(from, year)
	case from == ".." || from == "":
		return "by " + onceDated(to, year)
	}
	above, _, _ := strings.Cut(from, "-")
	return onceDated(from, year) + " to " + onceDated(to, above)
}

// doubts are the signs of EDTF level 1 behind a date.
var doubts = map[string]string{"~": "c. ", "?": "perhaps ", "%": "perhaps c. "}

// The numbers of seasons are those of EDTF level 1 (ISO 8601-2, 4.8).
var dateNames = map[string]string{"21": "spring", "22": "summer", "23": "autumn", "24": "winter",
	"01": "Jan", "02": "Feb", "03": "Mar", "04": "Apr", "05": "May", "06": "Jun",
	"07": "Jul", "08": "Aug", "09": "Sep", "10": "Oct", "11": "Nov", "12": "Dec"}

// onceDated writes a date that is no interval.
func onceDated(date, above string) string {
	core := strings.TrimRight(date, "~?%")
	doubt := doubts[date[len(core):]]
	year, rest, _ := strings.Cut(core, "-")
	if year == "" {
		return doubt + core // before the year 0
	}
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, "XX"), "-")
	month, day, _ := strings.Cut(rest, "-")
	name := dateNames[month]
	if name == "" || doubt == "" && month < "13" {
		if rest != "" && year == above {
			return doubt + rest
		}
		return doubt + strings.TrimSuffix(inWords(year)+"-"+rest, "-")
	}
	if day = strings.TrimLeft(day, "0"); day != "" {
		name = day + " " + name
	}
	if year != above {
		name += " " + year
	}
	return doubt + name
}

// inWords writes a year of which digits are not told: "the 1990s".
func inWords(year string) string {
	known := strings.TrimRight(year, "X")
	if known == year {
		return year
	}
	return "the " + known + strings.Repeat("0", len(year)-len(known)) + "s"
}
