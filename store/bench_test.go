package store

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dossier/briefings"
)

// The benchmarks work on libraries of generated briefings: the article of the
// tests and made-up sentences, about 8 KB each, from a seeded generator. A large
// one is made once and kept in a folder if -bench-library names one.
var (
	benchSizes   = flag.String("bench-sizes", "10,1000", "numbers of briefings to measure with; the issue asks for 10,100000")
	benchLibrary = flag.String("bench-library", "", "folder to keep the generated libraries in")
)

func sizes(b *testing.B) (out []int) {
	for _, s := range strings.Split(*benchSizes, ",") {
		n := 0
		if _, err := fmt.Sscan(s, &n); err != nil {
			b.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}

// generated is a document of about 8 KB.
func generated(t testing.TB, at *rand.Rand) (briefings.Briefing, briefings.Revision) {
	words := strings.Fields("the ministry plant agreement delivery engine software licence export talks team site schedule drone maker partner government report")
	var s strings.Builder
	fmt.Fprintf(&s, "Report %x on the plant\n\n%s\n", at.Uint64(), article)
	for s.Len() < 8000 {
		for range 12 + at.IntN(10) {
			s.WriteString(words[at.IntN(len(words))] + " ")
		}
		fmt.Fprint(&s, "as before.\n")
		if at.IntN(4) == 0 {
			fmt.Fprintf(&s, "It was signed in %d.\n", 1990+at.IntN(40))
		}
		if at.IntN(4) == 0 {
			s.WriteString("\n")
		}
	}
	return document(t, s.String(), fmt.Sprintf("https://example.org/%x", at.Uint64()))
}

// stock returns a library of n briefings. Their structure is read from forty
// documents, over and over: reading it from each would take the time that is
// not to be measured.
func stock(b *testing.B, n int) *Library {
	b.Helper()
	folder := *benchLibrary
	if folder == "" {
		folder = b.TempDir()
	}
	path := filepath.Join(folder, fmt.Sprint("library-", n), "library.db")
	l := library(b, path)
	have, err := l.Count(context.Background())
	ok(b, err)
	_, err = l.ImportAll(context.Background(), copiesOf(b, n-have), nil) // what an earlier run left to do
	ok(b, err)
	return l
}

func copiesOf(b *testing.B, n int) func(func(Incoming, error) bool) {
	at := rand.New(rand.NewPCG(1, uint64(max(n, 0))))
	var docs []Incoming
	for range min(max(n, 0), 40) {
		one, rev := generated(b, at)
		docs = append(docs, Incoming{Briefing: one, Revision: rev})
	}
	return func(yield func(Incoming, error) bool) {
		for i := range n {
			in := docs[i%len(docs)]
			in.Name = fmt.Sprint(i)
			in.Briefing.Title = fmt.Sprintf("%x %s", at.Uint32(), in.Briefing.Title)
			in.Briefing.Date = fmt.Sprintf("20%02d-%02d-%02d", at.IntN(26), 1+at.IntN(12), 1+at.IntN(28))
			in.Revision.RawHash = fmt.Sprintf("sha256:%064x", at.Uint64())
			if !yield(in, nil) {
				return
			}
		}
	}
}

// eachSize measures a call on libraries of each size. Beside the mean it gives
// the median and the tenth part that was quickest: on a busy machine the mean
// tells of the others.
func eachSize(b *testing.B, prepare func(b *testing.B, l *Library, id string) (call func() error)) {
	for _, n := range sizes(b) {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l := stock(b, n)
			page, err := l.List(context.Background(), Query{Limit: 5})
			ok(b, err)
			call := prepare(b, l, page[len(page)-1].ID)
			var taken times
			b.ResetTimer()
			for b.Loop() {
				taken.take(func() { ok(b, call()) })
			}
			b.ReportMetric(taken.at(0.5)*1000, "µs-p50")
			b.ReportMetric(taken.at(0.1)*1000, "µs-p10")
		})
	}
}

// BenchmarkFirstScreen opens the library as a new process does and reads the
// first ten rows: as many as the smallest library has.
func BenchmarkFirstScreen(b *testing.B) {
	eachSize(b, func(_ *testing.B, l *Library, _ string) func() error {
		return func() error {
			fresh, err := Open(l.Path(), Options{})
			if err != nil {
				return err
			}
			defer fresh.Close()
			_, err = fresh.List(context.Background(), Query{Limit: 10})
			return err
		}
	})
}

func BenchmarkListAll(b *testing.B) {
	eachSize(b, func(_ *testing.B, l *Library, _ string) func() error {
		return func() error {
			_, err := l.List(context.Background(), Query{})
			return err
		}
	})
}

