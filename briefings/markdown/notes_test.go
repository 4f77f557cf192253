package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"go.yaml.in/yaml/v4"

	"dossier/briefings"
	"dossier/briefings/markdown/frontmatter"
)

func export(t testing.TB, o NotesOptions) string {
	t.Helper()
	b, rev := fixture(t)
	return string(Notes(b, rev, o))
}

// gulf is a briefing to which evidence of the fixture points.
var gulf = map[string]Elsewhere{"01OTHER": {
	Meta:  briefings.Meta{Slug: "gulf-uav-roundup", Title: "Drones around the Gulf", Date: "2025-11"},
	Lines: map[briefings.Handle]string{"l-kits": "kits without source code"},
}}

func TestNotesPortable(t *testing.T) {
	golden.RequireEqual(t, []byte(export(t, NotesOptions{Elsewhere: gulf})))
}

func TestNotesObsidian(t *testing.T) {
	golden.RequireEqual(t, []byte(export(t, NotesOptions{Flavour: Obsidian, Elsewhere: gulf})))
}

// Rule 1: the same records give the same bytes, in whatever order the store
// hands them over.
func TestRule1SameRecordsSameBytes(t *testing.T) {
	b, rev := fixture(t)
	want := Notes(b, rev, NotesOptions{})
	slices.Reverse(b.Questions)
	slices.Reverse(b.Events)
	slices.Reverse(b.Actors)
	slices.Reverse(b.Limits)
	slices.Reverse(b.Annotations)
	if got := Notes(b, rev, NotesOptions{}); !bytes.Equal(got, want) {
		t.Errorf("another order of the records gives other bytes:\n%s", got)
	}
}

// Rule 2: a stable name from the briefing's date, and the id to find a renamed
// export by.
func TestRule2StableName(t *testing.T) {
	for _, c := range []struct{ date, slug, title, want string }{
		{"2025-12-08", "tr-pk-uav-assembly", "", "2025-12-08-tr-pk-uav-assembly.md"},
		{"2025-12-08", "2025-12-08-tr-pk", "", "2025-12-08-tr-pk.md"},
		{"2025-12~", "tr-pk", "", "2025-12-tr-pk.md"},
		{"202X", "tr-pk", "", "tr-pk.md"},
		{"", "tr-pk", "", "tr-pk.md"},
		{"2025", "../../etc/passwd", "", "2025-etc-passwd.md"},
		{"", "", "A title: with/slashes", "title-slashes.md"},
		{"", "", "", "01k.md"},
	} {
		if got := NotesName(briefings.Meta{ID: "01K", Date: c.date, Slug: c.slug, Title: c.title}); got != c.want {
			t.Errorf("date %q, slug %q, title %q: %q, want %q", c.date, c.slug, c.title, got, c.want)
		}
	}
	if got, whole := ExportedFrom([]byte(export(t, NotesOptions{}))); whole || got != "01KBYEEB408T4X7R5N1C0WAEQ2" {
		t.Errorf("the id in the front matter is %q", got)
	}
	if got, _ := ExportedFrom([]byte("---\nid: \"somebody's own\"\n---\n")); got != "" {
		t.Errorf("a file that is no export gives the id %q", got)
	}
}

// Rule 4: one "#", each section path once as "###", no date of the export in a
// heading, headings of notes below their parent.
func TestRule4Headings(t *testing.T) {
	b, rev := fixture(t)
	b.Annotations[0].Body = "# Top\n\ntext\n\nSecond\n---\n\nmore"
	second := b.Annotations[0]
	second.Handle, second.Body = "n-more", "again in the same section"
	b.Annotations = append(b.Annotations, second)
	var levels []int
	var titles []string
	walk(Notes(b, rev, NotesOptions{}), func(n ast.Node, source []byte) {
		if h, ok := n.(*ast.Heading); ok {
			levels, titles = append(levels, h.Level), append(titles, string(h.Lines().Value(source)))
		}
	})
	wantTitles := []string{b.Title, "Open questions", "Answered questions", "Proposed questions", "Notes", "Bottom line", "Top", "Second",
		"Limits on technology transfer › Optics", "On the whole document", "Unplaced notes", "Limits", "Timeline", "Actors", "References"}
	wantLevels := []int{1, 2, 2, 2, 2, 3, 4, 5, 3, 3, 2, 2, 2, 2, 2}
	if !slices.Equal(titles, wantTitles) || !slices.Equal(levels, wantLevels) {
		t.Errorf("headings %q %d,\nwant %q %d", titles, levels, wantTitles, wantLevels)
	}
}

