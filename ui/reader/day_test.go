package reader

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// What comes in on the morning of the day: a report that will be changed before noon,
// and two that bear on it.
var morning = map[string]string{
	"engines.md": "---\ntitle: A plant for engines\ndate: 2026-01-09\n---\n\n# A plant for engines\n\n" +
		"## How it came to this\n\nThe contract was signed on 1 April 2019. Two days later the first trucks came to Harbour Road.\n\n" +
		"## Now\n\nThe first engine was tested last month. Its blades were cast by the partner. A second line will be opened in November. The ministry has not confirmed the price.\n\n" +
		"## References\n\n1. Harbour Gazette, \"Trucks on Harbour Road\", 2019, https://example.org/trucks\n",
	"budget.md": "---\ntitle: A budget without engines\ndate: 2026-01-10\n---\n\n# A budget without engines\n\nThe budget of 10 January 2026 says nothing of a second line.\n",
	"notice.md": "---\ntitle: A notice on licences\ndate: 2026-01-12\n---\n\n# A notice on licences\n\nOn 12 January 2026 the partner announced that the licence would not cover turbine blades.\n",
}

// takeIn takes in all that lies in a folder, as the command line does.
func (d *desk) takeIn(ctx context.Context, folder string, _ Progress) (id, say string, err error) {
	for name, text := range morning {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			return "", "", err
		}
		doc, err := intake.Read([]byte(text), intake.Options{Source: name, Now: d.clock.now()})
		if err != nil {
			return "", "", err
		}
		in, err := d.lib.Import(ctx, extract.All(&doc.Revision, doc.Meta), doc.Revision)
		if err != nil {
			return "", "", err
		}
		if name == "engines.md" {
			d.id = in.ID
		}
	}
	return "", fmt.Sprint(len(morning), " documents taken in"), nil
}

// Fifteen minutes of an analyst: take three documents in, find the one that matters,
// read and mark it, raise and answer, grade its source; take in what it has become,
// put a note back that lost its place, look at what waits anywhere, and export.
func TestTheFifteenMinutesOfAnAnalyst(t *testing.T) {
	through(t, "outline", "questions", "timeline", "actors", "limits", "references", "notes")
	d := newDesk(t)
	cfg := d.config()
	cfg.Import = d.takeIn
	p := d.with(cfg, 160, 44)

	p.Press(":").Type("import "+t.TempDir()).Press("enter").See("3 documents taken in", "4 briefings")
	p.Press("/").Type("plant for eng").See("1 of 4 briefings", "The contract was signed on 1 April 2019.", "not read yet").Press("enter", "enter").See("How it came to this", "Harbour Gazette")

	p.Press("]", "j", "j", "i").See("highlighted")
	p.Press("/").Type("cast by").Press("enter", "a").Type("ask whose alloy it is").Press("enter").See("note saved", "ask whose alloy it is").Press("esc")
	p.Press("8", "g", "t").See("accepted")

	p.Press("0", "Q").Type("Who pays for the second line").Press("enter").See("question saved").Press("2").See("Who pays for the second line?")
	p.Press("x").Type("The ministry does.").Press("enter").See("likelihood").Press("right", "right", "right", "right", "enter").See("confidence").Press("right", "right", "enter").See("stays open").Press("enter").See("answer saved")
	p.Press("6").See("Ungraded: r grades it").Press("r", "b", "2").See("graded B2")

	d.keepsReading(p.Press("q", "q").See("of 4 briefings"))
	d.reimport(" Its blades were cast by the partner.", " The partner cast the blades of it.")
	p.See("changed").Press("enter").See("Outline", "changed since you read: ", "1 passage lost").Press("w").See("the note “ask whose alloy it is”")
	p.Press("M").See("Where does “Its blades were cast").Type("partner cast").Press("enter").See("attached to “")

	p.Press("q", "q", "2").See("Questions", "When will the price be disclosed?").Press("0").See("of 4 briefings").Press("enter").See("R shows it").Press("E").See("exported to notes.md")

	b := d.briefing()
	if q := find(t, d, "Who pays for the second line?"); q.Current() == nil || q.Current().Text != "The ministry does." {
		t.Errorf("answered with %+v", q.Answers)
	}
	if got := b.References[0].Grade.String(); got != "B2" {
		t.Errorf("the source is graded %q", got)
	}
	highlights, notes := 0, 0
	for _, n := range b.Annotations {
		highlights += btoi(n.Live() && n.Motivation == briefings.Highlighting)
		notes += btoi(n.Body == "ask whose alloy it is" && n.Anchors[0].Placed() && n.Anchors[0].Exact != "Its blades were cast by the partner.")
	}
	if highlights != 1 || notes != 1 {
		t.Errorf("%d highlights and %d notes in their places are on disk: %+v", highlights, notes, b.Annotations)
	}
}
