package revise

import (
	"strings"
	"testing"

	"dossier/briefings"
)

func TestReanchor(t *testing.T) {
	background := "## Background\n\nThe maker has sold 35 systems abroad. The buyer ordered six of them in 2021. A second batch came in 2023.\n\n"
	outlook := article[strings.Index(article, "## Outlook"):]
	for _, c := range []struct {
		name  string
		edits []string
		quote string
		want  briefings.AnchorState
		words string // at the new place; "" for the quote
		grave bool
	}{
		{"nothing changed", nil, "named a site", briefings.Anchored, "", false},
		{"a sentence before", []string{"The maker has sold", "Sales began long ago. The maker has sold"}, "35 systems", briefings.Anchored, "", false},
		{"its sentence moved to another section", []string{" A second batch came in 2023.", "", "Neither side", "A second batch came in 2023. Neither side"}, "second batch", briefings.Moved, "", false},
		{"two sections swapped", []string{background, "", outlook, outlook + "\n" + background}, "ordered six", briefings.Anchored, "", false},
		{"its section renamed", []string{"## Outlook", "## What comes next"}, "named a site", briefings.Anchored, "", false},
		{"the sentence changed around it", []string{"employ 350 people at first", "employ 400 people at first"}, "The plant would employ", briefings.Anchored, "", false},
		{"a number changed in it", []string{"sold 35 systems", "sold 38 systems"}, "maker has sold 35 systems abroad", briefings.Drifted, "maker has sold 38 systems abroad", true},
		{"a negation went", []string{"It will not pass on", "It will pass on"}, "will not pass on the mission software", briefings.Drifted, "will pass on the mission software", true},
		{"a word changed in it", []string{"expected in 2026 if", "expected in 2026 should"}, "Announcements are expected in 2026 if the talks hold", briefings.Drifted, "Announcements are expected in 2026 should the talks hold", false},
		{"words put in beside it", []string{"Neither side has", "Neither side - so far - has"}, "named a site", briefings.Anchored, "", false},
		{"its sentence went", []string{" A second batch came in 2023.", ""}, "second batch came", briefings.Orphaned, "", false},
		{"its sentence went and the words stand elsewhere", []string{"The maker has sold 35 systems abroad. ", ""}, "The maker", briefings.Orphaned, "", false},
		{"its sentence was put in other words", []string{"A second batch came in 2023.", "Years later, more arrived."}, "second batch came in 2023", briefings.Orphaned, "", false},
		{"a short quote whose words changed", []string{"ordered six of", "ordered ten of"}, "six", briefings.Orphaned, "", false},
	} {
		old := textOf(article, 1)
		changed := textOf(edit(t, article, c.edits...), 2)
		a := anchorAt(t, old, c.quote, 1)
		got, p := Reanchor(a, old, changed)
		if got.State != c.want || p.State != c.want || p.Grave != c.grave {
			t.Errorf("%s: %q is %q (grave %v, %+v), want %q", c.name, c.quote, got.State, p.Grave, p, c.want)
			continue
		}
		if got.Exact != a.Exact || got.Prefix != a.Prefix || got.Suffix != a.Suffix {
			t.Errorf("%s: the stored quote was changed", c.name)
		}
		if !got.Placed() {
			if got.Revision != 1 || got.DocStart != a.DocStart {
				t.Errorf("%s: the old place is lost: %+v", c.name, got)
			}
			continue
		}
		want := c.words
		if want == "" {
			want = c.quote
		}
		if words := string([]rune(changed.words)[got.DocStart:got.DocEnd]); words != want {
			t.Errorf("%s: placed on %q, want %q", c.name, words, want)
		}
		if s := changed.sections[briefings.SectionAt(changed.sections, got.DocStart)]; s.Handle != got.Section || got.Start != got.DocStart-s.Start {
			t.Errorf("%s: section and offsets do not agree: %+v", c.name, got)
		}
	}
}

