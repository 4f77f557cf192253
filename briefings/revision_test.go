package briefings

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func blocksOf(texts ...string) []Block {
	var out []Block
	for _, text := range texts {
		words := strings.TrimLeft(text, "#")
		level := len(text) - len(words)
		b := Block{Kind: Paragraph, Text: strings.TrimSpace(words), Level: level}
		if level > 0 {
			b.Kind = Heading
		}
		out = append(out, b)
	}
	Place(out)
	return out
}

func TestOutline(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []Block
		title  string
		want   []string
	}{
		{"title, lead, sections", blocksOf("# T", "lead", "## A", "text", "### B", "## C"), "T", []string{"|lead", "A|A text", "B|B", "C|C"}},
		{"no lead", blocksOf("# T", "## A", "text"), "T", []string{"A|A text"}},
		{"no title", blocksOf("lead", "## A", "text"), "", []string{"|lead", "A|A text"}},
		{"first heading is no title", blocksOf("## A", "text"), "", []string{"A|A text"}},
		{"a menu before the title", blocksOf("Home", "News", "# T", "lead", "## A"), "T", []string{"|Home News T lead", "A|A"}},
		{"a later heading of level 1 is a section", blocksOf("# T", "text", "# U", "more"), "T", []string{"|text", "U|U more"}},
		{"a heading below a text is no title", blocksOf(strings.Repeat("long ", 100), "# A", "text"), "", []string{"|" + strings.TrimSpace(strings.Repeat("long ", 100)), "A|A text"}},
	} {
		r := Revision{Blocks: c.blocks}
		text := []rune(r.Text())
		var got []string
		for _, s := range Outline(c.blocks) {
			got = append(got, s.Title+"|"+strings.ReplaceAll(string(text[s.Start:s.End]), "\n", " "))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: sections differ (-want +got):\n%s", c.name, diff)
		}
		if r.Title() != c.title {
			t.Errorf("%s: title %q, want %q", c.name, r.Title(), c.title)
		}
	}
}

func TestNamerGivesWhatNewHandleGives(t *testing.T) {
	names := []string{"Crane", "Crane", "Quay", "Crane 2", "Crane", "crane", "Quay"}
	taken := map[Handle]bool{}
	namer := Namer{}
	for _, name := range names {
		want := NewHandle(KindSection, name, func(h Handle) bool { return taken[h] })
		taken[want] = true
		if got := namer.Next(KindSection, name); got != want {
			t.Errorf("%s is called %s, want %s", name, got, want)
		}
	}
}
