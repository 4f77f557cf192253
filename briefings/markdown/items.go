package markdown

import (
	"strings"
)

// The apparatus is read line by line: a list item with its main line, body
// paragraphs and fields. That takes what editors make of it (other bullets,
// other indents, re-wrapped lines, blank lines) and gives a line number to
// every word.

// item is a list item as it stands: inline source, not decoded.
type item struct {
	main   string
	body   string  // what stands between the main line and the fields
	fields []field // nested bullets
	line   int
}

// field is a nested bullet "key: value"; key is "" where there is none.
type field struct {
	key, value string
	subs       []field
	line       int
}

// alone is the field without those below it.
func (f field) alone() field { return field{key: f.key, value: f.value, line: f.line} }

// source is a run of lines with the number of the first.
type source struct {
	lines []string
	first int
}

// items reads the list items of a run of lines. What belongs to no item comes
// back as prose.
func (s source) items(fieldKey func(string) bool) (out []item, prose []string) {
	for i := 0; i < len(s.lines); {
		content, indent, ok := bullet(s.lines[i])
		if !ok {
			prose = append(prose, s.lines[i])
			i++
			continue
		}
		lines := []string{content}
		start := i
		for i++; i < len(s.lines); i++ {
			line, ok := s.continues(i, start, indent, lines)
			if !ok {
				break
			}
			lines = append(lines, line)
		}
		out = append(out, source{lines, s.first + start}.item(fieldKey))
	}
	return out, prose
}

// continues says whether line i belongs to the item of line from with this
// content indent, and returns it without that indent.
func (s source) continues(i, from, indent int, before []string) (string, bool) {
	if after, ok := strings.CutPrefix(s.lines[i], strings.Repeat(" ", indent)); ok {
		return after, true
	}
	line := expandTabs(s.lines[i])
	blank := strings.TrimSpace(line) == ""
	switch width := len(line) - len(strings.TrimLeft(line, " ")); {
	case blank:
		return "", true
	case width >= indent:
		return line[indent:], true
	case width > 0 && width < indent:
		// A bullet that stands further in than the item's own, if not far
		// enough for CommonMark, is still meant as within.
		own := expandTabs(s.lines[from])
		if _, _, ok := bullet(line); ok && width < len(own)-len(strings.TrimLeft(own, " "))+2 {
			return "", false
		}
		return line[width:], true
	}
	if _, _, ok := bullet(line); ok || strings.TrimSpace(before[len(before)-1]) == "" || strings.HasPrefix(line, "#") {
		return "", false
	}
	return line, true // lazy continuation
}

// item reads the lines of one item.
func (s source) item(fieldKey func(string) bool) item {
	it := item{line: s.first}
	n := 0
	for n < len(s.lines) && strings.TrimSpace(s.lines[n]) != "" {
		if _, _, ok := bullet(s.lines[n]); n > 0 && (ok || fenceOf(s.lines[n]) != "") {
			break
		}
		n++
	}
	it.main = joined(s.lines[:n])
	from := n
	for ; n < len(s.lines); n++ {
		if end := fenceEnd(s.lines, n); end > n {
			n = end
			continue
		}
		if content, _, ok := bullet(s.lines[n]); ok && fieldKey(content) {
			break
		}
	}
	it.body = strings.Trim(strings.Join(withoutMargin(s.lines[from:n]), "\n"), "\n")
	rest, loose := source{s.lines[n:], s.first + n}.items(func(string) bool { return true })
	for _, f := range rest {
		it.fields = append(it.fields, f.field())
	}
	if text := joined(loose); text != "" {
		it.fields = append(it.fields, field{value: text, line: s.first + n})
	}
	return it
}

// withoutMargin takes away the blanks, up to three, that all lines have in
// common: so far an indent means nothing in CommonMark.
func withoutMargin(lines []string) []string {
	margin := 4
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			margin = min(margin, len(line)-len(strings.TrimLeft(line, " ")))
		}
	}
	if margin == 0 || margin == 4 {
		return lines
	}
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimPrefix(line, strings.Repeat(" ", margin))
	}
	return out
}