func BenchmarkReadBriefing(b *testing.B) {
	eachSize(b, func(_ *testing.B, l *Library, id string) func() error {
		return func() error {
			_, err := l.Briefing(context.Background(), id)
			return err
		}
	})
}

// BenchmarkReadMeta reads the meta data, the cheapest read of all.
func BenchmarkReadMeta(b *testing.B) {
	eachSize(b, func(_ *testing.B, l *Library, id string) func() error {
		return func() error {
			_, err := l.Meta(context.Background(), id)
			return err
		}
	})
}

// BenchmarkSaveNote makes one durable edit: a note that is set anew.
func BenchmarkSaveNote(b *testing.B) {
	eachSize(b, func(b *testing.B, l *Library, id string) func() error {
		saved, err := l.Put(context.Background(), id, note("to be edited"))
		ok(b, err)
		return func() error {
			saved, err = l.Put(context.Background(), id, saved[0])
			return err
		}
	})
}

// BenchmarkImport takes documents in by the hundred, their structure read
// already: the store's own share. BenchmarkStructure is the other share.
func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		l := newLibrary(b)
		items := copiesOf(b, 1000)
		b.StartTimer()
		_, err := l.ImportAll(context.Background(), items, nil)
		ok(b, err)
	}
	b.ReportMetric(float64(b.N)*1000/b.Elapsed().Seconds(), "documents/s")
}

func BenchmarkStructure(b *testing.B) {
	at := rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		generated(b, at)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "documents/s")
}

// BenchmarkOpenBody opens a document of ten megabytes and one of 8 KB, and
// reads a block in the midst.
func BenchmarkOpenBody(b *testing.B) {
	for _, size := range []int{8 << 10, 10 << 20} {
		b.Run(fmt.Sprint(size>>10, "KB"), func(b *testing.B) {
			l := newLibrary(b)
			var s strings.Builder
			for i := 0; s.Len() < size; i++ {
				fmt.Fprintf(&s, "Paragraph %d says that the plant will open when the talks are over.\n\n", i)
			}
			one, rev := document(b, s.String(), "large.txt")
			got, err := l.Import(context.Background(), one, rev)
			ok(b, err)
			b.ResetTimer()
			for b.Loop() {
				_, err := l.Meta(context.Background(), got.ID)
				ok(b, err)
				body, err := l.OpenRevision(context.Background(), got.ID, 0)
				ok(b, err)
				_, err = body.Block(body.Len() / 2)
				ok(b, err)
			}
		})
	}
}

// BenchmarkContention has two readers, an import and an annotator at work at
// once and tells how long each call waits.
func BenchmarkContention(b *testing.B) {
	l := stock(b, 1000)
	ctx := context.Background()
	page, err := l.List(ctx, Query{Limit: 1})
	ok(b, err)
	id := page[0].ID
	alone := annotate(b, l, id, 200)
	working, stop := context.WithCancel(ctx)
	var wait sync.WaitGroup
	var reads [2]times
	for i := range reads {
		wait.Go(func() {
			reader := library(b, l.Path())
			for working.Err() == nil {
				reads[i].take(func() { reader.List(working, Query{Limit: 50}) })
				reads[i].take(func() { reader.Briefing(working, id) })
			}
		})
	}
	wait.Go(func() {
		importer := library(b, l.Path())
		for n := 0; working.Err() == nil; n++ {
			importer.ImportAll(working, copiesOf(b, 1000), nil)
		}
	})
	b.ResetTimer()
	together := annotate(b, library(b, l.Path()), id, 500)
	stop()
	wait.Wait()
	all := append(reads[0], reads[1]...)
	for name, t := range map[string]times{"alone": alone, "together": together, "reads": all} {
		b.Logf("%-8s %5d calls: p50 %6.2f ms, p99 %6.2f ms, max %6.2f ms", name, len(t), t.at(0.5), t.at(0.99), t.at(1))
	}
	b.ReportMetric(together.at(0.99)/alone.at(0.99), "p99-together/alone")
}

func annotate(b *testing.B, l *Library, id string, n int) (out times) {
	for i := range n {
		out.take(func() {
			_, err := l.Put(context.Background(), id, note(fmt.Sprint(i)))
			ok(b, err)
		})
	}
	return out
}

// times are durations of calls.
type times []time.Duration

func (t *times) take(do func()) {
	began := time.Now()
	do()
	*t = append(*t, time.Since(began))
}

// at returns a quantile in milliseconds.
func (t times) at(share float64) float64 {
	sorted := slices.Sorted(slices.Values(t))
	return float64(sorted[int(float64(len(sorted)-1)*share)].Microseconds()) / 1000
}
