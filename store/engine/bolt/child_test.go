//go:build unix

package bolt

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"

	"dossier/store/engine"
)

// The test binary is also the other process that some tests need: childVariable
// names what it does, its first argument is the library.
const childVariable = "DOSSIER_BOLT_CHILD"

var children = map[string]func(*Engine) error{
	"hold":    holdUntilInputEnds,
	"grow":    growUntilFull,
	"copy":    copyUntilFull,
	"compact": compactForever,
	"write":   writeForever,
}

func TestMain(m *testing.M) {
	do := children[os.Getenv(childVariable)]
	if do == nil {
		os.Exit(m.Run())
	}
	e, err := Open(os.Args[1])
	if err == nil {
		err = do(e)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

// child is another process at work on a library.
type child struct {
	*exec.Cmd
	out *bufio.Scanner
	in  io.Closer
}

func startChild(t *testing.T, do, path string) *child {
	t.Helper()
	c := &child{Cmd: exec.Command(os.Args[0], path)}
	c.Env = append(os.Environ(), childVariable+"="+do)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	check(t, err)
	in, err := c.StdinPipe()
	check(t, err)
	c.out, c.in = bufio.NewScanner(out), in
	check(t, c.Start())
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
	return c
}

// line waits for the child to say something.
func (c *child) line(t *testing.T) string {
	t.Helper()
	if !c.out.Scan() {
		t.Fatal("the other process says nothing")
	}
	return c.out.Text()
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func holdUntilInputEnds(e *Engine) error {
	return e.Update(context.Background(), func(engine.Writer) error {
		fmt.Println("held")
		_, err := io.Copy(io.Discard, os.Stdin)
		return err
	})
}

// writeForever says each number when it is on disk.
func writeForever(e *Engine) error {
	for n := 0; ; n++ {
		if err := e.Update(context.Background(), func(w engine.Writer) error {
			return w.Put(fmt.Sprintf("n/%08d", n), make([]byte, 100+n%5000))
		}); err != nil {
			return err
		}
		fmt.Println(n)
	}
}
