package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"dossier/store"
)

// roles are what the other processes of a measurement do: their arguments are a
// library and a number or a folder.
var roles = map[string]func(path, argument string) error{
	"role-import":    importRole,
	"role-import-on": importOnRole,
	"role-read":      readRole,
}

const importDocuments = 400

// importRuns is how often an import is measured; the quickest of each kind counts.
const importRuns = 5

// measureImport takes documents in with their structure, as the program does:
// structure is found on all processors, as far ahead of the library as there are
// processors. In turns with that it finds the structure and throws it away; what
// an import takes longer is the store's share. The plainer share is that of the
// samples of a profile which have the store on their stack: it lacks what the
// store has the collector of garbage do, and has no baseline.
func measureImport(ctx context.Context, b *bench) error {
	pool, err := paragraphs(b.shared)
	if err != nil {
		return err
	}
	at := rand.New(rand.NewPCG(seed, 1))
	var drawn []string
	for text := range texts(pool, at) {
		if drawn = append(drawn, text); len(drawn) == importDocuments {
			break
		}
	}
	var thrownAway, whole cost
	for range importRuns {
		if err := thrownAway.least(func() error { return found(drawn, func(store.Incoming) bool { return true }) }); err != nil {
			return err
		}
		path := filepath.Join(b.folder, "import", "library.db")
		if err := whole.least(func() error { return importOf(ctx, path, drawn) }); err != nil {
			return err
		}
		if err := os.RemoveAll(filepath.Dir(path)); err != nil {
			return err
		}
	}
	fmt.Printf("  %d documents of 8 KB in %.2f s: %.0f a second (the quickest of %d runs)\n", importDocuments, whole.clock.Seconds(), importDocuments/whole.clock.Seconds(), importRuns)
	share("by the clock      ", thrownAway.clock, whole.clock)
	share("by processor time ", thrownAway.busy, whole.busy)
	return b.profiledImport(ctx, drawn)
}

func importOf(ctx context.Context, path string, texts []string) error {
	l, err := store.Open(path, store.Options{})
	if err != nil {
		return err
	}
	defer l.Close()
	var unread error
	err = take(ctx, l, func(yield func(store.Incoming) bool) { unread = found(texts, yield) })
	return errors.Join(err, unread)
}

// found finds the structure of texts on all processors and hands it over in the
// order of the texts.
func found(texts []string, yield func(store.Incoming) bool) error {
	type result struct {
		in  store.Incoming
		err error
	}
	queue := make(chan chan result, runtime.GOMAXPROCS(0)-1)
	go func() {
		defer close(queue)
		for i, text := range texts {
			one := make(chan result, 1)
			queue <- one
			go func() {
				in, err := structured(text, fmt.Sprintf("https://example.org/%d", i))
				one <- result{in, err}
			}()
		}
	}()
	more, failed := true, error(nil)
	for one := range queue {
		r := <-one
		failed = errors.Join(failed, r.err)
		more = more && failed == nil && yield(r.in)
	}
	return failed
}

// cost is what something took.
type cost struct{ clock, busy time.Duration }

// least measures once more and keeps the less of each.
func (c *cost) least(do func() error) error {
	began, beganBusy := time.Now(), busy()
	err := do()
	took, used := time.Since(began), busy()-beganBusy
	if c.clock == 0 || took < c.clock {
		c.clock = took
	}
	if c.busy == 0 || used < c.busy {
		c.busy = used
	}
	return err
}

func share(by string, thrownAway, whole time.Duration) {
	fmt.Printf("  %s structure %6.2f ms a document, with the store %6.2f ms: the store's share is %.1f %%\n", by, perDocument(thrownAway), perDocument(whole),
		100*(whole-thrownAway).Seconds()/whole.Seconds())
}

func perDocument(d time.Duration) float64 { return d.Seconds() * 1000 / importDocuments }

// measureMemory imports few and many documents, each in a process of its own.
// What comes of it are the libraries that other figures go on with.
func measureMemory(ctx context.Context, b *bench) error {
	for _, n := range []int{1000, b.sizes[len(b.sizes)-1]} {
		if err := os.RemoveAll(filepath.Dir(b.path(n))); err != nil {
			return err
		}
		c := b.child(ctx, "role-import", b.path(n), strconv.Itoa(n))
		out, err := c.Output()
		if err != nil {
			return err
		}
		fmt.Printf("  import of %6d: %s\n", n, strings.TrimSpace(string(out)))
	}
	return nil
}

func (b *bench) child(ctx context.Context, role, path, argument string) *exec.Cmd {
	c := exec.CommandContext(ctx, os.Args[0], role, path, argument)
	c.Env = append(os.Environ(), "DOSSIER_SHARED="+b.shared)
	c.Stderr = os.Stderr
	return c
}

// importRole imports so many documents and says what memory that took.
func importRole(path, argument string) error {
	n, err := strconv.Atoi(argument)
	if err != nil {
		return err
	}
	items, err := documents(os.Getenv("DOSSIER_SHARED"), n, 0)
	if err != nil {
		return err
	}
	l, err := store.Open(path, store.Options{Author: "import"})
	if err != nil {
		return err
	}
	defer l.Close()
	anonymous, began := 0, time.Now()
	err = take(context.Background(), l, func(yield func(store.Incoming) bool) {
		i := 0
		for in := range items {
			if i++; i%20 == 0 {
				anonymous = max(anonymous, status("RssAnon"))
			}
			if !yield(in) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	fmt.Printf("at most %d MiB, of which %d MiB its own and the rest the mapped file; %.0f documents a second (structure read before)\n",
		status("VmHWM")>>10, anonymous>>10, float64(n)/time.Since(began).Seconds())
	return nil
}

// status reads a line of Linux's /proc/self/status, in KiB.
func status(name string) (kib int) {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, name+":"); ok {
			fmt.Sscan(value, &kib)
		}
	}
	return kib
}