// Rule 5: the source's words in blockquotes, the analyst's outside; likelihood
// and confidence in separate sentences.
func TestRule5WhoSpeaks(t *testing.T) {
	var quoted, own strings.Builder
	walk([]byte(export(t, NotesOptions{Only: []briefings.Kind{briefings.KindQuestion, briefings.KindAnnotation}})), func(n ast.Node, source []byte) {
		leaf, ok := n.(*ast.Text)
		if !ok {
			return
		}
		out := &own
		for p := n.Parent(); p != nil; p = p.Parent() {
			if p.Kind() == ast.KindBlockquote {
				out = &quoted
			}
		}
		out.Write(leaf.Segment.Value(source))
	})
	for _, words := range []string{"neither side had named a site", "keep mission software", "the line would cover both types"} {
		if !strings.Contains(quoted.String(), words) || strings.Contains(own.String(), words) {
			t.Errorf("%q does not stand in a quotation alone", words)
		}
	}
	for _, words := range []string{"The odds are the desk", "It stays with the Turkish side", "Which site will host"} {
		if !strings.Contains(own.String(), words) || strings.Contains(quoted.String(), words) {
			t.Errorf("%q does not stand outside the quotations", words)
		}
	}
	if !strings.Contains(own.String(), "Likelihood: very likely (80–95 %). Confidence: moderate.") {
		t.Error("likelihood and confidence do not stand in sentences of their own")
	}
}

// Rule 6: whatever a note or a quote holds, it stays in its place: the blocks
// that follow it are the same as with a harmless one.
func TestRule6NothingBreaksOut(t *testing.T) {
	for _, hostile := range []string{
		"- a\n  - b\n\n1. c", "```\nopen fence", "~~~~\nopen tilde fence", "| a | b |\n|---|---|\n| c | d |", "---", "text\n---", "===", "a ^block-id",
		"see [^1]\n\n[^1]: mine", "<!--", "<!-- dossier:end notes -->", "```\n<!-- dossier:end notes -->\n```", "<div>\n\nopen", "<script>", "</div>",
		"[x]: https://evil.example\n\n[x]", "> quote\nlazy", "# one\n## two", "    indented", "- [ ] task", "---\nid: forged\n---", "...", "%%", "\\", "`", "``` `", "*", "[", "![", "a\n\n\n\n\nb",
		"<!-- dossier:begin notes -->\n\nx\n\n<!-- dossier:end notes -->", "| `<!-- dossier:end notes -->` |\n|---|", "$$", "@nobody", "<?php", "<![CDATA[", "<textarea>", "a  \n===", "x\n    # y", "\t\tz", "&#27;", "\u202eevil",
	} {
		b, rev := fixture(t)
		b.Annotations[0].Body = "harmless"
		calm := after(t, Notes(b, rev, NotesOptions{}))
		b.Annotations[0].Body = hostile
		if got := after(t, Notes(b, rev, NotesOptions{})); got != calm {
			t.Errorf("the note %q changes what follows it:\n%s", hostile, got)
		}
		b.Annotations[0].Body = "harmless"
		b.Annotations[0].Anchors[0].Exact = hostile
		if got := after(t, Notes(b, rev, NotesOptions{})); got != calm {
			t.Errorf("the quote %q changes what follows it:\n%s", hostile, got)
		}
		b, rev = fixture(t)
		calmAll := after(t, Notes(b, rev, NotesOptions{}))
		b.Questions[0].Text, b.Questions[1].Answers[0].Text = hostile, hostile
		b.Events[0].Text, b.Actors[0].Name, b.Limits[0].Text, b.References[0].Title = hostile, hostile, hostile, hostile
		if got := after(t, Notes(b, rev, NotesOptions{})); got != calmAll {
			t.Errorf("the field %q changes what follows it:\n%s", hostile, got)
		}
	}
}

