package store

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/store/engine"
)

// documentsNumbered makes documents that differ.
func documentsNumbered(t testing.TB, n int) iter.Seq[Incoming] {
	return func(yield func(Incoming) bool) {
		for i := range n {
			if !yield(must[Incoming](t)(numbered(i))) {
				return
			}
		}
	}
}

// numbered is one of many documents.
func numbered(n int) (Incoming, error) {
	name := fmt.Sprintf("%d.txt", n)
	doc, err := read(strings.ReplaceAll(article, "Havelian", fmt.Sprint("Place ", n)), name)
	return Incoming{Name: name, Briefing: extract.All(&doc.Revision, doc.Meta), Revision: doc.Revision}, err
}

// report says what became of documents.
type report struct {
	came, unchanged int
	failed          []string
}

// importAll takes documents in by the batch.
func importAll(ctx context.Context, l *Library, items iter.Seq[Incoming]) (r report, err error) {
	b := l.NewBatch(func(in Incoming, got Imported, err error) {
		switch {
		case err != nil:
			r.failed = append(r.failed, in.Name)
		case got.Unchanged:
			r.unchanged++
		default:
			r.came++
		}
	})
	for in := range items {
		if err := b.Add(ctx, in); err != nil {
			return r, err
		}
	}
	if err := b.Flush(ctx); err != nil {
		return r, err
	}
	return r, b.Tidy(ctx)
}

// A document that cannot come in keeps no other out, be it that nothing stands
// in it or that another has its id.
func TestADocumentThatCannotComeInIsNamedAndKeepsNoOtherOut(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	taken := imported(t, l, article, "taken.txt")
	items := func(yield func(Incoming) bool) {
		i := 0
		for in := range documentsNumbered(t, 230) {
			if i++; i%100 == 50 {
				in.Revision = briefings.Revision{}
			} else if i%100 == 60 {
				in.Briefing.ID = taken
			}
			if !yield(in) {
				return
			}
		}
	}
	got, err := importAll(ctx, l, items)
	ok(t, err)
	if want := []string{"49.txt", "59.txt", "149.txt", "159.txt"}; got.came != 226 || !slices.Equal(got.failed, want) {
		t.Errorf("%d came in, failed: %q", got.came, got.failed)
	}
	again, err := importAll(ctx, l, documentsNumbered(t, 10))
	if err != nil || again.unchanged != 10 || again.came != 0 {
		t.Errorf("the same files once more: %+v, %v", again, err)
	}
	wholeLibrary(t, l)
}

// A batch that fails half-way leaves whole briefings or none and says which.
func TestABatchThatFailsLeavesNoneOfItsBriefings(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	stop := &engine.Error{Problem: "the disk is gone"}
	l.engine = &failing{Engine: l.engine, after: 1, puts: 70, err: stop}
	got, err := importAll(ctx, l, documentsNumbered(t, 250))
	if !errors.Is(err, stop) {
		t.Errorf("the import says %v", err)
	}
	if got.came != 100 || len(got.failed) == 0 || got.failed[0] != "100.txt" {
		t.Errorf("%d came in, failed: %q", got.came, got.failed)
	}
	healthy := library(t, l.Path())
	if n := must[int](t)(healthy.Count(ctx)); n != 100 {
		t.Errorf("%d briefings are in the library", n)
	}
	wholeLibrary(t, healthy)
}

// What one briefing's transaction wrote is found by the next ones; what waits
// for its transaction is known to the batch.
func TestABatchKnowsWhatWaits(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	b := l.NewBatch(func(Incoming, Imported, error) {})
	fromOne := func(m *briefings.Meta) bool { return m.Source == "0.txt" }
	for in := range documentsNumbered(t, 1) {
		ok(t, b.Add(ctx, in))
	}
	if _, found, _ := l.BySource(ctx, "0.txt"); found || !b.Waits(fromOne) {
		t.Error("the document does not wait")
	}
	ok(t, b.Flush(ctx))
	if _, found, _ := l.BySource(ctx, "0.txt"); !found || b.Waits(fromOne) {
		t.Error("the document still waits")
	}
}

// An import lets others have their turn between two of its documents.
func TestABatchEndsItsTransactionWhenSomebodyWaits(t *testing.T) {
	l := newLibrary(t)
	crowded := &crowded{Engine: l.engine}
	l.engine = crowded
	got, err := importAll(context.Background(), l, documentsNumbered(t, 5))
	ok(t, err)
	if got.came != 5 || crowded.updates != 5 {
		t.Errorf("%d of 5 slow documents came in, in %d transactions", got.came, crowded.updates)
	}
	wholeLibrary(t, l)
}

// crowded is a slow engine that somebody always waits for.
type crowded struct {
	engine.Engine
	updates int
}

func (c *crowded) Update(ctx context.Context, do func(engine.Writer) error) error {
	c.updates++
	return c.Engine.Update(ctx, func(w engine.Writer) error { return do(crowdedWriter{w}) })
}

type crowdedWriter struct{ engine.Writer }

func (w crowdedWriter) Put(key string, value []byte) error {
	time.Sleep(batchShare / 4)
	return w.Writer.Put(key, value)
}

func (crowdedWriter) Awaited() bool { return true }

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
		most := uint64(0)
		measure := func() {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
		_, err := importAll(context.Background(), l, func(yield func(Incoming) bool) {
			for i := range n {
				if i%20 == 19 {
					measure()
				}
				one := rev
				one.RawHash = fmt.Sprint("sha256:", i)
				if !yield(Incoming{Name: "x", Briefing: b, Revision: one}) {
					return
				}
			}
		})
		ok(t, err)
		return most
	}
	few, many := peak(200), peak(2000)
	if many > few+few/2 {
		t.Errorf("2000 documents need %d KB, 200 need %d KB", many>>10, few>>10)
	}
}

func TestAnImportLeavesNoUnusedSpaceBehind(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	size := func() int64 { return must[os.FileInfo](t)(os.Stat(l.Path())).Size() }
	at := rand.NewChaCha8([32]byte{})
	for i := range 40 {
		noise := make([]byte, 50_000) // packs badly
		at.Read(noise)
		ok(t, l.SetDraft(ctx, briefings.Draft{Briefing: id, Purpose: fmt.Sprint(i), Text: hex.EncodeToString(noise)}))
	}
	for i := range 40 {
		ok(t, l.DropDraft(ctx, briefings.Draft{Briefing: id, Purpose: fmt.Sprint(i)}))
	}
	before := size()
	_, err := importAll(ctx, l, documentsNumbered(t, 3))
	ok(t, err)
	if after := size(); after > before/2 {
		t.Errorf("the file had %d KB with much unused, and %d KB after an import", before>>10, after>>10)
	}
	wholeLibrary(t, l)
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

func TestAnImportThatBringsMostOfALibraryLeavesItCompact(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	size := func() int64 { return must[os.FileInfo](t)(os.Stat(l.Path())).Size() }
	_, err := importAll(ctx, l, documentsNumbered(t, 300))
	ok(t, err)
	imported := size()
	ok(t, l.Compact(ctx))
	if compact := size(); imported > compact+compact/5 {
		t.Errorf("after the import the library has %d KB, compacted %d", imported>>10, compact>>10)
	}
	wholeLibrary(t, l)
}
