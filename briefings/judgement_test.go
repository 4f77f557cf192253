package briefings

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// capital is a briefing in which a city, its state, and a state's name in
// letters of another script are spoken of.
func capital() *Briefing {
	b := &Briefing{Meta: Meta{ID: "here", Revision: 1}, Actors: []Actor{
		found("a-turkiye", StateActor, 0, "Türkiye", "Turkey"),
		found("a-ankara", PlaceActor, 100, "Ankara", "Ankara"),
		found("a-ankara-2", PlaceActor, 200, "\u0410nkara"), // a Cyrillic А
	}}
	event := func(h Handle, from, to int, actors ...Handle) Event {
		return Event{Head: Head{Handle: h, Anchors: []Anchor{{DocStart: from, DocEnd: to}}}, Actors: actors}
	}
	b.Events = []Event{event("e-both", 0, 108, "a-turkiye", "a-ankara"), event("e-city", 108, 120, "a-ankara")}
	b.Limits = []Limit{{Head: Head{Handle: "l-parts"}, Holder: []string{"a-ankara"}, Recipient: []string{"Pakistan"}}}
	return b
}

var oneState = Judgement{ID: "1", By: "ada", Op: Same, Actor: ActorName{"Turkey", StateActor}, Other: ActorName{"ankara", PlaceActor}}

func TestACapitalThatIsItsStateIsAMetonymAndEventsAndLimitsFollow(t *testing.T) {
	was := capital()
	b := NewJudgements([]Judgement{oneState}).Curate(was)
	state := b.Actors[0]
	if len(state.Mentions) != 4 || !slices.Contains(state.Aliases, Alias{"Ankara", Metonym}) {
		t.Errorf("%d mentions, aliases %v", len(state.Mentions), state.Aliases)
	}
	if diff := cmp.Diff([][]Handle{{"a-turkiye"}, {"a-turkiye"}}, [][]Handle{b.Events[0].Actors, b.Events[1].Actors}); diff != "" {
		t.Errorf("events name\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a-turkiye"}, b.Limits[0].Holder); diff != "" {
		t.Errorf("the limit is held by\n%s", diff)
	}
	if diff := cmp.Diff(capital(), was); diff != "" {
		t.Errorf("the briefing that was given changed:\n%s", diff)
	}
}

func TestWhereOnlyTheOtherNameIsUsedItIsTheOneActorToo(t *testing.T) {
	b := capital()
	b.Actors = b.Actors[1:2]
	got := NewJudgements([]Judgement{oneState}).Curate(b).Actors[0]
	if got.Name != "Turkey" || got.Type != StateActor || got.Aliases[0].Type != Metonym || got.Merges[0] != "Ankara: ada said that it is Turkey" {
		t.Errorf("it is %+v", got)
	}
	if n := NameOf(&got); n != oneState.Actor {
		t.Errorf("a judgement would name it %v", n)
	}
	apart := Judgement{ID: "2", By: "ada", Op: NotSame, Actor: oneState.Actor, Other: oneState.Other}
	if diff := cmp.Diff(capital().Actors[1], NewJudgements([]Judgement{oneState, apart}).Curate(b).Actors[0]); diff != "" {
		t.Errorf("after it was taken apart:\n%s", diff)
	}
}

func TestOneActorHasOneNameInAllBriefings(t *testing.T) {
	j := Judgement{ID: "1", By: "ada", Op: Same, Actor: ActorName{"Turkey", StateActor}, Other: ActorName{"Türkiye", StateActor}}
	if got := NewJudgements([]Judgement{j}).Curate(capital()).Actors[0].Name; got != "Turkey" {
		t.Errorf("it is called %s", got)
	}
}

func TestANameInLettersOfAnotherScriptNeverMergesSilently(t *testing.T) {
	b := NewJudgements([]Judgement{oneState}).Curate(capital())
	if forged := b.Actors[2]; !forged.Live() || forged.Into != "" {
		t.Errorf("%q went into %s", forged.Name, forged.Into)
	}
	if got := Lookalike("\u0410nkara", "Ankara"); got != "“Аnkara” is written with А (Cyrillic) where “Ankara” has A" {
		t.Errorf("said of the two: %s", got)
	}
	for _, pair := range [][2]string{{"Ankara", "Ankara"}, {"Türkiye", "Turkey"}, {"Москва", "Москва"}} {
		if got := Lookalike(pair[0], pair[1]); got != "" {
			t.Errorf("%q and %q: %s", pair[0], pair[1], got)
		}
	}
}

