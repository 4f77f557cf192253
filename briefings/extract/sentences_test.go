package extract

import (
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
)

// Each case is a paragraph with "|" where a sentence ends.
var sentenceCases = []struct{ why, text string }{
	{"plain stops", "The yard opened.| Work began at once!| Was it enough?| Nobody knows."},
	{"titles", "Gen. Aylin Demir met Dr. Rahman.| Sen. Ortiz stayed away."},
	{"initials", "J. R. Hollis wrote to George W. Hale.| He answered."},
	{"U.S. in mid-sentence", "The U.S. Navy and U.S. officials agreed.| It was signed."},
	{"U.S. at the end", "The parts came from the U.S.| The rest was made at home."},
	{"law citations", "Under P.L. 116-92 the sale stops.| See 10 U.S.C. 130i for more."},
	{"numbers and decimals", "It grew by 3.5 percent to $1.2 billion.| No. 5 was third."},
	{"the word no", "The answer was no.| Then they left."},
	{"months", "It arrived on Sept. 3 and left in Oct.| Nobody saw it."},
	{"years", "It ended in 2025.| The next began."},
	{"companies", "Delta Inc. Holdings bought Orion Corp.| The price was not told."},
	{"a company's seat in brackets", "Delta Inc. (Ankara) and Orion L.P. (Lahore) bid.| Others did not."},
	{"latin", "Small craft, e.g. Boats, i.e. Dinghies, vs. Ships, sank."},
	{"time of day", "They met at 9 a.m. Tuesday and parted at 5 p.m.| The talks failed."},
	{"quotes take the stop in", "“We wait.”| “They know,” he said.| She nodded."},
	{"a question inside a quote", "“Is it safe?” he asked.| No answer came."},
	{"quote opens the next", "He left. |“Nothing changed.”"},
	{"brackets", "(The rest is silence.)| He left (see p. 4).| Nobody came."},
	{"ellipsis", "It takes … time and … Patience they lack.| He waited...| Nothing came."},
	{"ellipsis before a small letter", "It is under review ... and may change."},
	{"note numbers", "It sank.[12]| Nobody was hurt.[3][4]| It was raised."},
	{"labels of items", "1. The first point.| 2. Another one."},
	{"letters as labels", "(a) Then came rain."},
	{"inline bullets", "They need: |• steel |• fuel |• time"},
	{"line breaks", "One line|\nanother line"},
	{"web names and versions", "Visit example.com or read v2.1.3 of Node.js now.| It helps."},
	{"small letter goes on", "The firm est. 1990 by acme ltd. was sold."},
	{"chinese", "工厂开工了。|没有人知道地点。|何时完成？"},
	{"hindi", "यह पहला है। |यह दूसरा है।"},
	{"urdu", "کام شروع ہوا۔ |جگہ معلوم نہیں۔"},
	{"turkish capitals", "Fabrika açıldı.| İlk teslimat yapıldı.| Çalışma sürüyor."},
	{"cyrillic", "Завод открыт.| Место неизвестно."},
	{"several stops", "Really?!| Yes!!!| Good."},
	{"v. in a case", "Doe v. Roe decided it.| The court agreed."},
}

func TestSentencesEndWhereReadersEndThem(t *testing.T) {
	for _, c := range sentenceCases {
		text, want := unmark(c.text)
		var got []string
		for _, s := range prose(text, 0, nil) {
			got = append(got, text[s.Start:s.End])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s:\n got %q\nwant %q", c.why, got, want)
		}
	}
}

func unmark(marked string) (text string, want []string) {
	for _, part := range strings.Split(marked, "|") {
		want = append(want, strings.TrimSpace(part))
	}
	return strings.ReplaceAll(marked, "|", ""), want
}

func TestHeadingsCellsAndCodeLinesAreSentencesOfTheirOwn(t *testing.T) {
	heading := briefings.Block{Kind: briefings.Heading, Text: "What now? Nobody knows."}
	if got := split(&heading, nil); len(got) != 1 {
		t.Errorf("a heading is %d sentences, want 1", len(got))
	}
	table := briefings.Block{Kind: briefings.Table, Text: "Type\tRange\nA. B\t150 km"}
	if got := split(&table, nil); len(got) != 4 {
		t.Errorf("four cells are %d sentences", len(got))
	}
}

// However odd the text: sentences come in order, do not overlap, and leave out
// nothing but blanks.
func FuzzSentencesCoverTheText(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range prose(text, 0, nil) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("span %v after byte %d of %d", s, at, len(text))
			}
			if left := strings.Trim(text[at:s.Start], " \t\n"); left != "" {
				t.Fatalf("left out %q", left)
			}
			at = s.End
		}
		if left := strings.Trim(text[at:], " \t\n"); left != "" {
			t.Fatalf("left out %q", left)
		}
	})
}

func TestTheNameOfASpeakerEndsBeforeHisSpeech(t *testing.T) {
	for text, want := range map[string][]string{
		"§ Mr. RoeTo ask the Secretary of State how many cranes stand. None do.": {"§ Mr. Roe", "To ask the Secretary of State how many cranes stand.", "None do."},
		"Ada RoeSince May 1997, none stood.":                                     {"Ada Roe", "Since May 1997, none stood."},
		"YouTube and DeepSeek agreed.":                                           {"YouTube and DeepSeek agreed."},
		"McThe yard closed.":                                                     {"McThe yard closed."},
		"The yard of RoeTo closed.":                                              {"The yard of RoeTo closed."},
	} {
		var got []string
		for _, s := range Split(&briefings.Block{Kind: briefings.Paragraph, Text: text}) {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q\n gives %q\n  want %q", text, got, want)
		}
	}
}

func TestSplittingAllocatesNothingButItsResult(t *testing.T) {
	text := strings.Repeat("Gen. Demir said “no.” The U.S. waits… Then it ends. ", 40)
	out := prose(text, 0, nil)
	if n := testing.AllocsPerRun(10, func() { out = prose(text, 0, out[:0]) }); n != 0 {
		t.Errorf("%v allocations a run, want none", n)
	}
}

func BenchmarkSentences(b *testing.B) {
	text := strings.Repeat("The firm and Gen. Demir signed in 2021. Prices rose by 3.5 percent, the U.S. said. ", 2000)
	b.SetBytes(int64(len(text)))
	var out []Span
	for b.Loop() {
		out = prose(text, 0, out[:0])
	}
}

// A text of nothing but stops, quotes or dotted words takes no longer for its
// size than prose does.
func BenchmarkSentencesOfHostileText(b *testing.B) {
	for name, unit := range map[string]string{"stops": ". ", "dots": "a.a.", "closers": ".”)", "openers": ". (“"} {
		text := strings.Repeat(unit, 200_000/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			var out []Span
			for b.Loop() {
				out = prose(text, 0, out[:0])
			}
		})
	}
}
