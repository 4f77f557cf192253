package frontmatter

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// What a person remarked in the front matter stays where it stands, byte for
// byte: comments above a key, and those beside and between its values.

// asides are the comments within an entry.
type asides struct {
	beside string // "# why", behind a value on one line
	head   string // of a list with an item a line: the line of its key
	lead   string // the lines between that and the first item
	items  []item
}

// item is an item of a list that has one a line.
type item struct {
	lines  string // as they stand in the file, with the comments below
	beside string // the comment behind it
	below  string // the comments below it
}

// remark adds what stands behind the last value, if it is a comment.
func remark(entries []Entry, below string) []Entry {
	if strings.Contains(below, "#") {
		entries = append(entries, Entry{Above: below})
	}
	return entries
}

// comments returns the line from which on there are only comments and empty
// lines up to the next key.
func comments(lines []string, from, next int) int {
	for next > from && (strings.HasPrefix(lines[next-1], "#") || strings.TrimSpace(lines[next-1]) == "") {
		next--
	}
	return next
}

// readAsides reads the comments within the value that ends with the last of the
// lines.
func readAsides(key, value *yaml.Node, lines []string) (a asides) {
	if value.Kind == yaml.ScalarNode || value.Style&yaml.FlowStyle != 0 {
		a.beside = value.LineComment
	}
	if value.Kind != yaml.SequenceNode || value.Style&yaml.FlowStyle != 0 || len(value.Content) == 0 {
		return a
	}
	a.head = lines[key.Line-1]
	a.lead = strings.Join(lines[key.Line:value.Content[0].Line-1], "")
	for i, node := range value.Content {
		end := len(lines)
		if i+1 < len(value.Content) {
			end = value.Content[i+1].Line - 1
		}
		it := item{lines: strings.Join(lines[node.Line-1:end], ""), beside: node.LineComment}
		if node.Kind != yaml.ScalarNode || !strings.HasPrefix(strings.TrimLeft(it.lines, " "), "-") {
			return asides{}
		}
		first, below, _ := strings.Cut(it.lines, "\n")
		if oneItem(first, node.Value) {
			it.below = below
		}
		a.items = append(a.items, it)
	}
	return a
}

// oneItem says whether a line is a list of one item with a value: then all that
// stands below it is comments.
func oneItem(line, value string) bool {
	var list []yaml.Node
	return yaml.Unmarshal([]byte(strings.TrimSpace(line)), &list) == nil && len(list) == 1 && list[0].Value == value
}

// Set returns the entry with another value. It is the same entry if the value is;
// else the comments within it are kept, and the lines of items that stay.
func (e Entry) Set(values []string, list bool) Entry {
	if list == e.List && !e.Nested && slices.Equal(values, e.Values) {
		return e
	}
	out := Entry{Key: e.Key, Values: values, List: list, Above: e.Above}
	if out.Raw = out.lines(); (!list || len(values) == 0) && e.beside != "" {
		out.Raw = strings.TrimSuffix(out.Raw, "\n") + " " + e.beside + "\n"
	}
	if len(e.items) == 0 {
		return out
	}
	margin := e.items[0].lines[:strings.IndexByte(e.items[0].lines, '-')]
	var b strings.Builder
	if b.WriteString(e.lead); list && len(values) > 0 {
		for _, v := range values {
			if at := slices.Index(e.Values, v); at >= 0 {
				b.WriteString(strings.TrimSuffix(e.items[at].lines, "\n") + "\n")
			} else {
				b.WriteString(margin + "- " + Scalar(v) + "\n")
			}
		}
		out.Raw = e.head
	}
	for at, it := range e.items {
		if !list || !slices.Contains(values, e.Values[at]) {
			b.WriteString(it.below)
		}
	}
	out.Raw += b.String()
	return out
}

// Remarks are all comments of an entry as lines that can stand above its key.
func (e Entry) Remarks() string {
	var b strings.Builder
	if strings.Contains(e.Above, "#") {
		b.WriteString(e.Above)
	}
	line := func(comment string) {
		if comment = strings.TrimSpace(comment); comment != "" {
			b.WriteString(comment + "\n")
		}
	}
	line(e.beside)
	if _, comment, _ := strings.Cut(e.head, ":"); strings.HasPrefix(strings.TrimSpace(comment), "#") {
		line(comment)
	}
	line(e.lead)
	for _, it := range e.items {
		line(it.beside)
		for below := range strings.Lines(it.below) {
			line(below)
		}
	}
	return b.String()
}
