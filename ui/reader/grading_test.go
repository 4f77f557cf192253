package reader

import (
	"testing"

	"dossier/briefings"
)

func grades(d *desk) map[briefings.Handle]string {
	out := map[briefings.Handle]string{}
	for _, r := range d.briefing().References {
		out[r.Handle] = r.Grade.String()
	}
	return out
}

func TestAReferenceIsGradedWithALetterAndADigit(t *testing.T) {
	through(t, "references")
	d := newDesk(t)
	p := d.sit(120, 36)
	p.Press("6").See("Ungraded: r grades it").Press("r").See("source A reliable").Press("b").See("source B; item 1").Press("2").See("graded B2")
	if got := grades(d)["r-bloomberg"]; got != "B2" {
		t.Errorf("on disk the grade is %q", got)
	}
	p.Press("r", "space", "space").See("ungraded now")
	p.Press("r", "9").See("not “9”: source A reliable").Press("esc")
	p.Press("r", "c", "esc")
	if got := grades(d)["r-bloomberg"]; got != "" {
		t.Errorf("half a grade was kept as %q", got)
	}
}

func TestCannotBeJudgedIsNotUngraded(t *testing.T) {
	through(t, "references")
	d := newDesk(t)
	d.sit(120, 36).Press("6", "r", "f", "6").See("graded F6")
	if got := grades(d)["r-bloomberg"]; got != "F6" {
		t.Errorf("on disk the grade is %q", got)
	}
}

func TestConfirmedIsRefusedWhereAllWorksAreCopies(t *testing.T) {
	through(t, "references")
	d := newDesk(t)
	b := d.briefing()
	var copies []briefings.Record
	for i := range b.References[1:] {
		r := &b.References[i+1]
		r.DerivedFrom = []briefings.Handle{"r-bloomberg"}
		copies = append(copies, r)
	}
	if _, err := d.open().Put(t.Context(), d.id, copies...); err != nil {
		t.Fatal(err)
	}
	p := d.sit(120, 36)
	p.Press("6").See("4, 1 origin").Press("r", "a", "1").See("not graded", "all works here go back to r-bloomberg")
	if got := grades(d)["r-bloomberg"]; got != "" {
		t.Errorf("on disk the grade is %q", got)
	}
	p.Press("j").See("Repeats").Press("r", "a", "1").See("not graded", "go back to r-bloomberg")
}

// A grade counts where one judges: with the entries and evidence that rest on the
// source, and on the page of who brought the work out.
func TestAGradeShowsWhereItsSourceIsRestedOn(t *testing.T) {
	through(t, "timeline", "actors", "references")
	d := newDesk(t)
	p := d.sit(140, 44).See("Bottom line").Press("6", "g", "r", "B", "2").See("graded B2")
	p.Press("3", "&").Type("bloomberg").Press("enter").See("Rests on Bloomberg, B2: Source B, usually", "item 2, probably true").Press("esc")
	p.Press("4", "&").Type("bloomberg").Press("enter", "P").See("Bloomberg · ", "References").See("B2").Fits()
}
