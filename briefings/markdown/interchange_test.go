package markdown

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
)

func TestCSLDates(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2025-12-05", `{"date-parts":[[2025,12,5]]}`},
		{"2025-12~", `{"date-parts":[[2025,12]],"circa":true}`},
		{"2025", `{"date-parts":[[2025]]}`},
		{"2025-21", `{"date-parts":[[2025]],"season":1}`},
		{"2021/2023-05", `{"date-parts":[[2021],[2023,5]]}`},
		{"202X", `{"literal":"202X"}`},
		{"last spring", `{"literal":"last spring"}`},
	} {
		got, err := json.Marshal(newCSLDate(c.in))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %s, want %s (%v)", c.in, got, c.want, err)
		}
	}
}

func TestCSLIsFoundByCiteKey(t *testing.T) {
	b, _ := fixture(t)
	data, err := CSL(b, NotesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var items []map[string]any
	if err := json.Unmarshal(data, &items); err != nil || len(items) != 1 {
		t.Fatalf("%d items: %v", len(items), err)
	}
	for key, want := range map[string]string{"id": "r-bloomberg", "type": "article-newspaper", "container-title": "Bloomberg", "URL": b.References[0].URL} {
		if items[0][key] != want {
			t.Errorf("%s is %v, want %s", key, items[0][key], want)
		}
	}
}

func TestBibTeXEscapes(t *testing.T) {
	b, _ := fixture(t)
	b.References[0].Title, b.References[0].Author = `50 % of {all} & "some" \ things_x`, []string{"Ministry of Trade and Industry"}
	got := string(BibTeX(b, NotesOptions{}))
	for _, want := range []string{
		"@article{r-bloomberg,\n", `  title = {{50 \% of \{all\} \& "some" \textbackslash{} things\_x}},`,
		"  author = {{Ministry of Trade and Industry}},", "  journaltitle = {Bloomberg},", "  date = {2025-12-05},",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Count(got, "{")-strings.Count(got, `\{`) != strings.Count(got, "}")-strings.Count(got, `\}`) {
		t.Error("the braces do not pair")
	}
}

func TestInterchangeLeavesOutTombstones(t *testing.T) {
	b, _ := fixture(t)
	b.References[0].State = briefings.StateRejected
	csl, _ := CSL(b, NotesOptions{})
	if string(csl) != "[]\n" || len(BibTeX(b, NotesOptions{})) != 0 {
		t.Error("a rejected reference is written")
	}
	selected, _ := Select(b, NotesOptions{})
	if slices.ContainsFunc(selected.Events, func(e briefings.Event) bool { return e.Handle == "e-wrong" }) {
		t.Error("a rejected event is selected")
	}
}
