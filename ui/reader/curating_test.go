package reader

import (
	"testing"

	"dossier/briefings"
)

// actor reads an actor from disk as another process would.
func (d *desk) actor(h briefings.Handle) *briefings.Actor {
	d.t.Helper()
	a, ok := d.briefing().Record(h).(*briefings.Actor)
	if !ok {
		d.t.Fatalf("no actor %s on disk", h)
	}
	return a
}

func TestTwoNamesAreMadeOneActorAndTakenApartAgain(t *testing.T) {
	through(t, "actors")
	d := newDesk(t)
	p := d.sit(120, 40)
	p.Press("4", "&").Type("istanbul").Press("enter", "s").See("Istanbul is marked", "Istanbul  (marked)")
	p.Press("&", "ctrl+u").Type("turkiye").Press("enter", "s").See("Istanbul is the same as Türkiye: 6 mentions, in every briefing; U undoes")
	p.See("Also: Ankara, Istanbul")
	state, city := d.actor("a-turkiye"), d.actor("a-istanbul")
	if len(state.Mentions) != 6 || city.Into != "a-turkiye" || city.Live() {
		t.Errorf("on disk %d mentions, and the city went into %q", len(state.Mentions), city.Into)
	}
	p.Press("p").See("Where this actor comes from", "Istanbul: analyst said that it is Türkiye").Press("q")
	p.Press("~").See("Which name is not Türkiye?", "[Ankara]").Press("right", "enter").See("Istanbul is not Türkiye")
	if n := len(d.actor("a-turkiye").Mentions); n != 4 || !d.actor("a-istanbul").Live() {
		t.Errorf("taken apart %d mentions are left", n)
	}
	p.Press("U").See("undone: Istanbul is not Türkiye").Press("U").See("undone: Istanbul is the same as Türkiye")
	if n := len(d.actor("a-turkiye").Mentions); n != 4 || !d.actor("a-istanbul").Live() {
		t.Errorf("undone %d mentions are left", n)
	}
	p.Press("ctrl+r").See("redone: Istanbul is the same as Türkiye")
}

func TestAMarkedActorIsLetBe(t *testing.T) {
	through(t, "actors")
	p := newDesk(t).sit(120, 40)
	p.Press("4", "s").See("Pakistan  (marked)").Press("esc").Miss("(marked)")
	p.Press("s").See("(marked)").Press("s").See("is marked no more").Miss("(marked)")
}

func TestAnActorIsRenamedRetypedAndHidden(t *testing.T) {
	through(t, "actors")
	d := newDesk(t)
	p := d.sit(120, 40)
	p.Press("4", "&").Type("baykar").Press("enter")
	p.Press("I").See("Rename Baykar").Press("ctrl+u").Type("Baykar Makina").Press("enter").See("Baykar is called Baykar Makina, in every briefing")
	p.Press("W").See("What is Baykar Makina?", "[organization]").Press("right", "enter").See("Baykar Makina is of the kind person")
	a := d.actor("a-baykar")
	if a.Name != "Baykar Makina" || a.Type != briefings.Person || a.Edited["name"].Was != "Baykar" {
		t.Errorf("on disk it is %+v", a)
	}
	p.Press("e").See("Correct the actor").Press("down", "enter").See("[person]").Press("left", "enter").See("is of the kind organization").Press("esc")
	p.Press("H").See("Baykar Makina is hidden")
	if !d.actor("a-baykar").Hidden {
		t.Error("it is not hidden on disk")
	}
	p.Press(":").Type("what was judged").Press("enter").See("Judged of actors", "Baykar is hidden").Type("hidden").Press("enter").See("taken back in every briefing")
	if d.actor("a-baykar").Hidden {
		t.Error("it is still hidden on disk")
	}
}

func TestOneMentionIsSomebodyElse(t *testing.T) {
	through(t, "actors")
	d := newDesk(t)
	p := d.sit(120, 40)
	p.Press("4", "&").Type("india").Press("enter", "!").See("Which of these is not India?").Press("enter").See("is not India, whatever a re-import brings")
	if a := d.actor("a-india"); len(a.Mentions) != 1 || len(a.Not) != 1 {
		t.Errorf("on disk %d mentions are left and %d denied", len(a.Mentions), len(a.Not))
	}
	p.Press("U").See("undone: one “")
	if a := d.actor("a-india"); len(a.Mentions) != 2 {
		t.Errorf("undone %d mentions are left", len(a.Mentions))
	}
}

func TestTheSentencesOfAnActorAreOneKeyAway(t *testing.T) {
	through(t, "actors")
	p := newDesk(t).sit(120, 40)
	p.Press("4", "&").Type("kizilelma").Press("enter", "K").See("Kızılelma, 1 mention").Press("enter").Miss("8 sections")
	p.Press("4").Press("&", "ctrl+u").Press("enter", "g", "K").See("Pakistan, 12 mentions", "with ").Type("islamabad").See("Islamabad")
}

