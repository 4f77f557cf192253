//go:build unix

package bolt

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"dossier/store/engine"
)

// growUntilFull writes under a limit on the size of files, and says how many
// values are on disk when it fails for want of space.
func growUntilFull(e *Engine) error {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 20, Max: 1 << 20}); err != nil {
		return err
	}
	for n := 0; ; n++ {
		err := e.Update(context.Background(), func(w engine.Writer) error {
			return w.Put(fmt.Sprintf("n/%08d", n), make([]byte, 10_000))
		})
		if errors.Is(err, engine.ErrFull) {
			fmt.Println(n)
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func TestAFullDiskIsSaidAndLosesNothing(t *testing.T) {
	e := library(t)
	c := startChild(t, "grow", e.path)
	said := c.line(t)
	written, err := strconv.Atoi(said)
	if err != nil || written == 0 {
		t.Fatalf("the other process ended with: %s", said)
	}
	check(t, c.Wait())
	holdsAll(t, e, written)
	put(t, e, "k", "there is space again")
}

// holdsAll proves that values 0 to n-1 are there and the file is sound.
func holdsAll(t *testing.T, e *Engine, n int) {
	t.Helper()
	check(t, e.View(context.Background(), func(r engine.Reader) error {
		for i := range n {
			if v, err := r.Get(fmt.Sprintf("n/%08d", i)); v == nil || err != nil {
				return fmt.Errorf("value %d of %d that were acknowledged is missing (%v)", i, n, err)
			}
		}
		return nil
	}))
	check(t, e.Verify(context.Background(), func(p string) { t.Error(p) }))
}

func TestAWriterThatIsKilledLosesNothingAcknowledged(t *testing.T) {
	e := library(t)
	at := rand.New(rand.NewPCG(3, 4))
	for range 10 {
		c := startChild(t, "write", e.path)
		acknowledged := 0
		end := time.After(time.Duration(at.IntN(60)) * time.Millisecond)
		killed := make(chan struct{})
		go func() {
			<-end
			c.Process.Kill()
			close(killed)
		}()
		for c.out.Scan() {
			acknowledged++
		}
		<-killed
		holdsAll(t, e, acknowledged)
	}
}

// A library that is being created is not there or whole.
func TestAWriterThatIsKilledWhileItCreatesLeavesNoHalfLibrary(t *testing.T) {
	at := rand.New(rand.NewPCG(5, 6))
	created := 0
	for range 25 {
		e := handle(t, filepath.Join(t.TempDir(), "library.db"))
		c := startChild(t, "write", e.path)
		time.Sleep(time.Duration(at.IntN(12_000)) * time.Microsecond)
		c.Process.Kill()
		acknowledged := 0
		for c.out.Scan() {
			acknowledged++
		}
		c.Wait()
		if !missing(e.path) {
			created++
		}
		holdsAll(t, e, acknowledged)
		put(t, e, "k", "work goes on")
	}
	t.Logf("%d of 25 got as far as a library", created)
}

// copyUntilFull tries to back up and to compact a library under a limit on the
// size of files that is half of what the library has.
func copyUntilFull(e *Engine) error {
	signal.Ignore(syscall.SIGXFSZ)
	info, err := os.Stat(e.path)
	if err != nil {
		return err
	}
	most := uint64(info.Size() / 2)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
		return err
	}
	for _, err := range []error{e.Backup(context.Background(), e.path+".backup"), e.Compact(context.Background())} {
		fmt.Println(errors.Is(err, engine.ErrFull), err)
	}
	return nil
}

func TestACopyThatFindsNoSpaceLeavesNothingBehind(t *testing.T) {
	e := library(t)
	for n := range 60 {
		put(t, e, fmt.Sprintf("n/%08d", n), strings.Repeat("x", 20_000))
	}
	c := startChild(t, "copy", e.path)
	for _, want := range []string{"true backing up to " + e.path + ".backup", "true compacting " + e.path} {
		if said := c.line(t); !strings.HasPrefix(said, want) || !strings.Contains(said, "free some space") {
			t.Errorf("the other process says %q", said)
		}
	}
	check(t, c.Wait())
	if left := beside(t, e); len(left) > 0 {
		t.Errorf("it left %q", left)
	}
	holdsAll(t, e, 60)
	check(t, e.Compact(context.Background()))
	holdsAll(t, e, 60)
}

// beside lists the files in the library's folder that it does not need.
func beside(t *testing.T, e *Engine) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(e.path))
	check(t, err)
	for _, entry := range entries {
		if name := entry.Name(); name != filepath.Base(e.path) && !strings.HasSuffix(name, lockSuffix) && !strings.HasSuffix(name, queueSuffix) {
			names = append(names, name)
		}
	}
	return names
}

// compactForever compacts, and says when it begins each.
func compactForever(e *Engine) error {
	for {
		fmt.Println("begins")
		if err := e.Compact(context.Background()); err != nil {
			return err
		}
	}
}

func TestACompactionThatIsKilledChangesNothing(t *testing.T) {
	e := library(t)
	for n := range 60 {
		put(t, e, fmt.Sprintf("n/%08d", n), strings.Repeat("x", 20_000))
	}
	at := rand.New(rand.NewPCG(5, 6))
	left := 0
	for range 15 {
		c := startChild(t, "compact", e.path)
		c.line(t)
		time.Sleep(time.Duration(at.IntN(15)) * time.Millisecond)
		c.Process.Kill()
		c.Wait()
		left = max(left, len(beside(t, e)))
		holdsAll(t, e, 60)
	}
	if left != 1 {
		t.Errorf("the kills left up to %d files, want some one and none more: what one left the next removes", left)
	}
	check(t, e.Compact(context.Background()))
	if names := beside(t, e); len(names) > 0 {
		t.Errorf("the compaction after it left %q", names)
	}
}
