package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dossier/briefings"
)

// soon bounds what a change may take to be seen, generously.
const soon = 10 * time.Second

func next1(t *testing.T, notices <-chan Notice) Notice {
	t.Helper()
	select {
	case n := <-notices:
		return n
	case <-time.After(soon):
		t.Fatal("no notice came")
		return Notice{}
	}
}

func TestReadersHearOfForeignAndOwnChanges(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	mine := newLibrary(t)
	notices := must[<-chan Notice](t)(mine.Watch(ctx)) // there is no library yet
	theirs := library(t, mine.Path())
	id := imported(t, theirs, article, "a.txt")
	if n := next1(t, notices); n.Own || !n.All && !slices.Contains(n.Briefings, id) {
		t.Errorf("of a foreign import one hears %+v", n)
	}
	must[[]briefings.Record](t)(mine.Put(ctx, id, note("own")))
	if n := next1(t, notices); !n.Own || !slices.Contains(n.Briefings, id) {
		t.Errorf("of an own note one hears %+v", n)
	}
	must[[]briefings.Record](t)(theirs.Put(ctx, id, note("foreign")))
	if n := next1(t, notices); n.Own || !slices.Equal(n.Briefings, []string{id}) {
		t.Errorf("of a foreign note one hears %+v", n)
	}
	ok(t, theirs.Compact(ctx))
	if n := next1(t, notices); !n.All {
		t.Errorf("of a compaction one hears %+v", n)
	}
	must[[]briefings.Record](t)(theirs.Put(ctx, id, note("after")))
	if n := next1(t, notices); !slices.Equal(n.Briefings, []string{id}) {
		t.Errorf("after it one hears %+v", n)
	}
	cancel()
	for range notices { // it ends
	}
}

func TestChangesThatNobodyTakesAreJoined(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l := newLibrary(t)
	a, b := imported(t, l, article, "a.txt"), imported(t, l, article+"\nMore.\n", "b.txt")
	notices := must[<-chan Notice](t)(l.Watch(ctx))
	for i := range 5 {
		must[[]briefings.Record](t)(l.Put(ctx, a, note(fmt.Sprint(i))))
		must[[]briefings.Record](t)(l.Put(ctx, b, note(fmt.Sprint(i))))
	}
	var heard []string
	for !slices.Contains(heard, a) || !slices.Contains(heard, b) {
		heard = append(heard, next1(t, notices).Briefings...)
	}
	if len(heard) > 6 {
		t.Errorf("ten changes are told in %d pieces", len(heard))
	}
}

// Promise 2: two readers, an annotator and an import at once lose nothing, and
// each gets on. How long each waits store/figures measures.
func TestReadersAnnotatorAndImportLoseNothing(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	l := newLibrary(t)
	id := imported(t, l, article, "a.txt")
	const documents, notes = 250, 40
	var wait sync.WaitGroup
	reading, stop := context.WithCancel(ctx)
	for range 2 {
		wait.Go(func() {
			reader := library(t, l.Path())
			for reading.Err() == nil {
				if _, err := reader.List(reading, Query{Limit: 50}); err != nil && reading.Err() == nil {
					t.Error(err)
				}
				if _, err := reader.Briefing(reading, id); err != nil && reading.Err() == nil {
					t.Error(err)
				}
			}
		})
	}
	var work sync.WaitGroup
	work.Go(func() {
		got, err := importAll(ctx, library(t, l.Path()), documentsNumbered(t, documents))
		if err != nil || got.came != documents {
			t.Errorf("import: %+v, %v", got, err)
		}
	})
	work.Go(func() {
		annotator := library(t, l.Path())
		for i := range notes {
			if _, err := annotator.Put(ctx, id, note(fmt.Sprint("note ", i))); err != nil {
				t.Error(err)
			}
		}
	})
	work.Wait()
	stop()
	wait.Wait()
	if n := must[int](t)(l.Count(context.Background())); n != documents+1 {
		t.Errorf("%d briefings", n)
	}
	if n := len(must[*briefings.Briefing](t)(l.Briefing(context.Background(), id)).Annotations); n != notes {
		t.Errorf("%d notes of %d", n, notes)
	}
	wholeLibrary(t, l)
}

