package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"

	"dossier/briefings"
)

// The test binary is also the other process that some tests need: childVariable
// names what it does, its arguments are the library and a briefing.
const childVariable = "DOSSIER_STORE_CHILD"

var children = map[string]func(l *Library, id string) error{
	"annotate": annotateForever,
	"upgrade":  upgradeOnce,
	"open":     openOnce,
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
func annotateForever(l *Library, id string) error {
	ctx := context.Background()
	for n := 0; ; n++ {
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
}