func TestInTheTextAJudgementIsOfWhoTheSentenceSpeaksOf(t *testing.T) {
	through(t, "notes")
	p := newDesk(t).sit(120, 40)
	p.Press("]", "j", "j", "H").See("Who is to be shown no more?").Press("esc")
	p.Press("7", "H").See("no actor here: go to one with 4")
}

func TestThePageOfAnActorLeadsToEveryPassage(t *testing.T) {
	through(t, "actors", "limits")
	d := newDesk(t)
	second(d)
	p := d.sit(120, 60)
	p.Press("4", "P").See("Pakistan", "13 mentions in 2 briefings", "Briefings", "Over time", "2026", "With", "Timeline", "Limits", "Questions", "Who came to see it?")
	p.Press("/").Type("a visit").Press("enter", "enter").See("A visit to the works").Press("q").See("Briefings")
	p.Press("4").See("Actors", "2  ◉ Pakistan").Press("enter").See("Over time")
	p.Press("/").Type("ordered").Press("enter", "enter").See("had it in service soon afterwards").Miss("13 mentions")
}

func TestNamesInLookalikeLettersAreMadeOneOnlyAfterAYes(t *testing.T) {
	through(t, "actors")
	d := newDesk(t)
	const latin, forged = "Ankara", "\u0410nkara" // a Cyrillic А
	d.id = takenIn(d, "Ankara met \u0410nkara.", briefings.Briefing{Meta: briefings.Meta{Title: "A forgery"},
		Actors: []briefings.Actor{actorAt("a-latin", latin, 0), actorAt("a-forged", forged, 11)}})
	p := d.sit(120, 40)
	p.Press("4").See("is written with А (Cyrillic)", "where “Ankara” has A")
	p.Press("s", "j", "s").See("One actor all the same?", "is written with А (Cyrillic)").Press("enter")
	if !d.actor("a-latin").Live() || !d.actor("a-forged").Live() {
		t.Fatal("they were made one without a yes")
	}
	p.Press("s").See("One actor all the same?").Press("right", "enter").See("is the same as")
	if d.actor("a-latin").Live() == d.actor("a-forged").Live() {
		t.Error("they are still two after a yes")
	}
}

// actorAt is a state with one mention, at a code point of the text.
func actorAt(h briefings.Handle, name string, start int) briefings.Actor {
	end := start + len([]rune(name))
	at := briefings.Anchor{Exact: name, Start: start, End: end, DocStart: start, DocEnd: end}
	return briefings.Actor{Head: briefings.Head{Handle: h, Origin: briefings.OriginExtracted, Anchors: []briefings.Anchor{at}},
		Name: name, Type: briefings.StateActor, Mentions: []briefings.Anchor{at}, Aliases: []briefings.Alias{{Text: name, Type: briefings.Variant}}}
}

// takenIn takes a text of one paragraph into the library.
func takenIn(d *desk, text string, b briefings.Briefing) string {
	d.t.Helper()
	rev := briefings.Revision{Number: 1, Format: briefings.FormatText, RawHash: "sha256:" + b.Title, TextHash: "sha256:of " + b.Title}
	rev.Blocks = []briefings.Block{{Kind: briefings.Paragraph, Markdown: text, Text: text, End: len([]rune(text))}}
	in, err := d.lib.Import(d.t.Context(), b, rev)
	if err != nil {
		d.t.Fatal(err)
	}
	return in.ID
}

// second puts another briefing that speaks of Pakistan into the library.
func second(d *desk) (id string) {
	const text = "Pakistan received the visitors in March."
	return takenIn(d, text, briefings.Briefing{
		Meta:   briefings.Meta{Title: "A visit to the works", Date: "2026-03-02"},
		Actors: []briefings.Actor{actorAt("a-pakistan", "Pakistan", 0)},
		Questions: []briefings.Question{{Head: briefings.Head{Handle: "q-who", Origin: briefings.OriginAnalyst, Anchors: []briefings.Anchor{{Exact: text, DocEnd: len(text), End: len(text)}}},
			Text: "Who came to see it?", Kinds: []briefings.QuestionKind{briefings.Gap}, Status: briefings.Open}},
	})
}

// Two that are unlike, and a name that the text hardly uses, are made one only after a
// yes that says which name stays; the mark does not go without a word.
func TestAnUnlikelyMergeAsksFirst(t *testing.T) {
	through(t, "actors")
	d := newDesk(t)
	p := d.sit(160, 40)
	p.Press("4", "&").Type("Baykar").Press("enter", "s").See("Baykar is marked", "called by that").Press("esc", "&").Type("Pakistan").Press("enter", "s").
		See("One actor all the same?", "is a", "stays").Press("enter").Miss("is the same as")
	if !d.actor("a-baykar").Live() {
		t.Error("they were made one without a yes")
	}
	p.Press("esc", "esc").See("Baykar is marked no more")
}

// The words that are selected need not name the actor that their sentence speaks of.
func TestASelectionStandsInItsSentence(t *testing.T) {
	through(t, "actors")
	d := newDesk(t)
	p := d.sit(100, 30)
	p.Press("/").Type("put together").Press("enter", "esc", "v").See("selecting words").Press("W").Miss("no actor in this sentence").See("Whose kind?")
}
