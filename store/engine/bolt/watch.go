package bolt

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"dossier/store/engine"
)

// settle is how long a watcher waits after a sign of a write for more.
const settle = 20 * time.Millisecond

// The two signs, of which the tests take away one each.
var (
	newWatcher = fsnotify.NewWatcher
	// glance is how often it looks at the file without any sign, where events are
	// a hint that may not come: a look costs an idle program its sleep.
	glance = 500 * time.Millisecond
)

// Watch gives every commit after since that touches the prefix.
func (e *Engine) Watch(ctx context.Context, prefix string, since engine.Rev) iter.Seq2[engine.Change, error] {
	return func(yield func(engine.Change, error) bool) {
		signs := newSigns(e.path)
		defer signs.close()
		for ctx.Err() == nil {
			changes, now, err := e.changes(ctx, prefix, since)
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				yield(engine.Change{}, err)
				return
			}
			for _, c := range changes {
				if !yield(c, nil) {
					return
				}
			}
			since = now
			signs.wait(ctx)
		}
	}
}

// changes reads the commits after since, and up to where it read.
func (e *Engine) changes(ctx context.Context, prefix string, since engine.Rev) (out []engine.Change, now engine.Rev, err error) {
	if missing(e.path) {
		return nil, since, nil
	}
	now = since
	err = e.read(ctx, "reading", func(r reader) error {
		now = r.Rev()
		return changesAfter(r.tx, since, e.origin, func(c engine.Change) {
			if c.Keys = withPrefix(c.Keys, prefix); len(c.Keys) > 0 {
				out = append(out, c)
			}
		})
	})
	return out, now, err
}

func withPrefix(keys []string, prefix string) []string {
	out := keys[:0]
	for _, k := range keys {
		if strings.HasPrefix(k, prefix) {
			out = append(out, k)
		}
	}
	return out
}

// signs tells when the library's file may have changed: by file system events
// where every write gives one, else by a look at the file now and then, too.
type signs struct {
	path    string
	watcher *fsnotify.Watcher // nil where events cannot be had
	sure    bool              // no write goes without an event
	last    stamp
}

// stamp is what a look at the file shows.
type stamp struct {
	changed time.Time
	size    int64
	info    os.FileInfo
}

func newSigns(path string) *signs {
	s := &signs{path: path, last: look(path)}
	s.listen()
	return s
}

// listen asks for events of the folder, not the file: compaction puts another
// file in its place. The folder may not be there yet. It says whether it did so:
// what was written before gave none.
func (s *signs) listen() (begun bool) {
	if s.watcher != nil {
		return false
	}
	watcher, err := newWatcher()
	if err != nil {
		return false
	}
	if err := watcher.Add(filepath.Dir(s.path)); err != nil {
		watcher.Close()
		return false
	}
	s.watcher, s.sure = watcher, eventsSuffice(filepath.Dir(s.path))
	return true
}

func (s *signs) close() {
	if s.watcher != nil {
		s.watcher.Close()
	}
}

// wait returns when the file may have changed, or the context ends.
func (s *signs) wait(ctx context.Context) {
	for ctx.Err() == nil {
		if s.listen() && s.changed() {
			return
		}
		var events chan fsnotify.Event
		var lost chan error // more events than the system would keep
		if s.watcher != nil {
			events, lost = s.watcher.Events, s.watcher.Errors
		}
		var glances <-chan time.Time
		if !s.sure {
			glances = time.After(glance)
		}
		select {
		case <-ctx.Done():
			return
		case event := <-events:
			if event.Name != s.path {
				continue
			}
			s.settle(ctx)
			s.last = look(s.path)
			return
		case <-lost:
			s.last = look(s.path)
			return
		case <-glances:
			if s.changed() {
				return
			}
		}
	}
}

// changed says whether the file is another than at the last look.
func (s *signs) changed() bool {
	was := s.last
	s.last = look(s.path)
	return !s.last.same(was)
}

// settle lets a burst of events pass.
func (s *signs) settle(ctx context.Context) {
	end := time.After(settle)
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.watcher.Events:
		case <-end:
			return
		}
	}
}

func look(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{info.ModTime(), info.Size(), info}
}

func (s stamp) same(other stamp) bool {
	return s.changed.Equal(other.changed) && s.size == other.size && (s.info == nil) == (other.info == nil) &&
		(s.info == nil || os.SameFile(s.info, other.info))
}
