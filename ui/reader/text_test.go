package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/ui/theme"
)

// What a key would act on is seen before it is pressed, and named afterwards: on a
// terminal without colours, too, one knows which of two sentences on a line it was.
func TestTheSentenceThatKeysActOnIsShown(t *testing.T) {
	shaded := func(frame string) string {
		words, start := "", theme.New(theme.Dark, false).Sentence.Start()[2:]
		rows := strings.Split(frame, "\n") // the bars above and below look alike
		for _, piece := range strings.Split(strings.Join(rows[bodyTop:len(rows)-1], "\n"), "\x1b[")[1:] {
			if style, text, _ := strings.Cut(piece, "m"); strings.HasSuffix(style+"m", start) {
				words += " " + strings.TrimSpace(ansi.Strip(text))
			}
		}
		return strings.TrimSpace(words)
	}
	p := newDesk(t).sit(100, 30).Press("]", "}", "j")
	const sentence = "Türkiye and Pakistan are close to a deal under which Turkish combat drones would be put together on Pakistani soil."
	if got := shaded(p.Frame()); got != sentence {
		t.Errorf("shaded is %q, want the sentence that the line of the mark begins in", got)
	}
	p.Press("i").See("highlighted “Türkiye and Pakistan are close")
	if got := shaded(p.Press("3").Frame()); got != "" {
		t.Errorf("in a pane keys act on its line, but shaded is %q", got)
	}
}

// Of what stands above a place a few rows show, whatever the height: the rest of
// the screen is for what is still to be read.
func TestAHeadingThatOneGoesToStandsNearTheTop(t *testing.T) {
	for _, height := range []int{16, 24, 36, 60} {
		rows := strings.Split(newDesk(t).sit(100, height).Press("]", "]", "]", "]").See("What each side gains").Screen(), "\n")
		for i, row := range rows {
			if strings.HasPrefix(row, "›  What each side gains") && (i < bodyTop || i > bodyTop+restingMost) {
				t.Errorf("of %d rows the heading is in row %d", height, i)
			}
		}
	}
}

// A search that finds one place has no next one to go to.
func TestTheOnlyHitIsNoWayAround(t *testing.T) {
	p := newDesk(t).sit(100, 30).Press("G", "/").Type("crossing the border").Press("ctrl+u").Type("labour, testing").Press("enter").See("1/1, the only one").Miss("from the top")
	p.Press("n").See("1/1, the only one")
}

// A key that has nothing to act on says why.
func TestAKeyAboutARecordWhereThereIsNone(t *testing.T) {
	through(t, "outline")
	newDesk(t).sit(100, 30).Press("c").See("go to a pane and a line of it first").Press("1", "D").See("this line stands for no record")
}

// A key that has nothing to act on says so, and one that filters does in every list.
func TestKeysOfPanesInTheList(t *testing.T) {
	p := newDesk(t).browse(100, 30).See("A Turkish drone line")
	p.Press("P").See("no actor here: 4 lists those of all briefings")
	p.Press("&").Type("nowhere").Miss("2025-12-08  Sample").Press("esc").See("2025-12-08  Sample")
}
