package extract

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dossier/briefings"
)

const yard = "The valves\n\nPublished 16 March 2021.\n\nWhat was said\n\n" +
	"The yard in Kaohsiung waits for valves. Meanwhile, on 3 March the head of the yard told CNA that tests begin. " +
	"The seller will not pass on the pump drawings. See https://news.example/a/pumps?utm_source=x.\n\n" +
	"A shipyard is no such yard, and neither is The Yard Hotel: cna.example and cna are no agency.\n\n" +
	"References\n\nCNA, a report on the yard, 2020.\n"

// pointedAt is a passage of a text: the sentence that holds some words, or those words.
func pointedAt(t testing.TB, s *Source, words string, chosen bool) Passage {
	t.Helper()
	at := strings.Index(s.Text, words)
	if at < 0 {
		t.Fatalf("the text does not hold %q", words)
	}
	sentence := s.Sentences[s.SentenceAt(at)]
	p := Passage{Meta: s.Meta, Block: s.Revision.Blocks[sentence.Block], Actors: Actors(s)}
	spot := func(start, end int) briefings.Spot {
		return briefings.Spot{Start: int32(s.Point(start)), End: int32(s.Point(end))}
	}
	p.Sentence = spot(sentence.Start, sentence.End)
	if p.Words = p.Sentence; chosen {
		p.Words = spot(at, at+len(words))
	}
	return p
}

// What is added of a sentence begins with the date and the words that tell it, and is
// nobody's but the person's.
func TestAMissedEntryBeginsWithTheDateOfItsSentence(t *testing.T) {
	s := dated(t, yard, "2021-03-16")
	e := Missed(briefings.KindEvent, pointedAt(t, s, "told CNA", false)).(*briefings.Event)
	if e.When != "2021-03-03" || e.Literal != "3 March" || e.Text != "Head of the yard told CNA that tests begin" {
		t.Errorf("it begins as %q, %q, %q", e.When, e.Literal, e.Text)
	}
	if e.Origin != briefings.OriginAnalyst || e.Generator != "" || e.Rule != "" || e.Handle != "" || len(e.Anchors) != 0 {
		t.Errorf("its head is %+v", e.Head)
	}
	e = Missed(briefings.KindEvent, pointedAt(t, s, "tests begin", true)).(*briefings.Event)
	if e.When != "2021-03-03" || e.Text != "tests begin" {
		t.Errorf("of chosen words it begins as %q, %q", e.When, e.Text)
	}
	e = Missed(briefings.KindEvent, pointedAt(t, s, "waits for valves", false)).(*briefings.Event)
	if e.When != "" || e.Status != briefings.Occurred || e.Text != "The yard in Kaohsiung waits for valves" {
		t.Errorf("without a date it begins as %q, %q, %q", e.When, e.Status, e.Text)
	}
}

func TestAMissedLimitBeginsWithWhatItsSentenceTells(t *testing.T) {
	s := dated(t, yard, "")
	l := Missed(briefings.KindLimit, pointedAt(t, s, "pump drawings", false)).(*briefings.Limit)
	if l.Transfer != briefings.Withheld || !strings.Contains(l.Text, "pump drawings") || l.Origin != briefings.OriginAnalyst {
		t.Errorf("it begins as %+v", l)
	}
	l = Missed(briefings.KindLimit, pointedAt(t, s, "pump drawings", true)).(*briefings.Limit)
	if l.Transfer != briefings.Withheld || l.Subject != "pump drawings" || l.Text != "pump drawings" {
		t.Errorf("of chosen words it begins as %+v", l)
	}
}

func TestAMissedActorAndReferenceBeginWithTheirWords(t *testing.T) {
	s := dated(t, yard, "")
	for words, want := range map[string]string{"CNA that": "CNA that", "The yard": "The yard", "in Kaohsiung": "in Kaohsiung"} {
		if a := Missed(briefings.KindActor, pointedAt(t, s, words, true)).(*briefings.Actor); a.Name != want {
			t.Errorf("%q begins as %q", words, a.Name)
		}
	}
	if a := Missed(briefings.KindActor, pointedAt(t, s, "told CNA", false)).(*briefings.Actor); a.Name != "" {
		t.Errorf("a sentence alone is called %q", a.Name)
	}
	r := Missed(briefings.KindReference, pointedAt(t, s, "See https", false)).(*briefings.Reference)
	if r.URL != "https://news.example/a/pumps" {
		t.Errorf("the address is %q", r.URL)
	}
}

// The mentions of an actor that a person added are counted as an extractor counts:
// whole words, in what is told.
func TestMentionsAreWholeWordsOfWhatIsTold(t *testing.T) {
	s := dated(t, yard, "")
	hotel := briefings.Actor{Head: briefings.Head{Handle: "a-hotel"}, Name: "The Yard Hotel"}
	at := strings.Index(s.Text, "The Yard Hotel")
	hotel.Mentions = []briefings.Anchor{s.Anchor(Span{at, at + len("The Yard Hotel")})}
	for name, want := range map[string][]string{
		"The yard":              {"The yard", "the yard"},
		"CNA":                   {"CNA"},
		"the CNA":               {"CNA"},
		"yard in Kaohsiung":     {"yard in Kaohsiung"},
		"the yard, Kaohsiung":   nil,
		"pump drawing":          nil,
		"\u200bnothing like it": nil,
	} {
		var got []string
		for _, m := range Mentions(s, &briefings.Actor{Name: name}, []briefings.Actor{hotel}) {
			if got = append(got, m.Exact); m.DocEnd-m.DocStart != utf8.RuneCountInString(m.Exact) {
				t.Errorf("%q stands at %d to %d", m.Exact, m.DocStart, m.DocEnd)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is spoken of as %q, want %q", name, got, want)
		}
	}
	denied := &briefings.Actor{Name: "the yard", Not: Mentions(s, &briefings.Actor{Name: "the yard"}, nil)[:1]}
	if got := Mentions(s, denied, []briefings.Actor{hotel}); len(got) != 1 {
		t.Errorf("with one denied %d are left", len(got))
	}
	called := &briefings.Actor{Name: "Kaohsiung Yard Company", Aliases: []briefings.Alias{{Text: "the yard", Type: briefings.Variant}}}
	if got := Mentions(s, called, []briefings.Actor{hotel}); len(got) != 2 {
		t.Errorf("by another form it is spoken of %d times", len(got))
	}
}

// The date that a person gives an entry of their own says nothing of the text's others.
func TestTheDateOfAnAddedEntryMovesNoOther(t *testing.T) {
	s := dated(t, article("The contract was signed in April 2019. Two days later the trucks came."), "2026-01-09")
	b := &briefings.Briefing{Meta: s.Meta, Sections: s.Sections, Events: Events(s, nil)}
	own := *b.Events[0].Clone().(*briefings.Event)
	own.Handle, own.Origin = "e-own", briefings.OriginAnalyst
	is := *b
	is.Events = append(slices.Clone(b.Events), own)
	was := is
	was.Events = slices.Clone(is.Events)
	if err := briefings.SetField(&is.Events[len(is.Events)-1], "when", "2018-01-01", "analyst", time.Date(2026, 1, 10, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if moved := Redate(s.Revision, &was, &is); len(moved.Events) != 0 {
		t.Errorf("it moved %+v", moved.Events)
	}
}
