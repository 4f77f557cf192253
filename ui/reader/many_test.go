package reader

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/ui/uitest"
)

// The panes of a briefing with very many records are made in the background and
// only when they show; a person sees no difference.
func TestVeryManyRecordsReadLikeFew(t *testing.T) {
	d := newDesk(t)
	b, rev := frozen(t)
	b.ID, b.Slug, b.Title = "", "", "The long list"
	for i := range manyRecords {
		e := *b.Events[i%8].Clone().(*briefings.Event)
		e.Handle = briefings.Handle(fmt.Sprintf("e-more-%d", i))
		e.When = fmt.Sprintf("%d-%02d", 1000+i/4, 1+3*(i%4)) // none is told twice
		b.Events = append(b.Events, e)
	}
	rev.Raw = append(rev.Raw, '\n')
	rev.RawHash = fmt.Sprintf("sha256:%x", sha256.Sum256(rev.Raw))
	in, err := d.lib.Import(t.Context(), b, rev)
	if err != nil {
		t.Fatal(err)
	}
	cfg := d.config()
	cfg.Open = in.ID
	app, err := newApp(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	p := uitest.Sit(t, app, 120, 36).See(fmt.Sprint(len(b.Events), " dated")).Press("3", "j", "j", "j")
	on := app.doc.record().Common().Handle
	p.Press("i").See("highlighted")
	if got := app.doc.record().Common().Handle; got != on {
		t.Errorf("after a change the cursor is on %s, not on %s", got, on)
	}
	p.Press("5").See("design authority").Press("2").See("open")

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
	p.Press("i").See("highlighted", left).Press("esc").See(fmt.Sprint(len(b.Events), " dated"))
}

// Keeping the place changes what the list says of a briefing, and so comes back
// as a change; it is no reason to read all records again.
func TestKeepingThePlaceReadsNothingAgain(t *testing.T) {
	d := newDesk(t)
	app, err := newApp(t.Context(), d.config())
	if err != nil {
		t.Fatal(err)
	}
	before := d.briefing()
	if err := d.lib.SetReading(t.Context(), d.id, briefings.Reading{Revision: 1, Sections: []briefings.Handle{before.Sections[0].Handle}}); err != nil {
		t.Fatal(err)
	}
	if msg := app.reloadChanged(d.id, before.Modified)(); msg != nil {
		t.Errorf("the briefing is read again: %T", msg)
	}
	d.now = d.now.Add(time.Second)
	if _, err := d.lib.Put(t.Context(), d.id, &before.Questions[0]); err != nil {
		t.Fatal(err)
	}
	if _, ok := app.reloadChanged(d.id, before.Modified)().(refreshed); !ok {
		t.Error("a change of a record is not shown")
	}
}
