package revise_test

import (
	"os"
	"path/filepath"
	"testing"

	"dossier/briefings"
	"dossier/briefings/corpustest"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/briefings/markdown"
	"dossier/briefings/revise"
	"dossier/briefings/sample"
)

// Law L6 of briefing Markdown: taking in one's own export changes nothing.
func TestOwnExportIsNoNews(t *testing.T) {
	b, rev := sample.Document()
	// Names that differ in their letters' case alone are names of their own.
	b.Actors[0].Aliases = append(b.Actors[0].Aliases, briefings.Alias{Text: "BAYKAR"}, briefings.Alias{Text: "BayKar"})
	ownExportIsNoNews(t, "the sample", b, rev)
	names, err := filepath.Glob(filepath.Join(corpustest.Dir(), "corpora", "briefings", "texts", "*.txt"))
	if err != nil || corpustest.Dir() == "" {
		return // only where the corpora are
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := intake.Read(data, intake.Options{Source: filepath.Base(name)})
		if err != nil {
			t.Fatal(err)
		}
		ownExportIsNoNews(t, filepath.Base(name), extract.All(&doc.Revision, doc.Meta), doc.Revision)
	}
}

func ownExportIsNoNews(t *testing.T, name string, b briefings.Briefing, rev briefings.Revision) {
	t.Helper()
	b.ID, rev.Number = "01KBYEEB408T4X7R5N1C0WAEQ2", 1
	file, lints, err := markdown.Parse(markdown.Print(&b, &rev, markdown.PrintOptions{}))
	if err != nil || len(lints) > 0 || file.Edited {
		t.Fatalf("%s: %v, %v, source edited: %v", name, err, lints, file.Edited)
	}
	out, report := revise.Exchange(&b, &file.Briefing)
	if len(report.New)+len(report.Changed)+len(report.Conflicts) > 0 || len(out.Records()) != len(b.Records()) {
		t.Errorf("%s: %+v", name, report)
	}
	for _, r := range file.Briefing.Records() {
		stands := b.Record(r.Common().Handle)
		if edited, refused := revise.ByHand(stands, stands, r, "a", briefings.Time{}); edited != nil || refused != nil {
			t.Errorf("%s: %s is taken for edited by hand: %v", name, r.Common().Handle, refused)
		}
	}
}
