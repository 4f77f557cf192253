package reader

import (
	"context"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/ui/theme"
	"dossier/ui/uitest"
)

// searching is a library of two briefings in which "odds" is found three times,
// once in a question.
func searching(t *testing.T, width, height int) *uitest.Person {
	t.Helper()
	d := newDesk(t)
	other := second(d)
	first := d.briefing()
	text := "before the talks the desk gave the odds of the project, which nobody has confirmed since"
	at := strings.Index(text, "odds")
	e := theme.Excerpt{Text: text, Lit: [][2]int{{at, at + 4}}}
	cfg := d.config()
	cfg.Search = func(_ context.Context, query string, _ Progress) (Hits, error) {
		if query != "odds" {
			return Hits{}, nil
		}
		return Hits{Passages: []Passage{
			{Briefing: d.id, Title: first.Title, Section: "Bottom line", Anchor: &first.Annotations[0].Anchors[0], Excerpt: e},
			{Briefing: d.id, Title: first.Title, Section: "Outlook", Anchor: &first.Events[len(first.Events)-1].Anchors[0], Excerpt: e},
			{Briefing: other, Title: "The other one", Kind: briefings.KindQuestion, Record: "q-none", Excerpt: e},
		}}, nil
	}
	return d.with(cfg, width, height)
}

// Who searches the library reads the words around each hit, whole ones, under the
// title of the briefing and beside the section; j and k are keys there, / filters.
func TestAHitInTheLibraryIsReadWithItsSurroundings(t *testing.T) {
	p := searching(t, 120, 30)
	p.Press("F").See("Search all briefings", "Enter search").Miss("kept as a draft").Type("odds").Press("enter")
	p.See("3 passages with “odds”", "A Turkish drone line", "The other one", "gave the odds of the project, which nobody has", "Bottom line", "Outlook", "your question")
	p.Press("/").Type("outl").See("Outlook").Miss("your question").Press("enter").See("filter outl").Press("esc").See("your question").Fits()
	p.Size(60, 20).See("…").Fits()
}

// Going to a hit costs nothing: Ctrl-O finds the list as it was, its mark and its
// filter too, from the same briefing and from another, after other jumps as well.
func TestTheWayBackFindsTheListOfHitsAsItWas(t *testing.T) {
	p := searching(t, 120, 30)
	p.Press("F").Type("odds").Press("enter").See("3 passages").Press("j", "enter").Miss("3 passages").See("section 7 of 8")
	p.Press("g", "ctrl+o").Miss("3 passages").Press("ctrl+o").See("3 passages with “odds”")
	p.Press("k", "enter").See("section 1 of 8").Press("ctrl+o").See("3 passages").Press("esc").Miss("3 passages")
	p.Press("F").See("Enter alone shows the passages with “odds” again").Press("enter").See("3 passages").Press("q").Miss("3 passages")
	p.Press("F").Type("zeppelin").Press("enter").See("no briefing holds all of “zeppelin”")
}
