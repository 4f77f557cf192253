//go:build unix

package bolt

import (
	"context"
	"encoding/binary"
	"os"
	"strings"
	"testing"
	"time"
)

// inParts verifies in the shortest parts there can be, with something done
// between each two, and returns how many there were and what was found.
func inParts(t *testing.T, e *Engine, between func()) (parts int, found []string) {
	t.Helper()
	w := &pageWalk{ctx: context.Background(), report: func(problem string) { found = append(found, problem) }}
	for done := false; !done; parts++ {
		file, err := os.Open(e.path)
		check(t, err)
		done = w.part(file, time.Time{})
		file.Close()
		between()
	}
	w.total()
	return parts, found
}

func TestVerifyLetsOthersWriteBetweenItsParts(t *testing.T) {
	e := large(t)
	if parts, found := inParts(t, e, func() {}); parts < 50 || len(found) > 0 {
		t.Errorf("alone: %d parts, found %q", parts, found)
	}
	n := 0
	parts, found := inParts(t, e, func() {
		if n++; n < 150 { // a writer that never rests is never caught up with in parts of a page
			fillWith(t, e, string(rune('a'+n%20)), 1+n%3)
		}
	})
	if parts < 50 || len(found) > 0 {
		t.Errorf("beside a writer: %d parts, found %q", parts, found)
	}
}

func TestVerifyKnowsThePagesThatAreFree(t *testing.T) {
	for _, c := range []struct {
		what   string
		forge  func(list []byte, m meta) // the page with the list
		expect string
	}{
		{"a free page that the list leaves out", func(list []byte, _ meta) {
			binary.NativeEndian.PutUint16(list[10:], binary.NativeEndian.Uint16(list[10:])-1)
		}, "1 pages are neither used nor free"},
		{"a page in use that the list calls free", func(list []byte, m meta) {
			binary.NativeEndian.PutUint64(list[pageHeader:], m.root)
		}, "is used and on the list of free ones"},
		{"a page twice in the list", func(list []byte, _ meta) {
			copy(list[pageHeader:pageHeader+8], list[pageHeader+8:])
		}, "where it cannot be"},
	} {
		e := large(t)
		file, err := os.OpenFile(e.path, os.O_RDWR, 0)
		check(t, err)
		m, _ := currentMeta(file)
		list := make([]byte, m.pageSize)
		at := int64(m.free) * int64(m.pageSize)
		_, err = file.ReadAt(list, at)
		check(t, err)
		c.forge(list, m)
		_, err = file.WriteAt(list, at)
		check(t, err)
		file.Close()
		said := ""
		check(t, e.Verify(context.Background(), func(problem string) { said += problem }))
		if !strings.Contains(said, c.expect) {
			t.Errorf("%s: verify says %q", c.what, said)
		}
	}
}
