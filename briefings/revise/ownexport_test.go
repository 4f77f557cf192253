package revise_test

import (
	"testing"

	"dossier/briefings"
	"dossier/briefings/markdown"
	"dossier/briefings/revise"
	"dossier/briefings/sample"
)

// Law L6 of briefing Markdown: taking in one's own export changes nothing.
func TestOwnExportIsNoNews(t *testing.T) {
	b, rev := sample.Document()
	b.ID, rev.Number = "01KBYEEB408T4X7R5N1C0WAEQ2", 1
	file, lints, err := markdown.Parse(markdown.Print(&b, &rev, markdown.PrintOptions{}))
	if err != nil || len(lints) > 0 || file.Edited {
		t.Fatalf("%v, %v, source edited: %v", err, lints, file.Edited)
	}
	out, report := revise.Exchange(&b, &file.Briefing)
	if len(report.New)+len(report.Changed)+len(report.Conflicts) > 0 || len(out.Records()) != len(b.Records()) {
		t.Errorf("%+v", report)
	}
	for _, r := range file.Briefing.Records() {
		if edited, odd := revise.ByHand(b.Record(r.Common().Handle), r, "a", briefings.Time{}); edited != nil || odd != nil {
			t.Errorf("%s is taken for edited by hand: %v", r.Common().Handle, odd)
		}
	}
}
