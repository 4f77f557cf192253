package revise

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dossier/briefings"
)

// Lines that stand more than once, or nearly, are placed in silence only if far less would
// speak for an exchange of one for another.
func TestLikeSentencesAreHeldAgainstEachOther(t *testing.T) {
	lines := func(list ...string) string { return "# T\n\n## Notes\n\n" + strings.Join(list, "\n\n") + "\n" }
	const (
		source = "Source: the harbour board of the province."
		mill   = "The mill stood still all summer."
		rain   = "Rain fell on the hills for a week."
		ferry  = "A ferry ran instead of the two bridges."
		market = "The market was held on Fridays only."
		ships  = "Nobody had counted the ships before then."
		school = "The school moved to the other bank."
		guest  = "A guest wrote all of it down at night."
		last   = "The end of the season came early."
	)
	for _, c := range []struct {
		name     string
		old, new []string
		quote    string
		nth      int
		want     int // which of the new text; 0 for none in silence
	}{
		{"what stood behind one copy now stands behind another",
			[]string{mill, "Days of waiting, by port.", source, rain, ferry, market, "Days of sailing, by port.", source, ships, school, last},
			[]string{mill, "Hours spent at anchor, by ship.", source, ships, ferry, market, "Days of sailing, by port.", "Source: the board of another town.", school, last},
			source, 2, 0},
		{"one copy of two that stood together is left, and what parted them went",
			[]string{mill, rain, source, ferry, source, market, ships, school, last},
			[]string{mill, rain, source, market, ships, school, last},
			source, 2, 0},
		{"another line got its number, and it got a new one",
			[]string{mill, "Report of the board, p. 73.", rain, ferry, market, ships, "Report of the board, p. 39.", school, guest, last},
			[]string{mill, "Report of the board, p. 39.", rain, ferry, market, ships, "Report of the board, p. 42.", school, guest, last},
			"Report of the board, p. 39.", 1, 0},
		{"the line before it got its number, and it got a new one",
			[]string{mill, rain, "Report of the board, p. 8.", "Report of the board, p. 2.", school, guest, last},
			[]string{mill, rain, "Report of the board, p. 2.", "Report of the board, p. 7.", school, guest, last},
			"Report of the board, p. 2.", 1, 0},
		{"the last of a line of its few letters moved alone, and its like went",
			[]string{mill, "Ibid.", rain, ferry, market, ships, "Ibid.", school, guest, last},
			[]string{mill, rain, ferry, "Ibid.", market, ships, school, guest, last},
			"Ibid.", 1, 0},
		{"a copy far away went", []string{mill, source, rain, ferry, market, source, ships, school, last},
			[]string{mill, rain, ferry, market, source, ships, school, last}, source, 2, 1},
		{"a copy moved away, the others stayed", []string{mill, source, rain, ferry, market, source, ships, school, last},
			[]string{mill, rain, source, ferry, market, source, ships, school, last}, source, 2, 2},
		{"a section stands twice, one right behind the other, and a line of the first went",
			[]string{mill, rain, source, ferry, mill, rain, source, ferry, last},
			[]string{mill, rain, ferry, mill, rain, source, ferry, last}, source, 2, 1},
		{"of two side by side one was put in other words, and so was the next",
			[]string{mill, rain, source, source, ferry + " It was full.", market, last},
			[]string{mill, rain, source, "Source: the harbour board of a province.", ferry + " It was empty.", market, last}, source, 1, 1},
		{"a line was put behind the second of two",
			[]string{mill, rain, source, source, ferry, market, last},
			[]string{mill, rain, source, strings.TrimSuffix(source, ".") + " and " + ships, ferry, market, last}, source, 1, 1},
		{"of two side by side one was put into the other's line",
			[]string{mill, rain, source, source, ferry, market, last},
			[]string{mill, rain, source + " " + source, ferry, market, last}, source, 1, 0},
		{"two stand side by side in one line as they did", []string{mill, rain, source + " " + source, ferry, market, last},
			[]string{mill, rain, source + " " + source, ferry, "The market was held on Mondays only.", last}, source, 2, 2},
		{"a line that is like it was put in front of it, and both were put in other words",
			[]string{mill, ferry, "6 boats of the guild at the north quay, market road, until May;", rain, "8 boats of a guild to be found before the winter; and", ships, last},
			[]string{mill, ferry, "9 boats of a guild to be found before the spring; and 6 rafts of the school at the north quay, market road, until May;", rain, ships, last},
			"boats", 1, 0},
		{"a few letters that stand again elsewhere, now the beginning of another line",
			[]string{mill, rain, "Ibid.", "Ibid. at 664.", ferry, market, "Ibid.", ships, "Ibid. at 12.", school, guest, last},
			[]string{mill, rain, "A guest put all of it down at night.", "Ibid. at 55-49.", "Ibid. at 664.", ferry, market, "Ibid.", ships, school, last}, "Ibid.", 1, 0},
		{"a line that ends in its words came to its place, and it went",
			[]string{mill, rain, "Harbour study", ferry, market, "Share of the cargo that is explained in the Harbour study", school, guest, last},
			[]string{mill, rain, "Share of all that is explained in the Harbour study", ferry, market, school, guest, last}, "Harbour study", 1, 0},
		{"what stood before a few letters that stand again elsewhere now stands behind them, in another number",
			[]string{mill, ferry, "1784 (1958).", "Ibid.", rain, "397 (1960).", market, "Ibid.", ships, school, last},
			[]string{mill, ferry, "Ibid.", "4346 (6090).", "Two carts were mended that week.", rain, market, ships, school, last}, "Ibid.", 1, 0},
		{"what stood between two of them was moved away, and so was the second",
			[]string{mill, rain, source, ferry, source, market, ships, school, guest, "A stove was lit.", "A door was shut.", last},
			[]string{mill, rain, source, market, ships, school, guest, "A stove was lit.", "A door was shut.", ferry, last}, source, 2, 0},
		{"another one got its words, and stands beside it",
			[]string{mill, "As of 8 April the figures of 2023 are not out.", rain, ferry, "As of 8 April the figures of 2023 are not out.", market, ships, school, last},
			[]string{mill, "As of 5 April the figures of 8697 are not out.", "As of 8 April the figures of 2023 are not out.", rain, ferry, market, ships, school, last},
			"As of 8 April the figures of 2023 are not out.", 1, 0},
		{"its words are those that a sentence in other words came to have",
			[]string{mill, "Boats of the guild are included.", rain, ferry, "Notes: Boats of the guild are not included.", market, last},
			[]string{mill, rain, ferry, "Notes: Boats of the guild are included.", market, last}, "Boats of the guild are included.", 1, 0},
		{"a mark it began with was another sentence, and went",
			[]string{mill, rain + " The board wrote it had no power, . . . it has since seen the light of day.", ferry, market, last},
			[]string{mill, rain + " It had been wrong. . it has since seen the light of day.", ferry, market, last}, ". . it has since seen the light of day.", 1, 0},
		{"marks alone, fewer side by side than they were", []string{mill, rain, "}", "}", ferry, market, last},
			[]string{mill, rain, "}", ships, "}", ferry, market, last}, "}", 1, 0},
	} {
		old, changed := textOf(lines(c.old...), 1), textOf(lines(c.new...), 2)
		got, _ := Reanchor(anchorAt(t, old, c.quote, c.nth), old, changed)
		certain := got.State == briefings.Anchored || got.State == briefings.Moved
		switch {
		case c.want == 0 && certain:
			t.Errorf("%s: placed at %d as %s", c.name, got.DocStart, got.State)
		case c.want > 0 && (!certain || got.DocStart != anchorAt(t, changed, c.quote, c.want).DocStart):
			t.Errorf("%s: %s at %d", c.name, got.State, got.DocStart)
		}
	}
}

