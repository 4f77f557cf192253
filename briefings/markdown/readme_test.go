package markdown

import (
	"os"
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
)

// The description of the format names every key that is read, and its example is
// read without a word.
func TestTheFormatIsDescribed(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	_, rest, _ := strings.Cut(readme, "~~~~markdown\n")
	example, words, _ := strings.Cut(rest, "~~~~\n")
	known := []string{"dossier", "source-hash", hashKey, "nth", "revision", "near", "written on", "written in revision", "prefix", "suffix", "section", "place"}
	for _, k := range matterKeys {
		known = append(known, k.key)
	}
	for _, kind := range briefings.Kinds {
		known = append(known, fieldKeys(kind)...)
	}
	known = append(known, keys(evidenceFields)...)
	for _, key := range known {
		if !strings.Contains(words, "`"+key+"`") && !strings.Contains(words, "`"+key+": ") {
			t.Errorf("nothing says what %q is", key)
		}
	}
	for _, z := range zones {
		if !strings.Contains(words, "`## "+z.title+"`") {
			t.Errorf("nothing tells of the part %q", z.title)
		}
	}
	f, lints, err := Parse([]byte(example))
	if err != nil || len(lints) > 0 || len(f.Briefing.Records()) != 4 {
		t.Errorf("the example is read as %d records, with %v, %v", len(f.Briefing.Records()), lints, err)
	}
	if !slices.ContainsFunc(f.Briefing.Questions, func(q briefings.Question) bool { return q.Handle == "q-who-builds-it" }) {
		t.Error("the question without a handle gets none")
	}
}
