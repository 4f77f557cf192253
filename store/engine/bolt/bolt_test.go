package bolt

import (
	"path/filepath"
	"testing"

	"dossier/store/engine"
	"dossier/store/engine/enginetest"
)

func TestConformance(t *testing.T) {
	enginetest.Run(t, func(t *testing.T) enginetest.Library {
		path := filepath.Join(t.TempDir(), "library.db")
		return func() engine.Engine { return handle(t, path) }
	})
}

func handle(t testing.TB, path string) *Engine {
	t.Helper()
	e, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
