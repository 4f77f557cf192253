package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"dossier/briefings"
	"dossier/store/engine"
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

// between does something once, between the first two reads that go through it.
type between struct {
	engine.Engine
	do   func()
	seen int
}

func (b *between) View(ctx context.Context, do func(engine.Reader) error) error {
	if b.seen++; b.seen == 2 {
		b.do()
	}
	return b.Engine.View(ctx, do)
}

// One that is removed between two of the transactions, and taken in again under
// its id and with its times, is another, though its meta data says the same.
func TestABriefingThatWasReplacedMeanwhileIsReadAnew(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id, first, last := longBriefing(t, l)
	b := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	rev := must[*briefings.Revision](t)(l.Revision(ctx, id, 0))
	writer := library(t, l.Path())
	l.engine = &between{Engine: l.engine, do: func() {
		ok(t, writer.Purge(ctx, id))
		again := briefings.Briefing{Meta: b.Meta, Sections: b.Sections, References: b.References}
		for i := range again.References {
			again.References[i].Title, again.References[i].Version = "1", 0
		}
		must[Imported](t)(writer.Import(ctx, again, *rev))
	}}
	read := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	if one, other := read.Record(first).Line(), read.Record(last).Line(); one != "1" || other != "1" || !read.Modified.Equal(b.Modified) {
		t.Errorf("the first record says %s, the last %s; the briefing is of %v", one, other, read.Modified)
	}
}