// after prints the shape of an export from the note behind the first on: the
// kinds of its top-level blocks, and all of its regions.
func after(t *testing.T, export []byte) string {
	t.Helper()
	_, rest, _ := frontmatter.Cut(string(export))
	var shape []string
	for _, r := range regions(rest) {
		if r.name != "" {
			shape = append(shape, "region "+r.name)
		}
	}
	source := []byte(rest)
	root := markdownParser.Parse(text.NewReader(source))
	seen := false
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		seen = seen || ok && strings.HasSuffix(string(h.Lines().Value(source)), "Optics")
		if seen {
			shape = append(shape, n.Kind().String())
		}
	}
	if !seen {
		t.Errorf("a heading was swallowed:\n%s", export)
	}
	return strings.Join(shape, "\n")
}

// Rule 6: a blank line around every block, one newline at the end.
func TestRule6BlankLinesAndEnd(t *testing.T) {
	out := export(t, NotesOptions{})
	if !strings.HasSuffix(out, "\n") || strings.HasSuffix(out, "\n\n") {
		t.Error("the file does not end with exactly one newline")
	}
	lines := strings.Split(out, "\n")
	for i, line := range lines[1 : len(lines)-1] {
		if block := strings.HasPrefix(line, "#") || strings.HasPrefix(line, "<!--"); block && (lines[i] != "" || lines[i+2] != "" && i+2 < len(lines)-1) {
			t.Errorf("no blank line around %q", line)
		}
	}
}

// Rule 6, within a note: a list of another sort begins behind a blank line, since it
// would else be read as a line of the paragraph before.
func TestRule6ListsOfAnotherSortStandApart(t *testing.T) {
	for _, c := range [][2]string{
		{"- one\n- two\n  - deep\n\n1. first\n2. second", "- one\n- two\n  - deep\n\n1. first\n2. second\n"},
		{"1. first\n2. second\n\n- one", "1. first\n2. second\n\n- one\n"},
		{"- one\n\n  3. third", "- one\n\n  3. third\n"},
		{"- one\n  1. first\n  2. second\n- two", "- one\n  1. first\n  2. second\n- two\n"},
	} {
		if got := body(c[0], func(briefings.Handle) bool { return false }); got != c[1] {
			t.Errorf("%q is written as %q, want %q", c[0], got, c[1])
		}
	}
}

// Rule 7: the front matter is YAML whatever the title holds.
func TestRule7FrontMatterSurvives(t *testing.T) {
	for _, title := range []string{`a: b # c`, `"quoted" 'both'`, `back\slash`, "emoji 🛩️ and 漢字", "- list", "null", "2025-12-08", "1e3", "@at", "%", "{a}", "[b]", "*x", "&y", "!z", "line\nbreak", "\u202e", "---", "true", "\u0085\u2028"} {
		b, rev := fixture(t)
		b.Title, b.Tags, b.Author = title, []string{title, "plain"}, []string{title}
		matter, _, ok := frontmatter.Cut(string(Notes(b, rev, NotesOptions{})))
		var got struct {
			Title  string
			Date   string
			Tags   []string
			Author []string
		}
		if err := yaml.Unmarshal([]byte(matter), &got); !ok || err != nil {
			t.Errorf("title %q: %v in\n%s", title, err, matter)
			continue
		}
		if got.Title != title || got.Date != "2025-12-08" || !slices.Equal(got.Tags, []string{title, "plain"}) || !slices.Equal(got.Author, []string{title}) {
			t.Errorf("title %q comes back as %+v", title, got)
		}
	}
}