func TestNotSameTakesAMergeApartAgain(t *testing.T) {
	apart := Judgement{ID: "2", By: "ada", Op: NotSame, Actor: ActorName{"Türkiye", StateActor}, Other: ActorName{"Ankara", PlaceActor}}
	if diff := cmp.Diff(capital().Actors, NewJudgements([]Judgement{oneState, apart}).Curate(capital()).Actors, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("after it was taken apart:\n%s", diff)
	}
}

func TestADeniedMentionIsNoActorOfItsEvent(t *testing.T) {
	mention := capital().Actors[1].Mentions[1]
	mention.Revision = 1
	log := []Judgement{{ID: "1", By: "ada", Op: NotThis, Briefing: "here", Actor: ActorName{"Ankara", PlaceActor}, Mention: &mention}}
	b := NewJudgements(log).Curate(capital())
	if len(b.Events[1].Actors) != 0 || len(b.Events[0].Actors) != 2 {
		t.Errorf("events name %v and %v", b.Events[0].Actors, b.Events[1].Actors)
	}
	elsewhere := capital()
	elsewhere.ID = "elsewhere"
	if got := NewJudgements(log).Curate(elsewhere); got != elsewhere {
		t.Error("a mention was denied in another briefing")
	}
}

func TestADeniedMentionFollowsItsText(t *testing.T) {
	moved := capital()
	moved.Revision = 2
	for i := range moved.Actors[1].Mentions {
		m := &moved.Actors[1].Mentions[i]
		m.DocStart, m.DocEnd, m.Prefix = m.DocStart+7, m.DocEnd+7, "anew "+m.Exact
	}
	was, is := capital().Actors[1].Mentions[0], moved.Actors[1].Mentions[0]
	was.Revision, is.Revision = 1, 2
	denied := Judgement{ID: "1", By: "ada", Op: NotThis, Briefing: "here", Actor: ActorName{"Ankara", PlaceActor}, Mention: &was}
	follow := Judgement{ID: "2", By: "dossier", Op: Follow, Briefing: "here", Actor: denied.Actor, Follows: "1", Mention: &is}
	left := func(log ...Judgement) int { return len(NewJudgements(log).Curate(moved).Actors[1].Mentions) }
	if left(denied) != 2 {
		t.Error("without its new place another mention was denied")
	}
	if left(denied, follow) != 1 {
		t.Error("the mention came back in the new text")
	}
	if left(denied, follow, Judgement{ID: "3", Op: Undo, Undoes: "1"}) != 2 {
		t.Error("what was taken back still holds where it followed to")
	}
}

func TestABetterReaderOfTheSameTextBringsNoDeniedMentionBack(t *testing.T) {
	b := capital()
	denied := b.Actors[1].Mentions[0]
	denied.Revision = 1
	m := &b.Actors[1].Mentions[0]
	m.Exact, m.DocStart = "of Ankara", m.DocStart-3
	got := NewJudgements([]Judgement{{ID: "1", Op: NotThis, Briefing: "here", Actor: ActorName{"Ankara", PlaceActor}, Mention: &denied}}).Curate(b)
	if len(got.Actors[1].Mentions) != 1 || got.Actors[1].Mentions[0].DocStart != 110 {
		t.Errorf("left are %+v", got.Actors[1].Mentions)
	}
}

func TestWhatIsJudgedAgainIsFoundByItsFirstNameAndKind(t *testing.T) {
	log := []Judgement{
		{ID: "1", Op: Rename, Actor: ActorName{"Ankara", PlaceActor}, Name: "Government"},
		{ID: "2", Op: Retype, Actor: ActorName{"Ankara", PlaceActor}, Type: Organization},
	}
	a := NewJudgements(log).Curate(capital()).Actors[1]
	if got := NameOf(&a); got != (ActorName{"Ankara", PlaceActor}) {
		t.Fatalf("the judgement would name it %v", got)
	}
	log = append(log, Judgement{ID: "3", Op: Hide, Actor: NameOf(&a)}, Judgement{ID: "4", Op: Undo, Undoes: "1"}, Judgement{ID: "5", Op: Undo, Undoes: "2"})
	if a := NewJudgements(log).Curate(capital()).Actors[1]; !a.Hidden || a.Name != "Ankara" || a.Type != PlaceActor {
		t.Errorf("without the new name and kind it is %+v", a)
	}
}

