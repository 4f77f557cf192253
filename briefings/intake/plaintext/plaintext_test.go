package plaintext

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/commonmark"
)

// outline returns the document's headings with their levels as hashes.
func outline(text string) []string {
	blocks, _ := commonmark.Cut(Markdown(text))
	var out []string
	for _, b := range blocks {
		if b.Kind == briefings.Heading {
			out = append(out, strings.Repeat("#", b.Level)+" "+b.Text)
		}
	}
	return out
}

// letters returns what must not be lost: the letters and digits, sorted, since
// the running lines of a page follow the paragraph that they part.
func letters(text string) string {
	runes := []rune(key(norm.NFC.String(text)))
	slices.Sort(runes)
	return string(runes)
}

func canonical(text string) string {
	blocks, _ := commonmark.Cut(Markdown(text))
	r := briefings.Revision{Blocks: blocks}
	return r.Text()
}

// numbersOf adds the numbers of ordered items, which are no part of the text.
func withNumbers(text string) string {
	blocks, _ := commonmark.Cut(Markdown(text))
	var b strings.Builder
	for _, block := range blocks {
		for _, c := range block.Nest {
			if c.Kind == briefings.Ordered && c.First {
				b.WriteString(itoa(c.Number))
			}
		}
		b.WriteString(block.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func FuzzNothingIsLost(f *testing.F) {
	for _, seed := range []string{
		"Title\n\nA paragraph of some length that says a thing.\n- item\n- item two\n1. one\n2. two\n",
		"a_b*c*d `e` [f](g) <h> &amp; ~~i~~ ![j] # k > l | m \\ n",
		"see https://a.example/x_y*z(1)?b=c&d=e. And www.b.example/q_r, or mail a_b@c.example!",
		"| a | b |\n| c | d\ne |\n\n* * *\n\nHead\n====\n\n    code\n\t\ttabs",
		"1986. A year.\n\n[1]: https://x.example\n[^1]: note\n\n<div>\n```\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text, _ = clean.Canonical(text)
		if strings.Contains(text, "o\t") || strings.Contains(text, "o ") || strings.Contains(text, "o\u00a0") {
			return // the one letter that is a bullet
		}
		got := withNumbers(text)
		if letters(got) != letters(text) {
			t.Errorf("%q\nbecame\n%q\nthrough\n%q", text, got, Markdown(text))
		}
		if !utf8.ValidString(got) {
			t.Errorf("%q gives invalid text", text)
		}
	})
}

// pdftotext undoes the hyphens at the ends of lines, and so joins the two lines
// of a word: some lines are twice as long as the page is wide.
func TestLinesOfAPDFAreJoinedToParagraphs(t *testing.T) {
	text := `A crane for the harbour
What was agreed
The port and the maker signed in May 2024 for one crane, with an option on a
second that has to be drawn within two years. The crane will be put together at the yard by a crew that the maker sends,
which the port thinks is the part that may slip. Its parts come by sea from Isla
Verde and by road.
The price was not told. Two people who know the contract say that it is below that of
the older crane, which was bought when steel was dear, and that the port pays the last third only after six months of work without a fault.
What is open
Nobody has said who trains the drivers. The maker would not share the software that keeps the load from swinging, and the port has not asked for it in writing
as far as the minutes of its board tell. A decision is expected in the autumn.
References
• https://port.example/minutes/2024-05
`
	want := `# A crane for the harbour

## What was agreed

The port and the maker signed in May 2024 for one crane, with an option on a second that has to be drawn within two years. The crane will be put together at the yard by a crew that the maker sends, which the port thinks is the part that may slip. Its parts come by sea from Isla Verde and by road.

The price was not told. Two people who know the contract say that it is below that of the older crane, which was bought when steel was dear, and that the port pays the last third only after six months of work without a fault.

## What is open

Nobody has said who trains the drivers. The maker would not share the software that keeps the load from swinging, and the port has not asked for it in writing as far as the minutes of its board tell. A decision is expected in the autumn.

## References

- <https://port.example/minutes/2024-05>
`
	if got := strings.TrimRight(Markdown(text), "\n") + "\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
