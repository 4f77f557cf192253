package page

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/corpustest"
	"dossier/briefings/intake"
)

// allRows lays a whole document out.
func allRows(p *Page) []Row {
	var rows []Row
	at, ok := p.Top(), p.doc.Len() > 0
	for ok {
		rows = append(rows, p.row(p.settle(at)))
		at, ok = p.next(at)
	}
	return rows
}

// slidRows are the further views of a row that is wider than the page: slid as
// far as a key does at a time, up to its end.
func slidRows(p *Page, row Row) (rows []Row) {
	if row.line.fixed == 0 {
		return nil
	}
	for p.Slide(row.Position, 1, row.Position, true) {
		rows = append(rows, p.row(row.Position))
	}
	delete(p.slid, row.Block)
	return rows
}

// mapped checks a document's rows: each word on screen is the word of the
// source that its span names, every word of the source is on screen exactly
// once, or as often as it is slid past, rows are of exact width and hold nothing that may not reach a terminal.
// It returns how many words it checked.
func mapped(t *testing.T, p *Page, name string) int {
	t.Helper()
	source := []rune(textOf(p.doc))
	seen := make([]byte, len(source))
	words, wrong := 0, 0
	rows := allRows(p)
	whole := len(rows)
	for _, row := range rows[:whole] {
		rows = append(rows, slidRows(p, row)...)
	}
	for n, row := range rows {
		cells := columns(row.Text)
		if got := len(cells); got != p.Width() {
			t.Errorf("%s at %d: row %v is %d cells wide: %q", name, p.Width(), row.Position, got, row.Text)
		}
		if bad := forbidden(row.Text); bad != "" {
			t.Errorf("%s at %d: row %v lets %q through", name, p.Width(), row.Position, bad)
		}
		if strings.Count(row.Text, isolate) != strings.Count(row.Text, isolateEnd) {
			t.Errorf("%s at %d: row %v leaves an isolate open: %q", name, p.Width(), row.Position, row.Text)
		}
		for _, span := range row.Spans() {
			words++
			shown := strings.Join(cells[span.Col:span.Col+span.Width], "")
			if want := source[span.Start:span.End]; !faithful(shown, want) {
				if wrong++; wrong < 5 {
					t.Errorf("%s at %d: row %v shows %q where the source has %q", name, p.Width(), row.Position, shown, string(want))
				}
			}
			for i := span.Start; i < span.End; i++ {
				if n < whole || seen[i] == 0 {
					seen[i]++
				}
			}
		}
	}
	for i, n := range seen {
		if n != 1 && !(n == 0 && unicode.IsSpace(source[i])) {
			t.Errorf("%s at %d: %q of …%q… is on screen %d times", name, p.Width(), source[i], string(source[max(i-20, 0):min(i+20, len(source))]), n)
			break
		}
	}
	return words
}

// columns returns what stands in each cell of a row: a cluster in its first
// cell, nothing in the others, as a terminal has it.
func columns(row string) []string {
	var cells []string
	for plain := strings.NewReplacer(isolate, "", isolateEnd, "").Replace(ansi.Strip(row)); plain != ""; {
		cluster, width := ansi.FirstGraphemeCluster(plain, ansi.GraphemeWidth)
		plain = plain[len(cluster):]
		if width == 0 && len(cells) > 0 {
			cells[len(cells)-1] += cluster
			continue
		}
		cells = append(cells, cluster)
		for range width - 1 {
			cells = append(cells, "")
		}
	}
	return cells
}

// faithful says whether what is shown is the source, character by character:
// itself, or a chip for one that hides or piles up, or U+FFFD for a letter that
// joins without end.
func faithful(shown string, source []rune) bool {
	for _, r := range source {
		itself := string(r)
		if unicode.Is(unicode.M, r) || r > 0x2000 {
			shown = strings.TrimPrefix(shown, markBase)
		}
		rest, ok := strings.CutPrefix(shown, itself)
		if !ok {
			rest, ok = strings.CutPrefix(shown, clean.Of(itself).String())
		}
		if !ok && unicode.Is(unicode.M, r) {
			rest, ok = strings.CutPrefix(shown, fmt.Sprintf("‹U+%04X›", r))
		}
		if !ok && r == 0x34f {
			rest, ok = strings.CutPrefix(shown, "‹CGJ›")
		}
		if !ok && (unicode.Is(unicode.Hangul, r) || unicode.Is(unicode.M, r) || r > 0x2000) {
			rest, ok = strings.CutPrefix(shown, "\ufffd")
		}
		if !ok {
			return false
		}
		shown = rest
	}
	return shown == ""
}

func textOf(doc Document) string {
	var b strings.Builder
	for i := range doc.Len() {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(doc.Block(i).Text)
	}
	return b.String()
}

// forbidden returns what a row must not hold: a control that is no SGR and no
// hyperlink of ours.
func forbidden(row string) string {
	for i := 0; i < len(row); i++ {
		switch {
		case row[i] == 0x1b:
			if _, rest, ok := sgr(row[i:]); ok {
				i = len(row) - len(rest) - 1
				continue
			}
			target, rest, ok := strings.Cut(strings.TrimPrefix(row[i:], "\x1b]8;;"), "\x1b\\")
			if !ok || !strings.HasPrefix(row[i:], "\x1b]8;;") || target != clean.ParseURL(target).Target {
				return row[i:]
			}
			i = len(row) - len(rest) - 1
		case row[i] < 0x20, row[i] == 0x7f, row[i] == 0xc2 && i+1 < len(row) && row[i+1] < 0xa0:
			return row[i:]
		}
	}
	return ""
}

func TestSourceMapOverTheCorpora(t *testing.T) {
	root := corpustest.Path(t, "corpora")
	words, documents := 0, 0
	for _, folder := range []string{"briefings/texts", "headings/crs", "headings/digitalgov-mixed", "headings/digitalgov-wrap"} {
		files, err := filepath.Glob(filepath.Join(root, folder, "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			documents++
			for format, widths := range map[briefings.Format][]int{briefings.FormatText: {40, 80, 120}, briefings.FormatMarkdown: {60}} {
				doc, err := intake.Read(data, intake.Options{Source: file, Format: format, Now: time.Unix(0, 0)})
				if err != nil {
					continue
				}
				p := newPage(&doc.Revision, 50)
				for _, width := range widths {
					p.Resize(width, p.Top())
					words += mapped(t, p, fmt.Sprint(filepath.Base(file), " as ", format))
				}
			}
		}
	}
	t.Logf("%d words in %d documents at widths 40, 80 and 120, and 60 as Markdown, each traced to the same word of its source", words, documents)
}