func TestTwoWhoAnnotateAtOnceKeepBothNotes(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			other := library(t, l.Path())
			for range 10 {
				if _, err := other.Put(ctx, id, note("the same words")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	b := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	handles := map[briefings.Handle]bool{}
	for _, n := range b.Annotations {
		handles[n.Handle] = true
	}
	if len(handles) != 40 {
		t.Errorf("%d notes have handles of their own", len(handles))
	}
}

func TestABackupInUseIsWholeAndComesBack(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	path := filepath.Join(t.TempDir(), "copy.db")
	done := make(chan struct{})
	go func() {
		defer close(done)
		other := library(t, l.Path())
		for i := range 60 {
			if _, err := other.Put(ctx, id, note(fmt.Sprint(i))); err != nil {
				t.Error(err)
			}
		}
	}()
	ok(t, l.Backup(ctx, path))
	<-done
	backup := library(t, path)
	wholeLibrary(t, backup)
	had := len(must[*briefings.Briefing](t)(backup.Briefing(ctx, id)).Annotations)

	ok(t, l.Restore(ctx, path))
	wholeLibrary(t, l)
	if n := len(must[*briefings.Briefing](t)(l.Briefing(ctx, id)).Annotations); n != had {
		t.Errorf("%d notes came back of %d", n, had)
	}
	kept := copies(t, l)
	if len(kept) != 1 || !strings.Contains(kept[0], "before-restore") {
		t.Fatalf("kept: %q", kept)
	}
	if n := len(must[*briefings.Briefing](t)(library(t, kept[0]).Briefing(ctx, id)).Annotations); n != 60 {
		t.Errorf("what was replaced is kept with %d notes of 60", n)
	}
	must[[]briefings.Record](t)(l.Put(ctx, id, note("work goes on")))
}

// A copy takes many transactions, and what others write between them to what it
// has already is in it all the same.
func TestABackupTakesOverWhatIsWrittenMeanwhile(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	at := rand.New(rand.NewPCG(1, 2))
	for n := range 4 {
		var s strings.Builder
		for words := 1; s.Len() < 2<<20; words++ {
			fmt.Fprintf(&s, "%x ", at.Uint64()) // which nothing packs
			if words%100 == 0 {
				s.WriteString("\n\n")
			}
		}
		must[Imported](t)(l.Import(ctx, briefings.Briefing{}, unread(t, s.String(), fmt.Sprint(n, ".txt")).Revision))
	}
	other, notes := library(t, l.Path()), 0
	path := filepath.Join(t.TempDir(), "copy.db")
	ok(t, l.Backup(WithProgress(ctx, func(done, total int64) {
		if done < total {
			must[[]briefings.Record](t)(other.Put(ctx, id, note(fmt.Sprint(notes))))
			notes++
		}
	}), path))
	backup := library(t, path)
	wholeLibrary(t, backup)
	if had := len(must[*briefings.Briefing](t)(backup.Briefing(ctx, id)).Annotations); had != notes || notes < 3 {
		t.Errorf("the backup has %d of %d notes that were made meanwhile", had, notes)
	}
}

// ending is a context that ends while it is looked at for the nth time.
type ending struct {
	context.Context
	looks *int
}

func (e ending) Err() error {
	if *e.looks--; *e.looks < 0 {
		return context.Canceled
	}
	return nil
}

// Many records that are saved as one step are saved all or, if that is ended
// between two of them, not at all.
func TestSavingManyRecordsEndsWithItsContext(t *testing.T) {
	l := newLibrary(t)
	id := imported(t, l, article, "plant.txt")
	var looked [3]int // how often, until so many records were saved
	for many := 1; many < len(looked); many++ {
		was := must[*briefings.Briefing](t)(l.Briefing(t.Context(), id))
		records := []briefings.Record{&was.Events[0], &was.Events[1]}[:many]
		for err := context.Canceled; err != nil; looked[many]++ {
			left := looked[many]
			_, err = l.Put(ending{t.Context(), &left}, id, records...)
			now := must[*briefings.Briefing](t)(l.Briefing(t.Context(), id))
			if err != nil && now.Events[0].Version != was.Events[0].Version {
				t.Fatalf("%d records, ended at look %d: the first has version %d", many, looked[many], now.Events[0].Version)
			}
		}
	}
	if looked[2] <= looked[1] {
		t.Errorf("nobody looks between two records whether to go on: %d and %d times", looked[1], looked[2])
	}
}

// A program closes its library when it ends, while some of what it began may still
// read.
func TestALibraryIsClosedWhileItIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := library(t, path)
	id := imported(t, l, strings.Repeat(article, 20), "plant.txt")
	var reading sync.WaitGroup
	begun := make(chan struct{})
	reading.Go(func() {
		for i := range 50 {
			if _, err := l.Revision(t.Context(), id, 0); err != nil {
				t.Errorf("reading %d: %v", i, err)
			}
			if i == 0 {
				close(begun)
			}
		}
	})
	<-begun
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	reading.Wait()
	if err := l.Close(); err != nil { // what was read last left the file open
		t.Error(err)
	}
}
