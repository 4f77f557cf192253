package briefings_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
)

var at = time.Date(2026, time.January, 2, 3, 4, 5, 0, time.UTC)

func TestSetFieldRemembersWhatItWas(t *testing.T) {
	e := &briefings.Event{When: "2025-12", Status: briefings.Occurred, Text: "talks"}
	e.Origin = briefings.OriginExtracted
	for _, value := range []string{"2025-12~", "2026-01"} {
		if err := briefings.SetField(e, "when", value, "ayşe", at); err != nil {
			t.Fatal(err)
		}
	}
	if e.When != "2026-01" {
		t.Errorf("when is %q", e.When)
	}
	if edit := e.Edited["when"]; edit.Was != "2025-12~" || edit.By != "ayşe" || !edit.At.Equal(at) {
		t.Errorf("edit is %+v", edit)
	}
	if e.Base["when"] != "2025-12" {
		t.Errorf("the base is %q, want what the machine found", e.Base["when"])
	}
}

func TestADayToBeDoneByIsTheLastOfAPeriod(t *testing.T) {
	q := &briefings.Question{Text: "Who pays?"}
	for value, want := range map[string]string{"2026-12-14/2026-12-20": "2026-12-20", "2026-12": "2026-12", "2026-12-14/..": "2026-12-14/.."} {
		if err := briefings.SetField(q, "due", value, "ayşe", at); err != nil || q.Due != want {
			t.Errorf("due %s is %q (%v), want %s", value, q.Due, err, want)
		}
	}
}

func TestTheBaseIsWhatStoodBeforeTheFirstEditWhoeverMadeTheRecord(t *testing.T) {
	for _, origin := range []briefings.Origin{briefings.OriginSource, briefings.OriginImported, briefings.OriginAnalyst} {
		r := &briefings.Reference{Title: "A wire story"}
		r.Origin = origin
		for _, value := range []string{"2", "1", "3"} {
			if err := briefings.SetField(r, "credibility", value, "ayşe", at); err != nil {
				t.Fatal(err)
			}
		}
		if base, kept := r.Base["credibility"]; !kept || base != "" {
			t.Errorf("%s: the base is %q (kept: %v), want that there was no grade", origin, base, kept)
		}
	}
}

func TestSetFieldToTheSameIsNoEdit(t *testing.T) {
	l := &briefings.Limit{Transfer: briefings.Withheld}
	if err := briefings.SetField(l, "transfer", "withheld", "ayşe", at); err != nil || len(l.Edited) > 0 {
		t.Errorf("edited: %v, error: %v", l.Edited, err)
	}
}

func TestSetFieldRefusesWhatTheFieldDoesNotTake(t *testing.T) {
	for _, c := range []struct {
		record             briefings.Record
		name, value, tells string
	}{
		{new(briefings.Event), "when", "5 December", "when: "},
		{new(briefings.Event), "wen", "2025", `an event has no field "wen"`},
		{new(briefings.Limit), "transfer", "maybe", `"maybe" is none of withheld, possible`},
		{new(briefings.Question), "kinds", "gap, hole", `"hole" is none of gap`},
		{new(briefings.Question), "text", " ", "may not be empty"},
		{new(briefings.Reference), "reliability", "G", `"G" is none of`},
	} {
		before, _ := json.Marshal(c.record)
		err := briefings.SetField(c.record, c.name, c.value, "x", at)
		if err == nil || !strings.Contains(err.Error(), c.tells) {
			t.Errorf("%s=%s: %v, want it to tell %q", c.name, c.value, err, c.tells)
		}
		if after, _ := json.Marshal(c.record); string(after) != string(before) {
			t.Errorf("%s=%s changed the record all the same", c.name, c.value)
		}
	}
}

// What Fields prints SetField takes, for every kind.
func TestFieldsAndSetFieldAgree(t *testing.T) {
	for _, kind := range briefings.Kinds {
		for _, f := range briefings.Fields(briefings.NewRecord(kind)) {
			value := "one, two"
			if len(f.Words) > 0 {
				value = f.Words[len(f.Words)-1]
			}
			r := briefings.NewRecord(kind)
			if err := briefings.SetField(r, f.Name, value, "x", at); err != nil {
				if !strings.Contains(err.Error(), "EDTF") && !strings.Contains(err.Error(), "date") {
					t.Errorf("%s %s: %v", kind, f.Name, err)
				}
				continue
			}
			for _, g := range briefings.Fields(r) {
				if g.Name == f.Name && g.Value != value {
					t.Errorf("%s %s is %q after it was set to %q", kind, f.Name, g.Value, value)
				}
			}
		}
	}
}

func TestAPendingValueIsTakenByAPerson(t *testing.T) {
	e := &briefings.Event{Head: briefings.Head{Handle: "e-x", Origin: briefings.OriginExtracted}, When: "2025-12"}
	e.Pending = map[string]briefings.Proposal{"when": {Value: "2026-01", By: "timeline/2"}}
	if err := briefings.TakePending(e, "when", "analyst-one", time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	if e.When != "2026-01" || e.Edited["when"].By != "analyst-one" || len(e.Pending) != 0 {
		t.Errorf("%+v", e)
	}
	if err := briefings.AssignField(e, "when", "2027"); err != nil || e.When != "2027" || e.Edited["when"].Was != "2025-12" {
		t.Errorf("assigned: %v, %+v", err, e)
	}
}
