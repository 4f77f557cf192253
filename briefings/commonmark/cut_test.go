package commonmark

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
	"dossier/briefings/clean"
)

func texts(blocks []briefings.Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Text)
	}
	return out
}

func TestCanonicalText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"markup goes, words stay", "a **b** _c_ `d` ~~e~~", "a b c d e"},
		{"a wrapped paragraph is one line", "a\nb\n  c", "a b c"},
		{"a hard break is a newline", "a  \nb", "a\nb"},
		{"entities are decoded, also numeric", "a &amp; b &#169; &lt;c&gt;", "a & b © <c>"},
		{"a control character from an entity is replaced", "a&#27;[31m", "a\ufffd[31m"},
		{"an escaped entity is no entity", `\&amp;`, "&amp;"},
		{"a code span decodes nothing", "`&amp;`", "&amp;"},
		{"a link is its words", "see [the *report*](https://x.example)", "see the report"},
		{"a reference link too", "see [it][1]\n\n[1]: https://x.example", "see it"},
		{"a bare link is itself", "see https://x.example/a.", "see https://x.example/a."},
		{"a footnote mark is its number", "claim[^2]", "claim[2]"},
		{"a break tag is a newline", "a<br>b", "a\nb"},
		{"but a blank within a table, where newlines part the rows", "| a |\n|---|\n| b<br>c |\n", "a\nb c"},
		{"other tags are shown", "a <b>c</b>", "a <b>c</b>"},
		{"composed form", "Tu\u0308rkiye", "Türkiye"},
	} {
		blocks, _ := Cut(c.in)
		if got := strings.Join(texts(blocks), "\n"); got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCutFlattensContainers(t *testing.T) {
	blocks, _ := Cut("# T\n\n> quoted\n>\n> - [x] done\n>\n>   more\n> - next\n\n3. three\n4. four\n\n---\n\n```go\nx := 1\n```\n\n[^n]: a note\n")
	type line struct {
		Kind briefings.BlockKind
		Text string
		Nest []briefings.Container
		Info string
	}
	var got []line
	for _, b := range blocks {
		got = append(got, line{b.Kind, b.Text, b.Nest, b.Info})
	}
	quote := briefings.Container{Kind: briefings.Quote}
	done := briefings.Container{Kind: briefings.Bullet, First: true, Task: 'x', Loose: true}
	doneOn := briefings.Container{Kind: briefings.Bullet, Task: 'x', Loose: true}
	want := []line{
		{briefings.Heading, "T", nil, ""},
		{briefings.Paragraph, "quoted", []briefings.Container{quote}, ""},
		{briefings.Paragraph, "done", []briefings.Container{quote, done}, ""},
		{briefings.Paragraph, "more", []briefings.Container{quote, doneOn}, ""},
		{briefings.Paragraph, "next", []briefings.Container{quote, {Kind: briefings.Bullet, First: true, Loose: true}}, ""},
		{briefings.Paragraph, "three", []briefings.Container{{Kind: briefings.Ordered, Number: 3, First: true}}, ""},
		{briefings.Paragraph, "four", []briefings.Container{{Kind: briefings.Ordered, Number: 4, First: true}}, ""},
		{briefings.Rule, "", nil, ""},
		{briefings.Code, "x := 1", nil, "go"},
		{briefings.Footnote, "a note", nil, "n"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("blocks differ (-want +got):\n%s", diff)
	}
}

// A block parsed alone gives the text that it has in its document: without
// this, no cell of the screen could be traced to its source.
func TestParseAgreesWithCut(t *testing.T) {
	for _, in := range []string{
		"a **b**\nc [d][1] &amp; e\n\n[1]: https://x.example",
		"| a | b |\n|---|:-:|\n| 1 | **2** |\n| | x \\| y |\n",
		"> a\n    - lazy\n",
		"- [ ] box\n- 1986\\. A year",
		"[^1]: note with `code`\n\nword[^1]",
		"Title\n=====\n\ntext",
	} {
		assertParses(t, in)
	}
}

func assertParses(t *testing.T, in string) {
	t.Helper()
	blocks, links := Cut(in)
	for i := range blocks {
		b := &blocks[i]
		root, source, runs := Parse(b, links)
		if root == nil {
			continue
		}
		if alone, _ := canonical(root, source); alone != b.Text {
			t.Errorf("%q: block %d is %q in the document and %q alone", in, i, b.Text, alone)
		}
		for _, run := range runs {
			if got := b.Text[run.Start : run.Start+len(run.Text)]; got != run.Text {
				t.Errorf("%q: run %q stands at %d, where the text has %q", in, run.Text, run.Start, got)
			}
		}
	}
}

func FuzzParseAgreesWithCut(f *testing.F) {
	f.Add("a *b*\n> c\n- d")
	f.Add("| a | b |\n|---|---|\n| 1 |\n")
	f.Fuzz(func(t *testing.T, in string) {
		in, _ = clean.Canonical(in) // as intake does
		assertParses(t, in)
	})
}

func TestLinks(t *testing.T) {
	blocks, defs := Cut("see [the *report*](https://a.example \"T\") and <https://b.example> or [c][c]\n\n[c]: https://c.example")
	got := Links(&blocks[0], defs)
	want := []Link{
		{Start: 4, End: 14, URL: "https://a.example", Title: "T"},
		{Start: 19, End: 36, URL: "https://b.example"},
		{Start: 40, End: 41, URL: "https://c.example"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links differ (-want +got):\n%s", diff)
	}
}
