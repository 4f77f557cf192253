package names

import "strings"

// Lead returns how many bytes of a name are articles and titles that are no
// part of it ("the", "President").
func Lead(name string) int {
	at := 0
	for {
		blank := strings.IndexAny(name[at:], " \n\u00a0")
		if blank < 0 || !leads(name[at:at+blank]) {
			return at
		}
		rest := strings.TrimLeft(name[at+blank:], " \n\u00a0")
		if rest == "" {
			return at
		}
		at = len(name) - len(rest)
	}
}

func leads(word string) bool {
	switch strings.ToLower(word) {
	case "the", "a", "an", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof", "prof.", "sir", "dame", "dato'", "dato’", "datuk", "shri", "smt", "smt.", "cdre", "president", "minister":
		return true
	}
	return false
}
