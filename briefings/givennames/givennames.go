// Package givennames knows the given names of many languages. Where a text's
// layout is read they tell a line that names an author or a speaker from a
// heading, and where its actors are found a person from a company.
package givennames

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
)

//go:embed given.txt
var file string

// All returns the names of the list.
func All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for name := range strings.SplitSeq(line, ",") {
				if name = strings.TrimSpace(name); name != "" && !yield(name) {
					return
				}
			}
		}
	}
}

var known = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for name := range All() {
		names[name] = true
	}
	return names
})

// Is says whether a word, written as a name is, is one of the list.
func Is(word string) bool { return known()[word] }
