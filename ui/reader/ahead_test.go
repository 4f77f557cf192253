package reader

import (
	"context"
	"errors"
	"testing"

	"dossier/briefings"
	"dossier/ui/uitest"
)

// gated is a library in which one step waits until it is let through: reading a text,
// going through all records, or saving.
type gated struct {
	shelved
	text, walk, put chan error // nil for a step that waits for nobody
}

// through waits before a gate; it brings the error that the step is to fail with.
func (g gated) through(gate chan error) error {
	if gate == nil {
		return nil
	}
	return <-gate
}

func (g gated) Text(ctx context.Context, id string) (Text, error) {
	if err := g.through(g.text); err != nil {
		return nil, err
	}
	return g.shelved.Text(ctx, id)
}

func (g gated) Each(ctx context.Context, kind briefings.Kind, do func(briefings.Summary, briefings.Record) error) error {
	if err := g.through(g.walk); err != nil {
		return err
	}
	return g.shelved.Each(ctx, kind, do)
}

func (g gated) Put(ctx context.Context, id string, records ...briefings.Record) ([]briefings.Record, error) {
	if err := g.through(g.put); err != nil {
		return nil, err
	}
	return g.shelved.Put(ctx, id, records...)
}

// behind sits down before a library with gates.
func (d *desk) behind(g gated, cfg Config, width, height int) (*App, *uitest.Person) {
	d.t.Helper()
	g.shelved = d.lib
	cfg.Library = g
	app := d.app(cfg)
	return app, uitest.Sit(d.t, app, width, height)
}

// Whoever types faster than a briefing is read types in the briefing, however it is
// opened: keys that are pressed in order act in order.
func TestKeysBehindEnterBelongToTheBriefing(t *testing.T) {
	for name, start := range map[string]func(*desk, *Config, *uitest.Person){
		"from the list":          func(_ *desk, _ *Config, p *uitest.Person) { p.See("1 briefing ").Press("enter") },
		"at the program's start": nil,
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			cfg := d.config()
			if start == nil {
				cfg.Open = d.id
			}
			g := gated{text: make(chan error)}
			_, p := d.behind(g, cfg, 100, 30)
			if start != nil {
				start(d, &cfg, p)
			}
			p.See("opening…").Press("]", "a").Type("from afar").Paste(", pasted").Press("enter").See("opening…")
			close(g.text)
			p.See("note saved")
			all := d.briefing().Annotations
			if n := all[len(all)-1]; n.Body != "from afar, pasted" || n.Anchors[0].Section == "" {
				t.Errorf("on disk is %+v", n)
			}
		})
	}
}

// Enter is not lost on a list that is still read.
func TestEnterWaitsForTheList(t *testing.T) {
	d := newDesk(t)
	app := d.app(d.config())
	p := uitest.Sit(t, app, 100, 30).See("1 briefing ")
	known := app.shelf
	app.shelf = newShelf()
	p.Press("enter", "]", "]").Send(listed{known.listing, 0}).See("section 2 of 8")
}

// Esc calls an opening off, with the keys behind it.
func TestEscCallsAnOpeningOff(t *testing.T) {
	d := newDesk(t)
	g := gated{text: make(chan error)}
	app, p := d.behind(g, d.config(), 100, 30)
	p.See("1 briefing ").Press("enter").See("opening…").Press("q", "esc").See("stopped: opening")
	close(g.text)
	p.Press("/").Type("drone").Press("enter").See("1 of 1 briefing").Until("nothing was opened", func() bool { return app.doc == nil && !p.Left() })

	cfg := d.config()
	cfg.Open = d.id
	_, p = d.behind(gated{text: make(chan error)}, cfg, 100, 30)
	p.See("opening…").Press("esc").See("1 briefing ")
}

// What does not come takes the keys with it that were for it: in the list q would end
// the program. Nor does the next briefing open where the failed one was to.
func TestKeysForWhatDoesNotComeGoNowhere(t *testing.T) {
	d := newDesk(t)
	g := gated{text: make(chan error, 1)}
	app, p := d.behind(g, d.config(), 60, 10) // too low for a preview, which reads the text too
	p.See("1 briefing ").Press("enter").See("opening…").Press("q")
	app.target.record = "e-of-another"
	g.text <- errors.New("the disk is gone")
	p.See("the disk is gone")
	if p.Left() || app.ahead != nil || app.target != (target{}) {
		t.Errorf("left %v, waits %v, goes to %v", p.Left(), app.ahead, app.target)
	}
}

// What is typed for a row that is still read goes to that row's record.
func TestKeysBehindARowThatIsReadWaitForIt(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	g := gated{walk: make(chan error)}
	_, p := d.behind(g, d.config(), 110, 30)
	p.See("1 briefing ").Press("2").See("reading…").Press("x").See("opening…").Type("jot").See("opening…").Miss("Answer")
	close(g.walk)
	p.See("Answer", "answer  jot")
}

// From a board the next key is meant for the next row, while that of the one before is
// being saved.
func TestKeysBehindWhatABoardDoesAreForTheBoard(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	g := gated{put: make(chan error)}
	app, p := d.behind(g, d.config(), 110, 30)
	p.See("1 briefing ").Press("2").See("6 questions")
	p.Until("the rows are read", func() bool { return app.board.reading == nil && !app.board.waits() }).Press("g", "j")
	before := app.board.place()
	p.Press("t").See("saving…").Press("k").See("saving…")
	close(g.put)
	p.See("6 questions").Until("the key moves on the board", func() bool { return app.doc == nil && app.board.place() == before-1 })
}

// Whoever types faster than the fields of a briefing are read writes into them, and
// carries out no commands in the list.
func TestKeysBehindEditWaitForTheFields(t *testing.T) {
	d := newDesk(t)
	app, p := d.before(d.config(), 100, 30)
	p.See("1 briefing ")
	read := app.editFromShelf()
	p.Type("tags").Press("enter").Miss("Bottom line", "Correct")
	p.Send(read()).See("words, with commas").Press("esc", "esc")
	read = app.editFromShelf()
	p.Type("ta").Press("esc").Send(read()).Miss("Correct").Press("enter").See("Bottom line")
}
