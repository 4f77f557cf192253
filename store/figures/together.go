package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"dossier/store"
)

// contentionBriefings is the size of the library that all work on at once.
const contentionBriefings = 1000

// measureContention has an import at work, then two readers too, each a process
// of its own without a pause, and annotates meanwhile; in turns with that it
// annotates alone.
func measureContention(ctx context.Context, b *bench) error {
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
		what  string
		roles []string
		took  times
	}{
		{"alone", nil, times{}},
		{"beside an import", []string{"role-import-on"}, times{}},
		{"beside two readers and an import", []string{"role-read", "role-read", "role-import-on"}, times{}},
	}
	heading("save a note")
	for range 3 {
		for i := range company {
			c := &company[i]
			if err := b.beside(ctx, l.Path(), c.roles, func() error { return repeat(b.rounds, &c.took, save) }); err != nil {
				return err
			}
		}
	}
	for i, c := range company {
		c.took.row(c.what)
		if i > 0 {
			c.took.ratio("", company[0].took)
		}
	}
	return nil
}

// beside does something while others are at work.
func (b *bench) beside(ctx context.Context, path string, roles []string, do func() error) error {
	busy, stop := context.WithCancel(ctx)
	wait, err := b.othersAtWork(busy, path, roles)
	if err == nil {
		err = do()
	}
	stop()
	wait()
	return err
}

func repeat(rounds int, into *times, do func() error) error {
	for range rounds {
		if err := into.take(do); err != nil {
			return err
		}
	}
	return nil
}

// othersAtWork starts the other processes and returns when all are at work;
// wait returns when all have ended.
func (b *bench) othersAtWork(ctx context.Context, path string, roles []string) (wait func(), err error) {
	var stops []func()
	wait = func() {
		for _, s := range stops {
			s()
		}
	}
	for _, role := range roles {
		c := b.child(ctx, role, path, "0")
		out, err := c.StdoutPipe()
		if err != nil {
			return wait, err
		}
		if err := c.Start(); err != nil {
			return wait, err
		}
		stops = append(stops, func() { c.Wait() }) // it was killed: its status tells nothing
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			return wait, fmt.Errorf("%s says nothing: %w", role, err)
		}
	}
	return wait, nil
}

// readRole lists and reads without end.
func readRole(path, _ string) error {
	l, err := store.Open(path, store.Options{})
	if err != nil {
		return err
	}
	ctx := context.Background()
	fmt.Println("reading")
	for {
		page, err := l.List(ctx, store.Query{Limit: 50})
		if err != nil {
			return err
		}
		for _, s := range page[:5] {
			if _, err := l.Briefing(ctx, s.ID); err != nil {
				return err
			}
		}
	}
}

// importOnRole imports without end.
func importOnRole(path, _ string) error {
	l, err := store.Open(path, store.Options{Author: "import"})
	if err != nil {
		return err
	}
	for series := uint64(time.Now().UnixNano()); ; series++ {
		items, err := documents(os.Getenv("DOSSIER_SHARED"), 2000, series)
		if err != nil {
			return err
		}
		fmt.Println("importing")
		if err := take(context.Background(), l, items); err != nil {
			return err
		}
	}
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
