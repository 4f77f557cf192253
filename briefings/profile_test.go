package briefings

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAProfileBringsTogetherWhatBriefingsSayOfAnActor(t *testing.T) {
	briefing := func(id, date string, set func(*Briefing)) (Summary, *Briefing) {
		b := capital()
		b.ID, b.Date, b.Title = id, date, "On "+id
		set(b)
		return Summary{ID: id, Slug: id, Title: b.Title, Date: date}, b
	}
	p := NewProfile("türkiye", StateActor)
	p.Add(briefing("early", "2021-05", func(b *Briefing) {
		b.Events[0].When = "2024"
		b.Events[0].Actors = []Handle{"a-turkiye"}
		b.Actors[1].Mentions[0].DocStart, b.Actors[1].Mentions[0].DocEnd = 50, 56
	}))
	p.Add(briefing("late", "2024-01-02", func(b *Briefing) {
		b.Events[0].When = "2020"
		b.Limits[0].Recipient = []string{"a-turkiye"}
		b.Questions = []Question{
			{Head: Head{Handle: "q-done", Anchors: []Anchor{{DocStart: 0, DocEnd: 20}}}, Status: Answered},
			{Head: Head{Handle: "q-open", Anchors: []Anchor{{DocStart: 0, DocEnd: 20}}}, Status: Open},
			{Head: Head{Handle: "q-city", Anchors: []Anchor{{DocStart: 95, DocEnd: 108}}}, Status: Open},
		}
	}))
	p.Add(briefing("undated", "", func(b *Briefing) {
		b.Reference.Date = "2021-03~"
		b.Actors[0].Mentions = b.Actors[0].Mentions[:1]
		b.Events = nil
	}))
	p.Add(briefing("silent", "2024", func(b *Briefing) { b.Actors[0].State = StateRejected }))
	p.Settle()
	said := map[string]any{"mentions": p.Mentions, "years": p.Years, "with": p.With[:1]}
	for _, a := range p.Briefings {
		said["briefings"] = append(strs(said["briefings"]), a.Briefing)
	}
	for what, list := range map[string][]Spoken{"events": p.Events, "limits": p.Limits, "questions": p.Questions} {
		for _, s := range list {
			said[what] = append(strs(said[what]), s.Briefing.ID+"#"+string(s.Record.Common().Handle))
		}
	}
	want := map[string]any{
		"mentions":  5,
		"years":     []YearCount{{"2021", 3, 2}, {"2022", 0, 0}, {"2023", 0, 0}, {"2024", 2, 1}},
		"with":      []Companion{{"Ankara", PlaceActor, 5}},
		"briefings": []string{"late", "early", "undated"},
		"events":    []string{"late#e-both", "early#e-both"},
		"limits":    []string{"late#l-parts"},
		"questions": []string{"late#q-open", "late#q-done"},
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("the profile says:\n%s", diff)
	}
}

func strs(v any) []string {
	s, _ := v.([]string)
	return s
}
