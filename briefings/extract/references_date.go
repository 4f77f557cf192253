package extract

import (
	"strconv"
	"strings"

	"dossier/briefings/edtf"
)

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthOf reads a month's name, its first letters or its number as two digits;
// "" if it is none.
func monthOf(s string) string {
	if isDigits(s) {
		if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= 12 && len(s) <= 2 {
			return twoDigits(strconv.Itoa(n))
		}
		return ""
	}
	lower := strings.ToLower(strings.TrimSuffix(s, "."))
	if lower == "sept" {
		return "09"
	}
	for i, name := range monthNames {
		if lower == name || len(lower) == 3 && strings.HasPrefix(name, lower) {
			return twoDigits(strconv.Itoa(i + 1))
		}
	}
	return ""
}

// issuedIn reads the date of an entry in a list of works: the last full date
// that is not one of access, else a month and year, else a year in brackets or
// between commas.
func issuedIn(entry string) (issued, accessed string) {
	words := strings.Fields(entry)
	weight := 0
	for i, used := 0, 0; i < len(words); i += max(used, 1) {
		var date string
		var w int
		date, used, w = dateAt(words[i:])
		if date == "" || w == 1 && !strings.HasPrefix(words[i], "(") && (i == 0 || !strings.HasSuffix(words[i-1], ",")) {
			continue // "the Act of 1906,"
		}
		if accessWord(words, i) {
			accessed = date
			continue
		}
		if w > weight || w == weight && used > 1 {
			issued, weight = date, w
		}
	}
	return issued, accessed
}

// accessWord says whether one of the two words before the i-th says that a
// page was looked at then.
func accessWord(words []string, i int) bool {
	for at := max(i-2, 0); at < i; at++ {
		switch strings.ToLower(strings.Trim(words[at], "(,;:")) {
		case "accessed", "retrieved", "viewed", "visited":
			return true
		}
	}
	return false
}

// dateAt reads a date at the head of words; weight tells how exact it is.
func dateAt(words []string) (date string, used, weight int) {
	w := func(i int) string {
		if i < len(words) {
			return strings.Trim(words[i], "(),.;:[]“”\"")
		}
		return ""
	}
	switch first := w(0); {
	case len(first) == 10 && edtf.Valid(first) && strings.Count(first, "-") == 2:
		return first, 1, 3
	case monthOf(first) != "" && !isDigits(first):
		if isDigits(w(1)) && len(w(1)) <= 2 && yearLike(w(2)) { // May 4, 2021
			return full(w(2), monthOf(first), w(1)), 3, 3
		}
		if yearLike(w(1)) {
			return w(1) + "-" + monthOf(first), 2, 2
		}
	case isDigits(first) && len(first) <= 2 && !isDigits(w(1)) && monthOf(w(1)) != "" && yearLike(w(2)): // 4 May 2021
		return full(w(2), monthOf(w(1)), first), 3, 3
	case yearLike(first) && (strings.HasPrefix(words[0], "(") || strings.HasSuffix(words[0], ",") || strings.HasSuffix(words[0], ".") || len(words) == 1):
		return first, 1, 1
	}
	return "", 0, 0
}

func full(year, month, day string) string {
	if date := year + "-" + month + "-" + twoDigits(day); edtf.Valid(date) {
		return date
	}
	return ""
}

// printedDays are the ways in which an English text may name a day, folded.
func printedDays(date string) []string {
	if len(date) != len("2006-01-02") || !edtf.Valid(date) {
		return nil
	}
	month, _ := strconv.Atoi(date[5:7])
	day, _ := strconv.Atoi(date[8:])
	d, name := strconv.Itoa(day), monthNames[month-1]
	return []string{d + " " + name, name + " " + d, d + " " + name[:3], name[:3] + ". " + d, name[:3] + " " + d, date}
}
