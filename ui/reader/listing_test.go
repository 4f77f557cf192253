package reader

import (
	"context"
	"fmt"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/ui/uitest"
)

// counting is a library that counts how often all of it was listed.
type counting struct {
	shelved
	whole *int
}

func (c counting) List(ctx context.Context, most int) ([]briefings.Summary, error) {
	if most == 0 {
		*c.whole++
	}
	return c.shelved.List(ctx, most)
}

func bare(b *briefings.Briefing) { b.Events, b.Actors, b.Limits, b.Questions = nil, nil, nil, nil }

// Who comes back to a long list finds it as it is now, and it is read anew only as
// far as it changed; what is gone from it is gone.
func TestALongListIsReadOnceAndRenewed(t *testing.T) {
	d := newDesk(t)
	var last string
	for i := range firstListed + 20 {
		d.clock.set(d.clock.now().Add(time.Minute))
		_, last = d.importLike(fmt.Sprintf("Paper %03d", i), bare)
	}
	whole := 0
	cfg := d.config()
	cfg.Library = counting{d.lib, &whole}
	app := d.app(cfg)
	p := uitest.Sit(t, app, 120, 30).See("101 briefings", "Paper 099").Press("G").See("101 of 101").Press("enter").See("Bottom line")
	d.clock.set(d.clock.now().Add(time.Minute))
	d.importLike("Newer than all", bare)
	p.Press("q").See("102 briefings").Press("g").See("Newer than all", "1 of 102")
	if whole != 1 {
		t.Errorf("all was listed %d times", whole)
	}
	if err := d.open().Purge(t.Context(), last); err != nil {
		t.Fatal(err)
	}
	p.See("101 briefings").Miss("Paper 099")
}

// What was changed before many others did is not told by the last changes.
func TestAListIsRenewedOnlyByChangesThatTellTheRest(t *testing.T) {
	at := time.Date(2026, 1, 14, 9, 0, 0, 0, time.UTC)
	list := func(n, from int) (out []briefings.Summary) {
		for i := n - 1; i >= 0; i-- {
			out = append(out, briefings.Summary{ID: fmt.Sprint("b", from+i), Title: fmt.Sprint("T", from+i), Modified: at.Add(time.Duration(from+i) * time.Minute), Questions: 1})
		}
		return out
	}
	const all = 3 * firstListed
	known := newListing(list(all, 0), orderNamed("title"), true)
	top, moved := list(firstListed, all-firstListed), list(firstListed, all-firstListed+1) // one more
	read := list(1, 7)
	read[0].Read = 0.5
	for _, c := range []struct {
		name    string
		first   []briefings.Summary
		changed []string
		again   []briefings.Summary
		told    bool
		len     int
	}{
		{"nothing changed", top, nil, nil, true, all},
		{"one came", moved, []string{moved[0].ID}, nil, true, all + 1},
		{"one is gone", top, []string{"b7"}, nil, true, all - 1},
		{"one was read", top, []string{"b7"}, read, true, all},
		{"more came than are looked at", list(firstListed, all), nil, nil, false, 0},
		{"few are left", list(3, 0), []string{"b7"}, nil, true, 3},
	} {
		now, told := known.renewed(c.first, c.changed, c.again)
		if told != c.told {
			t.Errorf("%s: told %v", c.name, told)
		}
		want := newListing(now.all, known.order, true)
		if told && (len(now.all) != c.len || fmt.Sprint(now.turn, now.folded) != fmt.Sprint(want.turn, want.folded)) {
			t.Errorf("%s: it is not as if it were listed anew: %+v", c.name, now)
		}
		if c.again != nil && now.all[all-8].Read != 0.5 {
			t.Errorf("%s: it shows as %+v", c.name, now.all[all-8])
		}
	}
}
