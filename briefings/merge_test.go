package briefings_test

import (
	"strings"
	"testing"

	"dossier/briefings"
)

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
	b := &briefings.Briefing{
		Questions: []briefings.Question{{Head: briefings.Head{Handle: "q-site"}}, {Head: briefings.Head{Handle: "q-gone", State: briefings.StateRejected}}},
		Events:    []briefings.Event{{Head: briefings.Head{Handle: "e-talks"}}},
	}
	for _, c := range []struct {
		into, from briefings.Handle
		tells      string
	}{
		{"q-site", "q-site", "with itself"},
		{"q-site", "q-nothing", "no record q-nothing"},
		{"q-site", "q-gone", "rejected or merged already"},
		{"q-site", "e-talks", "is no question"},
		{"e-talks", "q-site", "actors and questions can be merged"},
	} {
		if _, err := b.Merge(c.into, c.from, "x", at); err == nil || !strings.Contains(err.Error(), c.tells) {
			t.Errorf("merging %s into %s: %v, want %q", c.from, c.into, err, c.tells)
		}
	}
}
