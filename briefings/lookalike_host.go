package briefings

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// DeceptiveHost says in words why the host of a link may be another one than it
// looks: a label of it mixes scripts whose letters look alike, or is written in
// another script with letters that all look Latin (UTS 39, sections 5.1 and 4.2).
// It is "" for all others, and for what is no address.
func DeceptiveHost(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	host, err := idna.Display.ToUnicode(u.Hostname())
	if err != nil {
		host = u.Hostname()
	}
	for label := range strings.SplitSeq(host, ".") {
		var first rune
		looksLatin := true
		for _, r := range label {
			if !unicode.IsLetter(r) {
				continue
			}
			script := scriptOf(r)
			if script == "another script" {
				looksLatin = false
				continue
			}
			if first != 0 && scriptOf(first) != script {
				return fmt.Sprintf("%s mixes %c (%s) with %c (%s)", host, first, scriptOf(first), r, script)
			}
			first = r
			if _, alike := lookalikes()[r]; !alike {
				looksLatin = false
			}
		}
		if first != 0 && looksLatin {
			return fmt.Sprintf("%s is %s in %s and looks like “%s”", host, label, scriptOf(first), skeleton(label))
		}
	}
	return ""
}
