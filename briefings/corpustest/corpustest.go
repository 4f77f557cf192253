// Package corpustest finds the shared texts and annotations that the project is
// measured on. They are no part of the repository: a test that needs them skips
// with a word where they are absent.
package corpustest

import (
	"os"
	"path/filepath"
	"testing"
)

// Variable names the folder that holds corpora, samples and tools; without it
// the folder "shared" beside the repository is taken.
const Variable = "DOSSIER_SHARED"

// Dir returns the shared folder, "" if there is none.
func Dir() string {
	dir := os.Getenv(Variable)
	if dir == "" {
		root, err := moduleRoot()
		if err != nil {
			return ""
		}
		dir = filepath.Join(root, "..", "shared")
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return ""
	}
	return dir
}

// Path returns a path below the shared folder, or skips the test.
func Path(t testing.TB, elements ...string) string {
	t.Helper()
	dir := Dir()
	if dir == "" {
		t.Skipf("needs the shared corpora: no folder \"shared\" beside the repository, and %s is not set", Variable)
	}
	path := filepath.Join(append([]string{dir}, elements...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs the shared corpora: %v", err)
	}
	return path
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", os.ErrNotExist
		}
		dir = parent
	}
	return "", err
}
