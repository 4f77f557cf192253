package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/briefings/commonmark"
	"dossier/ui/theme"
)

func newPage(rev *briefings.Revision, width int) *Page {
	p := New(Of(rev), theme.New(theme.Dark, false))
	p.Resize(width, p.Top())
	return p
}

// open lays out Markdown.
func open(markdown string, width int) *Page {
	rev := &briefings.Revision{Markdown: markdown}
	rev.Blocks, rev.Links = commonmark.Cut(markdown)
	return newPage(rev, width)
}

// look returns what a person sees of a page: its rows without styles.
func see(p *Page) string {
	var lines []string
	for _, row := range allRows(p) {
		lines = append(lines, strings.TrimRight(ansi.Strip(row.Text), " "))
	}
	return strings.Join(lines, "\n")
}

const everything = `# A title of the *document*

A paragraph with **bold**, *italic*, ~~struck~~ and ` + "`code`" + ` words, a [link](https://a.example/x) and an
address: <https://b.example/y>. Then "quotes" &amp; entities &lt;here&gt;\
and a hard break. Footnote[^1].

## Lists in order

- first item that is long enough to be wrapped at a narrow width, twice perhaps
- second with *emphasis*
  1. nested one
  2. nested two

     with a second paragraph
- [x] done
- [ ] to do

> A quote
>
> > within a quote that goes on and on until it wraps at the edge of the page
> - and an item

| Name | What it is | Number |
|:-----|:----------:|-------:|
| one  | the **first** thing in the table, long enough to wrap | 1 |
| two  | [linked](https://c.example) | 22 |

` + "```go\nfunc main() {\n\tprintln(\"hello\") // a comment\n}\n```" + `

![A map](images/map.png)

<div onclick="x()">raw</div>

---

[^1]: The note itself, which is long enough to need a second line at forty cells.
`

func TestEverythingIsMapped(t *testing.T) {
	for _, width := range []int{20, 40, 80, 120} {
		p := open(everything, width)
		mapped(t, p, "everything")
		t.Logf("\n%s", see(p))
	}
}
