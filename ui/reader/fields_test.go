package reader

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
)

// What is corrected is called as a person calls it, and no name in the table has
// lost its field.
func TestFieldsAreCalledByPeoplesWords(t *testing.T) {
	known := map[briefings.Kind][]string{}
	for _, r := range []briefings.Record{&briefings.Question{}, &briefings.Event{}, &briefings.Actor{}, &briefings.Limit{}, &briefings.Reference{}, &briefings.Annotation{}} {
		for _, f := range briefings.Fields(r) {
			known[r.Kind()] = append(known[r.Kind()], f.Name)
		}
	}
	for _, f := range briefings.MetaFields(&briefings.Meta{}) {
		known[ofBriefing] = append(known[ofBriefing], f.Name)
	}
	for kind, names := range known {
		for _, name := range names {
			if label := wordsFor(kind, name).Label; label == "" || strings.ContainsFunc(strings.SplitN(label, ",", 2)[0], func(r rune) bool { return r >= 'A' && r <= 'Z' }) {
				t.Errorf("%s of %s is called %q", name, kind, label)
			}
		}
		for name, words := range fieldTable()[kind] {
			if !slices.Contains(names, name) {
				t.Errorf("fields.json has words for %s of %s, which is no field", name, kind)
			}
			for value := range words.Words {
				if !slices.Contains(briefings.FieldWords(kind, name), value) {
					t.Errorf("fields.json calls %q of %s, which is no value of it", value, name)
				}
			}
		}
	}
}

func TestWhatAFieldTakesIsShownAndCompleted(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	p := d.sit(80, 24)
	p.Press("e").Type("handling").Press("enter").See("Traffic Light Protocol", "[TLP:CLEAR]").Press("right", "enter").See("saved: handling", "TLP:GREEN").Press("esc")

	p.Press("2", "g", "e").Type("kinds").Press("enter").See("of gap, verification, forecast").
		Press("ctrl+u").Type("for").Press("tab").See("forecast").Type(", dec").Press("tab", "enter").See("saved: kinds").Press("esc")
	if got := find(t, d, "What is the site?").Kinds; !slices.Equal(got, []briefings.QuestionKind{briefings.Forecast, briefings.Decision}) {
		t.Errorf("on disk the kinds are %v", got)
	}
}

// Actors are named as people name them, in the field too; the entry keeps which they
// are, and takes none that there is not.
func TestAnEntryNamesItsActors(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	p := d.sit(100, 30).Press("3", "g", "e").Type("actors").See("Pakistan").Miss("a-pakistan").Press("enter", "ctrl+u").
		Type("baykar, tür").Press("tab").See("baykar, Türkiye").Press("enter").See("saved: actors").Press("esc")
	if !slices.ContainsFunc(d.briefing().Events, func(e briefings.Event) bool {
		return slices.Equal(e.Actors, []briefings.Handle{"a-baykar", "a-turkiye"})
	}) {
		t.Error("no entry on disk has the two actors")
	}
	p.Press("e").Type("actors").Press("enter", "ctrl+u").Type("Nobody").Press("enter").See("no actor of this briefing is called")
}

// A message says what to do; on a narrow screen it takes the rows it needs, until
// the next key.
func TestALongMessageIsNotCutOff(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = d.id
	cfg.Export = func(context.Context, string, string) (string, error) {
		return "/home/analyst/briefings/2025-12/turkish-drone-line.md written: 5 questions, 8 events, 1 note; edited by hand and left as it is: questions (--force overwrites it)", nil
	}
	p := d.with(cfg, 60, 24)
	p.Press("E").See("turkish-drone-line.md", "written: 5 questions", "1 note", "(--force overwrites it)").Fits().Press("j").Miss("overwrites")
}

func TestAFormSaysItsKeysOnNarrowScreens(t *testing.T) {
	p := newDesk(t).sit(60, 24)
	p.Press("a").See("Enter save   Alt-Enter new line   Esc keeps a draft")
	p.Size(40, 12).See("Enter save   Esc keeps a draft")
}

// A text that tells no date of its own asks for one where the import is reviewed.
func TestTheReviewAsksForAMissingDate(t *testing.T) {
	d := newDesk(t)
	p := d.reading("# The line\n\n## Costs\n\nThey rose last month, and Baykar said so.\n", 120, 36)
	p.Press("8").See("undated: e sets the date").Press("g", "e").See("Correct the briefing").
		Type("date").Press("enter").See("a day, a month or a year").Type("2025-12-05").Press("enter").See("saved: date").Press("esc").Miss("e sets the date")
}

func TestABoardDoesWithARecordWhatItsPaneDoes(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	p := d.browse(110, 30)
	p.Press("2").See("6 questions", "x answer").Press("/").Type("price").See("1 of ").Press("enter", "x").See("Answer", whenPrice).
		Type("It is out.").Press("enter", "enter", "right", "enter", "enter").See("answer saved")
	if a := find(t, d, whenPrice).Current(); a == nil || a.Text != "It is out." {
		t.Errorf("answered with %+v", a)
	}
	p.See("1 of 6 questions").Press("z").See("that is for an open briefing")
}

