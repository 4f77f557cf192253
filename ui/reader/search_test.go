package reader

import (
	"sync/atomic"
	"testing"

	"dossier/briefings"
	"dossier/ui/uitest"
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

// A text of 10 MB lies on disk: with every letter typed only what held the
// letters before is read again.
func TestSearchGoesOnFromTheLettersBefore(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = d.id
	app, err := newApp(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	p := uitest.Sit(t, app, 120, 36).Gone("opening…")
	text := &counted{Text: app.doc.text}
	app.doc.text = text
	p.Press("/").Type("K")
	if n := text.read.Load(); n < int64(text.Len()) {
		t.Fatalf("the first letter was looked for in %d of %d blocks", n, text.Len())
	}
	text.read.Store(0)
	p.Type("arac").See("/")
	if n := text.read.Load(); n >= int64(text.Len()) {
		t.Errorf("four more letters read %d blocks of %d", n, text.Len())
	}
}
