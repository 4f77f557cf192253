package reader

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dossier/briefings"
)

// counted counts the blocks that are read of a text.
type counted struct {
	Text
	read atomic.Int64
}

func (c *counted) Block(i int) briefings.Block {
	c.read.Add(1)
	return c.Text.Block(i)
}

// A text of 10 MB lies on disk. It is read once, as soon as somebody is about to
// type; no letter reads it again. What a search keeps goes when it ends.
func TestSearchReadsTheTextOnce(t *testing.T) {
	app, p := newDesk(t).within(120, 36)
	text := &counted{Text: app.doc.text}
	app.doc.text = text
	p.Press("/").Until("it is read before the first letter", func() bool { return text.read.Load() == int64(text.Len()) })
	text.read.Store(0)
	p.Type("Karac").See("/")
	if n := text.read.Load(); n >= int64(text.Len()) {
		t.Errorf("five letters read %d blocks of %d", n, text.Len())
	}
	p.Press("enter")
	if app.doc.finder != nil {
		t.Error("the text is still held for a search that has ended")
	}
}

// Whoever types faster than the text is searched loses no key, and writes nothing on
// the sentence where the search began.
func TestKeysBehindASearchWaitForWhatIsFound(t *testing.T) {
	app, p := newDesk(t).within(120, 36)
	from := app.doc.place
	p.Press("/")
	app.doc.query.text = "akinci"
	cmd := app.find()
	p.Press("enter", "N", "a").Miss("not found", "search with", "Note")
	p.Send(cmd()).See("Note  “Baykar's workshops are busy").Press("esc").See("3/3 from the end").Press("n").See("1/3 from the top").Press("ctrl+o")
	if app.doc.place != from {
		t.Errorf("the way back from the hits leads to %d, the search began at %d", app.doc.place, from)
	}
}

// Each message draws a frame. Work that changes nothing on the screen sends none,
// so that letters typed in one go wait for the frames of each other only.
func TestWhatChangesNothingDrawsNoFrame(t *testing.T) {
	app, p := newDesk(t).within(120, 36)
	if ahead := app.lookAhead(); ahead == nil || ahead() != nil {
		t.Error("laying out the neighbours of the screen sends a message, or is not done")
	}
	if app.looking.Load() {
		t.Error("the neighbours are taken to be laid out still")
	}
	p.Press("/")
	app.doc.query.text = "kar"
	first := app.find()
	app.doc.query.text = "kara"
	second := app.find()
	if msg := first(); msg != nil {
		t.Errorf("a search that a newer one has replaced sends %T", msg)
	}
	if msg, ok := second().(found); !ok || len(msg.hits.Ranges) == 0 {
		t.Error("the newer search finds nothing")
	}
}

func TestTheListIsOrderedByItsColumnsAndStaysSo(t *testing.T) {
	d := newDesk(t)
	second(d) // changed last, of 2026, with one question
	p := d.browse(120, 30)
	first := func() string { return strings.Split(p.Screen(), "\n")[4] }
	p.See("last changed first")
	p.Press("g").Press("O").See("ordered by date", "date↓").Miss("last changed first").Press("O").See("ordered by title", "title↑")
	if got := first(); !strings.Contains(got, "A visit to the works") { // the sample stands under "Sample: …"
		t.Errorf("by title the first is %q", got)
	}
	p.Press(":").Type("sort questions").Press("enter").See("ordered by questions", "open↓")
	if got := first(); !strings.Contains(got, "A Turkish drone line") {
		t.Errorf("by open questions the first is %q", got)
	}
	d.keeps(p, comfortSetting, "questions")
	d.browse(120, 30).See("open↓")
}

// The list is ordered by what it shows; what has no publisher comes last.
func TestTheListIsOrderedByWhatItShows(t *testing.T) {
	d := newDesk(t)
	d.later(time.Minute)
	d.importLike("Corvettes", func(b *briefings.Briefing) { b.Publisher = "" })
	p := d.browse(120, 30).See("2 briefings")
	p.Press(":").Type("sort title").Press("enter").See("title↑", "1 of 2")
	p.Press(":").Type("sort publisher").Press("enter").See("publisher↑", "2 of 2")
}
