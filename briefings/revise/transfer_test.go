package revise

import (
	"testing"

	"dossier/briefings"
)

// A copy of an earlier text brings its passages to where they stand now; what
// does not stand any more is orphaned.
func TestTransfer(t *testing.T) {
	old := read(t, article, 1).event("e-order", "2021", ordered).event("e-batch", "2023", batch)
	now := NewText(revisionOf(edit(t, article, " "+batch, ""), 2), nil)
	out := Transfer(&old.Briefing, old.text, now)
	if a := event(t, &out, "e-order").Anchors[0]; !a.Placed() || now.words[now.locator.Byte(a.DocStart):now.locator.Byte(a.DocEnd)] != ordered {
		t.Errorf("the passage that stands: %+v", a)
	}
	if a := event(t, &out, "e-batch").Anchors[0]; a.State != briefings.Orphaned || a.Revision != 1 {
		t.Errorf("the passage that went: %+v", a)
	}
	if old.Events[1].Anchors[0].State != briefings.Anchored {
		t.Error("the copy itself was changed")
	}
}

// What a person changed of the briefing itself stays; lists keep what was added
// and taken out.
func TestWhatAPersonChangedOfTheBriefingItselfStays(t *testing.T) {
	old := read(t, article, 1)
	old.Date, old.Author, old.Tags, old.Publisher = "2025", []string{"A. Writer", "B. Writer"}, []string{"uav"}, "The Desk"
	for field, value := range map[string]string{"title": "A line, renamed", "date": "2025-12-05", "author": "A. Writer, C. Writer"} {
		if err := briefings.SetMetaField(&old.Meta, field, value, "analyst-one", briefings.Time{}); err != nil {
			t.Fatal(err)
		}
	}
	fresh := read(t, edit(t, article, "35", "38"), 2)
	fresh.Title, fresh.Date, fresh.Publisher = "A line for drones, updated", "2026-01", "The New Desk"
	fresh.Author, fresh.Tags = []string{"A. Writer", "B. Writer", "D. Writer"}, []string{"export"}
	out, report := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	got := map[string]string{}
	for _, f := range briefings.MetaFields(&out.Meta) {
		got[f.Name] = f.Value
	}
	for field, want := range map[string]string{"title": "A line, renamed", "date": "2025-12-05", "author": "A. Writer, C. Writer, D. Writer", "publisher": "The New Desk", "tags": "uav, export"} {
		if got[field] != want {
			t.Errorf("%s is %q, want %q", field, got[field], want)
		}
	}
	if out.Edited["title"].By != "analyst-one" || len(report.Conflicts) != 2 {
		t.Errorf("edited %+v, conflicts %+v", out.Edited, report.Conflicts)
	}
	fresh.Edited = map[string]briefings.Edit{"date": {By: "analyst-one"}}
	if out, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing); out.Date != "2026-01" {
		t.Errorf("said with the new text: %q", out.Date)
	}
}

func TestExchangeOfWhatWasChangedOfTheBriefingItself(t *testing.T) {
	for _, c := range []struct {
		name, mine, theirs, want string
		conflicts                int
	}{
		{"they alone", "", "Theirs", "Theirs", 0},
		{"I alone", "Mine", "", "Mine", 0},
		{"both otherwise", "Mine", "Theirs", "Mine", 1},
		{"both alike", "Same", "Same", "Same", 0},
	} {
		mine, theirs := copies(t)
		for b, title := range map[*briefings.Briefing]string{mine: c.mine, theirs: c.theirs} {
			if title == "" {
				continue
			}
			if err := briefings.SetMetaField(&b.Meta, "title", title, "somebody", briefings.Time{}); err != nil {
				t.Fatal(err)
			}
		}
		if out, report := Exchange(mine, theirs); out.Title != c.want || len(report.Conflicts) != c.conflicts {
			t.Errorf("%s: %q, %+v", c.name, out.Title, report.Conflicts)
		}
	}
}
