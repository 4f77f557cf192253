package bolt

import (
	"bufio"
	"fmt"
	"os"
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
