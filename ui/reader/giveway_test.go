package reader

import (
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"dossier/ui/uitest"
)

func TestWayIsGivenOnceForEachKey(t *testing.T) {
	var rests []time.Duration
	w := way{sleep: func(d time.Duration) { rests = append(rests, d) }}
	begin := time.Unix(1_000_000, 0)
	after := func(d time.Duration) time.Time { return begin.Add(d) }
	w.give(begin) // no key came yet
	w.ask(begin)
	w.give(after(wayFor / 5))
	w.give(after(wayFor / 5))
	w.ask(after(wayFor))
	w.give(after(wayFor))
	w.ask(after(2 * wayFor))
	w.give(after(4 * wayFor)) // its frame is drawn
	if want := []time.Duration{wayFor * 4 / 5, wayFor}; !slices.Equal(rests, want) {
		t.Errorf("it rested for %v, want %v", rests, want)
	}
}

// While the records of a briefing are read, each key has the processors first.
func TestReadingRecordsGivesWayToKeys(t *testing.T) {
	d := newDesk(t)
	app := d.app(d.config())
	var rested atomic.Int32
	app.way.sleep = func(rest time.Duration) {
		if rest > wayFor { // for the key of below, not for the one that is pressed
			rested.Add(1)
		}
	}
	uitest.Sit(t, app, 100, 24).Press("j")
	if app.way.asked.Load() == 0 {
		t.Fatal("no key was noticed")
	}
	app.way.ask(time.Now().Add(time.Hour)) // a key that came just now, however slow this is
	if _, err := app.hold(t.Context(), d.id, app.today()); err != nil {
		t.Fatal(err)
	}
	if n := rested.Load(); n != 1 {
		t.Errorf("reading the records rested %d times for one key", n)
	}
}
