package page

import (
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"dossier/briefings/clean"
)

// at returns the code points of words in a page's document.
func at(t *testing.T, p *Page, words string) Range {
	t.Helper()
	before, _, ok := strings.Cut(textOf(p.doc), words)
	if !ok {
		t.Fatalf("the document has no %q", words)
	}
	start := len([]rune(before))
	return Range{start, start + len([]rune(words))}
}

func TestPositionOfEveryCodePointShowsIt(t *testing.T) {
	for _, width := range []int{20, 60} {
		p := open(everything, width)
		for _, row := range allRows(p) {
			for _, span := range row.Spans() {
				for point := span.Start; point < span.End; point++ {
					if got := p.PositionOf(point); got != row.Position {
						t.Fatalf("at %d: code point %d is shown at %v (%q), PositionOf says %v", width, point, row.Position, ansi.Strip(row.Text), got)
					}
				}
				if point, ok := row.PointAt(span.Col); !ok || point != span.Start {
					t.Fatalf("at %d: column %d of %v shows code point %d, PointAt says %d", width, span.Col, row.Position, span.Start, point)
				}
			}
		}
	}
}

func TestMoveDownAndUpAgain(t *testing.T) {
	p := open(everything, 40)
	down := []Position{p.Top()}
	for {
		next := p.Move(down[len(down)-1], 1)
		if next == down[len(down)-1] {
			break
		}
		down = append(down, next)
	}
	for i := len(down) - 1; i > 0; i-- {
		if got := p.Move(down[i], -1); got != down[i-1] {
			t.Fatalf("up from %v is %v, want %v", down[i], got, down[i-1])
		}
	}
	if got := p.Move(p.Top(), 10_000); got != down[len(down)-1] {
		t.Errorf("far down is %v, want the last row %v", got, down[len(down)-1])
	}
	if got := p.Bottom(10); p.Move(got, 9) != down[len(down)-1] {
		t.Errorf("the bottom screen of 10 rows begins at %v", got)
	}
	if got := p.Share(p.Bottom(10), 10); got != 1 {
		t.Errorf("the share at the end is %v, want 1", got)
	}
	if got := p.Share(p.Top(), 10); got <= 0 || got >= 1 {
		t.Errorf("the share at the start is %v", got)
	}
}

// Resizing keeps the passage at the top, there and back, as often as it likes.
func TestResizeKeepsThePassage(t *testing.T) {
	p := open(strings.Repeat("Words that fill a paragraph and go on and on. ", 200), 80)
	words := at(t, p, "Words").Start + 3_000
	top := p.PositionOf(words)
	begin := p.PointAt(top)
	for _, width := range []int{40, 61, 23, 100, 35, 80} {
		top = p.Resize(width, top)
		row := p.Rows(top, 1)[0]
		if spans := row.Spans(); spans[0].Start > begin || spans[len(spans)-1].End < begin {
			t.Errorf("at %d the top row shows %v, not code point %d", width, spans, begin)
		}
	}
	if got := p.PointAt(top); got != begin {
		t.Errorf("after resizing there and back the top is at code point %d, want %d", got, begin)
	}
}

// What a page keeps of a text from one width to the next does not show: it is laid out
// as one that had no other width.
func TestAResizedPageIsLaidOutAsAFreshOne(t *testing.T) {
	p := open(everything, 80)
	for _, width := range []int{40, 23, 100, 40, 80} {
		p.Resize(width, p.Top())
		if diff := cmp.Diff(texts(allRows(open(everything, width))), texts(allRows(p))); diff != "" {
			t.Errorf("at %d, fresh and resized:\n%s", width, diff)
		}
	}
}

func texts(rows []Row) (all []string) {
	for _, row := range rows {
		all = append(all, row.Text)
	}
	return all
}

func TestMarksLightUpWordsAcrossLinesAndEmphasis(t *testing.T) {
	p := open("One two **three** four five *six* seven eight nine ten", 24)
	r := at(t, p, "three four five six seven")
	p.SetMarks([]Mark{{r, Passage}})
	var lit []string
	for _, row := range allRows(p) {
		if strings.HasPrefix(ansi.Strip(row.Text), p.theme.Glyphs.Bar) != strings.Contains(row.Text, string(p.theme.Passage)) {
			t.Errorf("bar and background disagree: %q", row.Text)
		}
		lit = append(lit, litWords(row, string(p.theme.Passage))...)
	}
	if got := strings.Join(lit, " "); got != "three four five six seven" {
		t.Errorf("lit up is %q", got)
	}
}

// Where a passage goes on below, its background runs to the edge; where it ends,
// it ends, also at the end of a paragraph.
func TestPassageIsLitToTheEdgeOnlyWhereItGoesOn(t *testing.T) {
	p := open("One two three four five six seven eight nine ten\n\nNext", 26)
	p.SetPointers([]Mark{{at(t, p, "One two three four five six seven eight nine ten"), Passage}})
	for i, want := range []string{"One two three four five ", "six seven eight nine ten"} {
		row := p.Rows(p.Top(), 2)[i]
		if got := litText(row, string(p.theme.Passage)); got != want {
			t.Errorf("row %d: lit up is %q, want %q", i, got, want)
		}
	}
	p.SetPointers([]Mark{{at(t, p, "three four five six"), Passage}})
	if got := litText(p.Rows(p.Top(), 2)[0], string(p.theme.Passage)); got != "three four five " {
		t.Errorf("where it begins in the row, %q is lit up", got)
	}
	p.SetPointers([]Mark{{at(t, p, "One two three four five six seven eight nine ten"), Passage}})
	p.Resize(30, p.Top())
	if got := litText(p.Rows(p.Top(), 2)[1], string(p.theme.Passage)); got != "seven eight nine ten" {
		t.Errorf("the last row is lit up as %q", got)
	}
}

