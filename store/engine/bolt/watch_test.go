//go:build unix

package bolt

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Where a file system tells of nothing, a look at the file now and then does.
func TestAWatchNeedsNoEvents(t *testing.T) {
	newWatcher = func() (*fsnotify.Watcher, error) { return nil, errors.New("no events here") }
	t.Cleanup(func() { newWatcher = fsnotify.NewWatcher })
	hearsOfEach(t)
}

// Where it does tell, nobody has to wait for that look.
func TestAWatchNeedsNoLook(t *testing.T) {
	usual := glance
	glance = time.Hour
	t.Cleanup(func() { glance = usual })
	hearsOfEach(t)
}

// hearsOfEach proves that a watch tells of changes that are made one by one, each
// when the one before it was told.
func hearsOfEach(t *testing.T) {
	t.Helper()
	a := library(t, "k", "0")
	b := handle(t, a.path)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	seen := 0
	put(t, a, "k", "1")
	for _, err := range b.Watch(ctx, "k", 1) {
		check(t, err)
		if seen++; seen == 3 {
			break
		}
		put(t, a, "k", "again")
	}
	if seen != 3 {
		t.Errorf("of 3 changes %d are told", seen)
	}
}

// The folder of a library may come after the watch: what is written to it before
// anybody can ask for events gives none.
func TestAWatchSeesWhatCameWithTheFolder(t *testing.T) {
	e := handle(t, filepath.Join(t.TempDir(), "data", "library.db"))
	signs := newSigns(e.path)
	defer signs.close()
	put(t, e, "k", "1")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if signs.wait(ctx); ctx.Err() != nil {
		t.Error("nothing tells of the library that came")
	}
}
