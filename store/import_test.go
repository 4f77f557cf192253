package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/store/engine"
)

// documentsNumbered makes documents that differ.
func documentsNumbered(t testing.TB, n int) iter.Seq2[Incoming, error] {
	return func(yield func(Incoming, error) bool) {
		for i := range n {
			b, rev := document(t, strings.Replace(article, "Havelian", fmt.Sprint("Place ", i), -1), fmt.Sprintf("%d.txt", i))
			if !yield(Incoming{Name: fmt.Sprintf("%d.txt", i), Briefing: b, Revision: rev}, nil) {
				return
			}
		}
	}
}

func TestAFolderComesInWithItsUnreadableFilesNamed(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	unreadable := errors.New("not text")
	items := func(yield func(Incoming, error) bool) {
		i := 0
		for in := range documentsNumbered(t, 230) {
			if i++; i%50 == 0 {
				if !yield(Incoming{Name: in.Name}, unreadable) {
					return
				}
				continue
			}
			if !yield(in, nil) {
				return
			}
		}
	}
	var told []int
	report, err := l.ImportAll(ctx, items, func(done int, _ int64) { told = append(told, done) })
	ok(t, err)
	if report.New != 226 || len(report.Failed) != 4 || report.Failed[0].Name != "49.txt" || !errors.Is(report.Failed[0].Err, unreadable) {
		t.Errorf("the report is %d new, failed %+v", report.New, report.Failed)
	}
	if last := told[len(told)-1]; last != 230 {
		t.Errorf("progress ends with %d", last)
	}
	again, err := l.ImportAll(ctx, documentsNumbered(t, 10), nil)
	if err != nil || again.Unchanged != 10 || again.New != 0 {
		t.Errorf("the same files once more: %+v, %v", again, err)
	}
	wholeLibrary(t, l)
}

// A batch that fails half-way leaves whole briefings or none and says which.
func TestABatchThatFailsLeavesNoneOfItsBriefings(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	stop := errors.New("the disk is gone")
	l.engine = &failing{Engine: l.engine, after: 1, puts: 70, err: stop}
	report, err := l.ImportAll(ctx, documentsNumbered(t, 250), nil)
	if !errors.Is(err, stop) || !strings.Contains(err.Error(), "100 documents came in before") {
		t.Errorf("the import says %v", err)
	}
	if len(report.Failed) == 0 || report.Failed[0].Name != "100.txt" || report.New != 100 {
		t.Errorf("the report names %d that failed and %d that came in", len(report.Failed), report.New)
	}
	healthy := library(t, l.Path())
	if n := must[int](t)(healthy.Count(ctx)); n != 100 {
		t.Errorf("%d briefings are in the library", n)
	}
	wholeLibrary(t, healthy)
}

// failing lets some updates pass and fails the next in its midst.
type failing struct {
	engine.Engine
	after, puts int
	err         error
}

func (f *failing) Update(ctx context.Context, do func(engine.Writer) error) error {
	f.after--
	if f.after >= 0 {
		return f.Engine.Update(ctx, do)
	}
	return f.Engine.Update(ctx, func(w engine.Writer) error { return do(&failingWriter{w, f}) })
}

type failingWriter struct {
	engine.Writer
	f *failing
}

func (w *failingWriter) Put(key string, value []byte) error {
	if w.f.puts--; w.f.puts < 0 {
		return w.f.err
	}
	return w.Writer.Put(key, value)
}

func TestAnImportNeedsNoMoreMemoryForMoreDocuments(t *testing.T) {
	peak := func(n int) uint64 {
		l := must[*Library](t)(Open(filepath.Join(t.TempDir(), "library.db"), Options{}))
		defer l.Close()
		b, rev := document(t, article, "a.txt")
		items := func(yield func(Incoming, error) bool) {
			for i := range n {
				one := rev
				one.RawHash = fmt.Sprint("sha256:", i)
				if !yield(Incoming{Name: "x", Briefing: b, Revision: one}, nil) {
					return
				}
			}
		}
		most := uint64(0)
		_, err := l.ImportAll(context.Background(), items, func(int, int64) {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		})
		ok(t, err)
		return most
	}
	few, many := peak(200), peak(2000)
	if many > few+few/2 {
		t.Errorf("2000 documents need %d KB, 200 need %d KB", many>>10, few>>10)
	}
}

func TestPurgeRemovesEveryTrace(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	stays := imported(t, l, article, "a.txt")
	id := imported(t, l, strings.ReplaceAll(article, "Havelian", "Shibboleth"), "secret-source.txt")
	must[[]briefings.Record](t)(l.Put(ctx, id, note("sesame")))
	m := must[briefings.Meta](t)(l.Meta(ctx, id))
	ok(t, l.SetDraft(ctx, briefings.Draft{Briefing: id, Purpose: "note", Text: "sesame"}))
	ok(t, l.Purge(ctx, id))
	file := string(must[[]byte](t)(os.ReadFile(l.Path())))
	for _, trace := range []string{id, m.Slug, "hibboleth", "sesame"} {
		if strings.Contains(file, trace) {
			t.Errorf("the file still holds %q", trace)
		}
	}
	if _, err := l.Find(ctx, id); !errors.As(err, new(*NotFoundError)) {
		t.Errorf("it is still found: %v", err)
	}
	must[briefings.Meta](t)(l.Meta(ctx, stays))
	wholeLibrary(t, l)
}
