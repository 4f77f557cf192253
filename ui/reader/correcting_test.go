package reader

import (
	"testing"

	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/ui/uitest"
)

// reading opens a text of one's own in a terminal.
func (d *desk) reading(text string, width, height int) *uitest.Person {
	d.t.Helper()
	doc, err := intake.Read([]byte(text), intake.Options{Source: "plant.md", Now: d.clock.now()})
	if err != nil {
		d.t.Fatal(err)
	}
	in, err := d.lib.Import(d.t.Context(), extract.All(&doc.Revision, doc.Meta), doc.Revision)
	if err != nil {
		d.t.Fatal(err)
	}
	d.id = in.ID
	return d.sit(width, height)
}

const plant = "---\ntitle: A plant for engines\ndate: 2026-01-09\n---\n\n# A plant for engines\n\n" +
	"## How it came to this\n\nThe contract was signed on 1 April 2019. Two days later the first trucks came.\n\n" +
	"## Now\n\nThe first engine was tested last month. A second line will be opened in November.\n"

func TestACorrectedDocumentDateMovesWhatHangsOnIt(t *testing.T) {
	d := newDesk(t)
	p := d.reading(plant, 160, 40)
	whens := func() (out [4]string) {
		for i, e := range d.briefing().Events {
			out[i] = e.When
		}
		return out
	}
	if got, want := whens(), [4]string{"2019-04-01", "2019-04-03", "2025-12", "2026-11"}; got != want {
		t.Fatalf("read as %v, want %v", got, want)
	}
	p.Press("e").See("Correct the briefing", "date").Type("date").Press("enter").See("Correct the briefing").
		Press("ctrl+u").Type("2024-06-10").Press("enter").See("saved: date 10 June 2024; timeline entries: 2 moved").Press("esc")
	if got, want := whens(), [4]string{"2019-04-01", "2019-04-03", "2024-05", "2024-11"}; got != want {
		t.Errorf("moved to %v, want %v", got, want)
	}
	p.Press("U").See("undone:")
	if got, want := whens(), [4]string{"2019-04-01", "2019-04-03", "2025-12", "2026-11"}; got != want {
		t.Errorf("after the undo %v, want %v", got, want)
	}
}

func TestADateThatIsNoneIsRefused(t *testing.T) {
	p := newDesk(t).reading(plant, 100, 30)
	p.Press("e").Type("date").Press("enter").Press("ctrl+u").Type("whenever").Press("enter").See("not taken: “whenever” is no date; write it like", "date  whenever")
}
