package briefings_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dossier/briefings"
)

func cast() *briefings.Briefing {
	actor := func(handle, name string, kind briefings.ActorType, at ...int) briefings.Actor {
		a := briefings.Actor{Name: name, Type: kind, Aliases: []briefings.Alias{{Text: name, Type: briefings.Variant}}}
		a.Handle = briefings.Handle(handle)
		for _, start := range at {
			a.Mentions = append(a.Mentions, briefings.Anchor{DocStart: start, DocEnd: start + len(name)})
		}
		return a
	}
	return &briefings.Briefing{
		Actors: []briefings.Actor{
			actor("a-turkiye", "Türkiye", briefings.StateActor, 10, 90),
			actor("a-ankara", "Ankara", briefings.StateActor, 50),
			actor("a-fidan", "Hakan Fidan", briefings.Person, 70),
		},
		Events: []briefings.Event{{Head: briefings.Head{Handle: "e-talks"}, Actors: []briefings.Handle{"a-ankara", "a-turkiye"}}},
		Limits: []briefings.Limit{{Head: briefings.Head{Handle: "l-software"}, Holder: []string{"a-ankara"}, Recipient: []string{"Pakistan"}}},
	}
}

func TestMergingActorsBringsTheirMentionsTogether(t *testing.T) {
	b := cast()
	before, _ := json.Marshal(b)
	changed, err := b.Merge("a-turkiye", "a-ankara", "ayşe", at)
	if err != nil || len(changed) != 4 {
		t.Fatalf("%d records changed, want the two actors, the event and the limit: %v", len(changed), err)
	}
	if after, _ := json.Marshal(b); string(after) != string(before) {
		t.Error("the briefing itself was changed")
	}
	kept, gone := changed[0].(*briefings.Actor), changed[1].(*briefings.Actor)
	if len(kept.Mentions) != 3 || kept.Mentions[1].DocStart != 50 {
		t.Errorf("mentions: %+v", kept.Mentions)
	}
	if len(kept.Aliases) != 2 || kept.Aliases[1].Text != "Ankara" {
		t.Errorf("aliases: %+v", kept.Aliases)
	}
	if gone.State != briefings.StateSuperseded {
		t.Errorf("the other actor is %q", gone.State)
	}
	if e := changed[2].(*briefings.Event); len(e.Actors) != 1 || e.Actors[0] != "a-turkiye" {
		t.Errorf("the event names %v", e.Actors)
	}
	if l := changed[3].(*briefings.Limit); l.Holder[0] != "a-turkiye" {
		t.Errorf("the limit names %v", l.Holder)
	}
}

func TestMergingQuestionsKeepsOneAnswerThatCounts(t *testing.T) {
	question := func(handle, answer string) briefings.Question {
		q := briefings.Question{Head: briefings.Head{Handle: briefings.Handle(handle)}}
		q.Accept(briefings.Answer{Text: answer})
		return q
	}
	b := &briefings.Briefing{Questions: []briefings.Question{question("q-site", "Karachi"), question("q-where", "Kamra")}}
	changed, err := b.Merge("q-site", "q-where", "ayşe", at)
	if err != nil {
		t.Fatal(err)
	}
	kept := changed[0].(*briefings.Question)
	if len(kept.Answers) != 2 || kept.Current().Text != "Karachi" || kept.Answers[1].State != briefings.AnswerSuperseded {
		t.Errorf("answers: %+v", kept.Answers)
	}
}

func TestWhatCannotBeMerged(t *testing.T) {
	for _, c := range []struct {
		into, from briefings.Handle
		tells      string
	}{
		{"a-turkiye", "a-fidan", "a person is never anything else"},
		{"a-turkiye", "a-turkiye", "with itself"},
		{"a-turkiye", "a-nobody", "no record a-nobody"},
		{"a-turkiye", "e-talks", "is no actor"},
		{"e-talks", "a-turkiye", "actors and questions can be merged"},
	} {
		if _, err := cast().Merge(c.into, c.from, "x", at); err == nil || !strings.Contains(err.Error(), c.tells) {
			t.Errorf("merging %s into %s: %v, want %q", c.from, c.into, err, c.tells)
		}
	}
}
