package markdown

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
)

// exports returns two exports of one briefing, before and after a question was
// answered and a note added.
func exports(t testing.TB) (before, later []byte) {
	t.Helper()
	b, rev := fixture(t)
	before = Notes(b, rev, NotesOptions{})
	b.Questions[0].Accept(briefings.Answer{Text: "Near Kamra.", By: "analyst-one", At: at("2026-02-01"), Confidence: "low"})
	b.Tags = append(b.Tags, "answered")
	return before, Notes(b, rev, NotesOptions{})
}

func replace(t testing.TB, data []byte, old, with string) []byte {
	t.Helper()
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("the export does not hold %q", old)
	}
	return bytes.Replace(data, []byte(old), []byte(with), 1)
}

func regionNames(conflicts []Conflict) []string {
	var out []string
	for _, c := range conflicts {
		out = append(out, c.Region)
	}
	return out
}

// Rule 3: an untouched export becomes the fresh one.
func TestMergeOfAnUntouchedExport(t *testing.T) {
	before, later := exports(t)
	if got, conflicts := Merge(before, later, false); !bytes.Equal(got, later) || conflicts != nil {
		t.Errorf("conflicts %v, got:\n%s", conflicts, got)
	}
	if got, conflicts := Merge(nil, later, false); !bytes.Equal(got, later) || conflicts != nil {
		t.Error("a new file is not the fresh export")
	}
	if got, conflicts := Merge(later, later, false); !bytes.Equal(got, later) || conflicts != nil {
		t.Error("merging twice changes the file")
	}
}

// Rule 3: the analyst's own text stays byte for byte, wherever it stands.
func TestRule3OwnTextStays(t *testing.T) {
	before, later := exports(t)
	const own = "\n## My draft\n\nTrailing blanks   \n\n\n* odd   bullets\n\t<!-- dossier: not a mark -->\n\n"
	for _, before2 := range []string{"<!-- dossier:begin head", "<!-- dossier:begin questions", "<!-- dossier:begin limits", "<!-- dossier:begin foot"} {
		edited := replace(t, before, before2, own+before2)
		want := replace(t, later, before2, own+before2)
		if got, conflicts := Merge(edited, later, false); !bytes.Equal(got, want) || conflicts != nil {
			t.Errorf("own text before %q: conflicts %v, got:\n%s", before2, conflicts, got)
		}
	}
	atEnd := append(slices.Clone(before), "no newline at the end"...)
	if got, _ := Merge(atEnd, later, false); !bytes.Equal(got, append(slices.Clone(later), "no newline at the end"...)) {
		t.Error("own text at the end is changed")
	}
}

// Rule 3: a region edited by hand is never overwritten, unless forced; the
// others are brought up to date.
func TestRule3NoEditByHandIsOverwritten(t *testing.T) {
	before, later := exports(t)
	edited := replace(t, before, "Which site will host the assembly line?", "Which site, and why?")
	got, conflicts := Merge(edited, later, false)
	if !slices.Equal(regionNames(conflicts), []string{"questions"}) {
		t.Fatalf("conflicts %v", regionNames(conflicts))
	}
	if !bytes.Contains(got, []byte("Which site, and why?")) || bytes.Contains(got, []byte("Near Kamra")) {
		t.Error("the edited region was overwritten")
	}
	if !strings.Contains(conflicts[0].Fresh, "Near Kamra") || !strings.Contains(conflicts[0].Existing, "Which site, and why?") {
		t.Error("the conflict does not hold both texts")
	}
	if !bytes.Contains(got, []byte("- answered\n")) {
		t.Error("the front matter was not brought up to date")
	}
	if again, conflicts := Merge(got, later, false); !bytes.Equal(again, got) || len(conflicts) != 1 {
		t.Error("a second merge forgets the edit")
	}
	forced, conflicts := Merge(edited, later, true)
	if !bytes.Equal(forced, later) || conflicts != nil {
		t.Error("force does not overwrite the edit")
	}
}