// Of sentences that stand several times each keeps its own place; where little tells
// which, the best one is told to be a guess.
func TestRepeatedSentences(t *testing.T) {
	old := textOf("# T\n\n## A\n\nFirst words here. Not confirmed. More words here.\n\n## B\n\nOther words here. Not confirmed. Last words here.\n", 1)
	for _, c := range []struct {
		name, markdown string
		nth            int
		want           briefings.AnchorState
		section        string
	}{
		{"a sentence inserted", "# T\n\n## A\n\nFirst words here. New words here. Not confirmed. More words here.\n\n## B\n\nOther words here. Not confirmed. Last words here.\n", 2, briefings.Anchored, "s-b"},
		{"the first one went", "# T\n\n## A\n\nFirst words here. More words here.\n\n## B\n\nOther words here. Not confirmed. Last words here.\n", 1, briefings.Orphaned, ""},
		{"the first one went, for the second", "# T\n\n## A\n\nFirst words here. More words here.\n\n## B\n\nOther words here. Not confirmed. Last words here.\n", 2, briefings.Anchored, "s-b"},
		{"all around them changed", "# T\n\n## C\n\nSome lines of ours. Not confirmed. And yet others of ours.\n\n## D\n\nSome that we put. Not confirmed. What else can one put.\n", 1, briefings.Drifted, "s-c"},
	} {
		got, _ := Reanchor(anchorAt(t, old, "Not confirmed", c.nth), old, textOf(c.markdown, 2))
		if got.State != c.want || c.section != "" && string(got.Section) != c.section {
			t.Errorf("%s: %q in %s, want %q in %s", c.name, got.State, got.Section, c.want, c.section)
		}
	}
}

// An orphan comes back when its words do; a drifted passage is anchored again
// when they are as they were.
func TestOrphansComeBack(t *testing.T) {
	first := textOf(article, 1)
	without := textOf(edit(t, article, " A second batch came in 2023.", ""), 2)
	again := textOf(article, 3)
	orphan, _ := Reanchor(anchorAt(t, first, "A second batch came in 2023.", 1), first, without)
	back, _ := Reanchor(orphan, without, again)
	if orphan.State != briefings.Orphaned || back.State != briefings.Anchored || back.Revision != 0 {
		t.Errorf("orphan %+v, then %+v", orphan, back)
	}
	changed := textOf(edit(t, article, "sold 35 systems", "sold 38 systems"), 2)
	drifted, _ := Reanchor(anchorAt(t, first, "maker has sold 35 systems", 1), first, changed)
	still, _ := Reanchor(drifted, changed, textOf(edit(t, article, "sold 35 systems", "sold 38 systems", "Neither side", "Still, neither side"), 3))
	restored, _ := Reanchor(drifted, changed, again)
	if drifted.State != briefings.Drifted || still.State != briefings.Drifted || restored.State != briefings.Anchored {
		t.Errorf("%q, then %q or %q", drifted.State, still.State, restored.State)
	}
}

