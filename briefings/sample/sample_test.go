package sample_test

import (
	"reflect"
	"testing"

	"dossier/briefings"
	"dossier/briefings/sample"
)

func TestTheSampleIsTheSameEachTime(t *testing.T) {
	b1, r1 := sample.Document()
	b2, r2 := sample.Document()
	if !reflect.DeepEqual(b1, b2) || r1.TextHash != r2.TextHash {
		t.Error("two calls gave two samples")
	}
}

func TestEveryMarkStandsOnItsWords(t *testing.T) {
	b, rev := sample.Document()
	text := []rune(rev.Text())
	marks := 0
	for _, r := range b.Records() {
		for _, a := range r.Common().Anchors {
			if got := string(text[a.DocStart:a.DocEnd]); got != a.Exact {
				t.Errorf("%s: the text there is %q, the quote %q", r.Common().Handle, got, a.Exact)
			}
			if r.Common().Origin == briefings.OriginAnalyst {
				marks++
			}
		}
	}
	if marks != 3 {
		t.Errorf("%d marks; want a note, a highlight and an answered question", marks)
	}
}

func TestTheSampleHasAnAnsweredQuestionANoteAndAHighlight(t *testing.T) {
	b, _ := sample.Document()
	has := map[briefings.Motivation]bool{}
	for _, a := range b.Annotations {
		has[a.Motivation] = true
	}
	if !has[briefings.Commenting] || !has[briefings.Highlighting] {
		t.Errorf("annotations: %v", has)
	}
	answered := 0
	for _, q := range b.Questions {
		if q.Status == briefings.Answered && q.Current() != nil {
			answered++
		}
	}
	if answered != 1 {
		t.Errorf("%d answered questions, want 1", answered)
	}
}

func TestNoHandleIsUsedTwice(t *testing.T) {
	b, _ := sample.Document()
	seen := map[briefings.Handle]bool{}
	for _, r := range b.Records() {
		if h := r.Common().Handle; seen[h] {
			t.Errorf("%s is used twice", h)
		} else {
			seen[h] = true
		}
	}
}

// Markdown in, the sample's own headings out.
func TestTheOutlineOfTheSample(t *testing.T) {
	b, _ := sample.Document()
	want := []string{"Bottom line", "What has been reported", "How it came to this", "What each side gains",
		"Limits on technology transfer", "Open questions", "Outlook", "References"}
	var got []string
	for _, s := range b.Sections {
		if s.Level == 2 {
			got = append(got, s.Title)
		}
	}
	if len(got) < len(want) || !reflect.DeepEqual(got[len(got)-len(want):], want) {
		t.Errorf("outline %q, want %q", got, want)
	}
}
