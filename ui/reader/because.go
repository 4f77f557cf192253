package reader

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

//go:embed because.json
var becauseJSON []byte

// reasons are the names that the extractors give their rules, in plain words: of what
// was found, and of what a document's date is read from.
var reasons = sync.OnceValue(func() (all struct{ Rules, Dates map[string]string }) {
	if err := json.Unmarshal(becauseJSON, &all); err != nil {
		panic(fmt.Sprintf("read the words for the rules: %v", err)) // built in, and tested
	}
	return all
})

// signNamed is the name of a sign behind the words that are one.
var signNamed = regexp.MustCompile(` \([a-z0-9-]+\)`)

// becauseOf says in plain words why the program made a record, or took it for what it
// is: the words of the text that tell it, where there are such.
func becauseOf(rule string) string {
	var words, others []string
	for part := range strings.SplitSeq(rule, "; ") {
		switch by, rest, _ := strings.Cut(part, ": "); by {
		case "cue":
			words = append(words, "“"+rest+"”")
		case "signs":
			for sign := range strings.SplitSeq(signNamed.ReplaceAllString(rest, ""), ", ") {
				words = append(words, "“"+sign+"”")
			}
		default:
			others = append(others, foundBy(part))
		}
	}
	if words = slices.Compact(shortest(words)); len(words) > 0 {
		others = append([]string{"the text says " + strings.Join(words, ", ")}, others...)
	}
	return strings.Join(others, "; ")
}

// foundBy says the rules of an actor's mentions, each with how many it found.
func foundBy(rules string) string {
	parts := strings.Split(rules, ", ")
	for i, part := range parts {
		rule, times, several := strings.Cut(strings.TrimSuffix(part, ")"), " (")
		if says, known := reasons().Rules[rule]; known {
			parts[i] = says
			if several {
				parts[i] += ", " + times + " times"
			}
		}
	}
	return strings.Join(parts, "; ")
}

// shortest leaves out words that others of them hold.
func shortest(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return slices.ContainsFunc(words, func(other string) bool {
			return len(other) < len(w) && strings.Contains(w, strings.Trim(other, "“”"))
		})
	})
}
