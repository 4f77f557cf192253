package markdown

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"dossier/briefings"
)

// A page over several briefings has one title and every question as a task; references
// that are called alike in two of them have footnotes of their own, and the strictest
// mark of a source holds for all of it.
func TestAPageHoldsSeveralBriefings(t *testing.T) {
	b, rev := fixture(t)
	other := *b
	other.ID, other.Title, other.Publisher, other.TLP = "01KBYEEB408T4X7R5N1C0WAEQ9", "The other briefing", "The other desk", briefings.TLPRed
	other.References = slices.Clone(b.References)
	for i := range other.References {
		other.References[i].Title = "Of the other briefing"
	}
	out := string(Page("A matter", []Part{{Briefing: b, Revision: rev}, {Briefing: &other, Revision: rev}}))

	titles, tasks := 0, 0
	walk([]byte(out), func(n ast.Node, _ []byte) {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
			titles++
		}
		if n.Kind().String() == "TaskCheckBox" {
			tasks++
		}
	})
	selected, _ := Select(b, NotesOptions{})
	if titles != 1 || tasks != 2*len(selected.Questions) {
		t.Errorf("%d titles, %d tasks for %d questions", titles, tasks, 2*len(selected.Questions))
	}
	for _, call := range regexp.MustCompile(`\[\^([^\]]+)\][^:]`).FindAllStringSubmatch(out, -1) {
		if n := strings.Count(out, "[^"+call[1]+"]: "); n != 1 {
			t.Errorf("the footnote %s is defined %d times", call[1], n)
		}
	}
	for _, want := range []string{"[^1-r-", "[^2-r-", "## The other briefing\n\nSource 2.\n", "**TLP:RED**", "Sources: 1", "Sources: 2", "The other desk"} {
		if !strings.Contains(out, want) {
			t.Errorf("the page has no %q:\n%s", want, out)
		}
	}
}

// What looks like a heading in the code of a note is none.
func TestHeadingsGoDownAndCodeStays(t *testing.T) {
	if got, want := deeper("## Notes\n\n```sh\n## a remark\n```\n\n### Opening\n"), "### Notes\n\n```sh\n## a remark\n```\n\n#### Opening\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
