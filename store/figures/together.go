package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"

	"dossier/briefings"
	"dossier/store"
)

// contentionBriefings is the size of the library that all work on at once.
const contentionBriefings = 1000

// measureContention has an import at work, then two readers too, each a process
// of its own without a pause, and annotates meanwhile; in turns with that it
// annotates alone. Of the fullest company it tells too how long the others wait.
func measureContention(ctx context.Context, b *bench) error {
	if err := os.RemoveAll(filepath.Dir(b.path(contentionBriefings))); err != nil { // the notes of earlier runs
		return err
	}
	l, err := b.library(ctx, contentionBriefings)
	if err != nil {
		return err
	}
	defer l.Close()
	page, err := l.List(ctx, store.Query{Limit: 1})
	if err != nil {
		return err
	}
	save := func() error { return annotate(ctx, l, page[0].ID) }
	company := []struct {
		what   string
		roles  []string
		took   times
		others map[string]times
	}{
		{what: "alone"},
		{what: "beside an import", roles: []string{"role-import-on"}},
		{what: "beside two readers and an import", roles: []string{"role-read", "role-read", "role-import-on"}},
	}
	for range 3 {
		for i := range company {
			c := &company[i]
			if c.others, err = b.beside(ctx, l.Path(), c.roles, c.others, func() error { return repeat(b.rounds, &c.took, save) }); err != nil {
				return err
			}
		}
	}
	heading("save a note")
	for i, c := range company {
		c.took.row(c.what)
		if i > 0 {
			c.took.ratio("", company[0].took)
		}
	}
	heading("the others meanwhile")
	others := company[len(company)-1].others
	for _, what := range slices.Sorted(maps.Keys(others)) {
		others[what].row(what)
	}
	return nil
}

// beside does something while others are at work, and adds to what calls of
// theirs took.
func (b *bench) beside(ctx context.Context, path string, roles []string, took map[string]times, do func() error) (map[string]times, error) {
	var others []*other
	failed := error(nil)
	for _, role := range roles {
		o, err := b.startOther(ctx, role, path)
		if failed = errors.Join(failed, err); err == nil {
			others = append(others, o)
		}
	}
	if failed == nil {
		failed = do()
	}
	if took == nil {
		took = map[string]times{}
	}
	for _, o := range others {
		failed = errors.Join(failed, o.end(took))
	}
	return took, failed
}

func repeat(rounds int, into *times, do func() error) error {
	for range rounds {
		if err := into.take(do); err != nil {
			return err
		}
	}
	return nil
}

// other is another process, at work until its input ends. Then it says what its
// calls took.
type other struct {
	*exec.Cmd
	in  io.Closer
	out *bufio.Reader
}

// startOther returns when the process is at work.
func (b *bench) startOther(ctx context.Context, role, path string) (*other, error) {
	o := &other{Cmd: b.child(ctx, role, path, "0")}
	in, inErr := o.StdinPipe()
	out, outErr := o.StdoutPipe()
	if err := errors.Join(inErr, outErr); err != nil {
		return nil, err
	}
	o.in, o.out = in, bufio.NewReader(out)
	if err := o.Start(); err != nil {
		return nil, err
	}
	if _, err := o.out.ReadString('\n'); err != nil {
		return nil, fmt.Errorf("%s says nothing: %w", role, err)
	}
	return o, nil
}

func (o *other) end(took map[string]times) error {
	o.in.Close()
	said := map[string]times{}
	err := json.NewDecoder(o.out).Decode(&said)
	for what, t := range said {
		took[what] = append(took[what], t...)
	}
	return errors.Join(err, o.Wait())
}

// untilInputEnds runs work over and over until nobody wants more, and says what
// its calls took.
func untilInputEnds(work func(wanted func() bool, took map[string]*times) error) error {
	var ended atomic.Bool
	go func() {
		io.Copy(io.Discard, os.Stdin)
		ended.Store(true)
	}()
	wanted := func() bool { return !ended.Load() }
	took := map[string]*times{}
	fmt.Println("at work")
	for wanted() {
		if err := work(wanted, took); err != nil {
			return err
		}
	}
	return json.NewEncoder(os.Stdout).Encode(took)
}

// readRole lists and reads.
func readRole(path, _ string) error {
	l, err := store.Open(path, store.Options{})
	if err != nil {
		return err
	}
	ctx := context.Background()
	return untilInputEnds(func(_ func() bool, took map[string]*times) error {
		list, read := called(took, "readers: list fifty rows"), called(took, "readers: read a briefing")
		var page []briefings.Summary
		if err := list.take(func() (err error) { page, err = l.List(ctx, store.Query{Limit: 50}); return err }); err != nil {
			return err
		}
		for _, s := range page[:5] {
			if err := read.take(func() error { _, err := l.Briefing(ctx, s.ID); return err }); err != nil {
				return err
			}
		}
		return nil
	})
}

// importOnRole imports.
func importOnRole(path, _ string) error {
	l, err := store.Open(path, store.Options{Author: "import"})
	if err != nil {
		return err
	}
	items, err := documents(os.Getenv("DOSSIER_SHARED"), math.MaxInt, uint64(time.Now().UnixNano()))
	if err != nil {
		return err
	}
	ctx := context.Background()
	return untilInputEnds(func(wanted func() bool, took map[string]*times) error {
		each := called(took, "the import: a document, on average")
		var failed error
		came, began := 0, time.Now()
		batch := l.NewBatch(func(_ store.Incoming, _ store.Imported, err error) { failed, came = cmp.Or(failed, err), came+1 })
		for in := range items {
			if err := errors.Join(batch.Add(ctx, in), failed); err != nil || !wanted() {
				*each = append(*each, time.Since(began)/time.Duration(max(came, 1)))
				return err
			}
		}
		return nil
	})
}

// called is the times of one kind of call.
func called(took map[string]*times, what string) *times {
	if took[what] == nil {
		took[what] = &times{}
	}
	return took[what]
}

// measureUpkeep tells how long notes have to wait beside a backup, a check and
// a compaction of the largest library.
func measureUpkeep(ctx context.Context, b *bench) error {
	l, err := b.library(ctx, b.sizes[len(b.sizes)-1])
	if err != nil {
		return err
	}
	defer l.Close()
	other, err := store.Open(l.Path(), store.Options{Author: "annotator"})
	if err != nil {
		return err
	}
	defer other.Close()
	page, err := l.List(ctx, store.Query{Limit: 1})
	if err != nil {
		return err
	}
	copied := filepath.Join(b.folder, "backup.db")
	heading("save a note beside")
	for _, work := range []struct {
		what string
		do   func() error
	}{
		{"nothing", func() error { time.Sleep(2 * time.Second); return nil }},
		{"backup", func() error { return l.Backup(ctx, copied) }},
		{"check", func() error { _, err := l.Check(ctx); return err }},
		{"compact", func() error { return l.Compact(ctx) }},
	} {
		began, done := time.Now(), make(chan error, 1)
		go func() { done <- work.do() }()
		var taken times
		var failed error
		for failed == nil && len(done) == 0 {
			failed = taken.take(func() error { return annotate(ctx, other, page[0].ID) })
			time.Sleep(5 * time.Millisecond)
		}
		if err := <-done; err != nil || failed != nil {
			return fmt.Errorf("%s: %v, %v", work.what, err, failed)
		}
		taken.row(fmt.Sprintf("%s (%.1f s, %d notes)", work.what, time.Since(began).Seconds(), len(taken)))
	}
	return os.Remove(copied)
}