// An edit that says what the fresh export says is no conflict.
func TestMergeOfTheSameEdit(t *testing.T) {
	before, later := exports(t)
	_, from, _ := bytes.Cut(later, []byte("<!-- dossier:begin questions"))
	fresh, _, _ := bytes.Cut(from, []byte("<!-- dossier:end questions"))
	_, from, _ = bytes.Cut(before, []byte("<!-- dossier:begin questions"))
	stale, _, _ := bytes.Cut(from, []byte("<!-- dossier:end questions"))
	_, content, _ := strings.Cut(string(fresh), "\n")
	mark, _, _ := strings.Cut(string(stale), "\n")
	edited := replace(t, before, string(stale), mark+"\n"+content)
	if got, conflicts := Merge(edited, later, false); !bytes.Equal(got, later) || conflicts != nil {
		t.Errorf("conflicts %v", regionNames(conflicts))
	}
}

// Rule 3: of the front matter only dossier's own keys change, and an editor of
// properties may quote and order them anew.
func TestMergeOfFrontMatter(t *testing.T) {
	before, later := exports(t)
	mine := replace(t, before, "---\nid:", "---\ncssclasses: [wide]   # mine\nrating: 4\nid:")
	got, conflicts := Merge(mine, later, false)
	if conflicts != nil || !bytes.Contains(got, []byte("cssclasses: [wide]   # mine\nrating: 4\n")) || !bytes.Contains(got, []byte("- answered\n")) {
		t.Errorf("conflicts %v, got:\n%s", regionNames(conflicts), got[:400])
	}
	requoted := replace(t, before, `slug: tr-pk-uav-assembly`, `slug: 'tr-pk-uav-assembly'`)
	requoted = replace(t, requoted, "lang: en\n", "")
	requoted = replace(t, requoted, "---\nid:", "---\nlang: \"en\"\nid:")
	if got, conflicts := Merge(requoted, later, false); conflicts != nil || !bytes.HasPrefix(got, []byte("---\nlang: \"en\"\nid: ")) ||
		!bytes.Contains(got, []byte("\nslug: 'tr-pk-uav-assembly'\n")) || !bytes.Contains(got, []byte("- answered\n")) {
		t.Errorf("another quoting and order: conflicts %v, got:\n%s", regionNames(conflicts), got[:400])
	}
	retitled := replace(t, before, `title: "Turkish drones`, `title: "My title: Turkish drones`)
	if got, conflicts := Merge(retitled, later, false); !slices.Equal(regionNames(conflicts), []string{"front matter"}) || !bytes.Contains(got, []byte("My title")) {
		t.Errorf("a title edited by hand: conflicts %v", regionNames(conflicts))
	}
	broken := replace(t, before, "slug: tr", "slug: [tr")
	if got, conflicts := Merge(broken, later, false); !slices.Equal(regionNames(conflicts), []string{"front matter"}) || !bytes.Contains(got, []byte("slug: [tr")) {
		t.Errorf("broken YAML: conflicts %v", regionNames(conflicts))
	}
}

// Comments in the front matter stay where they stand, byte for byte, whatever
// becomes of the keys around them.
func TestMergeKeepsCommentsInFrontMatter(t *testing.T) {
	before, later := exports(t)
	remarked := func(file []byte) []byte {
		file = replace(t, file, "---\nid:", "---\n# for the desk\nid:")
		file = replace(t, file, "tags:\n", "\n# tags of ours # and more\ntags: # as agreed\n")
		file = replace(t, file, "lang: en\n", "lang: en   # sic\n")
		return replace(t, file, "\n---\n", "\n# the end\n\n---\n")
	}
	got, conflicts := Merge(remarked(before), later, false)
	if want := remarked(later); conflicts != nil || !bytes.Equal(got, want) {
		t.Errorf("conflicts %v, got:\n%s\nwant:\n%s", regionNames(conflicts), got[:600], want[:600])
	}
}

