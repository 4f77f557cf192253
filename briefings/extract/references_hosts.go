package extract

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/references-hosts.txt
var hostsFile string

// publisher is who publishes at a host; guessed is a name made of one that
// anybody may register.
type publisher struct {
	cslType, name string
	guessed       bool
}

// Tables like this one are read when they are first asked for: whoever only
// reads a briefing starts without them.
var publishers = sync.OnceValue(func() map[string]publisher { return readPublishers(hostsFile) })

func readPublishers(file string) map[string]publisher {
	out := map[string]publisher{}
	for line := range strings.Lines(file) {
		fields := strings.SplitN(strings.TrimSpace(line), " ", 3)
		if len(fields) == 3 && fields[0] != "#" {
			out[fields[0]] = publisher{fields[1], fields[2], false}
		}
	}
	return out
}

// publisher returns who publishes there; a host that is not listed gives its
// own name.
func (a *address) publisher() publisher {
	host, _, _ := strings.Cut(a.host, ":")
	for at := host; at != ""; {
		if p, ok := publishers()[at]; ok {
			return p
		}
		_, rest, ok := strings.Cut(at, ".")
		if !ok {
			break
		}
		at = rest
	}
	p := publisher{"webpage", hostName(host), !ofOffice(host)}
	if strings.HasSuffix(strings.ToLower(a.path), ".pdf") {
		p.cslType = "report"
	}
	return p
}

// secondLevel are labels under which countries register names.
var secondLevel = map[string]bool{
	"ac": true, "co": true, "com": true, "edu": true, "go": true, "gob": true, "gov": true, "mil": true, "ne": true,
	"net": true, "or": true, "org": true,
}

// ofOffice says whether a host belongs to an office of state, a university or a
// body of states, which print under many names but publish under their own.
func ofOffice(host string) bool {
	for label := range strings.SplitSeq(host, ".") {
		switch label {
		case "gov", "mil", "int", "edu", "gob":
			return true
		}
	}
	return false
}

// hostName makes a name of the label that was registered: "harbour-news.com.pk"
// gives "Harbour News".
func hostName(host string) string {
	labels := strings.Split(host, ".")
	n := len(labels)
	at := n - 2
	if n >= 3 && len(labels[n-1]) == 2 && secondLevel[labels[n-2]] {
		at = n - 3
	}
	if at < 0 {
		return host
	}
	if top := labels[n-1]; len(labels[at]) <= 5 && (top == "gov" || top == "mil" || top == "int" || top == "edu") {
		return strings.ToUpper(labels[at])
	}
	words := strings.Split(labels[at], "-")
	for i, w := range words {
		words[i] = capitalized(w)
	}
	return strings.Join(words, " ")
}

func capitalized(word string) string {
	for i, r := range word {
		return string(unicode.ToUpper(r)) + word[i+len(string(r)):]
	}
	return word
}

// mixedScripts names the scripts of a host one label of which mixes them; ""
// if none does. Han goes with the scripts that it is written with (UTS 39,
// section 5.1).
func mixedScripts(host string) string {
	for label := range strings.SplitSeq(host, ".") {
		var found []string
		for _, r := range label {
			if name := scriptOf(r); name != "" && !contains(found, name) {
				found = append(found, name)
			}
		}
		if len(found) > 1 {
			return strings.Join(found, " and ")
		}
	}
	return ""
}

var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}, {"Armenian", unicode.Armenian}, {"Cherokee", unicode.Cherokee}, {"Hebrew", unicode.Hebrew}, {"Arabic", unicode.Arabic}}

func scriptOf(r rune) string {
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.name
		}
	}
	return ""
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
