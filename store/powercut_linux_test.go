package store

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
)

var powerCuts = flag.Int("power-cuts", 25, "how often the power is cut in each of the tests of that")

// powercut is a test of what is left when the power goes: what processes do to
// a folder is recorded, and a disk made of it as it may be found after any of
// their calls. (That a process is killed tells nothing of what it had put on disk.)
type powercut struct {
	disk  *disk // as it was when they began
	calls []call
	// holds proves a disk that was left; said is what the processes had said.
	holds func(t *testing.T, folder string, said []string)
}

// newPowercut begins with what is in a folder.
func newPowercut(t *testing.T, root string) *powercut {
	t.Helper()
	if said, err := exec.Command("strace", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("what a process does to files is recorded with strace, which cannot be had here: %v %s", err, said)
	}
	return &powercut{disk: newDisk(t, root)}
}

// child records what a child does.
func (p *powercut) child(t *testing.T, inject, do, path, argument string) {
	p.calls = append(p.calls, traced(t, inject, do, path, argument)...)
}

// until forgets what came after the n-th call of a name behind others.
func (p *powercut) until(from int, name string, n int) {
	for i, c := range p.calls[from:] {
		if c.name == name {
			n--
		}
		if n == 0 {
			p.calls = p.calls[:from+i+1]
			return
		}
	}
}

// try cuts the power many times, after calls from one on.
func (p *powercut) try(t *testing.T, from int) {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, %d calls", seed, len(p.calls))
	at := rand.New(rand.NewPCG(seed, 0))
	cuts := map[int]int{} // by the call that was the last
	for range *powerCuts {
		cuts[from+at.IntN(len(p.calls)-from)]++
	}
	d, said := p.disk, []string{}
	for i, c := range p.calls {
		said = append(said, lines(d.do(c))...)
		for range cuts[i] {
			folder := filepath.Join(t.TempDir(), "left")
			d.cut(t, at, folder)
			p.holds(t, folder, said)
			if t.Failed() {
				t.Fatalf("the power was cut after call %d of %d, %s; said was %q", i, len(p.calls), c.name, said)
			}
			ok(t, os.RemoveAll(folder))
		}
	}
}

// left opens the library of a disk that the power was cut of, and proves it.
func left(t *testing.T, folder string) *Library {
	t.Helper()
	l, err := Open(filepath.Join(folder, "library.db"), Options{Author: "ana"})
	ok(t, err)
	t.Cleanup(func() { l.Close() })
	wholeLibrary(t, l)
	return l
}

// cutLibrary is a library in the root of a disk, with one briefing.
func cutLibrary(t *testing.T) (l *Library, id string) {
	t.Helper()
	l = library(t, filepath.Join(t.TempDir(), "library.db"))
	return l, imported(t, l, article, "a.txt")
}

func TestWhatWasAcknowledgedSurvivesAPowerCut(t *testing.T) {
	l, id := cutLibrary(t)
	p := newPowercut(t, filepath.Dir(l.Path()))
	p.child(t, "", "annotate some", l.Path(), id)
	p.holds = func(t *testing.T, folder string, said []string) { expectSaid(t, left(t, folder), id, heard(said)) }
	p.try(t, 0)
}

// A writer that is killed while the head page of its last change is on its way
// leaves a change that the next one sees, and builds on, though it is not on
// disk yet.
func TestAPowerCutAfterAWriterWasKilledLosesNothing(t *testing.T) {
	l, id := cutLibrary(t)
	for kill := range 3 {
		p := newPowercut(t, filepath.Dir(l.Path()))
		p.child(t, fmt.Sprintf("fdatasync:signal=KILL:when=%d", 5+kill), "annotate some", l.Path(), id)
		before := len(p.calls)
		p.child(t, "", "annotate some", l.Path(), id)
		p.until(before, "fdatasync", 3)
		p.holds = func(t *testing.T, folder string, said []string) { expectSaid(t, left(t, folder), id, heard(said)) }
		p.try(t, before)
	}
}

