package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
)

func TestBriefingMarkdown(t *testing.T) {
	b, rev := fixture(t)
	rev.TextHash = hashOf([]byte(rev.Text()))
	golden.RequireEqual(t, Print(b, rev, PrintOptions{Slugs: map[string]string{"01OTHER": "gulf-uav-roundup"}}))
}

// apparatus applies an edit to the part of a file behind "# Apparatus".
func apparatus(file []byte, edit func(line string) string) []byte {
	source, rest, _ := strings.Cut(string(file), "\n# Apparatus\n")
	var out strings.Builder
	for line := range strings.Lines(rest) {
		out.WriteString(edit(strings.TrimSuffix(line, "\n")) + "\n")
	}
	return []byte(source + "\n# Apparatus\n" + out.String())
}

// What editors and people do to the layout changes nothing that is read.
func TestLayoutIsNeutral(t *testing.T) {
	b, rev := fixture(t)
	rev.TextHash = hashOf([]byte(rev.Text()))
	b.Annotations[0].Body = "The odds are the desk's own.\n\nA second paragraph."
	printed := Print(b, rev, PrintOptions{})
	want, lints, err := Parse(printed)
	if err != nil || len(lints) > 0 {
		t.Fatalf("%v, %v", err, lints)
	}
	for name, edit := range map[string]func([]byte) []byte{
		"a byte order mark": func(f []byte) []byte { return append([]byte("\ufeff"), f...) },
		"blanks at the ends of lines": func(f []byte) []byte { // but for those of a note's own text
			text := apparatus(f, func(l string) string {
				if strings.HasPrefix(strings.TrimLeft(l, " "), "- ") {
					l += "  "
				}
				return l
			})
			return []byte(strings.Replace(string(text), "---\n", "---  \n", 1))
		},
		"headings of another level": func(f []byte) []byte {
			return []byte(strings.Replace(string(f), "\n## Annotations\n", "\n### Annotations\n", 1))
		},
		"other bullets": func(f []byte) []byte {
			return apparatus(f, func(l string) string { return strings.Replace(l, "- ", "* ", 1) })
		},
		"blank lines between": func(f []byte) []byte {
			return apparatus(f, func(l string) string { return l + "\n" })
		},
		"a wider indent": func(f []byte) []byte {
			return apparatus(f, func(l string) string {
				text := strings.TrimLeft(l, " ")
				return strings.Repeat(" ", 2*(len(l)-len(text))) + text
			})
		},
		"tabs": func(f []byte) []byte {
			return apparatus(f, func(l string) string {
				text := strings.TrimLeft(l, " ")
				return strings.Repeat("\t", (len(l)-len(text))/2) + text
			})
		},
		"re-wrapped lines": func(f []byte) []byte {
			return apparatus(f, func(l string) string {
				if len(l) < 60 || strings.HasPrefix(l, "#") {
					return l
				}
				at := strings.LastIndex(l[:50], " ")
				return l[:at] + "\n" + strings.Repeat(" ", 2+len(l)-len(strings.TrimLeft(l, " "))) + l[at+1:]
			})
		},
		"lazily wrapped lines": func(f []byte) []byte {
			return apparatus(f, func(l string) string {
				if len(l) < 60 || strings.HasPrefix(l, "#") {
					return l
				}
				at := strings.LastIndex(l[:50], " ")
				return l[:at] + "\n" + l[at+1:]
			})
		},
		"other line ends": func(f []byte) []byte { return []byte(strings.ReplaceAll(string(f), "\n", "\r\n")) },
		"straight quotes": func(f []byte) []byte {
			return apparatus(f, func(l string) string { return strings.NewReplacer("“", `"`, "”", `"`).Replace(l) })
		},
		"a property editor": func(f []byte) []byte {
			s := strings.Replace(string(f), "lang: en\n", "", 1)
			s = strings.Replace(s, "---\n", "---\nlang: 'en'\n", 1)
			return []byte(strings.Replace(s, `title: "`, `title:   "`, 1))
		},
	} {
		got, lints, err := Parse(edit(printed))
		if err != nil || len(lints) > 0 {
			t.Errorf("%s: %v, %v", name, err, lints)
		} else if diff := cmp.Diff(want.Briefing, got.Briefing, same); diff != "" || got.Edited {
			t.Errorf("%s changes what is read (source edited: %v):\n%s", name, got.Edited, diff)
		}
	}
}

