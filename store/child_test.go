package store

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"testing"

	"dossier/briefings"
)

// The test binary is also the other process that some tests need: childVariable
// names what it does, its arguments are the library and a briefing.
const childVariable = "DOSSIER_STORE_CHILD"

var children = map[string]func(l *Library, id string) error{
	"annotate":      annotateForever,
	"annotate some": annotateSome,
	"import some":   importSome,
	"compact":       compactBetweenNotes,
	"restore":       restoreOnce,
	"upgrade":       upgradeOnce,
	"open":          openOnce,
}

func TestMain(m *testing.M) {
	do := children[os.Getenv(childVariable)]
	if do == nil {
		os.Exit(m.Run())
	}
	l, err := Open(os.Args[1], Options{Author: "ana"})
	if err == nil {
		err = do(l, os.Args[2])
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

type child struct {
	*exec.Cmd
	out *bufio.Scanner
	in  io.Closer
}

func startChild(t testing.TB, do, path, id string) *child {
	t.Helper()
	c := &child{Cmd: exec.Command(os.Args[0], path, id)}
	c.Env = append(os.Environ(), childVariable+"="+do)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	ok(t, err)
	c.in, err = c.StdinPipe()
	ok(t, err)
	c.out = bufio.NewScanner(out)
	ok(t, c.Start())
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
	return c
}

// openOnce reads, for which a library has to be of the current format.
func openOnce(l *Library, _ string) error {
	_, err := l.Count(context.Background())
	if err == nil {
		fmt.Println("open")
	}
	return err
}

// annotateForever does what an analyst does and says each when it is done.
func annotateForever(l *Library, id string) error { return annotate(l, id, math.MaxInt) }

// annotateSome does so for a while.
func annotateSome(l *Library, id string) error { return annotate(l, id, 15) }

func annotate(l *Library, id string, notes int) error {
	ctx := context.Background()
	for n := range notes {
		saved, err := l.Put(ctx, id, note(fmt.Sprint("note ", n)))
		if err != nil {
			return err
		}
		fmt.Println("note", saved[0].Common().Handle)
		if n%7 == 3 {
			if _, err := l.Undo(ctx, id); err != nil {
				return err
			}
			fmt.Println("undo", saved[0].Common().Handle)
		}
		if n%11 == 5 {
			edited := saved[0].Clone().(*briefings.Annotation)
			edited.Body = "edited"
			if n%7 != 3 {
				if _, err := l.Put(ctx, id, edited); err != nil {
					return err
				}
				fmt.Println("edit", edited.Handle)
			}
		}
	}
	return nil
}

// importSome takes documents in, a few in a transaction, and says the id of each
// that is in.
func importSome(l *Library, _ string) (failed error) {
	b := l.NewBatch(func(_ Incoming, got Imported, err error) {
		if failed = cmp.Or(failed, err); err == nil {
			fmt.Println(got.ID)
		}
	})
	for n := range 30 {
		in, err := numbered(n)
		if err = cmp.Or(err, b.Add(context.Background(), in)); err != nil {
			return err
		}
		if n%5 == 4 {
			if err := b.Flush(context.Background()); err != nil {
				return err
			}
		}
	}
	return cmp.Or(failed, b.Tidy(context.Background()))
}

const backupSuffix = ".backup"

// compactBetweenNotes saves a note before a compaction and one after it, and then
// backs the library up beside itself.
func compactBetweenNotes(l *Library, id string) error {
	for _, do := range []func() error{
		func() error { return annotate(l, id, 1) },
		func() error { return l.Compact(context.Background()) },
		func() error { return annotate(l, id, 1) },
		func() error { return l.Backup(context.Background(), l.Path()+backupSuffix) },
	} {
		if err := do(); err != nil {
			return err
		}
	}
	fmt.Println("backed up")
	return nil
}

func restoreOnce(l *Library, from string) error {
	err := l.Restore(context.Background(), from)
	if err == nil {
		fmt.Println("restored")
	}
	return err
}
