package briefings

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found makes an actor with a mention for each form, ten code points apart.
func found(handle Handle, kind ActorType, at int, forms ...string) Actor {
	a := Actor{Head: Head{Handle: handle, Origin: OriginExtracted, State: StateLive}, Name: forms[0], Type: kind}
	for i, form := range forms {
		start := at + 10*i
		a.Mentions = append(a.Mentions, Anchor{Exact: form, Prefix: "before " + form, DocStart: start, DocEnd: start + len(form)})
		a.Aliases = append(a.Aliases, Alias{form, Variant})
	}
	a.Anchors = a.Mentions[:1:1]
	return a
}

func shipyard() []Actor {
	return []Actor{
		found("a-harbour", Organization, 100, "Harbour Works", "Works"),
		found("a-gull", System, 40, "Gull", "Gull"),
		found("a-hw", Organization, 0, "HW"),
	}
}

func judge(op JudgementOp, actor string, set func(*Judgement)) Judgement {
	j := Judgement{ID: string(op) + actor, By: "ada", Op: op, Briefing: "here", Actor: ActorName{Form: actor}}
	if set != nil {
		set(&j)
	}
	return j
}

// curated applies a log to a briefing of these actors.
func curated(actors []Actor, log []Judgement) []Actor {
	return NewJudgements(log).Curate(&Briefing{Meta: Meta{ID: "here", Revision: 1}, Actors: actors}).Actors
}

func TestSameMergesTwoActorsAndKeepsTheSecondsHandle(t *testing.T) {
	log := []Judgement{judge(Same, "harbour works", func(j *Judgement) { j.Other = ActorName{"HW", Organization} })}
	got := curated(shipyard(), log)
	if n := len(got[0].Mentions); n != 3 || got[0].Mentions[0].Exact != "HW" || got[0].Anchors[0].Exact != "HW" {
		t.Errorf("%d mentions, first %q, first anchor %q", n, got[0].Mentions[0].Exact, got[0].Anchors[0].Exact)
	}
	if !got[0].Called("hw") || got[0].Merges[0] != "HW: ada said that it is Harbour Works" {
		t.Errorf("aliases %v, merges %q", got[0].Aliases, got[0].Merges)
	}
	if got[2].State != StateSuperseded || got[2].Into != "a-harbour" {
		t.Errorf("the second is %s, into %q", got[2].State, got[2].Into)
	}
}

func TestNotSameMakesAFormAnActorOfItsOwn(t *testing.T) {
	actors := shipyard()
	actors[0].Merges = []string{"Works: the one name that ends so"}
	got := curated(actors, []Judgement{judge(NotSame, "Harbour Works", func(j *Judgement) { j.Other.Form = "Works" })})
	if len(got) != 4 || got[3].Name != "Works" || len(got[3].Mentions) != 1 || len(got[3].Anchors) != 1 {
		t.Fatalf("actors %+v", got)
	}
	if got[0].Called("Works") || len(got[0].Mentions) != 1 || len(got[0].Merges) != 0 {
		t.Errorf("left is %+v", got[0])
	}
	if got[3].Handle == "" || got[3].Handle == got[0].Handle {
		t.Errorf("its handle is %q", got[3].Handle)
	}
}

func TestRenameRetypeAndHideNoteWhatWasBefore(t *testing.T) {
	got := curated(shipyard(), []Judgement{
		judge(Rename, "Gull", func(j *Judgement) { j.Name = "Gull drone" }),
		judge(Retype, "Gull drone", func(j *Judgement) { j.Type = Organization }),
		judge(Hide, "HW", nil),
	})
	gull := got[1]
	if gull.Name != "Gull drone" || gull.Type != Organization || gull.Edited["name"].Was != "Gull" || gull.Edited["kind"].Was != "system" {
		t.Errorf("got %+v", gull)
	}
	if !got[2].Hidden || got[2].Edited["hidden"].By != "ada" {
		t.Errorf("got %+v", got[2])
	}
}

func TestNotThisTakesOneMentionAway(t *testing.T) {
	actors := shipyard()
	first, second := actors[1].Mentions[0], actors[1].Mentions[1]
	first.Prefix, actors[1].Mentions[0].Prefix = "a live ", "a live "
	one := judge(NotThis, "Gull", func(j *Judgement) { j.Mention = &first })
	got := curated(actors, []Judgement{one})
	if len(got[1].Mentions) != 1 || len(got[1].Not) != 1 || got[1].Anchors[0] != second {
		t.Errorf("got %+v", got[1])
	}
	both := judge(NotThis, "Gull", func(j *Judgement) { j.ID, j.Mention = "second", &second })
	if got = curated(actors, []Judgement{one, both}); got[1].State != StateRejected {
		t.Errorf("without a mention it is %s", got[1].State)
	}
}

func TestAnUndoLeavesAnEntryOutAndCanBeUndone(t *testing.T) {
	log := []Judgement{judge(Hide, "Gull", nil), {ID: "u1", Op: Undo, Undoes: "hideGull"}}
	if got := curated(shipyard(), log); got[1].Hidden {
		t.Error("hidden though the entry was taken back")
	}
	log = append(log, Judgement{ID: "u2", Op: Undo, Undoes: "u1"})
	if got := curated(shipyard(), log); !got[1].Hidden {
		t.Error("not hidden though the undo was taken back")
	}
}

func TestAJudgementOfAnotherKindOrBriefingDoesNothing(t *testing.T) {
	log := []Judgement{
		judge(Hide, "Gull", func(j *Judgement) { j.Actor.Type = Person }),
		judge(Hide, "Heron", nil),
		judge(Same, "Gull", func(j *Judgement) { j.Other.Form = "Gull" }),
	}
	if diff := cmp.Diff(shipyard(), curated(shipyard(), log)); diff != "" {
		t.Errorf("changed:\n%s", diff)
	}
}

func TestCuratingChangesNeitherArgument(t *testing.T) {
	actors := shipyard()
	curated(actors, []Judgement{
		judge(Same, "Harbour Works", func(j *Judgement) { j.Other.Form = "HW" }),
		judge(NotSame, "Harbour Works", func(j *Judgement) { j.Other.Form = "Works" }),
		judge(Rename, "Gull", func(j *Judgement) { j.Name = "G" }),
		judge(NotThis, "HW", func(j *Judgement) { j.Mention = &actors[2].Mentions[0] }),
	})
	if diff := cmp.Diff(shipyard(), actors); diff != "" {
		t.Errorf("changed:\n%s", diff)
	}
}
