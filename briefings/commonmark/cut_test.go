package commonmark

import (
	"fmt"
	"slices"
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

// A document is cut the same in one piece and in many.
func assertPieces(t *testing.T, in string) {
	t.Helper()
	whole, links := cut(in, len(in)+1)
	for _, size := range []int{1, 40} {
		blocks, defs := cut(in, size)
		if diff := cmp.Diff(whole, blocks); diff != "" {
			t.Errorf("%q in pieces of %d bytes (-whole +pieces):\n%s", in, size, diff)
		}
		if diff := cmp.Diff(links, defs); diff != "" {
			t.Errorf("%q: links in pieces of %d bytes (-whole +pieces):\n%s", in, size, diff)
		}
	}
}

func TestPiecesGiveTheWhole(t *testing.T) {
	for _, in := range []string{
		"# A\n\nb\n\nc",
		"```\na\n\nb\n```\n\nc\n\nd",
		"```\nnever closed\n\nb\n\nc",
		"- a\n\n  ```\n  b\n\nc\n\nd\n  ```\n\ne",
		"<!-- a\n\nb\n\nc -->\n\nd",
		"<div>\n\na\n\n</div>\n\nb",
		"see [a][r]\n\nand\n\n[r]: https://x.example\n\n[r]: https://y.example\n",
		"one[^1]\n\n[^1]: note\n\n    more of it\n\ntwo\n\n[^2]: last",
		"1. a\n\n2. b\n\nc\n\n3. d",
		"> a\n\n> b\n\nlazy\n\n    code\n\n    code\n\nend",
		"| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |\n",
	} {
		assertPieces(t, in)
	}
}

func FuzzPiecesGiveTheWhole(f *testing.F) {
	f.Add("```\na\n\nb\n```\n\n<!-- c\n\n-->\n\n[^1]: d\n\n[e]: f\n\n- g\n\n  h\n\ni")
	f.Fuzz(func(t *testing.T, in string) {
		in, _ = clean.Canonical(in)
		assertPieces(t, in)
	})
}

func TestManyDefinitionsAtOnce(t *testing.T) {
	var in strings.Builder
	for i := range 200 {
		fmt.Fprintf(&in, "[r%d]: https://a.example/%d\n  'title %d'\n", i, i, i)
	}
	in.WriteString("and words [r3] behind them\n")
	blocks, links := Cut(in.String())
	if len(links) != 200 || len(blocks) != 1 || blocks[0].Text != "and words r3 behind them" {
		t.Errorf("%d links, blocks %q", len(links), texts(blocks))
	}
	for _, l := range links {
		if l.Title != "title "+l.Label[1:] {
			t.Errorf("%s has the title %q", l.Label, l.Title)
		}
	}
}

func TestFootnotesStayInTheirPlaces(t *testing.T) {
	blocks, _ := Cut("[^1]: one\n\nbetween\n\n[^2]: two\n")
	if got := strings.Join(texts(blocks), " "); got != "one between two" {
		t.Errorf("the blocks are %q", got)
	}
}

func TestTheFurtherParagraphsOfAFootnoteSayWhichItIs(t *testing.T) {
	blocks, _ := Cut("[^n]: one\n\n    two\n\n    - three\n\nbetween\n")
	var got []string
	for _, b := range blocks {
		got = append(got, fmt.Sprint(b.Kind == briefings.Footnote, " ", b.Info, " ", b.Text))
	}
	if want := []string{"true n one", "false n two", "false n three", "false  between"}; !slices.Equal(got, want) {
		t.Errorf("the blocks are %q, want %q", got, want)
	}
}

func TestNestingIsBounded(t *testing.T) {
	for name, in := range map[string]string{
		"quotes":             strings.Repeat(">", 50_000) + "a",
		"items":              strings.Repeat("- ", 50_000) + "a",
		"footnotes":          strings.Repeat("[^a]: ", 20_000) + "a",
		"items line by line": staircase(2_000),
	} {
		blocks, _ := Cut(in)
		for _, b := range blocks {
			if len(b.Nest) > nestMax {
				t.Errorf("%s: a block stands in %d containers", name, len(b.Nest))
			}
		}
		if got := strings.Join(texts(blocks), " "); !strings.Contains(got, "a") {
			t.Errorf("%s: the words are lost", name)
		}
	}
}

// staircase is a list in which each item is an item of the one before.
func staircase(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	return b.String()
}

func TestAThematicBreakOfManyMarksOpensNothing(t *testing.T) {
	blocks, _ := Cut(strings.Repeat("- ", 60) + "\n")
	if len(blocks) != 1 || blocks[0].Kind != briefings.Rule {
		t.Errorf("the rule was read as %+v", blocks)
	}
}

// Marks that are packed more closely than anybody writes are words.
func TestPackedMarksAreWords(t *testing.T) {
	in := strings.Repeat("*a_ ", 5_000)
	blocks, _ := Cut(in)
	if want := strings.TrimSpace(in); blocks[0].Text != want {
		t.Errorf("the text begins %.40q, want %.40q", blocks[0].Text, want)
	}
	if blocks, _ = Cut(strings.Repeat("a **b** and [c](https://x.example) and more\n", 200)); strings.Contains(blocks[0].Text, "*") {
		t.Errorf("marks of a long paragraph are shown: %.60q", blocks[0].Text)
	}
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
