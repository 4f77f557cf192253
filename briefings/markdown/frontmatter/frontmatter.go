// Package frontmatter reads and writes the flat YAML mapping that opens a
// Markdown file: scalars and lists of scalars, in the order given. Values are
// the words as they stand in the file: a date stays a date's text and "2026"
// never becomes a number.
package frontmatter

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Max is the largest front matter in bytes that is read.
const Max = 64 << 10

// Entry is one key with its value.
type Entry struct {
	Key    string
	Values []string // one for a scalar; none for an empty list or null
	List   bool
	// Nested is set for a value that is no scalar and no list of scalars; it
	// has no Values.
	Nested bool
	// Raw are the lines of the entry as they stand in the file; "" for an entry
	// that was made, not read.
	Raw  string
	Line int // of the key, counted from 1 within the file
	// Above are the comments and empty lines that stand before the key, byte for
	// byte. Those behind the last value are above an entry without a key.
	Above string
	asides
}

// Value returns a scalar, or the first of a list; "" if there is none.
func (e Entry) Value() string {
	if len(e.Values) == 0 {
		return ""
	}
	return e.Values[0]
}

// Error is a mapping that cannot be read, with the line of the file.
type Error struct {
	Line    int
	Problem string
}

func (e *Error) Error() string { return fmt.Sprintf("front matter, line %d: %s", e.Line, e.Problem) }

// Cut parts a file that opens with "---" into the lines of the mapping and the
// rest behind the closing "---" or "...". It reports false, with the whole text
// as rest, where there is no front matter.
func Cut(text string) (matter, rest string, found bool) {
	first, body, _ := strings.Cut(text, "\n")
	if strings.TrimRight(first, " \t") != "---" {
		return "", text, false
	}
	for at := 0; at < len(body); {
		end := strings.IndexByte(body[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end, next = len(body)-at, len(body)
		}
		if line := strings.TrimRight(body[at:at+end], " \t"); line == "---" || line == "..." {
			return body[:at], body[next:], true
		}
		at = next
	}
	return "", text, false
}

// Parse reads what Cut returned as the mapping. Anchors, aliases, tags,
// duplicate keys and anything but a mapping are refused with an *Error.
func Parse(matter string) ([]Entry, error) {
	if len(matter) > Max {
		return nil, &Error{1, fmt.Sprintf("it is larger than %d KiB", Max>>10)}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(matter), &doc); err != nil {
		return nil, parseError(err)
	}
	if len(doc.Content) == 0 {
		return remark(nil, matter), nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return nil, &Error{root.Line + 1, "it is no mapping of keys to values"}
	}
	if err := refuse(root); err != nil {
		return nil, err
	}
	return entries(root, lines(matter))
}

// lines parts a text after each break as YAML counts them (1.1, 5.4): a carriage
// return alone and the breaks of Unicode are such, too.
func lines(text string) []string {
	var out []string
	from := 0
	for at, r := range text {
		end := at + utf8.RuneLen(r)
		switch {
		case r == '\r' && strings.HasPrefix(text[end:], "\n"): // one with what follows
		case r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			out, from = append(out, text[from:end]), end
		}
	}
	return append(out, text[from:])
}

func entries(root *yaml.Node, lines []string) ([]Entry, error) {
	var out []Entry
	seen := map[string]bool{}
	from := 0 // the line from which the comments above the next key may stand
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if seen[key.Value] {
			return nil, &Error{key.Line + 1, fmt.Sprintf("the key %q stands there twice", key.Value)}
		}
		seen[key.Value] = true
		e := Entry{Key: key.Value, Line: key.Line + 1}
		next := len(lines)
		if i+2 < len(root.Content) {
			next = root.Content[i+2].Line - 1
		}
		if root.Style&yaml.FlowStyle == 0 && key.Line-1 <= next {
			to := comments(lines, key.Line, next)
			e.Above = strings.Join(lines[min(from, key.Line-1):key.Line-1], "")
			e.Raw = strings.Join(lines[key.Line-1:to], "")
			e.asides = readAsides(key, value, lines[:to])
			from = to
		}
		fill(&e, value)
		out = append(out, e)
	}
	if root.Style&yaml.FlowStyle == 0 {
		out = remark(out, strings.Join(lines[from:], ""))
	}
	return out, nil
}

func fill(e *Entry, value *yaml.Node) {
	switch value.Kind {
	case yaml.ScalarNode:
		if value.Tag != "!!null" {
			e.Values = []string{value.Value}
		}
	case yaml.SequenceNode:
		e.List = true
		for _, item := range value.Content {
			if item.Kind != yaml.ScalarNode {
				e.Values, e.Nested = nil, true
				return
			}
			e.Values = append(e.Values, item.Value)
		}
	default:
		e.Nested = true
	}
}

// refuse walks the tree for what has no place in a flat mapping of a file that
// strangers may have written.
func refuse(n *yaml.Node) error {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		return &Error{n.Line + 1, "anchors (&) and aliases (*) are not read; write the value out"}
	case n.Style&yaml.TaggedStyle != 0:
		return &Error{n.Line + 1, "tags (!) are not read; write the plain value"}
	}
	for _, child := range n.Content {
		if err := refuse(child); err != nil {
			return err
		}
	}
	return nil
}

// parseError takes the line number out of the library's message.
func parseError(err error) *Error {
	message, line := err.Error(), 0
	message = strings.TrimPrefix(message, "yaml: ")
	if at := strings.Index(message, "line "); at >= 0 {
		if _, e := fmt.Sscanf(message[at:], "line %d", &line); e == nil {
			if _, after, ok := strings.Cut(message[at:], ": "); ok {
				message = after
			}
		}
	}
	message, _, _ = strings.Cut(message, "\n")
	return &Error{line + 1, message + "; a value that holds any of : # [ ] { } \" ' stands in double quotes"}
}
