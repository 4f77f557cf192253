package frontmatter

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"
)

func TestCut(t *testing.T) {
	for _, c := range []struct {
		in, matter, rest string
		found            bool
	}{
		{"---\na: b\n---\ntext\n", "a: b\n", "text\n", true},
		{"---\na: b\n...\ntext", "a: b\n", "text", true},
		{"---\n---\n", "", "", true},
		{"---\na: b\n---  ", "a: b\n", "", true},
		{"---\nno end", "", "---\nno end", false},
		{"\n---\na: b\n---\n", "", "\n---\na: b\n---\n", false},
		{"--- \n", "", "--- \n", false},
	} {
		matter, rest, found := Cut(c.in)
		if matter != c.matter || rest != c.rest || found != c.found {
			t.Errorf("%q: %q, %q, %v", c.in, matter, rest, found)
		}
	}
}

func TestParseTakesTheWordsAsTheyStand(t *testing.T) {
	entries, err := Parse("date: 2025-12-05\nyear: 2026\nnothing: ~\nlist: [a, 1.0, true]\nblock:\n- x # why\n- \"y: z\"\n# a remark\nnested: {a: b}\nfold: >\n  one\n  two\n")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []Entry{
		{Key: "date", Values: []string{"2025-12-05"}, Raw: "date: 2025-12-05\n", Line: 2},
		{Key: "year", Values: []string{"2026"}, Raw: "year: 2026\n", Line: 3},
		{Key: "nothing", Raw: "nothing: ~\n", Line: 4},
		{Key: "list", Values: []string{"a", "1.0", "true"}, List: true, Raw: "list: [a, 1.0, true]\n", Line: 5},
		{Key: "block", Values: []string{"x", "y: z"}, List: true, Raw: "block:\n- x # why\n- \"y: z\"\n", Line: 6},
		{Key: "nested", Nested: true, Raw: "nested: {a: b}\n", Line: 10, Above: "# a remark\n"},
		{Key: "fold", Values: []string{"one two\n"}, Raw: "fold: >\n  one\n  two\n", Line: 11},
	} {
		got := entries[i]
		if got.Key != want.Key || !slices.Equal(got.Values, want.Values) || got.List != want.List || got.Nested != want.Nested || got.Raw != want.Raw || got.Above != want.Above || got.Line != want.Line {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		name, in string
		line     int
	}{
		{"an anchor", "a: 1\nb: &x c\n", 3},
		{"an alias", "a: &x c\nb: *x\n", 2},
		{"a tag", "a: b\nc: !!binary d\n", 3},
		{"a key twice", "a: b\nc: d\na: e\n", 4},
		{"a list at the top", "- a\n", 2},
		{"an open bracket", "a: b\nc: [d\n", 0},
		{"a tab", "a:\n\t- b\n", 0},
		{"too much", "a: " + strings.Repeat("x", Max), 1},
	} {
		_, err := Parse(c.in)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", c.name, err)
		} else if c.line != 0 && e.Line != c.line {
			t.Errorf("%s: line %d, want %d (%v)", c.name, e.Line, c.line, err)
		}
	}
}

// What Print writes, Parse and any other reader of YAML give back as strings.
func TestPrintReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"", "null", "~", "True", "no", "1", "007", "0x1f", "1e3", "2025-12-05", "a-b", "-", "- a", "a: b", "#x", "'", "\"", "\\", "01KBYEEB408T4X7R5N1C0WAEQ2", "---", "\u2028", "\ufeff", "\u0085",
		}))
		in := []Entry{
			{Key: rapid.StringMatching(`[a-z][a-z -]{0,8}`).Draw(t, "key"), Values: []string{value.Draw(t, "scalar")}},
			{Key: "LIST", Values: rapid.SliceOf(value).Draw(t, "list"), List: true},
		}
		matter, _, ok := Cut(Print(in))
		out, err := Parse(matter)
		if !ok || err != nil || len(out) != 2 {
			t.Fatalf("%v: %q", err, Print(in))
		}
		var other map[string]any
		if err := yaml.Unmarshal([]byte(matter), &other); err != nil {
			t.Fatal(err)
		}
		for i := range in {
			if in[i].Key != out[i].Key || !slices.Equal(in[i].Values, out[i].Values) {
				t.Fatalf("%+v comes back as %+v", in[i], out[i])
			}
		}
		if s, ok := other[in[0].Key].(string); ok && s != in[0].Value() {
			t.Fatalf("another reader takes %q for %q", in[0].Value(), s)
		}
	})
}

// Comments stay where they stand, whatever becomes of the values.
func TestCommentsStay(t *testing.T) {
	const matter = `# what this is
id: x # the old one

# who wrote it
author:
  # first
  - Ann # editor
  - Bob
  # last
  - "C # D"
plain: [1, 2] # two

# the end
`
	for _, c := range []struct {
		name string
		key  string
		set  []string
		from []string // replaced in turn
	}{
		{"nothing changed", "id", []string{"x"}, nil},
		{"a value", "id", []string{"z9"}, []string{"id: x", "id: z9"}},
		{"an item", "author", []string{"Ann", "Eve", "C # D"}, []string{"  - Bob\n  # last\n  - \"C # D\"\n", "  - Eve\n  - \"C # D\"\n  # last\n"}},
		{"no item", "author", nil, []string{"author:\n  # first\n  - Ann # editor\n  - Bob\n  # last\n  - \"C # D\"\n", "author: []\n  # first\n  # last\n"}},
	} {
		entries, err := Parse(matter)
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range entries {
			if e.Key == c.key {
				entries[i] = e.Set(c.set, e.List)
			}
		}
		want := "---\n" + strings.NewReplacer(c.from...).Replace(matter) + "---\n"
		if got := Print(entries); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		} else if _, err := Parse(strings.Trim(got, "-\n")); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for _, odd := range []string{"author:\n  -\n    Ann\n  - Bob\n", "author:\n- [a]\n- b\n", "author: # who\n", "author:\n  - \"Ann\n    # Lee\"\n"} {
		entries, err := Parse(odd)
		if err != nil {
			t.Fatal(err)
		}
		if got := entries[0].Set([]string{"Eve", "Lee"}, true); Print([]Entry{got}) != "---\nauthor:\n  - Eve\n  - Lee\n---\n" {
			t.Errorf("%q becomes\n%s", odd, Print([]Entry{got}))
		}
	}
	entries, _ := Parse(matter)
	var all string
	for _, e := range entries {
		all += e.Remarks()
	}
	if want := "# what this is\n# the old one\n\n# who wrote it\n# first\n# editor\n# last\n# two\n\n# the end\n"; all != want {
		t.Errorf("remarks\n%s\nwant\n%s", all, want)
	}
}