// A region that was taken out, or that an older version did not write, comes
// behind the one it follows; one that this export does not have stays.
func TestMergeOfMissingRegions(t *testing.T) {
	b, rev := fixture(t)
	questions := Notes(b, rev, NotesOptions{Only: []briefings.Kind{briefings.KindQuestion}})
	whole := Notes(b, rev, NotesOptions{})
	got, conflicts := Merge(questions, whole, false)
	if conflicts != nil || strings.Index(string(got), "begin limits") < strings.Index(string(got), "end notes") {
		t.Errorf("conflicts %v, got:\n%s", conflicts, got)
	}
	for _, name := range []string{"head", "questions", "notes", "limits", "timeline", "actors", "references", "footnotes", "foot"} {
		if n := strings.Count(string(got), "dossier:begin "+name+" "); n != 1 {
			t.Errorf("the region %s stands there %d times", name, n)
		}
	}
	back, conflicts := Merge(whole, questions, false)
	if conflicts != nil || !bytes.Contains(back, []byte("## Timeline")) {
		t.Error("an export of the questions alone takes the rest away")
	}
}

// An export of some of the records into a file with all leaves what the others
// need.
func TestMergeOfAPartKeepsTheFootnotesOfTheRest(t *testing.T) {
	b, rev := fixture(t)
	whole := Notes(b, rev, NotesOptions{})
	if !strings.Contains(string(whole), "[^r-bloomberg]: ") {
		t.Fatal("the fixture calls no footnote")
	}
	b.Annotations[0].Body = "Changed since."
	part := Notes(b, rev, NotesOptions{Only: []briefings.Kind{briefings.KindAnnotation}})
	merged, conflicts := Merge(whole, part, false)
	if len(conflicts) > 0 || !strings.Contains(string(merged), "Changed since.") || strings.Count(string(merged), "[^r-bloomberg]: ") != 1 || strings.Contains(string(merged), "Left out by the choice") {
		t.Errorf("%+v\n%s", conflicts, merged)
	}
	if again, conflicts := Merge(merged, part, false); len(conflicts) > 0 || string(again) != string(merged) {
		t.Errorf("merged again it is not the same: %+v\n%s", conflicts, again)
	}
	if alone, _ := Merge(part, whole, false); strings.Contains(string(alone), "Left out by the choice") || !strings.Contains(string(part), "Left out by the choice of this export: ") {
		t.Errorf("what is left out is not said, or said of what is there:\n%s", alone)
	}
	if back, conflicts := Merge(merged, Notes(b, rev, NotesOptions{}), false); len(conflicts) > 0 || string(back) != string(Notes(b, rev, NotesOptions{})) {
		t.Errorf("the whole export does not come back: %+v", conflicts)
	}
}

func TestMergeKeepsLineEndings(t *testing.T) {
	before, later := exports(t)
	crlf := func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) }
	if got, conflicts := Merge(crlf(before), later, false); !bytes.Equal(got, crlf(later)) || conflicts != nil {
		t.Errorf("conflicts %v", regionNames(conflicts))
	}
}

// A file in disorder (marks without partner, twice, nested) loses nothing.
func TestMergeOfDisorder(t *testing.T) {
	_, later := exports(t)
	for _, existing := range []string{
		"<!-- dossier:begin questions -->\nno end\n", "<!-- dossier:end questions -->\n", "just my text", "---\n", "---\na: b\n",
		"<!-- dossier:begin questions x -->\na\n<!-- dossier:begin notes y -->\nb\n<!-- dossier:end notes -->\n<!-- dossier:end questions -->\n",
		"<!-- dossier:begin questions x -->\na\n<!-- dossier:end questions -->\n<!-- dossier:begin questions x -->\nb\n<!-- dossier:end questions -->\n",
	} {
		got, _ := Merge([]byte(existing), later, false)
		for line := range strings.Lines(existing) {
			if !bytes.Contains(got, []byte(strings.TrimRight(line, "\n"))) {
				t.Errorf("merging into %q loses %q:\n%s", existing, line, got)
			}
		}
	}
}
