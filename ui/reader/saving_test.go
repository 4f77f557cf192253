package reader

import (
	"testing"
	"time"
)

// The place is kept once it rests, and now and then on a long way: to keep it
// while keys come makes the next page wait for the disk.
func TestThePlaceIsKeptWhenItRests(t *testing.T) {
	app, _ := newDesk(t).within(120, 36)
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
