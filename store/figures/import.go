package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
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

// measureImport takes documents in with their structure and tells the store's
// share of the time. Documents are drawn within it, which is next to nothing.
func measureImport(ctx context.Context, b *bench) error {
	pool, err := paragraphs(b.shared)
	if err != nil {
		return err
	}
	l, err := store.Open(filepath.Join(b.folder, "import.db"), store.Options{})
	if err != nil {
		return err
	}
	defer l.Close()
	at := rand.New(rand.NewPCG(seed, 1))
	var reading, readingBusy time.Duration
	began, beganBusy := time.Now(), busy()
	var unread error
	err = take(ctx, l, func(yield func(store.Incoming) bool) {
		n := 0
		for text := range texts(pool, at) {
			if n++; n > importDocuments {
				return
			}
			started, startedBusy := time.Now(), busy()
			in, err := structured(text, fmt.Sprintf("https://example.org/%x", at.Uint64()))
			reading += time.Since(started)
			readingBusy += busy() - startedBusy
			if unread = err; err != nil || !yield(in) {
				return
			}
		}
	})
	if err = errors.Join(err, unread); err != nil {
		return err
	}
	whole, wholeBusy := time.Since(began), busy()-beganBusy
	fmt.Printf("  %d documents of 8 KB in %.2f s: %.0f a second\n", importDocuments, whole.Seconds(), importDocuments/whole.Seconds())
	share("by the clock      ", reading, whole)
	share("by processor time ", readingBusy, wholeBusy)
	return nil
}

func share(by string, reading, whole time.Duration) {
	fmt.Printf("  %s structure %6.2f ms a document, store %5.2f ms: the store's share is %.1f %%\n", by, perDocument(reading), perDocument(whole-reading),
		100*(whole-reading).Seconds()/whole.Seconds())
}

// busy is the processor time that the process has used.
func busy() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func perDocument(d time.Duration) float64 { return d.Seconds() * 1000 / importDocuments }

// measureMemory imports few and many documents, each in a process of its own.
func measureMemory(ctx context.Context, b *bench) error {
	for _, n := range []int{1000, b.sizes[len(b.sizes)-1]} {
		path := filepath.Join(b.folder, fmt.Sprint("memory-", n), "library.db")
		c := b.child(ctx, "role-import", path, strconv.Itoa(n))
		out, err := c.Output()
		if err != nil {
			return err
		}
		fmt.Printf("  import of %6d: %s\n", n, strings.TrimSpace(string(out)))
		if err := os.RemoveAll(filepath.Dir(path)); err != nil {
			return err
		}
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
	items, err := documents(os.Getenv("DOSSIER_SHARED"), n, 2)
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
