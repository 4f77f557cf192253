package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/store/engine"
)

// told is a text on a state and its capital; the number makes its bytes its own.
const told = `The Line at Havelian %d

Türkiye signed in March 2024. Ankara will keep the flight software. A new road leads from Ankara to the plant.
`

// withCast takes such a text in, with the state and the capital as two actors
// and an event that names the capital.
func withCast(t testing.TB, l *Library, n int) string {
	t.Helper()
	b, rev := cast(t, fmt.Sprintf(told, n))
	return must[Imported](t)(l.Import(context.Background(), b, rev)).ID
}

func cast(t testing.TB, text string) (briefings.Briefing, briefings.Revision) {
	t.Helper()
	b, rev := document(t, text, "cast.txt")
	places := func(name string) (out []briefings.Anchor) {
		whole := rev.Text()
		for at := 0; ; {
			i := strings.Index(whole[at:], name)
			if i < 0 {
				return out
			}
			out = append(out, briefings.NewLocator(whole, b.Sections).Anchor(at+i, at+i+len(name)))
			at += i + len(name)
		}
	}
	actor := func(h briefings.Handle, name string, kind briefings.ActorType) briefings.Actor {
		at := places(name)
		return briefings.Actor{Head: briefings.Head{Handle: h, Origin: briefings.OriginExtracted, Generator: "actors/1", Anchors: at[:1:1]},
			Name: name, Type: kind, Mentions: at, Aliases: []briefings.Alias{{Text: name, Type: briefings.Variant}}}
	}
	b.Actors = []briefings.Actor{actor("a-turkiye", "Türkiye", briefings.StateActor), actor("a-ankara", "Ankara", briefings.PlaceActor)}
	b.Events = []briefings.Event{{Head: briefings.Head{Handle: "e-keeps", Origin: briefings.OriginExtracted, Anchors: places("Ankara will keep the flight software.")},
		Text: "keeps", Actors: []briefings.Handle{"a-ankara"}}}
	b.Limits, b.Questions = nil, nil
	return b, rev
}

var capital = briefings.Judgement{Op: briefings.Same,
	Actor: briefings.ActorName{Form: "Türkiye", Type: briefings.StateActor}, Other: briefings.ActorName{Form: "Ankara", Type: briefings.PlaceActor}}

// shownCast is how a briefing shows its live actors, with what its event names.
func shownCast(t testing.TB, l *Library, id string) string {
	t.Helper()
	b := must[*briefings.Briefing](t)(l.Briefing(context.Background(), id))
	var out []string
	for i := range b.Actors {
		if a := &b.Actors[i]; a.Live() {
			out = append(out, fmt.Sprintf("%s %d", a.Name, len(a.Mentions)))
		}
	}
	return strings.Join(out, ", ") + fmt.Sprint("; ", b.Events[0].Actors)
}

const (
	asFound = "Türkiye 1, Ankara 2; [a-ankara]"
	asOne   = "Türkiye 3; [a-turkiye]"
)

func TestAJudgementHoldsInEveryBriefingAndUndoTakesItBackEverywhere(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	before := withCast(t, l, 1)
	j := capital
	j.Briefing = before
	made := must[briefings.Judgement](t)(l.Judge(ctx, j))
	if made.ID == "" || made.By != "ana" || made.At.IsZero() {
		t.Errorf("it was entered as %+v", made)
	}
	later := withCast(t, l, 2)
	each := func() (names string) {
		ok(t, l.Each(ctx, briefings.KindActor, func(_ briefings.Summary, r briefings.Record) error {
			names += r.Line() + " "
			return nil
		}))
		return names
	}
	for _, step := range []struct {
		what, want, each string
		do               func() error
	}{
		{"judged", asOne, "Türkiye Türkiye ", func() error { return nil }},
		{"undone", asFound, "Ankara Türkiye Ankara Türkiye ", func() error { _, err := l.Undo(ctx, before); return err }},
		{"redone", asOne, "Türkiye Türkiye ", func() error { _, err := l.Redo(ctx, before); return err }},
		{"taken back", asFound, "Ankara Türkiye Ankara Türkiye ", func() error { _, err := l.TakeBack(ctx, made.ID[:20]); return err }},
	} {
		ok(t, step.do())
		for _, id := range []string{before, later} {
			if got := shownCast(t, library(t, l.Path()), id); got != step.want {
				t.Errorf("%s: the briefing shows %s, want %s", step.what, got, step.want)
			}
		}
		if got := each(); got != step.each {
			t.Errorf("%s: all briefings show %q, want %q", step.what, got, step.each)
		}
	}
	if _, err := l.TakeBack(ctx, made.ID); err == nil || !strings.Contains(err.Error(), "does not hold any more") {
		t.Errorf("taking it back again: %v", err)
	}
	wholeLibrary(t, l)
}