// The order of fields and of records means nothing but order.
func TestReorderedFields(t *testing.T) {
	const file = "# T\n\n## S\n\nThe site is open.\n\n# Apparatus\n\n## Open questions\n\n- [ ] Which site? ^q-site\n%s"
	one, _, _ := Parse(fmt.Appendf(nil, file, "  - priority: high\n  - due: 2026-03-31\n  - anchor: “site is open” — [S](#s)\n"))
	two, _, _ := Parse(fmt.Appendf(nil, file, "  - anchor: “site is open” — [S](#elsewhere)\n  - due: 2026-03-31\n  - priority: high\n"))
	if diff := cmp.Diff(one.Briefing, two.Briefing, same); diff != "" {
		t.Error(diff)
	}
	if q := one.Briefing.Questions[0]; q.Anchors[0].DocStart == 0 || !q.Anchors[0].Placed() {
		t.Errorf("the passage was not found: %+v", q.Anchors[0])
	}
}

// A question that a person adds with any editor is theirs, open, and gets a
// handle.
func TestAQuestionAddedByHand(t *testing.T) {
	b, rev := fixture(t)
	rev.TextHash = hashOf([]byte(rev.Text()))
	printed := Print(b, rev, PrintOptions{})
	edited := strings.Replace(string(printed), "## Open questions\n\n- [ ] Which", "## Open questions\n\n- [ ] Who pays for the line?\n- [ ] Which", 1)
	f, lints, err := Parse([]byte(edited))
	if err != nil || len(lints) > 0 {
		t.Fatalf("%v, %v", err, lints)
	}
	q := f.Briefing.Questions[0]
	if q.Handle != "q-who-pays-line" || q.Text != "Who pays for the line?" || q.Origin != briefings.OriginAnalyst || q.Status != briefings.Open || !q.Live() {
		t.Errorf("read as %+v", q)
	}
	if len(f.Briefing.Questions) != len(b.Questions)+1 {
		t.Errorf("%d questions", len(f.Briefing.Questions))
	}
}

func TestBoxesTickedByHand(t *testing.T) {
	const file = "# T\n\n# Apparatus\n\n## Open questions\n\n- [%s] Which site? ^q-site\n  - status: %s\n%s"
	const answer = "  - answer: There.\n    - state: accepted\n"
	for _, c := range []struct {
		box, status, answer string
		want                briefings.QuestionStatus
		lint                bool
	}{
		{"x", "open", answer, briefings.Answered, true},
		{"X", "working", "", briefings.Working, true},
		{" ", "answered", answer, briefings.Open, true},
		{" ", "open", "", briefings.Open, false},
		{"x", "unanswerable", "", briefings.Unanswerable, false},
		{"x", "answered", "", briefings.Answered, true},
	} {
		f, lints, err := Parse(fmt.Appendf(nil, file, c.box, c.status, c.answer))
		if err != nil || f.Briefing.Questions[0].Status != c.want || (len(lints) > 0) != c.lint {
			t.Errorf("[%s] %s: %s, %v, %v", c.box, c.status, f.Briefing.Questions[0].Status, lints, err)
		}
	}
}

// Editing the prose is a new revision; the records are read all the same.
func TestEditedSourceIsNoticed(t *testing.T) {
	b, rev := fixture(t)
	rev.TextHash = hashOf([]byte(rev.Text()))
	printed := string(Print(b, rev, PrintOptions{}))
	f, _, _ := Parse([]byte(strings.Replace(printed, "from shipped kits", "from shipped parts", 1)))
	if !f.Edited || len(f.Briefing.Questions) != len(b.Questions) {
		t.Errorf("edited: %v, %d questions", f.Edited, len(f.Briefing.Questions))
	}
	f, _, _ = Parse([]byte(strings.Replace(printed, "Ankara and Islamabad are discussing a line that would put Baykar airframes\n", "Ankara and Islamabad are discussing a line that would\nput Baykar airframes ", 1)))
	if f.Edited {
		t.Error("re-wrapped prose counts as another text")
	}
}

