package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"dossier/briefings"
)

// longBriefing imports a briefing with more records than one transaction reads.
func longBriefing(t *testing.T, l *Library) (id string, first, last briefings.Handle) {
	t.Helper()
	b, rev := document(t, article, "long.txt")
	for i := range 2 * gatherRecords {
		b.References = append(b.References, briefings.Reference{Title: "0", Head: briefings.Head{
			Handle: briefings.Handle(fmt.Sprintf("r-%05d", i)), Origin: briefings.OriginSource, State: briefings.StateLive, Anchors: b.Events[0].Anchors}})
	}
	got := must[Imported](t)(l.Import(context.Background(), b, rev))
	return got.ID, b.References[0].Handle, b.References[len(b.References)-1].Handle
}

// A long briefing is read in several transactions, so that nobody waits for it;
// what is read is as it was at one moment all the same.
func TestALongBriefingIsReadAsOfOneMoment(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id, first, last := longBriefing(t, l)
	writer := library(t, l.Path())
	done := make(chan error, 1)
	go func() {
		for n := 1; n <= 40; n++ {
			b, err := writer.Briefing(ctx, id)
			if err != nil {
				done <- err
				return
			}
			one, other := b.Record(first).Clone().(*briefings.Reference), b.Record(last).Clone().(*briefings.Reference)
			one.Title, other.Title = fmt.Sprint(n), fmt.Sprint(n)
			if _, err := writer.Put(ctx, id, one, other); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for reads := 0; ; reads++ {
		b := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
		if one, other := b.Record(first).Line(), b.Record(last).Line(); one != other {
			t.Fatalf("read %d: the first record says %s, the last %s", reads, one, other)
		}
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return
		default:
		}
	}
}

// Whoever stops reading need not wait until all of it is read.
func TestReadingALongBriefingStops(t *testing.T) {
	l := newLibrary(t)
	id, _, _ := longBriefing(t, l)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Briefing(ctx, id); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled read gives %v", err)
	}
}
