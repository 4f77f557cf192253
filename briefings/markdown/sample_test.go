package markdown

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"dossier/briefings"
	"dossier/briefings/sample"
)

// The exports of the built-in sample, as a person gets them, are in
// testdata/TestExportsOfTheSample (-update writes them). What was found in it is
// what the reader's tests froze, so that a better extractor changes nothing here.
func TestExportsOfTheSample(t *testing.T) {
	b, rev := sample.Document()
	data, err := os.ReadFile(filepath.Join("..", "..", "ui", "reader", "testdata", "sample.json"))
	if err != nil {
		t.Fatal(err)
	}
	b = briefings.Briefing{}
	if err := json.Unmarshal(data, &b); err != nil {
		t.Fatal(err)
	}
	b.ID, b.Slug, b.Revision = "01KBYEEB408T4X7R5N1C0WAEQ2", "2025-12-08-turkish-drone-line-pakistan", 1
	for name, export := range map[string]func() ([]byte, error){
		"portable.md":     func() ([]byte, error) { return Notes(&b, &rev, NotesOptions{}), nil },
		"obsidian.md":     func() ([]byte, error) { return Notes(&b, &rev, NotesOptions{Flavour: Obsidian}), nil },
		"full.md":         func() ([]byte, error) { return Print(&b, &rev, PrintOptions{}), nil },
		"references.json": func() ([]byte, error) { return CSL(&b, NotesOptions{}) },
		"references.bib":  func() ([]byte, error) { return BibTeX(&b, NotesOptions{}), nil },
	} {
		t.Run(name, func(t *testing.T) {
			out, err := export()
			if err != nil {
				t.Fatal(err)
			}
			golden.RequireEqual(t, out)
		})
	}
}