// heard is what a writer said, as what became of each note last.
func heard(said []string) map[briefings.Handle]string {
	last := map[briefings.Handle]string{}
	for _, one := range said {
		what, handle, _ := strings.Cut(one, " ")
		if h := briefings.Handle(handle); h.Kind() != "" {
			last[h] = what
		}
	}
	return last
}

func TestWhatCameInSurvivesAPowerCut(t *testing.T) {
	folder := t.TempDir()
	p := newPowercut(t, folder)
	p.child(t, "", "import some", filepath.Join(folder, "data", "library.db"), "")
	p.holds = func(t *testing.T, folder string, said []string) {
		l := left(t, filepath.Join(folder, "data"))
		for _, id := range said {
			must[*briefings.Briefing](t)(l.Briefing(context.Background(), id))
		}
		if n := must[int](t)(l.Count(context.Background())); n < len(said) {
			t.Errorf("%d came in, and %d are there", len(said), n)
		}
	}
	p.try(t, 0)
}

func TestACompactionAndABackupSurviveAPowerCut(t *testing.T) {
	l, id := cutLibrary(t)
	for n := range 30 {
		must[[]briefings.Record](t)(l.Put(context.Background(), id, note(strings.Repeat("x", 500*n))))
	}
	p := newPowercut(t, filepath.Dir(l.Path()))
	p.child(t, "", "compact", l.Path(), id)
	p.holds = func(t *testing.T, folder string, said []string) {
		expectSaid(t, left(t, folder), id, heard(said))
		if slices.Contains(said, "backed up") {
			wholeLibrary(t, library(t, filepath.Join(folder, "library.db"+backupSuffix)))
		}
	}
	p.try(t, 0)
}

// Whatever a cut leaves says what the old library said, and once the upgrade is
// done the old one is kept.
func TestAnUpgradeSurvivesAPowerCut(t *testing.T) {
	l := oldLibrary(t)
	old := must[[]byte](t)(os.ReadFile(l.Path()))
	expected := everything(t, oldLibrary(t))
	p := newPowercut(t, filepath.Dir(l.Path()))
	p.child(t, "", "open", l.Path(), "")
	p.holds = func(t *testing.T, folder string, said []string) {
		kept := must[[]string](t)(filepath.Glob(filepath.Join(folder, "copies", "*")))
		if slices.Contains(said, "open") {
			if len(kept) != 1 || string(must[[]byte](t)(os.ReadFile(kept[0]))) != string(old) {
				t.Errorf("kept are %q, not the old library", kept)
			}
		}
		if everything(t, left(t, folder)) != expected {
			t.Error("the library says something else")
		}
	}
	p.try(t, 0)
}

// A cut leaves the library as it was or the backup, and once the backup is said
// to be in its place the library as it was is kept.
func TestARestoreSurvivesAPowerCut(t *testing.T) {
	ctx := context.Background()
	l, id := cutLibrary(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	ok(t, l.Backup(ctx, backup))
	late := must[[]briefings.Record](t)(l.Put(ctx, id, note("late")))[0].Common().Handle
	has := func(l *Library) bool { return must[*briefings.Briefing](t)(l.Briefing(ctx, id)).Record(late) != nil }
	p := newPowercut(t, filepath.Dir(l.Path()))
	p.child(t, "", "restore", l.Path(), backup)
	p.holds = func(t *testing.T, folder string, said []string) {
		restored := left(t, folder)
		if !slices.Contains(said, "restored") {
			has(restored) // or not
			return
		}
		kept := must[[]string](t)(filepath.Glob(filepath.Join(folder, "copies", "*before-restore*")))
		if has(restored) || len(kept) != 1 || !has(library(t, kept[0])) {
			t.Errorf("restored is a library with the late note: %v; kept are %q", has(restored), kept)
		}
	}
	p.try(t, 0)
}

// lines are what a process said at once.
func lines(said string) []string {
	if said == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(said, "\n"), "\n")
}