// Words that stand once in each text are placed, whatever became of what stood around
// them: in silence or as a guess.
func TestWordsThatStandOnceArePlaced(t *testing.T) {
	word := func(r *rapid.T, label string) string {
		return rapid.SampledFrom(strings.Fields("mill rain ferry market ships school guest 5 1958 Ibid harbour board the of")).Draw(r, label)
	}
	text := func(r *rapid.T, label string) string {
		var b strings.Builder
		b.WriteString("# T\n")
		for range rapid.IntRange(1, 12).Draw(r, label) {
			b.WriteString("\n")
			for range rapid.IntRange(1, 6).Draw(r, "words") {
				b.WriteString(word(r, "word") + " ")
			}
			b.WriteString(rapid.SampledFrom([]string{".\n", "\n", "; it fell.\n"}).Draw(r, "end"))
		}
		return b.String()
	}
	rapid.Check(t, func(r *rapid.T) {
		old, changed := textOf(text(r, "old"), 1), textOf(text(r, "new"), 2)
		al := Align(old, changed)
		words := tokens(old.words, 0, len(old.words))
		from := rapid.IntRange(0, len(words)-1).Draw(r, "from")
		to := rapid.IntRange(from, min(len(words)-1, from+4)).Draw(r, "to")
		a := old.locator.Anchor(words[from].start, words[to].end)
		got, p := al.Reanchor(a)
		switch {
		case strings.Count(old.words, a.Exact) != 1 || strings.Count(changed.words, a.Exact) != 1:
		case !got.Placed():
			r.Fatalf("%q stands once in each text, and is %s", a.Exact, got.State)
		case got.State != briefings.Drifted && p.Margin < silentFrom:
			r.Fatalf("%q is placed in silence by %d letters", a.Exact, p.Margin)
		}
	})
}