func TestUndoTakesBackNotesAndJudgementsInTheirOrder(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := withCast(t, l, 1)
	must[[]briefings.Record](t)(l.Put(ctx, id, note("1")))
	j := capital
	j.Briefing = id
	must[briefings.Judgement](t)(l.Judge(ctx, j))
	must[[]briefings.Record](t)(l.Put(ctx, id, note("2")))
	state := func() string {
		b := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
		if b.Actors[1].Live() {
			return fmt.Sprint(len(b.Annotations))
		}
		return fmt.Sprint(len(b.Annotations), "j")
	}
	walk := state()
	for _, step := range "uuuurrruur" {
		var err error
		if step == 'u' {
			_, err = l.Undo(ctx, id)
		} else {
			_, err = l.Redo(ctx, id)
		}
		walk += " " + state()
		if errors.Is(err, ErrNothing) {
			walk += "!"
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if want := "2j 1j 1 0 0! 1 1j 2j 1j 1 1j"; walk != want {
		t.Errorf("the walk shows %s, want %s", walk, want)
	}
	changes := must[[]briefings.Change](t)(l.History(ctx, id, ""))
	var ops []string
	for _, c := range changes {
		if c.Note == "Ankara is the same as Türkiye" {
			ops = append(ops, string(c.Op))
		}
	}
	if got := strings.Join(ops, " "); got != "judge undo redo undo redo" {
		t.Errorf("the history tells of it: %s", got)
	}
	wholeLibrary(t, l)
}

func TestSavingARecordAsItWasShownMakesNoJudgementAPartOfIt(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := withCast(t, l, 1)
	j := capital
	j.Briefing = id
	made := must[briefings.Judgement](t)(l.Judge(ctx, j))
	b := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	state, event := b.Actors[0].Clone().(*briefings.Actor), b.Events[0].Clone().(*briefings.Event)
	state.Tags, event.Text = []string{"nato"}, "keeps the software"
	saved := must[[]briefings.Record](t)(l.Put(ctx, id, state, event))
	if got := saved[0].(*briefings.Actor); len(got.Mentions) != 3 || len(got.Tags) != 1 {
		t.Errorf("saved as %+v", got)
	}
	_, err := l.TakeBack(ctx, made.ID)
	ok(t, err)
	if got := shownCast(t, l, id); got != asFound {
		t.Errorf("without the judgement it shows %s, want %s", got, asFound)
	}
	b = must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	if len(b.Actors[0].Tags) != 1 || b.Events[0].Text != "keeps the software" {
		t.Error("what was saved went with the judgement")
	}
	wholeLibrary(t, l)
}

// denied judges that the road does not lead from the state.
func denied(t testing.TB, l *Library, id string) briefings.Judgement {
	t.Helper()
	b := must[*briefings.Briefing](t)(l.Briefing(context.Background(), id))
	mention := b.Actors[1].Mentions[1]
	mention.Revision = b.Revision
	return must[briefings.Judgement](t)(l.Judge(context.Background(), briefings.Judgement{Op: briefings.NotThis, Briefing: id,
		Actor: briefings.NameOf(&b.Actors[1]), Mention: &mention}))
}

func TestADeniedMentionFollowsANewText(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := withCast(t, l, 1)
	j := denied(t, l, id)
	b, rev := cast(t, "A line before all.\n\n"+strings.Replace(fmt.Sprintf(told, 1), "A new road leads", "The only road leads", 1))
	stored := must[*briefings.Briefing](t)(l.Recorded(ctx, id))
	for _, r := range b.Records() {
		was := stored.Record(r.Common().Handle).Common()
		r.Common().Version, r.Common().Created = was.Version, was.Created
	}
	place := b.Actors[1].Mentions[1]
	place.Revision = 2
	ok(t, l.Revise(ctx, id, b, rev, briefings.Judgement{Actor: j.Actor, Follows: j.ID, Mention: &place}))
	if got := shownCast(t, l, id); got != "Türkiye 1, Ankara 1; [a-ankara]" {
		t.Errorf("after the new text it shows %s", got)
	}
	must[*briefings.Change](t)(l.Undo(ctx, id)) // the person's, not the machine's entry behind it
	if got := shownCast(t, l, id); got != asFound {
		t.Errorf("taken back it shows %s", got)
	}
	wholeLibrary(t, l)
}

func TestPurgeLeavesWhatWasJudgedOfActorsAndNothingOfTheText(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	gone, stays := withCast(t, l, 1), withCast(t, l, 2)
	_, err := l.TakeBack(ctx, denied(t, l, gone).ID)
	ok(t, err)
	denied(t, l, stays)
	j := capital
	j.Briefing = gone
	must[briefings.Judgement](t)(l.Judge(ctx, j))
	ok(t, l.Purge(ctx, gone))
	log := must[[]briefings.Judgement](t)(l.Judgements(ctx))
	if len(log) != 2 || log[0].Briefing != stays || log[1].Op != briefings.Same {
		t.Errorf("left in the log is %+v", log)
	}
	wholeLibrary(t, l)
	_, err = l.TakeBack(ctx, log[1].ID)
	ok(t, err)
}

func TestABackupCarriesTheJudgements(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := withCast(t, l, 1)
	must[briefings.Judgement](t)(l.Judge(ctx, capital))
	copied := filepath.Join(t.TempDir(), "copy.db")
	ok(t, l.Backup(ctx, copied))
	must[briefings.Judgement](t)(l.Judge(ctx, briefings.Judgement{Op: briefings.Hide, Actor: capital.Actor}))
	ok(t, l.Restore(ctx, copied))
	if log := must[[]briefings.Judgement](t)(l.Judgements(ctx)); len(log) != 1 || shownCast(t, l, id) != asOne {
		t.Errorf("restored are %+v, shown is %s", log, shownCast(t, l, id))
	}
}

func TestAJudgementElsewhereTellsEveryWatcher(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l := newLibrary(t)
	withCast(t, l, 1)
	notices := must[<-chan Notice](t)(l.Watch(ctx))
	must[briefings.Judgement](t)(library(t, l.Path()).Judge(ctx, capital))
	if n := next1(t, notices); !n.All || n.Own {
		t.Errorf("the notice says %+v", n)
	}
}

func TestCheckFindsAJudgementThatConcernsNothing(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	made := must[briefings.Judgement](t)(l.Judge(ctx, capital))
	_, err := l.TakeBack(ctx, made.ID)
	ok(t, err)
	wholeLibrary(t, l)
	ok(t, l.engine.Update(ctx, func(w engine.Writer) error { return w.Delete(judgementKey(made.ID)) }))
	problems := must[[]Problem](t)(l.Check(ctx))
	if len(problems) != 1 || !strings.Contains(problems[0].What, "concerns the judgement "+made.ID) {
		t.Errorf("check says %+v", problems)
	}
}

func TestWhatNobodyCanJudge(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	j := capital
	j.Briefing = "01KF0000000000000000000000"
	var none *NotFoundError
	if _, err := l.Judge(ctx, j); !errors.As(err, &none) {
		t.Errorf("in a briefing that there is not: %v", err)
	}
	if _, err := l.Judge(ctx, briefings.Judgement{Op: briefings.Undo, Undoes: "x"}); err == nil || !strings.Contains(err.Error(), "by its id") {
		t.Errorf("an undo without what it undoes: %v", err)
	}
	if _, err := l.TakeBack(ctx, "01"); !errors.As(err, &none) {
		t.Errorf("what is not in the log: %v", err)
	}
}