func TestALaterEditOfTheRecordOutranksAnEarlierJudgement(t *testing.T) {
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	b := capital()
	b.Actors[1].Name, b.Actors[1].Edited = "The city", map[string]Edit{"name": {By: "ben", At: at, Was: "Ankara"}}
	rename := Judgement{ID: "1", At: at.Add(-time.Hour), Op: Rename, Actor: ActorName{Form: "Ankara"}, Name: "Capital"}
	if got := NewJudgements([]Judgement{rename}).Curate(b).Actors[1].Name; got != "The city" {
		t.Errorf("called %s", got)
	}
	rename.At = at.Add(time.Hour)
	if got := NewJudgements([]Judgement{rename}).Curate(b).Actors[1].Name; got != "Capital" {
		t.Errorf("called %s", got)
	}
}

func TestTheOrderOfTheActorsDoesNotMatter(t *testing.T) {
	log := []Judgement{{ID: "1", By: "ada", Op: Same, Actor: ActorName{Form: "Turkey"}, Other: ActorName{Form: "Ankara"}}}
	forward := NewJudgements(log).Curate(capital())
	b := capital()
	slices.Reverse(b.Actors)
	backward := NewJudgements(log).Curate(b)
	slices.Reverse(backward.Actors)
	if diff := cmp.Diff(forward.Actors, backward.Actors); diff != "" {
		t.Errorf("read backwards:\n%s", diff)
	}
}

func TestSavingWhatWasShownKeepsOnlyWhatThePersonChanged(t *testing.T) {
	raw := capital()
	shown := NewJudgements([]Judgement{oneState, {ID: "2", By: "ada", Op: Rename, Actor: ActorName{Form: "Turkey"}, Name: "Republic"}}).Curate(raw)
	given := shown.Actors[0].Clone().(*Actor)
	given.Tags = []string{"nato"}
	if err := SetField(given, "kind", "organization", "ben", time.Time{}); err != nil {
		t.Fatal(err)
	}
	want := raw.Actors[0].Clone().(*Actor)
	want.Tags, want.Type = []string{"nato"}, Organization
	want.Edited, want.Base = map[string]Edit{"kind": {By: "ben", Was: "state"}}, map[string]string{"kind": "state"}
	if diff := cmp.Diff(want, Uncurated(given, &shown.Actors[0], &raw.Actors[0])); diff != "" {
		t.Errorf("kept:\n%s", diff)
	}
	if diff := cmp.Diff(&raw.Events[0], Uncurated(&shown.Events[0], &shown.Events[0], &raw.Events[0])); diff != "" {
		t.Errorf("an event that nobody changed:\n%s", diff)
	}
}

func TestWhatIsNoJudgement(t *testing.T) {
	for _, c := range []struct {
		j     Judgement
		tells string
	}{
		{Judgement{Op: Hide}, "needs the name"},
		{Judgement{Op: Same, Actor: ActorName{Form: "A"}}, "which other name"},
		{Judgement{Op: Same, Actor: ActorName{Form: "Á"}, Other: ActorName{Form: "a"}}, "with itself"},
		{Judgement{Op: Same, Actor: ActorName{"A", System}, Other: ActorName{"B", Person}}, "a person is never anything else"},
		{Judgement{Op: Rename, Actor: ActorName{Form: "A"}}, "to be called"},
		{Judgement{Op: Retype, Actor: ActorName{Form: "A"}, Type: "ship"}, "none of the kinds"},
		{Judgement{Op: NotThis, Actor: ActorName{Form: "A"}, Briefing: "here"}, "which mention"},
		{Judgement{Op: "praise", Actor: ActorName{Form: "A"}}, "no judgement"},
	} {
		if err := c.j.Check(); err == nil || !strings.Contains(err.Error(), c.tells) {
			t.Errorf("%v: %v, want %q", c.j, err, c.tells)
		}
	}
}
