package reader

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/sample"
	"dossier/store"
	"dossier/ui/uitest"
)

// desk is a real library on disk with the sample in it, and who reads it when.
type desk struct {
	t     *testing.T
	lib   shelved
	id    string
	clock clock
}

// clock tells tests their time. What runs in the background looks at it too.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

// later lets time go by.
func (d *desk) later(by time.Duration) { d.clock.set(d.clock.now().Add(by)) }

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, clock: clock{at: time.Date(2026, 1, 14, 9, 0, 0, 0, time.UTC)}}
	d.lib = shelved{d.open()}
	b, rev := frozen(t)
	in, err := d.lib.Import(t.Context(), b, rev)
	if err != nil {
		t.Fatal(err)
	}
	d.id = in.ID
	return d
}

var freeze = flag.Bool("freeze", false, "take what is found in the sample today for the reader's tests")

// frozen is the sample with what was found in it on the day of the last
// -freeze, so that a better extractor does not change what these tests see.
func frozen(t *testing.T) (briefings.Briefing, briefings.Revision) {
	t.Helper()
	b, rev := sample.Document()
	path := filepath.Join("testdata", "sample.json")
	if *freeze {
		data, err := json.MarshalIndent(b, "", " ")
		if err == nil {
			err = os.WriteFile(path, data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		return b, rev
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var kept briefings.Briefing
	if err := json.Unmarshal(data, &kept); err != nil {
		t.Fatal(err)
	}
	return kept, rev
}

// The sample as it is frozen has so many entries in its timeline, and so many
// records that an import has to be reviewed for.
const sampleEntries, sampleFound = 8, 41

// entries is what a board of the timeline says that holds the sample's and more.
func entries(more int) string { return fmt.Sprint(sampleEntries+more, " entries") }

// open opens the library as another process would.
func (d *desk) open() *store.Library {
	d.t.Helper()
	if d.lib.Library == nil {
		return d.openAt(filepath.Join(d.drawer(), "library.db"))
	}
	return d.openAt(d.lib.Path())
}

// drawer is a folder of the test's own. What a session saves when it ends may still be
// written while the test clears up.
func (d *desk) drawer() string {
	d.t.Helper()
	folder, err := os.MkdirTemp("", "dossier-desk-")
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		for range 200 {
			if err = os.RemoveAll(folder); err == nil {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		d.t.Errorf("the library is still being written: %v", err)
	})
	return folder
}

func (d *desk) openAt(path string) *store.Library {
	d.t.Helper()
	lib, err := store.Open(path, store.Options{Author: "analyst", Now: d.clock.now})
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { lib.Close() })
	return lib
}

// config is what the command line gives the reader.
func (d *desk) config() Config {
	return Config{Library: d.lib, Author: "analyst", Theme: "dark", Now: d.clock.now,
		Export: func(_ context.Context, _, path string) (string, error) {
			return "exported to " + cmp.Or(path, "notes.md"), nil
		}}
}

// through skips a story that goes through panes of which one is not built in. What a
// pane does by itself is told in its own file, which goes with it.
func through(t *testing.T, ids ...paneID) {
	t.Helper()
	for _, id := range ids {
		if paneNamed(id) == nil {
			t.Skipf("this story goes through the pane of %s", id)
		}
	}
}

// sit opens the sample in a terminal of a size.
func (d *desk) sit(width, height int) *uitest.Person {
	d.t.Helper()
	cfg := d.config()
	cfg.Open = d.id
	return d.with(cfg, width, height)
}

// within opens the sample for a test that looks inside the program, too.
func (d *desk) within(width, height int) (*App, *uitest.Person) {
	d.t.Helper()
	cfg := d.config()
	cfg.Open = d.id
	return d.before(cfg, width, height)
}

// browse opens the list of briefings.
func (d *desk) browse(width, height int) *uitest.Person {
	d.t.Helper()
	return d.with(d.config(), width, height)
}

func (d *desk) with(cfg Config, width, height int) *uitest.Person {
	d.t.Helper()
	_, p := d.before(cfg, width, height)
	return p
}

// app is the program, for a test that sits down before it by itself.
func (d *desk) app(cfg Config) *App {
	d.t.Helper()
	app, err := newApp(d.t.Context(), cfg)
	if err != nil {
		d.t.Fatal(err)
	}
	return app
}

// before sits down before a program for a test that looks inside it, too.
func (d *desk) before(cfg Config, width, height int) (*App, *uitest.Person) {
	d.t.Helper()
	app := d.app(cfg)
	p := uitest.Sit(d.t, app, width, height).Miss("opening…")
	if cfg.Open == "" && cfg.Incoming == nil && width > 40 {
		p.See(" briefing")
	}
	return app, p
}

// briefing reads the sample from disk as another process would.
func (d *desk) briefing() *briefings.Briefing {
	d.t.Helper()
	b, err := d.open().Briefing(d.t.Context(), d.id)
	if err != nil {
		d.t.Fatal(err)
	}
	return b
}

// shelved gives the store the reader's shape.
type shelved struct{ *store.Library }

func (s shelved) List(ctx context.Context, most int) ([]briefings.Summary, error) {
	return s.Library.List(ctx, store.Query{Limit: most})
}

func (s shelved) Text(ctx context.Context, id string) (Text, error) {
	rev, err := s.Library.Revision(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	return TextOf(rev), nil
}

// Correct sets a field and moves the entries that hang on the date, as the
// command line does.
func (s shelved) Correct(ctx context.Context, id, field, value string) (string, error) {
	was, err := s.Library.Briefing(ctx, id)
	if err != nil {
		return "", err
	}
	is := *was
	if err := briefings.SetMetaField(&is.Meta, field, value, "analyst", is.Modified); err != nil {
		return "", err
	}
	rev, err := s.Library.Revision(ctx, id, 0)
	if err != nil {
		return "", err
	}
	moved := extract.Redate(rev, was, &is)
	var records []briefings.Record
	for i := range moved.Events {
		records = append(records, &moved.Events[i])
	}
	set := func(m *briefings.Meta) { _ = briefings.SetMetaField(m, field, value, "analyst", is.Modified) } // it was taken above
	return moved.String(), s.Library.SetMeta(ctx, id, set, records...)
}

func (s shelved) Undo(ctx context.Context, id string) (*briefings.Change, error) {
	return nothing(s.Library.Undo(ctx, id))
}

func (s shelved) Redo(ctx context.Context, id string) (*briefings.Change, error) {
	return nothing(s.Library.Redo(ctx, id))
}

func nothing(c *briefings.Change, err error) (*briefings.Change, error) {
	if errors.Is(err, store.ErrNothing) {
		return nil, nil
	}
	return c, err
}

func (s shelved) Watch(ctx context.Context) (<-chan []string, error) {
	notices, err := s.Library.Watch(ctx)
	if err != nil {
		return nil, err
	}
	ids := make(chan []string)
	go func() {
		defer close(ids)
		for n := range notices {
			select {
			case ids <- n.Briefings: // nil where any may have changed
			case <-ctx.Done():
				return
			}
		}
	}()
	return ids, nil
}