// field reads an item as "key: value" with its own nested bullets.
func (it item) field() field {
	key, value := splitKey(it.main)
	f := field{key: key, value: value, subs: it.fields, line: it.line}
	if text := strings.TrimSpace(it.body); text != "" {
		f.value = strings.TrimSpace(f.value + " " + joined(strings.Split(text, "\n")))
	}
	return f
}

// splitKey parts "key: value" (also "key:: value"); a line without a key is
// all value.
func splitKey(line string) (key, value string) {
	key, value, ok := strings.Cut(line, ":")
	if !ok || !isKey(key) {
		return "", line
	}
	value = strings.TrimPrefix(value, ":")
	if value != "" && value[0] != ' ' {
		return "", line
	}
	return key, strings.TrimSpace(value)
}

func isKey(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (i == 0 || i == len(s)-1 || c != ' ' && c != '-') {
			return false
		}
	}
	return s != ""
}

// bullet reads a line that begins a list item: its content and the indent at
// which the item's further lines stand.
func bullet(line string) (content string, indent int, ok bool) {
	line = expandTabs(line)
	at := len(line) - len(strings.TrimLeft(line, " "))
	if at > 3 || at >= len(line) || strings.IndexByte("-*+", line[at]) < 0 {
		return "", 0, false
	}
	rest := line[at+1:]
	if rest == "" {
		return "", at + 2, true
	}
	content = strings.TrimLeft(rest, " ")
	blanks := len(rest) - len(content)
	if blanks == 0 || strings.Trim(line, " "+line[at:at+1]) == "" && strings.Count(line, line[at:at+1]) > 2 {
		return "", 0, false // a word, or a thematic break
	}
	if blanks > 4 {
		blanks = 1
		content = rest[1:]
	}
	return content, at + 1 + blanks, true
}

// expandTabs replaces the tabs before the first word by blanks to the next stop
// of four, as CommonMark counts them.
func expandTabs(line string) string {
	if !strings.Contains(line[:len(line)-len(strings.TrimLeft(line, " \t-*+"))], "\t") {
		return line
	}
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\t':
			b.WriteString("    "[b.Len()%4:])
		case c == ' ' || c == '-' || c == '*' || c == '+':
			b.WriteByte(c)
		default:
			return b.String() + line[i:]
		}
	}
	return b.String()
}

// fenceOf returns the fence that a line opens, "" if it opens none.
func fenceOf(line string) string {
	text := strings.TrimLeft(line, " ")
	if len(line)-len(text) > 3 || text == "" || text[0] != '`' && text[0] != '~' {
		return ""
	}
	run := len(text) - len(strings.TrimLeft(text, text[:1]))
	if run < 3 || text[0] == '`' && strings.Contains(text[run:], "`") {
		return ""
	}
	return text[:run]
}

// fenceEnd returns the line that closes the fence which line i opens, i if it
// opens none or one that is never closed: an open fence hides nothing.
func fenceEnd(lines []string, i int) int {
	fence := fenceOf(lines[i])
	if fence == "" {
		return i
	}
	for end := i + 1; end < len(lines); end++ {
		text := strings.TrimSpace(lines[end])
		if len(lines[end])-len(strings.TrimLeft(lines[end], " ")) <= 3 && len(text) >= len(fence) && strings.Trim(text, fence[:1]) == "" {
			return end
		}
	}
	return i
}

// contained keeps a text within its part of the apparatus, since parts are
// printed in another order than they were read in: a fence that it leaves open is
// closed, that it may not swallow the next part, and a heading that only such a
// fence kept from beginning a part is escaped.
func contained(text string) string {
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		if _, ok := zoneTitle(lines[i]); ok {
			lines[i] = `\` + lines[i]
		}
		end := fenceEnd(lines, i)
		if fence := fenceOf(lines[i]); fence != "" && end == i {
			lines = append(lines, lines[i][:strings.Index(lines[i], fence)]+fence)
			break
		}
		i = end
	}
	return strings.Join(lines, "\n")
}

// joined puts wrapped lines together again.
func joined(lines []string) string { return oneLine(strings.Join(lines, " ")) }