func TestDiff(t *testing.T) {
	var b strings.Builder
	for _, w := range Diff("sold 35 systems abroad", "sold 38 of the systems abroad") {
		b.WriteString("[" + string(w.Op) + w.Text + "]")
	}
	if got, want := b.String(), "[=sold][- 35][+ 38 of the][= systems abroad]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestChanges(t *testing.T) {
	old := textOf(article, 1)
	changed := textOf(edit(t, article, "sold 35 systems", "sold 38 systems", " A second batch came in 2023.", "", "Neither side", "A wholly new sentence stands here. Neither side"), 2)
	var got []string
	for _, c := range Align(old, changed).Changes() {
		got = append(got, string(c.Op)+" "+string(c.Section)+" "+c.Before+" > "+c.After)
	}
	want := "reworded s-background The maker has sold 35 systems abroad. > The maker has sold 38 systems abroad.\n" +
		"removed s-background A second batch came in 2023. > \n" +
		"added s-outlook  > A wholly new sentence stands here."
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

// A passage that went is shown where it was: behind what stood before it, or,
// if that went too, before what stood behind it; and again after the next text.
func TestAPassageThatWentIsNearWhatStoodBesideIt(t *testing.T) {
	without := edit(t, article, " "+batch, "")
	old, now := textOf(article, 1), textOf(without, 2)
	a, _ := Reanchor(anchorAt(t, old, batch, 1), old, now)
	standing := now.locator.Point(strings.Index(now.words, ordered) + len(ordered))
	if a.State != briefings.Orphaned || a.Near != standing || a.At() != standing {
		t.Errorf("%+v is not near %d, where %q ends", a, standing, ordered)
	}
	longer := textOf(edit(t, without, ordered, "A sentence was put in here. "+ordered), 3)
	again, _ := Reanchor(a, now, longer)
	if want := longer.locator.Point(strings.Index(longer.words, ordered) + len(ordered)); again.Near != want || again.State != briefings.Orphaned {
		t.Errorf("in the third text: %+v, want near %d", again, want)
	}
	back, _ := Reanchor(again, longer, textOf(article, 4))
	if back.State != briefings.Anchored || back.Near != 0 {
		t.Errorf("once it stands again: %+v", back)
	}
}

// Equal sentences are told apart by what stands around them, further away where
// their neighbours changed, and by the sentence that one was put behind.
func TestEqualSentencesKeepTheirPlaces(t *testing.T) {
	const (
		first  = "# T\n\nThe first report came in spring.\n\n"
		twins  = "See the annual report of the agency.\n\nSee the annual report of the agency.\n\n"
		second = "The second report is due in autumn.\n\n"
		third  = "A third one was called off.\n"
	)
	old := textOf(first+twins+second+third, 1)
	see := "See the annual report of the agency"
	for _, c := range []struct {
		name, markdown, quote string
		nth                   int
		want                  briefings.AnchorState
		placed                int // which of the equal ones of the new text
	}{
		{"a sentence put between", first + see + ".\n\nNothing else was said.\n\n" + see + ".\n\n" + second + third, see, 2, briefings.Anchored, 2},
		{"one put in other words", first + see + " of transport.\n\n" + see + ".\n\n" + second + third, see, 2, briefings.Anchored, 2},
		{"one of them went, and nothing tells which", first + see + ".\n\n" + second + third, see, 1, briefings.Ambiguous, 0},
		{"one moved away, and nothing tells which", first + see + ".\n\n" + second + third + "\n" + see + ".\n", see, 1, briefings.Ambiguous, 0},
		{"a line that a sentence was put behind", strings.Replace(first+twins+second+third, "The first report came in spring.", "The first report came in spring. Rain fell that day.", 1), "The first report came", 1, briefings.Anchored, 1},
	} {
		changed := textOf(c.markdown, 2)
		got, p := Reanchor(anchorAt(t, old, c.quote, c.nth), old, changed)
		if got.State != c.want {
			t.Errorf("%s: %q, want %q (%+v)", c.name, got.State, c.want, p)
			continue
		}
		if c.placed > 0 {
			if want := anchorAt(t, changed, c.quote, c.placed); want.DocStart != got.DocStart {
				t.Errorf("%s: placed at %d, want %d", c.name, got.DocStart, want.DocStart)
			}
		}
	}
}

// A heading or a line of a list is a sentence until another is put behind it.
func TestALineIsFoundWithinTheSentenceItWasPutInFrontOf(t *testing.T) {
	list := "# T\n\nThe parts of this report:\n\n- Oracles\n- Bridges\n- Oracles and bridges\n\nBridges are treated below.\n"
	old := textOf(list, 1)
	for _, c := range []struct{ name, from, to, quote string }{
		{"one sentence", "- Oracles\n", "- Oracles The choir rehearses on Tuesdays.\n", "Oracles"},
		{"one sentence, before it", "- Oracles\n", "- The choir rehearses on Tuesdays and Oracles\n", "Bridges"},
	} {
		changed := textOf(edit(t, list, c.from, c.to), 2)
		if got, _ := Reanchor(anchorAt(t, old, c.quote, 1), old, changed); got.State != briefings.Anchored || got.DocStart != anchorAt(t, changed, c.quote, 1).DocStart {
			t.Errorf("%s: %q is %q at %d", c.name, c.quote, got.State, got.DocStart)
		}
	}
}

// Figures that were numbered anew are not taken for each other in silence.
func TestARenumberedFigureIsNotTheOtherOne(t *testing.T) {
	figures := "# T\n\nFigure 1.\n\nRegional offices\n\nFigure 2.\n\nStaff on board\n\nFigure 3.\n\nAnnual funding\n\nThe end of the list.\n"
	old := textOf(figures, 1)
	changed := textOf(edit(t, figures, "Figure 3", "Figure 4", "Figure 2", "Figure 3"), 2)
	if got, _ := Reanchor(anchorAt(t, old, "Figure 3.", 1), old, changed); got.State != briefings.Drifted {
		t.Errorf("what was Figure 3, where Figure 2 was, is %+v", got)
	}
}
