package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/briefings/commonmark"
	"dossier/ui/theme"
)

func open(markdown string, width int) *Page {
	rev := &briefings.Revision{Markdown: markdown}
	rev.Blocks, rev.Links = commonmark.Cut(markdown)
	p := New(Of(rev), theme.New(theme.Dark, false))
	p.Resize(width, p.Top())
	return p
}

func TestRowsHaveExactWidth(t *testing.T) {
	p := open("# A title\n\nSome words of a paragraph that is long enough to be wrapped, 日本語 too.\n\n## More", 30)
	for _, row := range p.Rows(p.Top(), 20) {
		if got := ansi.StringWidth(row.Text); got != 30 {
			t.Errorf("%q takes %d cells, want 30", row.Text, got)
		}
	}
}

func TestRowsShowTheWords(t *testing.T) {
	p := open("# A title\n\nSome words.", 30)
	var words []string
	for _, row := range p.Rows(p.Top(), 5) {
		words = append(words, strings.Fields(ansi.Strip(row.Text))...)
	}
	if got := strings.Join(words, " "); got != "A title Some words." {
		t.Errorf("the rows show %q", got)
	}
}
