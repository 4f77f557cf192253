package prelude_test

import (
	"io/fs"
	"testing"

	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"

	"dossier/ui/page/prelude"
)

// If this fails after an update of Chroma or of Go, the program still works and
// starts in half as much time again: see whether the package is still needed.
func TestChromaReadsNothingBeforeMain(t *testing.T) {
	if n := len(lexers.Names(false)); n > 50 {
		t.Errorf("%d lexers were read before main", n)
	}
	if n := len(styles.Registry); n > 1 {
		t.Errorf("%d styles were read before main", n)
	}
}

func TestLexersAreAllKept(t *testing.T) {
	files, err := fs.Glob(prelude.Lexers, "embedded/*.xml")
	if err != nil || len(files) < 200 {
		t.Errorf("%d lexers are left: %v", len(files), err)
	}
}
