package extract

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/intake"
)

const testSigns = `sign no: not/never
sign keep: keep~/withhold~
sign give: give~/share~
sign know: source code
`

// featuresIn lists the features of a sentence, in their order; known are those of
// the sentences before.
func featuresIn(t *cueTable, sentence string, known []bool) string {
	words := t.read(sentence, Span{0, len(sentence)}, nil)
	var names []string
	for _, f := range t.signsOf(words, t.find(words, nil), known, nil) {
		names = append(names, t.signName(f.id))
	}
	return strings.Join(names, " ")
}

func TestSignsOfASentence(t *testing.T) {
	table := cuesOf(testSigns)()
	known := slices.Repeat([]bool{true}, table.features())
	for sentence, want := range map[string]string{
		"They withheld the source code.":                    "keep know",
		"They will not give the source code.":               "no not-give not-know",
		"They keep it and keep it.":                         "keep",
		"They did not; they gave it.":                       "no give",
		"Not one of the six old partners ever shared a bit": "no give",
	} {
		if got := featuresIn(table, sentence, known); got != want {
			t.Errorf("%q has %q, want %q", sentence, got, want)
		}
	}
}

func TestWeightsAddUpAndNameTheirReasons(t *testing.T) {
	table := cuesOf(testSigns)
	w := weightsOf(table, "# remark\ncolumns: first second\nbias 9 -100\nkeep 9 200\nknow 9 300\ngive 9 -400\n~partner 9 100\n~parrot 9 700\n")()
	sentence := "They withheld the source code from their partners."
	words := table().read(sentence, Span{0, len(sentence)}, nil)
	features := table().signsOf(words, table().find(words, nil), make([]bool, table().features()), nil)
	if got := w.score(secondLook, features, w.stemsOf(sentence, words, nil)); got != 6 {
		t.Errorf("score %v, want 6", got)
	}
	if got, want := w.reasons(sentence, words, features), "signs: withheld (keep), source code (know), partners"; got != want {
		t.Errorf("reasons %q, want %q", got, want)
	}
}

func TestWeightsOfUnknownFeaturesAreRefused(t *testing.T) {
	for _, data := range []string{"wish 1 1\n", "keep+give 1 1\n", "keep much more\n", "keep 1\n", "keep 1 1 1\n"} {
		if _, err := readWeights(cuesOf(testSigns)(), "columns: first second\n"+data); err == nil {
			t.Errorf("%q is taken", data)
		}
	}
}

func TestStemsOfWords(t *testing.T) {
	table := cuesOf(testSigns)()
	sentence := "The companies’ 44 licences can't be transferred; they're theirs."
	var stems []string
	eachStem(sentence, table.read(sentence, Span{0, len(sentence)}, nil), func(stem []byte) { stems = append(stems, string(stem)) })
	if got, want := strings.Join(stems, " "), "the compan # licenc can't be transferr they'r their"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFormsOfVerbs(t *testing.T) {
	for verb, want := range map[string]string{
		"withhold": "withhold withholds withholded withholding withheld",
		"ship":     "ship ships shiped shiping shipped shipping",
		"deny":     "deny denies denied denying",
		"share":    "share shares shared sharing",
	} {
		if got := strings.Join(inflected(verb), " "); got != want {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
	}
}

// What no cue proposes is proposed by its signs, which are named.
func TestALimitIsKnownByItsSigns(t *testing.T) {
	text, err := os.ReadFile("testdata/own/texts/thinktank-cloud.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := intake.Read(text, intake.Options{Now: time.Unix(0, 0)})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range Limits(NewSource(&doc.Revision, doc.Meta), nil) {
		if strings.HasPrefix(l.Text, "Operators were taught to swap boards") {
			if !strings.Contains(l.Rule, "explained (not-give)") || l.Transfer != briefings.Withheld {
				t.Errorf("%s, transfer %s", l.Rule, l.Transfer)
			}
			return
		}
	}
	t.Error("what was not explained is no limit")
}

// What a report says in every sentence tells less than what is new in one.
func TestASignIsNewOnceInADocument(t *testing.T) {
	table := cuesOf(testSigns)()
	known := make([]bool, table.features())
	for _, c := range []struct{ sentence, want string }{
		{"They keep it.", "keep new-keep"},
		{"They keep the source code.", "keep know new-know"},
		{"They do not keep it.", "no new-no not-keep new-not-keep"},
		{"They do not keep it.", "no not-keep"},
	} {
		if got := featuresIn(table, c.sentence, known); got != c.want {
			t.Errorf("%q has %q, want %q", c.sentence, got, c.want)
		}
	}
}
