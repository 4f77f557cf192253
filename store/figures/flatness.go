package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"dossier/briefings"
	"dossier/store"
)

func measureSizes(ctx context.Context, b *bench) error {
	for _, n := range b.sizes {
		l, err := b.library(ctx, n)
		if err != nil {
			return err
		}
		info, err := os.Stat(l.Path())
		if err != nil {
			return err
		}
		fmt.Printf("  %d briefings: %.1f MiB, %.1f KiB a briefing\n", n, float64(info.Size())/(1<<20), float64(info.Size())/1024/float64(n))
		if err := l.Close(); err != nil {
			return err
		}
	}
	return nil
}

// shelf is a library with some of its briefings, drawn all over it.
type shelf struct {
	*store.Library
	ids []string
	at  int
}

// next is another briefing at each call, for as many calls as there are ids.
func (s *shelf) next() string {
	s.at = (s.at + 1) % len(s.ids)
	return s.ids[s.at]
}

func (b *bench) shelf(ctx context.Context, n int) (*shelf, error) {
	l, err := b.library(ctx, n)
	if err != nil {
		return nil, err
	}
	all, err := l.List(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	at := rand.New(rand.NewPCG(seed, 0))
	s := &shelf{Library: l}
	for range min(n, 1000) {
		s.ids = append(s.ids, all[at.IntN(len(all))].ID)
	}
	return s, nil
}

// measureFlatness compares what one call costs in libraries of different size.
func measureFlatness(ctx context.Context, b *bench) error {
	shelves := make([]*shelf, len(b.sizes))
	for i, n := range b.sizes {
		var err error
		if shelves[i], err = b.shelf(ctx, n); err != nil {
			return err
		}
		defer shelves[i].Close()
	}
	for _, one := range []struct {
		what string
		call func(*shelf) func() error
	}{
		{"read the meta data of one briefing", func(s *shelf) func() error {
			return func() error { _, err := s.Meta(ctx, s.ids[0]); return err }
		}},
		{"read one briefing with its records", func(s *shelf) func() error {
			return func() error { _, err := s.Briefing(ctx, s.ids[0]); return err }
		}},
		{"read a briefing, each time another", func(s *shelf) func() error {
			return func() error { _, err := s.Briefing(ctx, s.next()); return err }
		}},
		{"list ten rows", func(s *shelf) func() error {
			return func() error { _, err := s.List(ctx, store.Query{Limit: 10}); return err }
		}},
		{"save a note on one briefing", func(s *shelf) func() error {
			return func() error { return annotate(ctx, s.Library, s.ids[0]) }
		}},
		{"save a note, each time on another", func(s *shelf) func() error {
			return func() error { return annotate(ctx, s.Library, s.next()) }
		}},
	} {
		if err := b.eachSize(one.what, func(i int) func() error { return one.call(shelves[i]) }); err != nil {
			return err
		}
	}
	return nil
}

func annotate(ctx context.Context, l *store.Library, id string) error {
	_, err := l.Put(ctx, id, &briefings.Annotation{Motivation: briefings.Commenting, Body: "to be asked"})
	return err
}

// eachSize compares a call in the libraries of all sizes.
func (b *bench) eachSize(what string, call func(i int) func() error) error {
	names, calls := make([]string, len(b.sizes)), make([]func() error, len(b.sizes))
	for i, n := range b.sizes {
		names[i], calls[i] = strconv.Itoa(n), call(i)
	}
	return compare(what, b.rounds, names, calls)
}

// measureScreen compares the first screen of the library: what the store has
// to do for it in a new process, and the whole of such a process.
func measureScreen(ctx context.Context, b *bench) error {
	if err := b.eachSize("open the library and list ten rows", func(i int) func() error {
		return func() error {
			l, err := store.Open(b.path(b.sizes[i]), store.Options{})
			if err != nil {
				return err
			}
			defer l.Close()
			_, err = l.List(ctx, store.Query{Limit: 10})
			return err
		}
	}); err != nil || b.program == "" {
		return err
	}
	return b.eachSize("the program lists ten rows and ends", func(i int) func() error {
		return func() error {
			c := exec.Command(b.program, "--library", b.path(b.sizes[i]), "list", "--limit", "10")
			c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+filepath.Join(b.folder, "config"))
			return c.Run()
		}
	})
}