func TestLint(t *testing.T) {
	lines := []string{
		"---", "dossier: 1", "title: T", "---", "", "# T", "", "## S", "", "Words of the source.", "", "# Apparatus", "", "## Open questions", "",
		"- [ ] A? ^q-a", "  - anchor: “not there” — [S](#s)", "- [ ] B? ^q-a", "  - anchor: “Words” — [Nowhere](#n)", "  - steward: me",
		"- [x] C? ^q-c", "  - status: answered", "", "## Timeline", "", "- `last year` — D ^e-d", "  - created: yesterday", "  - status: perhaps",
		"", "## Annotations", "", "- E ^n-e", "  - re: q-none",
		"", "## References", "", "- F ^r-f", "  - url: <https://exаmple.org/f>",
		"", "## Open questions", "", "- [x] G? ^q-g", "  - status: answered", "  - answer: Yes.", "    - state: accepted", "    - likelihood: realistic possibility", "    - confidence: low", "    - basis: judgement",
	}
	_, lints, err := Parse([]byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lints {
		kind := "warning"
		if l.Fault {
			kind = "error"
		}
		got = append(got, fmt.Sprintf("%d %s", l.Line, kind))
	}
	want := []string{"17 warning", "18 error", "19 error", "20 warning", "21 error", "26 warning", "27 warning", "28 warning", "32 warning", "37 warning", "42 warning"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q\n%v", got, want, lints)
	}
	// What a person can do about it stands in the words.
	for line, words := range map[int]string{37: "mixes x (Latin) with а (Cyrillic)", 42: "is a term of PHIA yardstick"} {
		if !slices.ContainsFunc(lints, func(l Lint) bool { return l.Line == line && strings.Contains(l.Message, words) }) {
			t.Errorf("line %d does not say %q: %v", line, words, lints)
		}
	}
	if _, _, err := Parse([]byte("---\na: [b\n---\n")); err == nil || !strings.Contains(err.Error(), "line ") {
		t.Errorf("bad YAML: %v", err)
	}
}

// A value that its field does not take is told on its line with those that it does.
func TestLintOfValues(t *testing.T) {
	for _, c := range []struct{ zone, lines, want string }{
		{"", "tlp: TLP:PINK", `4: warning: tlp: "TLP:PINK" is none of TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED`},
		{"", "date: 8 Dec", `4: warning: date: "8 Dec" is no date: write the year first, as 2025, 2025-12 or 2025-12-05`},
		{"Open questions", "- [ ] A? ^q-a\n  - why: it is done\n  - status: done", `14: warning: status: "done" is none of open, working, answered, deferred, unanswerable, withdrawn`},
		{"Open questions", "- [ ] A? ^q-a\n  - kind: gap, hole", `13: warning: kind: "hole" is none of gap, verification, forecast, conditional, decision`},
		{"Open questions", "- [ ] A? ^q-a\n  - due: soon", `13: warning: due: "soon" is no EDTF date such as 2025-12-05, 2025-12~ or 2021/2023`},
		{"Open questions", "- [ ] A? ^q-a\n  - evidence: s-s (proves)", `12: warning: q-a: evidence that is "proves"; it is one of supports, contradicts, context`},
		{"Open questions", "- [ ] A? ^q-a\n  - answer: Yes.\n    - confidence: sure", `12: warning: q-a: the confidence "sure" is none of low, moderate, high`},
		{"Open questions", "- [ ] A? ^q-a\n  - answer: Yes.\n    - state: true", `12: warning: q-a: the state "true" of an answer is none of accepted, proposed, superseded`},
		{"Timeline", "- `2025` — A ^e-a\n  - state: gone", `13: warning: state: "gone" is none of live, retired, rejected, superseded`},
		{"Timeline", "- `2025` — A ^e-a\n  - actors: a-x", `12: warning: e-a: it names a-x, which is no record of this file`},
		{"Limits", "- A ^l-a\n  - holder: a-x, the maker", `12: warning: l-a: it names a-x, which is no record of this file`},
		{"References", "- A ^r-a\n  - reliability: G", `13: warning: reliability: "G" is none of A, B, C, D, E, F`},
		{"References", "- A ^r-a\n  - issued: `last year`", "13: warning: issued: \"last year\" is no EDTF date such as 2025-12-05, 2025-12~ or 2021/2023"},
		{"References", "- A ^r-a\n  - derived-from: r-x", `12: warning: r-a: it names r-x, which is no record of this file`},
	} {
		matter, zone := "mood: good", c.lines
		if c.zone == "" {
			matter, zone = c.lines, "- x"
		}
		_, lints, err := Parse([]byte("---\ndossier: 1\ntitle: T\n" + matter + "\n---\n# S\n\nWords.\n\n# Apparatus\n## " + c.zone + "\n" + zone + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(lints, func(l Lint) bool { return l.String() == c.want }) {
			t.Errorf("of %q it says %v, want %s", c.lines, lints, c.want)
		}
	}
}

// A plain article is a briefing without an apparatus.
func TestPlainArticle(t *testing.T) {
	f, lints, err := Parse([]byte("# A title\n\n## Open questions\n\n- [ ] is just text\n"))
	if err != nil || len(lints) > 0 || f.Version != 0 || f.Briefing.Title != "A title" || len(f.Briefing.Records()) != 0 || len(f.Briefing.Sections) != 1 {
		t.Errorf("%+v, %v, %v", f.Briefing, lints, err)
	}
}

// A whole export knows whether somebody edited it, so that the next one replaces
// only what nobody did.
func TestAWholeExportKnowsThatItWasEdited(t *testing.T) {
	b, rev := fixture(t)
	out := string(Print(b, rev, PrintOptions{}))
	if id, whole := ExportedFrom([]byte(out)); id != b.ID || !whole || EditedByHand([]byte(out)) {
		t.Errorf("fresh from the printer it is of %q, whole %v, edited %v", id, whole, EditedByHand([]byte(out)))
	}
	for _, edited := range []string{
		strings.Replace(out, "2026-03-31", "2026-04-30", 1), strings.Replace(out, "Ankara", "Istanbul", 1), out + "\n", strings.Replace(out, "export-hash: ", "export-hash: 0", 1),
	} {
		if edited == out || !EditedByHand([]byte(edited)) {
			t.Errorf("an edit is not seen in\n%s", edited[:400])
		}
	}
	if EditedByHand([]byte(strings.ReplaceAll(out, "\n", "\r\n"))) {
		t.Error("other line endings are taken for an edit")
	}
}

// A question as people write it by hand, with who raised it when, who looks for
// the answer, and what to watch for.
func TestAQuestionWithAllThatAPersonWrites(t *testing.T) {
	file, lints, err := Parse([]byte("---\ndossier: 1\ntitle: T\n---\n\n# T\n\n# Apparatus\n\n## Open questions\n\n- [ ] Which site? ^q-site\n  - raised: 2025-12-08 by analyst-one\n  - owner: analyst-two\n" +
		"  - tried: the ministry's press office\n  - indicator: a tender for a hangar\n    - points to: a site is chosen\n    - state: watching\n    - checked: 2026-01-14\n"))
	if err != nil || len(lints) > 0 || len(file.Briefing.Questions) != 1 {
		t.Fatalf("%v, %v", err, lints)
	}
	q := file.Briefing.Questions[0]
	want := briefings.Indicator{Text: "a tender for a hangar", PointsTo: "a site is chosen", State: briefings.Watching, Checked: "2026-01-14"}
	if q.By != "analyst-one" || q.Created != at("2025-12-08") || q.Owner != "analyst-two" || q.Tried != "the ministry's press office" || !slices.Equal(q.Indicators, []briefings.Indicator{want}) || len(q.Unknown) > 0 {
		t.Errorf("read as %+v", q)
	}
	out := string(Notes(&file.Briefing, nil, NotesOptions{}))
	if line := "Indicator: a tender for a hangar, points to: a site is chosen (watching, looked for on 14 January 2026)."; !strings.Contains(out, line) {
		t.Errorf("no %q in\n%s", line, out)
	}
}

func TestFieldsBelowAPlainFieldAreKept(t *testing.T) {
	f, _, err := Parse([]byte("# Apparatus\n\n## Open questions\n\n- [ ] Which site? ^q-site\n  - status: open\n    - told me: the air desk\n"))
	if err != nil {
		t.Fatal(err)
	}
	if out := string(Print(&f.Briefing, &f.Revision, PrintOptions{})); !strings.Contains(out, "told me: the air desk") {
		t.Errorf("what stood below the status is lost:\n%s", out)
	}
}

// Fences left open under one heading do not swallow what stands under another,
// though the parts are printed in another order: the second printing is the first.
func TestFencesLeftOpen(t *testing.T) {
	for _, in := range []string{
		"# Apparatus\n~~~\n## Open questions\n  ~~~markdown\n- [ ] Which site? ^q-site",
		"# Apparatus\n## Mine\n```\n## Timeline\n````go\n- `2025` — A thing ^e-thing\n## Notes\n```x",
	} {
		f, _, err := Parse([]byte(in))
		if err != nil {
			t.Fatal(err)
		}
		once := Print(&f.Briefing, &f.Revision, PrintOptions{})
		again, _, err := Parse(once)
		if err != nil {
			t.Fatal(err)
		}
		if twice := Print(&again.Briefing, &again.Revision, PrintOptions{}); !bytes.Equal(once, twice) {
			t.Errorf("%q: first\n%s\nthen\n%s", in, once, twice)
		}
		if n := len(again.Briefing.Questions) + len(again.Briefing.Events); n != 1 {
			t.Errorf("%q: %d records are left of one", in, n)
		}
	}
}

// What stands under a field that does not take it is kept, and is no field of the
// record itself.
func TestAFieldUnderAnotherIsNotTheRecords(t *testing.T) {
	f, _, err := Parse([]byte("# Apparatus\n\n## Open questions\n\n- [ ] Which site? ^q-site\n  - edited: when (was `x`), by me, 2025-01-01\n    - state: accepted\n"))
	if err != nil {
		t.Fatal(err)
	}
	once := Print(&f.Briefing, &f.Revision, PrintOptions{})
	again, _, err := Parse(once)
	if err != nil {
		t.Fatal(err)
	}
	if q := again.Briefing.Questions[0]; q.State != briefings.StateLive || !bytes.Contains(once, []byte("state: accepted")) {
		t.Errorf("the question is %q:\n%s", q.State, once)
	}
}