// Rule 8: questions are task items, ticked when nobody looks any more.
func TestRule8QuestionsAreTasks(t *testing.T) {
	out := export(t, NotesOptions{})
	for _, want := range []string{"- [ ] Which site will host", "- [x] Does the deal pass", "- [ ] Will the talks lead"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
}

// Rule 9: every reference in the numbered list, and a footnote for each that a
// quotation calls, defined once.
func TestRule9ReferencesTwice(t *testing.T) {
	b, rev := fixture(t)
	uncited := b.References[0]
	uncited.Handle, uncited.Title, uncited.Cited = "r-uncited", "Never cited", nil
	b.References = append(b.References, uncited)
	out := string(Notes(b, rev, NotesOptions{}))
	for want, n := range map[string]int{"1. Report on a planned facility": 1, "2. Never cited": 1, "[^r-bloomberg]:": 1, "[^r-uncited]": 0, "[@r-bloomberg]": 3, "[@r-uncited]": 0} {
		if got := strings.Count(out, want); got != n {
			t.Errorf("%q stands there %d times, want %d", want, got, n)
		}
	}
	if strings.Count(out, "[^r-bloomberg]") < 2 {
		t.Error("the footnote is not called")
	}
}

// Rule 10: what lost its place is printed with its quote, what is not printed
// is counted.
func TestRule10NothingLeftOutInSilence(t *testing.T) {
	b, rev := fixture(t)
	out := string(Notes(b, rev, NotesOptions{}))
	_, unplacedPart, _ := strings.Cut(out, "## Unplaced notes")
	for _, want := range []string{"> the line would cover both types", "of revision 1 is not in the current text", "Ask the air desk"} {
		if !strings.Contains(unplacedPart, want) {
			t.Errorf("no %q under the unplaced notes", want)
		}
	}
	if !strings.Contains(out, "not printed here: 1 rejected.") {
		t.Error("the rejected event is not counted")
	}
	_, tally := Select(b, NotesOptions{})
	if want := (Tally{Open: 1, Answered: 1, Proposed: 1, Notes: 4, Unplaced: 1, Limits: 2, Events: 2, Actors: 2, References: 1, Rejected: 1}); tally != want {
		t.Errorf("counted %+v, want %+v", tally, want)
	}
}

// A passage whose words changed is printed with the words as they are now.
func TestDriftedPassagesShowBothTexts(t *testing.T) {
	b, rev := fixture(t)
	a := &b.Annotations[2].Anchors[0]
	a.Exact, a.State = "Optical sensors", briefings.Drifted
	out := string(Notes(b, rev, NotesOptions{}))
	want := "> Optical sensors\n\nThe passage reads differently in the current text:\n\n> Optical payloads\n"
	if !strings.Contains(out, want) {
		t.Errorf("no %q in\n%s", want, out)
	}
}

// What a heading, a quotation or a list says is not said again beside it.
func TestNothingIsSaidTwice(t *testing.T) {
	b, rev := fixture(t)
	passage := anchorOf(t, rev, "Optical payloads might pass to local suppliers over time.")
	for _, subject := range []string{"optics", "datalinks"} {
		b.Limits = append(b.Limits, briefings.Limit{Head: briefings.Head{Handle: briefings.Handle("l-" + subject), Anchors: []briefings.Anchor{passage}}, Text: subject, Type: briefings.Ceiling, Transfer: briefings.Possible})
	}
	b.Limits = append(b.Limits, briefings.Limit{Head: briefings.Head{Handle: "l-kits", Anchors: []briefings.Anchor{anchorOf(t, rev, "together in Pakistan from shipped kits")}}, Text: "kits", Type: briefings.DependencyLimit})
	b.Annotations[0].Body = "# My view\n\nWords.\n\n## Part of it"
	b.References[0].Grade = briefings.Grade{Reliability: "B", Credibility: "2"}
	out := string(Notes(b, rev, NotesOptions{}))
	_, notes, _ := strings.Cut(out, "\n## Notes\n")
	notes, _, _ = strings.Cut(notes, "\n## Unplaced notes\n")
	if strings.Contains(notes, "> — ") {
		t.Errorf("a note repeats the heading that it stands under:\n%s", notes)
	}
	for _, want := range []string{"\n- **Possible** — datalinks; optics (ceiling)\n", "\n- **Dependency** — kits\n", "\n#### My view\n", "\n##### Part of it\n", "Source B, usually reliable; item 2, probably true."} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if out = string(Notes(b, rev, NotesOptions{Flavour: Obsidian})); !strings.Contains(out, "^l-optics") || !strings.Contains(out, "^l-datalinks") {
		t.Error("in Obsidian a limit has no block of its own to link to")
	}
}

// Rule 11: the handling mark at the top and at the bottom.
func TestRule11HandlingMark(t *testing.T) {
	_, rest, _ := frontmatter.Cut(export(t, NotesOptions{}))
	parts := regions(rest)
	first, last := parts[1], parts[len(parts)-1]
	if !strings.HasPrefix(first.content, "\n**TLP:GREEN**\n") || !strings.HasSuffix(last.content, "\n**TLP:GREEN**\n\n") {
		t.Errorf("the mark is not the first and the last line:\n%s…\n%s", first.content, last.content)
	}
	b, rev := fixture(t)
	b.TLP = briefings.TLPUnmarked
	if strings.Contains(string(Notes(b, rev, NotesOptions{})), "TLP") {
		t.Error("an unmarked briefing carries a mark")
	}
}

// Rule 12: the parts and records that were asked for, and no others.
func TestRule12Choice(t *testing.T) {
	day := at("2026-01-01")
	for _, c := range []struct {
		name         string
		options      NotesOptions
		want, unwant []string
	}{
		{"only questions", NotesOptions{Only: []briefings.Kind{briefings.KindQuestion}}, []string{"## Open questions", "## Answered questions"}, []string{"## Notes", "\n## Limits", "## Timeline", "## Actors", "## References"}},
		{"only notes", NotesOptions{Only: []briefings.Kind{briefings.KindAnnotation}}, []string{"## Notes", "## Unplaced notes"}, []string{"## Open questions", "\n## Limits"}},
		{"open", NotesOptions{Open: true}, []string{"Which site", "## Notes"}, []string{"## Answered"}},
		{"since", NotesOptions{Since: day}, []string{"Compare *with*", "whole document"}, []string{"The odds are", "Which site"}},
		{"tag", NotesOptions{Tag: "sourcing"}, []string{"The odds are"}, []string{"Compare *with*", "Which site", "## Actors"}},
		{"reviewed", NotesOptions{Reviewed: true}, []string{"Which site", "The odds are"}, []string{"— Optical payloads", "not yet reviewed"}},
		{"section by title", NotesOptions{Section: "optics"}, []string{"Compare *with*", "Optical payloads"}, []string{"The odds are", "Which site"}},
		{"section by handle", NotesOptions{Section: "s-optics"}, []string{"Compare *with*"}, []string{"The odds are"}},
	} {
		out := export(t, c.options)
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q", c.name, want)
			}
		}
		for _, unwant := range c.unwant {
			if strings.Contains(out, unwant) {
				t.Errorf("%s: %q is there", c.name, unwant)
			}
		}
	}
}

