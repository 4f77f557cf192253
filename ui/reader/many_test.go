package reader

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/ui/uitest"
)

// The panes of a briefing with very many records are made in the background and
// only when they show; a person sees no difference.
func TestVeryManyRecordsReadLikeFew(t *testing.T) {
	through(t, "timeline", "limits")
	d := newDesk(t)
	b, id := d.importMany()
	cfg := d.config()
	cfg.Open = id
	app := d.app(cfg)
	p := uitest.Sit(t, app, 120, 36).See(fmt.Sprint(len(b.Events), " dated")).Press("3", "j", "j", "j")
	on := app.doc.record().Common().Handle
	p.Press("i").See("highlighted")
	if got := app.doc.record().Common().Handle; got != on {
		t.Errorf("after a change the cursor is on %s, not on %s", got, on)
	}
	p.Press("5").See("Design authority").Press("2").See("open")

	told := func(e *briefings.Event) bool { return strings.Contains(e.Text, "Akıncı") }
	count := 0
	for i := range b.Events {
		count += btoi(told(&b.Events[i]))
	}
	left := fmt.Sprint("&akinci  ", count, " of ", len(b.Events))
	p.Size(200, 36).Press("3", "&").Type("akinci").See(left).Press("enter", "j")
	if e, ok := app.doc.record().(*briefings.Event); !ok || !told(e) {
		t.Errorf("what is left is %+v", app.doc.record())
	}
	p.Press("i").See("highlight", left).Press("esc").See(fmt.Sprint(len(b.Events), " dated"))
}

// Keeping the place changes what the list says of a briefing, and so comes back
// as a change; it is no reason to read all records again.
func TestKeepingThePlaceReadsNothingAgain(t *testing.T) {
	d := newDesk(t)
	app := d.app(d.config())
	before := d.briefing()
	if err := d.lib.SetReading(t.Context(), d.id, briefings.Reading{Revision: 1, Sections: []briefings.Handle{before.Sections[0].Handle}}); err != nil {
		t.Fatal(err)
	}
	if msg := app.reloadChanged(d.id, before.Modified)(); msg != nil {
		t.Errorf("the briefing is read again: %T", msg)
	}
	d.clock.set(d.clock.now().Add(time.Second))
	if _, err := d.lib.Put(t.Context(), d.id, &before.Questions[0]); err != nil {
		t.Fatal(err)
	}
	if _, ok := app.reloadChanged(d.id, before.Modified)().(refreshed); !ok {
		t.Error("a change of a record is not shown")
	}
}

// importMany takes in a briefing with very many entries.
func (d *desk) importMany() (b briefings.Briefing, id string) {
	d.t.Helper()
	return d.importLike("The long list", func(b *briefings.Briefing) {
		for i := range manyRecords {
			e := *b.Events[i%8].Clone().(*briefings.Event)
			e.Handle = briefings.Handle(fmt.Sprintf("e-more-%d", i))
			e.When = fmt.Sprintf("%d-%02d", 1000+i/4, 1+3*(i%4)) // none is told twice
			b.Events = append(b.Events, e)
		}
	})
}

// importLike takes in the sample under another title, and changed.
func (d *desk) importLike(title string, change func(*briefings.Briefing)) (b briefings.Briefing, id string) {
	d.t.Helper()
	b, rev := frozen(d.t)
	b.ID, b.Slug, b.Title = "", "", title
	change(&b)
	rev.Raw = append(rev.Raw, title...) // no two are the same text
	rev.RawHash = fmt.Sprintf("sha256:%x", sha256.Sum256(rev.Raw))
	in, err := d.lib.Import(d.t.Context(), b, rev)
	if err != nil {
		d.t.Fatal(err)
	}
	return b, in.ID
}

// What the first frame with very many records shows was made beforehand: the
// keyboard waits for no reading.
func TestTheFirstFrameOfVeryManyRecordsReadsNone(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	_, id := d.importMany()
	cfg := d.config()
	cfg.Open = id
	app := d.app(cfg)
	p := uitest.Sit(t, app, 160, 40).See(" dated")
	msg := app.reload(id, "", "").(refreshed).arrive(app)().(prepared)
	reads := &countedReads{source: msg.view.b.source}
	msg.view.b.source = reads
	p.Send(msg).See("Timeline", "1000")
	if reads.n > 0 {
		t.Errorf("the first frame read records %d times", reads.n)
	}
	if p.Press("3", "G"); reads.n == 0 {
		t.Error("nothing was read at the end of the timeline either")
	}
}

// What a page of the text brings beside it was read while nobody waited for it.
func TestThePanesOfTheNextPageAreReadBeforeItsKey(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	_, id := d.importLike("The long list", func(b *briefings.Briefing) {
		passages := slices.SortedFunc(slices.Values(b.Events[:8]), func(x, y briefings.Event) int { return x.Anchors[0].DocStart - y.Anchors[0].DocStart })
		for i := range manyRecords {
			e := *passages[i*8/manyRecords].Clone().(*briefings.Event)
			e.Handle, e.When = briefings.Handle(fmt.Sprintf("e-more-%d", i)), fmt.Sprint(1000+i/4)
			b.Events = append(b.Events, e)
		}
	})
	cfg := d.config()
	cfg.Open = id
	app := d.app(cfg)
	p := uitest.Sit(t, app, 100, 24).See(" dated").Press("3", "0")
	reads := &countedReads{source: app.doc.view.b.source}
	app.doc.view.b.source = reads
	row := app.doc.pane("timeline").cursor
	for page := range 4 {
		p.Until("the neighbours are laid out", func() bool { return !app.looking.Load() })
		app.lookAhead()()
		foreseen := reads.n
		app.doc.step(app.doc.pageRows())
		if app.View(); reads.n > foreseen {
			t.Errorf("page %d read records %d times before it showed", page+1, reads.n-foreseen)
		}
	}
	if app.doc.pane("timeline").cursor < row+100 {
		t.Error("the pane shows the records that it showed before")
	}
}

// countedReads counts how often records are read.
type countedReads struct {
	source
	n int
}

func (c *countedReads) records(handles []briefings.Handle) ([]briefings.Record, error) {
	c.n++
	return c.source.records(handles)
}
