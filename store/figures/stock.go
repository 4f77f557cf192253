package main

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/store"
)

// The libraries are generated: each document is paragraphs of the corpora,
// drawn by a seeded generator until there are about 8 KB. A library of 100,000
// draws its texts and their structure from distinctTexts of them, over and
// over, each time under another title, date and hash: to read the structure
// from each would take the time that is not to be measured.
const (
	documentBytes = 8 << 10
	distinctTexts = 200
	seed          = 20261122
)

// paragraphs are the corpora's, of a line or more each.
func paragraphs(shared string) (out []string, err error) {
	for _, folder := range []string{"corpora/briefings/texts", "corpora/headings/crs"} {
		names, err := filepath.Glob(filepath.Join(shared, folder, "*.txt"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			for _, p := range strings.Split(string(text), "\n\n") {
				if p = strings.TrimSpace(p); len(p) > 40 {
					out = append(out, p)
				}
			}
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no texts in %s", shared)
	}
	return out, nil
}

// texts draws documents without end.
func texts(pool []string, at *rand.Rand) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			var s strings.Builder
			fmt.Fprintf(&s, "Report %x\n\n", at.Uint32())
			for s.Len() < documentBytes {
				p := pool[at.IntN(len(pool))]
				s.WriteString(p[:min(len(p), documentBytes)] + "\n\n")
			}
			if !yield(strings.ToValidUTF8(s.String(), "")) {
				return
			}
		}
	}
}

// structured is what an import makes of a text.
func structured(text, source string) (store.Incoming, error) {
	doc, err := intake.Read([]byte(text), intake.Options{Source: source, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return store.Incoming{}, err
	}
	return store.Incoming{Name: source, Briefing: extract.All(&doc.Revision, doc.Meta), Revision: doc.Revision}, nil
}

// documents gives n documents for a library.
func documents(shared string, n int, series uint64) (iter.Seq[store.Incoming], error) {
	pool, err := paragraphs(shared)
	if err != nil {
		return nil, err
	}
	at := rand.New(rand.NewPCG(seed, series))
	var drawn []store.Incoming
	for text := range texts(pool, at) {
		if len(drawn) == min(n, distinctTexts) {
			break
		}
		in, err := structured(text, fmt.Sprintf("https://example.org/%x", at.Uint64()))
		if err != nil {
			return nil, err
		}
		drawn = append(drawn, in)
	}
	return func(yield func(store.Incoming) bool) {
		for i := range n {
			if !yield(varied(drawn[i%len(drawn)], i, at)) {
				return
			}
		}
	}, nil
}

// varied is a document under another title, date, source and hash.
func varied(in store.Incoming, i int, at *rand.Rand) store.Incoming {
	in.Name = fmt.Sprint(i)
	in.Briefing.Title = fmt.Sprintf("%x %s", at.Uint32(), in.Briefing.Title)
	in.Briefing.Source = fmt.Sprintf("https://example.org/%x", at.Uint64())
	in.Briefing.Date = fmt.Sprintf("20%02d-%02d-%02d", at.IntN(26), 1+at.IntN(12), 1+at.IntN(28))
	in.Revision.RawHash = fmt.Sprintf("sha256:%016x%048x", at.Uint64(), i)
	return in
}

// path is where the library of n briefings lies.
func (b *bench) path(n int) string {
	return filepath.Join(b.folder, fmt.Sprint("library-", n), "library.db")
}

// anewUpTo is the size up to which libraries are made anew in each run: notes of
// earlier ones would make their few briefings much larger than those of others.
const anewUpTo = 100

// library opens the library of n briefings, made on the first call.
func (b *bench) library(ctx context.Context, n int) (*store.Library, error) {
	if n <= anewUpTo && !b.made[n] {
		b.made[n] = true
		if err := os.RemoveAll(filepath.Dir(b.path(n))); err != nil {
			return nil, err
		}
	}
	l, err := store.Open(b.path(n), store.Options{Author: "figures"})
	if err != nil {
		return nil, err
	}
	have, err := l.Count(ctx)
	if err != nil || have >= n {
		return l, err
	}
	items, err := documents(b.shared, n-have, uint64(have))
	if err != nil {
		return nil, err
	}
	return l, take(ctx, l, items)
}

// asImported is a library written in one go, as a large import leaves it, whatever
// notes earlier figures made in it.
func (b *bench) asImported(ctx context.Context, n int) (*store.Library, error) {
	l, err := b.library(ctx, n)
	if err == nil {
		err = l.Compact(ctx)
	}
	return l, err
}

// take imports documents by the batch.
func take(ctx context.Context, l *store.Library, items iter.Seq[store.Incoming]) error {
	var failed error
	batch := l.NewBatch(func(_ store.Incoming, _ store.Imported, err error) { failed = cmp.Or(failed, err) })
	for in := range items {
		if err := batch.Add(ctx, in); err != nil {
			return err
		}
	}
	return cmp.Or(batch.Flush(ctx), failed, batch.Tidy(ctx))
}