// Obsidian: links to actors, block ids that are its own and no one else's.
func TestObsidian(t *testing.T) {
	out := export(t, NotesOptions{Flavour: Obsidian})
	for _, want := range []string{"- [ ] Which site will host the assembly line? ^q-site\n", "[[Baykar]]", "> [!quote] Open questions\n  > neither side"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
	for _, h := range []string{"q-site", "n-7k2f", "l-software", "a-baykar"} {
		if n := strings.Count(out, " ^"+h+"\n"); n != 1 {
			t.Errorf("the block id %s stands there %d times", h, n)
		}
	}
}

var markdownParser = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser()

// walk visits every node of an export behind its front matter.
func walk(export []byte, visit func(ast.Node, []byte)) {
	_, rest, _ := frontmatter.Cut(string(export))
	source := []byte(rest)
	err := ast.Walk(markdownParser.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			visit(n, source)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		panic(fmt.Sprint("walking: ", err))
	}
}

// Who gets the export learns what nobody has looked at yet: all of a kind, or the
// lines with a mark.
func TestFindingsThatNobodyReviewedAreMarked(t *testing.T) {
	b, rev := fixture(t)
	if got := string(Notes(b, rev, NotesOptions{})); strings.Count(got, "Found in the text by dossier, not yet reviewed.") != 4 { // proposals, limits, timeline, actors
		t.Errorf("what was found is not told from what was reviewed:\n%s", got)
	}
	briefings.Approve(&b.Events[0], "analyst-one", at("2025-12-09"))
	b.Limits[1].Edited = map[string]briefings.Edit{"text": {By: "analyst-one"}}
	got := string(Notes(b, rev, NotesOptions{}))
	for _, want := range []string{
		"## Timeline\n\nLines with † were found in the text by dossier and are not yet reviewed.",
		"| Pakistan ordered the Bayraktar TB2 † |", "described the talks |", "— Optical payloads †", "— mission software (corrected)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	for i := range b.Events {
		briefings.Approve(&b.Events[i], "analyst-one", at("2025-12-09"))
	}
	if got := string(Notes(b, rev, NotesOptions{Only: []briefings.Kind{briefings.KindEvent}})); strings.Contains(got, "reviewed") {
		t.Errorf("a timeline that was reviewed whole says still:\n%s", got)
	}
}

// What nobody answered does not stand among what was answered.
func TestQuestionsGivenUpStandApart(t *testing.T) {
	for status, heading := range map[briefings.QuestionStatus]string{
		briefings.Answered: "## Answered questions", briefings.Unanswerable: "## Questions given up", briefings.Withdrawn: "## Questions given up",
	} {
		b, rev := fixture(t)
		b.Questions = b.Questions[:1]
		b.Questions[0].Status = status
		if out := string(Notes(b, rev, NotesOptions{})); !strings.Contains(out, heading+"\n\n- [x] Which site") {
			t.Errorf("%s does not stand under %q", status, heading)
		}
	}
}

// Obsidian takes Latin letters, digits and hyphens for a block id, and shows any
// other as text.
func TestNoBlockIDThatObsidianDoesNotTake(t *testing.T) {
	b, rev := fixture(t)
	b.Annotations[0].Handle = "n-שלום"
	if out := string(Notes(b, rev, NotesOptions{Flavour: Obsidian})); strings.Contains(out, "^n-ש") {
		t.Error("a block id in Hebrew letters is written")
	}
}

// A note that was attached to other words, and evidence that a new text does not
// have any more, say so.
func TestWhatAPassageWasIsTold(t *testing.T) {
	b, rev := fixture(t)
	rev.Number = 2
	n := briefings.Annotation{Head: briefings.Head{Handle: "n-moved", Origin: briefings.OriginAnalyst, By: "analyst-one",
		Anchors: []briefings.Anchor{{Exact: "the ceilings are clear", State: briefings.Orphaned, Revision: 1}}}, Motivation: briefings.Commenting, Body: "Who sets them?"}
	briefings.Attach(&n, b.ID, 0, anchorOf(t, rev, "keep mission software"))
	b.Annotations = append(b.Annotations, n)
	b.Questions[0].Evidence = []briefings.Evidence{{Bearing: briefings.Supports, Anchor: &briefings.Anchor{Exact: "the company will protect it", Revision: 1}}}
	got := string(Notes(b, rev, NotesOptions{}))
	for _, want := range []string{
		"> keep mission software\n\nAttached here by hand; first written on these words of revision 1:\n\n> the ceilings are clear\n\nWho sets them?",
		"> the company will protect it\n\n  The passage of revision 1 is not in the current text.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	briefings.Attach(&n, b.ID, 0, briefings.Anchor{Exact: "the ceilings are clear"})
	if n.Anchors[0].Written != nil {
		t.Error("a note that is back on its words says that they were others")
	}
}

// Notes stand in the order of the text, those on a record where that stands; a
// note on a section does not quote the heading that it stands under.
func TestNotesStandInTheOrderOfTheText(t *testing.T) {
	b, rev := fixture(t)
	title := b.Sections[1].Title
	mine := func(h briefings.Handle) briefings.Head {
		return briefings.Head{Handle: h, Origin: briefings.OriginAnalyst, By: "analyst-one", Created: at("2025-12-09")}
	}
	section, comment := mine("n-section"), mine("n-a-comment")
	section.Anchors = []briefings.Anchor{anchorOf(t, rev, title)}
	b.Annotations = []briefings.Annotation{
		{Head: comment, Motivation: briefings.Commenting, Body: "On the payloads.", Re: "l-payloads"},
		{Head: section, Motivation: briefings.Commenting, Body: "On the section."},
	}
	got := string(Notes(b, rev, NotesOptions{Only: []briefings.Kind{briefings.KindAnnotation}}))
	first, second := strings.Index(got, "On the section."), strings.Index(got, "On the payloads.")
	if first < 0 || second < first {
		t.Errorf("the notes are not in the order of the text:\n%s", got)
	}
	if want := "### " + title + "\n\nOn the section.\n\nOn the section · analyst-one, 9 December 2025"; !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}
