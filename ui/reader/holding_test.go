package reader

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
)

// A holding keeps a card of each record and reads the rest: what it says of them
// is what the library says.
func TestAHoldingTellsOfRecordsWhatTheLibraryHas(t *testing.T) {
	d := newDesk(t)
	app := d.app(d.config())
	before := d.briefing()
	rejected := before.Limits[0].Clone()
	rejected.Common().State = briefings.StateRejected
	if _, err := d.lib.Put(t.Context(), d.id, rejected); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(before.Events, func(e briefings.Event) bool { return len(e.Actors) > 1 })
	one, other := *before.Record(before.Events[at].Actors[0]).(*briefings.Actor), *before.Record(before.Events[at].Actors[1]).(*briefings.Actor)
	if _, err := d.lib.Judge(t.Context(), briefings.Judgement{Op: briefings.Same, Briefing: d.id, Actor: briefings.NameOf(&one), Name: one.Name, Other: briefings.NameOf(&other)}); err != nil {
		t.Fatal(err)
	}
	b, want := must(app.hold(t.Context(), d.id, app.today()))(t), d.briefing()
	if len(want.Events[at].Actors) == len(before.Events[at].Actors) {
		t.Fatalf("the entry names still %v", want.Events[at].Actors)
	}
	if len(b.cards) != len(want.Records()) {
		t.Fatalf("%d cards of %d records", len(b.cards), len(want.Records()))
	}
	next := map[briefings.Kind]int32{}
	for _, r := range want.Records() {
		h := r.Common()
		i := b.find(h.Handle)
		if i < next[r.Kind()] {
			t.Errorf("%s stands on card %d, which is not its place", h.Handle, i)
			continue
		}
		next[r.Kind()] = i + 1
		if diff := cmp.Diff(r, b.one(i)); diff != "" {
			t.Errorf("%s reads differently (-library +holding):\n%s", h.Handle, diff)
		}
		c := &b.cards[i]
		s, there := c.spot()
		if c.is(live) != h.Live() || c.is(awaits) != briefings.Awaits(r) || there && int(s.Start) != h.Anchors[0].DocStart {
			t.Errorf("the card of %s says %+v of %+v", h.Handle, c, h)
		}
		if a, ok := r.(*briefings.Actor); ok {
			if diff := cmp.Diff(briefings.Spots(a.Mentions), b.mentionsOf(h.Handle)); diff != "" {
				t.Errorf("%s is spoken of elsewhere:\n%s", h.Handle, diff)
			}
		}
	}
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
