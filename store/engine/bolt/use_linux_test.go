package bolt

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"dossier/store/engine"
)

// What is read from a large library does not stay in the process's memory, even
// within one transaction.
func TestReadingAllOfALibraryTakesLittleMemory(t *testing.T) {
	e := heavy(t)
	check(t, e.View(t.Context(), func(r engine.Reader) error {
		before := mapped(t)
		for i := range values {
			if _, err := r.Get(fmt.Sprintf("k/%06d", i)); err != nil {
				return err
			}
		}
		if grown := mapped(t) - before; grown > 24<<20 {
			t.Errorf("to read %d MB the process took %d MB of mapped files", values*size>>20, grown>>20)
		}
		return nil
	}))
}

// Nor does what is looked at to write all over it, as an import does.
func TestWritingAllOverALibraryTakesLittleMemory(t *testing.T) {
	e := heavy(t)
	check(t, e.Update(t.Context(), func(w engine.Writer) error {
		before := mapped(t)
		for i := range values {
			if err := w.Put(fmt.Sprintf("k/%06d", i), []byte("changed")); err != nil {
				return err
			}
		}
		if grown := mapped(t) - before; grown > 24<<20 {
			t.Errorf("to write to %d places of %d MB the process took %d MB of mapped files", values, values*size>>20, grown>>20)
		}
		return nil
	}))
}

// Nor does what a copy was written into.
func TestCopyingALibraryTakesLittleMemory(t *testing.T) {
	e := heavy(t)
	var kept []int // after each slice
	ctx := engine.WithProgress(t.Context(), func(int64, int64) { kept = append(kept, mappedOf(t, e.path+copySuffix)) })
	check(t, e.Compact(ctx))
	for at := 0; at+syncSlices < len(kept)-1; at++ { // the last is of a copy that is in its place
		if least := slices.Min(kept[at : at+syncSlices]); least > 256<<10 {
			t.Fatalf("from slice %d on at least %d KB of the copy stay in memory", at, least>>10)
		}
	}
}

// mappedOf is how many bytes of one file are in the memory of the process.
func mappedOf(t *testing.T, path string) (bytes int) {
	t.Helper()
	maps, err := os.ReadFile("/proc/self/smaps")
	check(t, err)
	of := false
	for line := range strings.Lines(string(maps)) {
		if name, rest, _ := strings.Cut(line, ":"); name == "Rss" && of {
			n := 0
			_, err := fmt.Sscan(rest, &n)
			check(t, err)
			bytes += n << 10
		} else if strings.Contains(name, "-") {
			of = strings.HasSuffix(strings.TrimSpace(line), path)
		}
	}
	return bytes
}

// mapped is how many bytes of files are in the memory of the process.
func mapped(t *testing.T) (bytes int) {
	t.Helper()
	status, err := os.Open("/proc/self/status")
	check(t, err)
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "RssFile:"); ok {
			_, err := fmt.Sscan(rest, &bytes)
			check(t, err)
			return bytes << 10
		}
	}
	t.Skip("this system does not say")
	return 0
}
