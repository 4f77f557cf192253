//go:build unix

package bolt

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"dossier/store/engine"
)

// tries does everything that one can do with a library and returns the errors.
func tries(e *Engine) map[string]error {
	ctx := context.Background()
	verify := func() error {
		found := ""
		if err := e.Verify(ctx, func(p string) { found = p }); err != nil || found == "" {
			return err
		}
		return &engine.Error{Path: e.path, Problem: found, Err: engine.ErrDamaged}
	}
	return map[string]error{
		"reading": e.View(ctx, func(r engine.Reader) error { return readAll(r) }),
		"writing": e.Update(ctx, func(w engine.Writer) error { return w.Put("k", []byte("v")) }),
		"check":   verify(),
		"backup":  e.Backup(ctx, e.path+".backup"),
		"compact": e.Compact(ctx),
	}
}

func readAll(r engine.Reader) error {
	for item, err := range r.Scan(engine.Range{}) {
		if err != nil {
			return err
		}
		_ = strings.Count(string(item.Value), "x")
	}
	return nil
}

func TestAFileThatIsNoLibraryIsToldFromOneAndLeftAlone(t *testing.T) {
	for what, make := range map[string]struct {
		write func(path string)
		kind  error
	}{
		"a text":   {func(p string) { check(t, os.WriteFile(p, []byte(strings.Repeat("An article.\n", 2000)), 0o600)) }, engine.ErrNotLibrary},
		"a line":   {func(p string) { check(t, os.WriteFile(p, []byte("x"), 0o600)) }, engine.ErrNotLibrary},
		"nothing":  {func(p string) { check(t, os.WriteFile(p, nil, 0o600)) }, engine.ErrDamaged},
		"a folder": {func(p string) { check(t, os.Mkdir(p, 0o700)) }, engine.ErrNotLibrary},
		"another program's database": {func(p string) {
			check(t, build(p, func(tx *bbolt.Tx) error {
				_, err := tx.CreateBucket([]byte("theirs"))
				return err
			}))
		}, engine.ErrNotLibrary},
	} {
		e := handle(t, filepath.Join(t.TempDir(), "library.db"))
		make.write(e.path)
		before, _ := os.ReadFile(e.path)
		for doing, err := range tries(e) {
			if !errors.Is(err, make.kind) && !(doing == "check" && errors.Is(err, engine.ErrDamaged)) {
				t.Errorf("%s, %s: %v", what, doing, err)
			} else if !strings.Contains(err.Error(), e.path) {
				t.Errorf("%s, %s: the error does not name the file: %v", what, doing, err)
			}
		}
		if after, _ := os.ReadFile(e.path); string(after) != string(before) {
			t.Errorf("%s was changed", what)
		}
		if !missing(e.path + turnSuffix) {
			t.Errorf("%s has a lock file beside it now", what)
		}
	}
}

// large is a library of a few hundred pages.
func large(t *testing.T) *Engine {
	e := library(t)
	for i := range 20 {
		check(t, e.Update(context.Background(), func(w engine.Writer) error {
			for j := range 100 {
				if err := w.Put(strings.Repeat(string(rune('a'+i)), 20)+string(rune('0'+j%10))+string(rune('a'+j/10)), make([]byte, 300)); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	return e
}

func TestAFileCutShortIsDamagedAndSaysSo(t *testing.T) {
	e := large(t)
	whole, err := os.ReadFile(e.path)
	check(t, err)
	file, err := os.Open(e.path)
	check(t, err)
	m, _ := currentMeta(file)
	file.Close()
	used := float64(m.pages) * float64(m.pageSize) // the file may be longer
	for _, part := range []float64{0.01, 0.1, 0.5, 0.99} {
		check(t, os.WriteFile(e.path, whole[:int(used*part)], 0o600))
		for doing, err := range tries(e) {
			if err == nil || !strings.Contains(err.Error(), e.path) || part > 0.01 && !strings.Contains(err.Error(), "cut short: ") {
				t.Errorf("%.0f %% of the file, %s: %v", part*100, doing, err)
			}
		}
	}
}

// Damage may show only where a page is looked at: bbolt panics then, and a page
// that the file does not have any more is a fault of the memory.
func TestDamageThatShowsWhileReadingIsAnError(t *testing.T) {
	for what, harm := range map[string]func(*Engine) error{
		"pages of nothing": func(e *Engine) error {
			file, err := os.OpenFile(e.path, os.O_RDWR, 0)
			check(t, err)
			defer file.Close()
			m, _ := currentMeta(file)
			_, err = file.WriteAt(make([]byte, int(m.pages-2)*int(m.pageSize)), 2*int64(m.pageSize))
			check(t, err)
			return e.View(t.Context(), readAll)
		},
		"a file that is cut while it is read": func(e *Engine) error {
			return e.View(t.Context(), func(r engine.Reader) error {
				check(t, os.Truncate(e.path, 2*int64(os.Getpagesize())))
				return readAll(r)
			})
		},
	} {
		e := large(t)
		check(t, e.Close())
		if err := harm(e); !errors.Is(err, engine.ErrDamaged) || !strings.Contains(err.Error(), e.path) || !strings.Contains(err.Error(), "dossier restore") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A flipped bit may fall on a page that nobody reads, or into a value (which
// the library's checksums find). Check must say of every other that something
// is wrong, and nothing may end or hang the program.
func TestAFlippedBitNeverEndsTheProgram(t *testing.T) {
	e := large(t)
	whole, err := os.ReadFile(e.path)
	check(t, err)
	at := rand.New(rand.NewPCG(1, 2))
	found, missed := 0, 0
	for range 60 {
		flipped := append([]byte(nil), whole...)
		for range 8 {
			page := at.IntN(len(flipped)/4096) * 4096
			flipped[page+at.IntN(64)] ^= 1 << at.IntN(8) // where pages keep their headers and entries
		}
		check(t, os.WriteFile(e.path, flipped, 0o600))
		problems := 0
		if err := e.Verify(context.Background(), func(string) { problems++ }); err != nil || problems > 0 {
			found++
			continue // reading on might follow a page that leads back to itself
		}
		for _, err := range tries(e) {
			if err != nil {
				missed++
				t.Logf("passed the check, then: %v", err)
			}
		}
		os.Remove(e.path + ".backup")
		os.Remove(e.path + newSuffix)
	}
	if found == 0 || missed > 0 {
		t.Errorf("check found %d damaged files and passed %d that could not be used", found, missed)
	}
}
