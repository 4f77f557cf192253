package extract

import "strings"

// What makes a whole question of the words of one, or none of those that have lost
// their end or do not say whom they mean.

// How many words a phrased question may have.
const (
	shortestQuestion = 3
	handyQuestion    = 30 // from here on a part at the end is left off
	shortestRest     = 9  // but not if less is left
	longestQuestion  = 45
)

// held marks the end of what no question is shortened in: its subject.
const held = "\x00"

// asked completes a question; "" if it is too short or long or has lost its
// end.
func asked(q string) string {
	q = strings.ReplaceAll(shortened(strings.TrimRight(q, " ,;:.–—-")), held, "")
	if at := joined(q); at > 0 {
		q = q[:at]
	}
	if aside := strings.LastIndex(q, " (see "); aside > 0 {
		q = q[:aside]
	}
	if strings.Count(q, "_")%2 != 0 {
		q = strings.ReplaceAll(q, "_", "") // one end of what was set apart
	}
	for _, stray := range [...]string{", to date", ", as required", " as of this writing", " to date"} {
		q = strings.TrimSuffix(q, stray)
	}
	if n := len(strings.Fields(q)); n < shortestQuestion || n > longestQuestion || unbalanced(q) || dangling(q) || vague(q) {
		return ""
	}
	if strings.Count(q, "(") > strings.Count(q, ")") {
		q += ")" // the bracket that ended the sentence
	}
	return capital(q) + "?"
}

// joined returns where a text lost the blank behind a sentence: "the yard.Table 3
// shows"; 0 if it did not.
func joined(q string) int {
	for i := 2; i+1 < len(q); i++ {
		lower := func(c byte) bool { return c >= 'a' && c <= 'z' }
		if q[i] == '.' && lower(q[i-1]) && lower(q[i-2]) && q[i+1] >= 'A' && q[i+1] <= 'Z' {
			return i
		}
	}
	return 0
}

// shortened leaves off what follows the last comma of a question that is too
// long to be read at once, unless a condition stands there.
func shortened(q string) string {
	for len(strings.Fields(q)) > handyQuestion && !strings.HasPrefix(q, "Is it known ") {
		cut := max(strings.LastIndex(q, ", "), strings.LastIndex(q, " ("), strings.LastIndex(q, "—"))
		if cut < strings.Index(q, held) || cut < 0 || len(strings.Fields(q[:cut])) < shortestRest || strings.Contains(q[cut:], " if ") || strings.Contains(q[cut:], " unless ") || strings.HasPrefix(q[cut:], ", and ") || strings.HasPrefix(q[cut:], ", or ") || unbalanced(q[:cut]) || dangling(q[:cut]) {
			break
		}
		if q = q[:cut]; strings.Count(q, "(") > strings.Count(q, ")") {
			q = strings.TrimRight(q[:strings.LastIndexByte(q, '(')], " ")
		}
	}
	return q
}

// unbalanced says whether a quotation begins or ends outside.
func unbalanced(q string) bool {
	return strings.Count(q, `"`)%2 != 0 || strings.Count(q, "“") != strings.Count(q, "”")
}

// unfinished are the verbs that wait for another; "May" is a month.
var unfinished = map[string]bool{"should": true, "would": true, "will": true, "could": true, "can": true, "may": true, "might": true, "whether": true}

// vague says whether a question asks of an "it" or "they" that it does not name:
// "When will it be published" of a study in the clause before.
func vague(q string) bool {
	words := strings.Fields(strings.ToLower(q))
	for i := 1; i < min(3, len(words)-1); i++ {
		switch words[i] {
		case "they", "he", "she":
			return true
		case "it":
			switch strings.TrimRight(words[i+1], ",") {
			case "true", "known", "turn", "possible", "clear", "likely", "matter", "mean":
				return false
			}
			return true
		}
	}
	return false
}

// dangling says whether a question ends in a word that waits for another.
func dangling(q string) bool {
	last := q[strings.LastIndexByte(q, ' ')+1:]
	id := questionCues().vocabulary[strings.ToLower(strings.TrimRight(last, ",;:."))]
	return questionCues().sets["preposition"].has(id) || questionCues().sets["joint"].has(id) || questionCues().sets["to"].has(id) || questionCues().sets["determiner"].has(id) || unfinished[last] || last == "that" || last == "remains"
}
