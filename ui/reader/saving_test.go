package reader

import (
	"testing"
	"time"

	"dossier/ui/uitest"
)

// The place is kept once it rests, and now and then on a long way: to keep it
// while keys come makes the next page wait for the disk.
func TestThePlaceIsKeptWhenItRests(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = d.id
	app, err := newApp(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	uitest.Sit(t, app, 120, 36).Gone("opening…")
	keeps := func() bool {
		ticked(time.Time{}).arrive(app)
		return app.doc.settled()
	}
	app.paragraph(1)
	if keeps() {
		t.Error("a place that has just been reached is kept")
	}
	if !keeps() {
		t.Error("a place that rests is not kept")
	}
	for range wayEnds {
		if app.paragraph(1); keeps() {
			t.Error("a place that is passed is kept")
		}
	}
	if app.paragraph(1); !keeps() {
		t.Error("on a long way no place is kept")
	}
}
