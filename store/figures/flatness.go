package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"

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

const (
	// drawn is how many briefings of a library are worked on, each of a small one
	// over and over.
	drawn = 4000
	// worked is how many notes are saved all over the larger libraries before they
	// are measured as what somebody has worked in for long.
	worked = 5000
)

// shelves opens the libraries of all sizes, as an import leaves them, with
// briefings that have the same texts, in the same order: those of the smallest
// library. In a larger one they are drawn from all over it.
func (b *bench) shelves(ctx context.Context) ([]*shelf, error) {
	var out []*shelf
	var texts []string // by what varied leaves of their titles
	at := rand.New(rand.NewPCG(seed, 0))
	for _, n := range b.sizes {
		l, err := b.asImported(ctx, n)
		if err != nil {
			return nil, err
		}
		all, err := l.List(ctx, store.Query{})
		if err != nil {
			return nil, err
		}
		at.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		with := map[string][]string{}
		for _, one := range all {
			_, text, _ := strings.Cut(one.Title, " ")
			with[text] = append(with[text], one.ID)
		}
		if texts == nil {
			texts = slices.Sorted(maps.Keys(with))
		}
		s := &shelf{Library: l}
		for i := range drawn {
			same := with[texts[i%len(texts)]]
			if len(same) == 0 {
				return nil, fmt.Errorf("the libraries of %d and %d briefings share no texts", b.sizes[0], n)
			}
			s.ids = append(s.ids, same[i/len(texts)%len(same)])
		}
		out = append(out, s)
	}
	return out, nil
}

// measureFlatness compares what one call costs in libraries of different size.
func measureFlatness(ctx context.Context, b *bench) error {
	shelves, err := b.shelves(ctx)
	if err != nil {
		return err
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
		{"read a block of the text", func(s *shelf) func() error {
			return func() error {
				body, err := s.OpenRevision(ctx, s.ids[0], 0)
				if err == nil {
					_, err = body.Block(body.Len() / 2)
				}
				return err
			}
		}},
		{"save a note on one briefing", func(s *shelf) func() error {
			return func() error { return annotate(ctx, s.Library, s.ids[0]) }
		}},
		{"save a note, each time on another", onAnother(ctx)},
	} {
		if err := b.eachSize(one.what, func(i int) func() error { return one.call(shelves[i]) }); err != nil {
			return err
		}
	}
	for _, s := range shelves[1:] {
		for range worked {
			if err := annotate(ctx, s.Library, s.next()); err != nil {
				return err
			}
		}
	}
	return b.eachSize(fmt.Sprintf("the same, in the larger ones after %d", worked), func(i int) func() error { return onAnother(ctx)(shelves[i]) })
}

// onAnother saves notes, each time on another briefing.
func onAnother(ctx context.Context) func(*shelf) func() error {
	return func(s *shelf) func() error {
		return func() error { return annotate(ctx, s.Library, s.next()) }
	}
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
		if err := readThrough(b.path(n)); err != nil {
			return err
		}
	}
	return compare(what, b.rounds, names, calls)
}

// readThrough brings a file into the page cache: systems drop what nobody read
// for a while also where there is memory.
func readThrough(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(io.Discard, file)
	return err
}

// measureScreen compares what the store has to do for the first screen of the
// library in a new process, which finds nothing mapped: right after an import,
// and once something was noted, which brings the pages together that lead to the
// youngest rows. (What the whole of such a process takes is measured from outside,
// on a pseudo-terminal.)
func measureScreen(ctx context.Context, b *bench) error {
	var libraries []*store.Library
	for _, n := range b.sizes {
		l, err := b.asImported(ctx, n)
		if err != nil {
			return err
		}
		defer l.Close()
		libraries = append(libraries, l)
	}
	screen := func(i int) func() error {
		return func() error {
			l, err := store.Open(b.path(b.sizes[i]), store.Options{})
			if err != nil {
				return err
			}
			defer l.Close()
			_, err = l.List(ctx, store.Query{Limit: 10})
			return err
		}
	}
	if err := b.eachSize("open the library and list ten rows", screen); err != nil {
		return err
	}
	for _, l := range libraries {
		page, err := l.List(ctx, store.Query{Limit: 1})
		if err != nil {
			return err
		}
		for range 2 {
			if err := annotate(ctx, l, page[0].ID); err != nil {
				return err
			}
		}
	}
	return b.eachSize("the same once something was noted", screen)
}
