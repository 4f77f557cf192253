package extract

// Forms of English words: rules for the regular ones, a table for the others.

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/verbs-en.txt
var verbData string

// otherForms lists, by verb, the forms that the rules do not make.
var otherForms = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(verbData) {
		if verb, forms, ok := strings.Cut(line, ":"); ok && verb[0] != '#' {
			out[verb] = strings.Fields(forms)
		}
	}
	return out
})

// inflected returns the forms of an English verb or noun.
func inflected(base string) []string {
	return append(regularForms(base), otherForms()[base]...)
}

func regularForms(base string) []string {
	stem := strings.TrimSuffix(base, "e")
	last := base[len(base)-1]
	switch {
	case stem != base:
		return []string{base, base + "s", base + "d", stem + "ing"}
	case last == 'y' && len(base) > 2 && !strings.ContainsAny(base[len(base)-2:len(base)-1], "aeiou"):
		y := base[:len(base)-1]
		return []string{base, y + "ies", y + "ied", base + "ing"}
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), last == 'x':
		return []string{base, base + "es", base + "ed", base + "ing"}
	}
	return []string{base, base + "s", base + "ed", base + "ing"}
}