// litWords returns the words of a row that are drawn with a parameter.
func litWords(row Row, param string) []string { return strings.Fields(litText(row, param)) }

// litText returns what of a row is drawn with a parameter.
func litText(row Row, param string) string {
	var out strings.Builder
	for _, piece := range strings.Split(row.Text, "\x1b[") {
		params, text, ok := strings.Cut(piece, "m")
		if ok && strings.Contains(";"+params+";", ";"+param+";") {
			out.WriteString(text)
		}
	}
	return out.String()
}

func TestHitsLightUpPartsOfWords(t *testing.T) {
	p := open("Akıncı drones and an Akıncı", 60)
	first := at(t, p, "kın")
	second := Range{first.Start + 21, first.End + 21}
	p.SetHits([]Range{first, second}, 1)
	row := p.Rows(p.Top(), 1)[0]
	if got := litWords(row, string(p.theme.Hit)); len(got) != 1 || got[0] != "kın" {
		t.Errorf("the hit is %q", got)
	}
	if !strings.Contains(row.Text, p.theme.HitCurrent.Start()+"kın") {
		t.Errorf("the current hit is not apart: %q", row.Text)
	}
}

func TestQuestionStandsInTheMarginOfItsFirstLine(t *testing.T) {
	p := open("One two three four five six seven", 16)
	p.SetMarks([]Mark{{at(t, p, "three four five"), Question}})
	var margins []string
	for _, row := range allRows(p) {
		margins = append(margins, string([]rune(ansi.Strip(row.Text))[0]))
	}
	if got := strings.Join(margins, ""); got != " ?   "[:len(got)] && got != "?  "[:len(got)] {
		t.Errorf("the margin reads %q", got)
	}
	if strings.Count(strings.Join(margins, ""), "?") != 1 {
		t.Errorf("the question stands %d times in the margin", strings.Count(strings.Join(margins, ""), "?"))
	}
}

func TestInsetsStandBelowTheirPassageAndMoveNothing(t *testing.T) {
	p := open("One two three four five six seven\n\nEight nine\n\n| A |\n|---|\n| ten |", 18)
	before := p.PositionOf(at(t, p, "Eight").Start)
	p.SetInsets([]Inset{
		{After: at(t, p, "four").End, Text: clean.Of("a note of some length"), Role: Note},
		{After: at(t, p, "ten").End, Text: clean.Of("on the table"), Role: Note},
	})
	want := "  One two three\n  four five\n╰ a note of\n  some length\n  six seven\n\n  Eight nine\n\n  A\n  ───\n  ten\n╰ on the table"
	if got := see(p); got != want {
		t.Errorf("the page is\n%s\nwant\n%s", got, want)
	}
	if after := p.PositionOf(at(t, p, "Eight").Start); after != before {
		t.Errorf("the inset moved a passage from %v to %v", before, after)
	}
	if got := p.Move(p.Move(before, -5), 5); got != before {
		t.Errorf("up and down past the inset leads to %v, want %v", got, before)
	}
}

// A heading and its rule are one: what is said of the heading parts them not.
func TestAnInsetOfAHeadingStandsBelowItsRule(t *testing.T) {
	p := open("## Costs and bottlenecks\n\nEight nine", 14)
	heading := at(t, p, "Costs and bottlenecks")
	before := p.PositionOf(at(t, p, "Eight").Start)
	p.SetInsets([]Inset{{After: heading.End, Text: clean.Of("a note"), Role: Note}})
	want := "  Costs and\n  bottlenecks\n  ───────────\n╰ a note\n\n  Eight nine"
	if got := see(p); got != want {
		t.Errorf("the page is\n%s\nwant\n%s", got, want)
	}
	if got := p.Move(p.Move(before, -4), 4); got != before {
		t.Errorf("up and down past the inset leads to %v, want %v", got, before)
	}
}

func TestRowsBehindTheEndAreBlank(t *testing.T) {
	for _, in := range []string{"", "words"} {
		p := open(in, 20)
		rows := p.Rows(p.Top(), 5)
		if len(rows) != 5 || strings.TrimSpace(ansi.Strip(rows[4].Text)) != "" {
			t.Errorf("%q gives %d rows, the last %q", in, len(rows), rows[len(rows)-1].Text)
		}
		p.Move(p.Top(), 3)
		p.Bottom(3)
		p.Share(p.Top(), 3)
		p.PositionOf(100)
		p.WordAt(100)
		p.SentenceAt(100)
		p.PreviousWord(100)
	}
}

func TestCacheIsBounded(t *testing.T) {
	p := open(article(2<<20), 84)
	for at := p.Top(); ; {
		next := p.Move(at, 200)
		if next == at {
			break
		}
		at = next
		size := 0
		for _, l := range p.cache.young {
			size += l.size
		}
		for _, l := range p.cache.previous {
			size += l.size
		}
		if size > cacheMax+cacheMax/4 {
			t.Fatalf("at %v the cache holds %d KB, want at most %d", at, size>>10, cacheMax>>10)
		}
	}
}

// What is laid out ahead runs beside the page: the race detector watches.
func TestAShadowRunsBesideThePage(t *testing.T) {
	p := open(article(60<<10), 84)
	var wait sync.WaitGroup
	for at := p.Top(); ; {
		shadow, from := p.Shadow(), at
		wait.Go(func() {
			shadow.Move(from, 80)
			shadow.Move(from, -40)
		})
		p.Rows(at, 40)
		next := p.Move(at, 39)
		if next == at {
			break
		}
		at = next
	}
	wait.Wait()
}