// Whoever works a board off stays on it: what is done there with one key brings the
// next row, and U takes it back there.
func TestABoardIsWorkedOffRowByRow(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	p := d.browse(110, 30)
	p.Press("2").See("6 questions").Press("/").Type("price").See("1 of 6 questions").Press("enter", "D").See("rejected: question", "0 of 5 questions")
	if q := find(t, d, whenPrice); q.Live() {
		t.Fatalf("it is %s", q.State)
	}
	p.Press("U").See("undone: ", "1 of 6 questions")
	if q := find(t, d, whenPrice); !q.Live() {
		t.Errorf("after undo it is %s", q.State)
	}
	p.Press("t").See("accepted as an open question", "1 of 6 questions")
}

// What a board asks about an entry that is overdue has no record yet; t asks it in
// earnest there as in the pane.
func TestABoardAsksInEarnest(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	d.clock.set(time.Date(2027, 2, 1, 9, 0, 0, 0, time.UTC))
	d.browse(160, 40).Press("2").See("Did this come about").Press("/").Type("did this come none of the three").See("1 of ").Press("enter", "t").See("accepted as an open question")
	for _, q := range d.briefing().Questions {
		if q.From == "e-if-none-three" && !q.Proposed {
			return
		}
	}
	t.Error("the question is not on disk as one of the analyst's")
}

// A message that needs more than a row has whole rows: where one is stands there again
// with the next key.
func TestALongMessageTakesWholeRows(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = d.id
	long := "no date in the text, c. Dec 2025 inferred: e sets it · found 10 sections, 6 events, 18 actors, 18 limits, 3 questions, 6 references · 8 reviews them"
	cfg.Export = func(context.Context, string, string) (string, error) { return long, nil }
	p := d.with(cfg, 80, 24).See("8 sections")
	p.Press("E").See("no date in the text, c. Dec 2025 inferred: e sets it", "8 reviews them").Miss("8 sections").Fits()
	rows := strings.Split(p.Screen(), "\n")
	if first := rows[len(rows)-2]; !strings.Contains(first, "no date") {
		t.Errorf("it takes more than two rows:\n%s", p.Screen())
	}
	p.Press("j").See("8 sections").Miss("no date")
}

// Whoever corrects one field goes on to the next: what is typed behind it finds a field
// and is no key, however fast it comes.
func TestTheFieldsComeBackUntilEsc(t *testing.T) {
	d := newDesk(t)
	p := d.browse(110, 30)
	p.Press("e").See("Correct the briefing").Type("date").Press("enter").Type("9 Dec 2025").Press("enter").Type("tags").Press("enter").See("words, with commas").
		Press("ctrl+u").Type("uav, pakistan").Press("enter").See("saved: tags", "Correct the briefing", "2025-12-09", "uav, pakistan")
	p.Press("esc").Miss("Correct the briefing").See("1 of 1").Until("both are on disk", func() bool {
		b := d.briefing()
		return b.Date == "2025-12-09" && len(b.Tags) == 2
	})

	through(t, "questions")
	p = d.sit(110, 30)
	p.Press("2", "g", "e").Type("due").Press("enter").Type("2026-03-31").Press("enter").See("saved: due").Press("enter").See("look again  2026").
		Press("ctrl+u").Type("2026-02-01").Press("enter").See("saved: look again", "Correct the question").Press("esc", "esc").See("due 31 Mar")
}

// From a board one goes through the fields too, and Esc leads back to it.
func TestTheFieldsOfABoardsRecordComeBackToo(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	p := d.browse(110, 30)
	p.Press("2").See("6 questions", "x answer").Press("e").See("Correct the question").Type("owner").Press("enter").Type("desk 4").Press("enter").
		See("saved: owner", "Correct the question").Type("why").Press("enter").Type("The line hangs on it.").Press("enter").See("saved: why it matters")
	p.Press("esc").See("6 questions").Miss("Correct the question")
	for _, q := range d.briefing().Questions {
		if q.Owner == "desk 4" && q.Why == "The line hangs on it." {
			return
		}
	}
	t.Error("no question on disk has both")
}

// What the disk did not take does not stand in the list of fields as if it had.
func TestAFieldThatIsNotSavedStandsAsItWas(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Library = refusing{d.lib}
	d.with(cfg, 110, 30).Press("e").See("Correct the briefing").Type("tags").Press("enter").Type("zeppelins").Press("enter").See("not changed: the disk is full", "Correct the briefing").Miss("zeppelins")
}

// refusing is a library on a disk that is full.
type refusing struct{ shelved }

func (refusing) Correct(context.Context, string, string, string) (string, error) {
	return "", errors.New("the disk is full")
}

// A value is called alike in a pane, in its form and by the filter.
func TestAValueIsCalledAlikeEverywhere(t *testing.T) {
	through(t, "timeline", "limits")
	p := newDesk(t).sit(100, 36).See("Bottom line")
	p.Press("3", "g").See("happened").Press("e").See("status", "happened").Miss("occurred").Type("status").Press("enter").
		See("[happened]", "did not happen").Miss("occurred").Press("d").See("[did not happen]").Press("enter").See("saved: status").Press("esc")
	p.Press("&").Type("did not happen ordered").See("2021 ○ Pakistan ordered").Miss("● ").Press("esc")
	p.Press("5", "g", "e").See("passes on", "withheld").Type("passes").Press("enter").See("[withheld]", "bound").Miss("unknown")
}
