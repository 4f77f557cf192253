package commonmark

import "strings"

// Bounds on nesting before the parser sees a document: each line is matched
// against every container that is open, so deep nesting costs the square of its
// depth. What lies deeper than nestMax is cut off later; these leave room above
// it for marks that turn out to be none.
const (
	openMax   = 2 * nestMax // containers that one line may open
	indentMax = 6 * nestMax // columns that an item may be set in
)

// flatten takes the power to nest without end from a document's lines: beyond
// openMax marks of containers the next one is escaped, and an item that is set
// in further than indentMax is moved out to it. Other lines stay as they are.
func flatten(markdown string) string {
	var b strings.Builder
	done := 0 // bytes of markdown that b holds
	for at := 0; at < len(markdown); {
		end := at + strings.IndexByte(markdown[at:], '\n') + 1
		if end == at {
			end = len(markdown)
		}
		if cut, put := tooDeep(markdown[at:end]); cut > 0 {
			b.WriteString(markdown[done:at])
			b.WriteString(put)
			done = at + cut
		}
		at = end
	}
	if done == 0 {
		return markdown
	}
	b.WriteString(markdown[done:])
	return b.String()
}

// tooDeep returns how many bytes of a line have to give way, and to what.
func tooDeep(line string) (cut int, put string) {
	if ruled(line) {
		return 0, ""
	}
	indent, marks := 0, 0
	for i := 0; i < len(line); {
		switch c := line[i]; c {
		case ' ':
			indent++
			i++
			continue
		case '\t':
			indent += 4
			i++
			continue
		}
		n := containerMark(line[i:])
		if n == 0 {
			return 0, ""
		}
		if marks++; marks > openMax {
			return i, line[:i] + `\`
		}
		if indent > indentMax {
			return i, strings.Repeat(" ", indentMax)
		}
		i += n
	}
	return 0, ""
}

// ruled says whether a line is a thematic break, which opens nothing.
func ruled(line string) bool {
	line = strings.Trim(line, " \t\n")
	return line != "" && strings.ContainsRune("-*_", rune(line[0])) && strings.Trim(line, line[:1]+" \t") == ""
}

// containerMark returns the length of the mark of a quote, an item or a
// footnote at the start of s, 0 if there is none.
func containerMark(s string) int {
	switch c := s[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '+' || c == '*':
		return itemMark(s, 1)
	case c >= '0' && c <= '9':
		n := 1
		for n < len(s) && n < 10 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n < len(s) && (s[n] == '.' || s[n] == ')') {
			return itemMark(s, n+1)
		}
	case strings.HasPrefix(s, "[^"):
		if i := strings.Index(s[:min(len(s), 1002)], "]:"); i > 0 {
			return i + 2
		}
	}
	return 0
}

// itemMark returns n if a blank follows a mark of n bytes.
func itemMark(s string, n int) int {
	if n >= len(s) || s[n] == ' ' || s[n] == '\t' || s[n] == '\n' {
		return n
	}
	return 0
}
