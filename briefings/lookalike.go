package briefings

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
)

// lookalikesList pairs letters with the Latin ones that they look like: "А A".
//
//go:embed lookalikes.txt
var lookalikesList string

// lookalikes are read when names are first compared, not at every start.
var lookalikes = sync.OnceValue(func() map[rune]rune {
	out := map[rune]rune{}
	for line := range strings.Lines(lookalikesList) {
		pair := []rune(strings.ReplaceAll(strings.TrimSpace(line), " ", ""))
		if len(pair) == 2 {
			out[pair[0]] = pair[1]
		}
	}
	return out
})

// Lookalike says in words how a name differs from another one that looks the
// same but is written with letters of another script: a spelling that deceives
// the eye (UTS 39, section 4). It is "" for names that are the same, or that
// can be told apart.
func Lookalike(name, other string) string {
	if Fold(name) == Fold(other) || skeleton(name) != skeleton(other) {
		return ""
	}
	x, y := []rune(name), []rune(other)
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] && unicode.ToLower(x[i]) != unicode.ToLower(y[i]) {
			if scriptOf(x[i]) == "Latin" {
				name, other, x, y = other, name, y, x
			}
			return fmt.Sprintf("“%s” is written with %c (%s) where “%s” has %c", name, x[i], scriptOf(x[i]), other, y[i])
		}
	}
	return fmt.Sprintf("“%s” and “%s” look the same and are written differently", name, other)
}

// Lookalikes says of each actor whose name looks like this one's how the two
// differ.
func Lookalikes(a *Actor, among []Actor) (out []string) {
	own := skeleton(a.Name)
	for i := range among {
		if other := &among[i]; other.Live() && other.Handle != a.Handle && skeleton(other.Name) == own {
			if why := Lookalike(a.Name, other.Name); why != "" {
				out = append(out, why)
			}
		}
	}
	return out
}

// skeleton is a name with each letter replaced by the one that it looks like.
func skeleton(name string) string {
	return Fold(strings.Map(func(r rune) rune {
		if latin, ok := lookalikes()[r]; ok {
			return latin
		}
		return r
	}, name))
}

// scriptOf names the script of a letter.
func scriptOf(r rune) string {
	for _, script := range []string{"Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Lisu"} {
		if unicode.Is(unicode.Scripts[script], r) {
			return script
		}
	}
	return "another script"
}
