//go:build unix

package bolt

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"dossier/store/engine"
)

const values, size = 2000, 32 << 10

// heavy is a library of 64 MB.
func heavy(t *testing.T) *Engine {
	e := handle(t, t.TempDir()+"/library.db")
	for from := 0; from < values; from += 200 {
		check(t, e.Update(t.Context(), func(w engine.Writer) error {
			for i := from; i < from+200; i++ {
				if err := w.Put(fmt.Sprintf("k/%06d", i), make([]byte, size)); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	return e
}

// After a compaction what is changed all over a library is written into one
// part of the file, not into as many as there are changes.
func TestWhatIsChangedAfterACopyGathersNearTheBeginning(t *testing.T) {
	e := heavy(t)
	check(t, e.Compact(t.Context()))
	before, err := os.ReadFile(e.path)
	check(t, err)
	const changes = 15
	for n := range changes {
		put(t, e, fmt.Sprintf("k/%06d", n*values/changes), "changed")
	}
	after, err := os.ReadFile(e.path)
	check(t, err)
	page, last := os.Getpagesize(), 0
	for at := 0; at < min(len(before), len(after)); at += page {
		if !bytes.Equal(before[at:at+page], after[at:at+page]) {
			last = at
		}
	}
	if most := len(before) / roomShare * 11 / 10; last > most || len(after) > len(before) {
		t.Errorf("of %d MB pages were written up to %d KB and %d bytes behind the end, want none beyond %d KB",
			len(before)>>20, last>>10, len(after)-len(before), most>>10)
	}
	check(t, e.Verify(t.Context(), func(problem string) { t.Error(problem) }))
}

// However long a library was worked in since it was written in one go, what is
// changed all over it goes on to gather near the beginning, and it hardly grows.
func TestTheRoomIsRenewedWhenItIsUsedUp(t *testing.T) {
	e := handle(t, t.TempDir()+"/library.db")
	const keys, each = 60_000, 10_000
	body := strings.Repeat("c", 1000)
	for from := 0; from < keys; from += each {
		check(t, e.Update(t.Context(), func(w engine.Writer) error {
			for i := from; i < from+each; i++ {
				if err := w.Put(fmt.Sprintf("k/%06d", i), []byte(body)); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	check(t, e.Compact(t.Context()))
	all, _ := e.usage()
	room := roomOf(uint64(all) / uint64(os.Getpagesize()))
	if room < roomLeast {
		t.Fatalf("a library of %d MB has a room of %d pages", all>>20, room)
	}
	for n := range 2 * int(room) {
		put(t, e, fmt.Sprintf("k/%06d", n*7919%keys), body)
		if left := freeBefore(t, e, firstPage+room); left < 20 {
			t.Fatalf("after %d changes all over it %d pages of %d are left in the room", n, left, room)
		}
	}
	if now, _ := e.usage(); now > all+all/roomShare {
		t.Errorf("the library of %d KB has %d KB now", all>>10, now>>10)
	}
	verified(t, e)

	fillWith(t, e, "imported", 5*int(room))
	if left := freeBefore(t, e, firstPage+room); left > 20 {
		t.Fatalf("%d pages of %d are left in the room after an import: the test proves nothing", left, room)
	}
	check(t, e.Tidy(t.Context(), 0.1))
	if left := freeBefore(t, e, firstPage+room); left < int(room)*9/10 {
		t.Errorf("%d pages of %d are left in the room after an import was tidied up", left, room)
	}
	verified(t, e)
}

// freeBefore counts the free pages before one.
func freeBefore(t *testing.T, e *Engine, page uint64) (n int) {
	t.Helper()
	file, err := os.Open(e.path)
	check(t, err)
	defer file.Close()
	state, _ := currentMeta(file)
	free, _, err := readFreelist(file, state)
	check(t, err)
	for _, id := range free {
		if id < page {
			n++
		}
	}
	return n
}

// The room is no reason to compact.
func TestTheRoomOfACopyIsNotTakenForWaste(t *testing.T) {
	e := heavy(t)
	check(t, e.Compact(t.Context()))
	was, err := os.Stat(e.path)
	check(t, err)
	check(t, e.Tidy(t.Context(), 0.1))
	is, err := os.Stat(e.path)
	check(t, err)
	if !os.SameFile(was, is) {
		t.Error("a library that was compacted just now was compacted again")
	}
}
