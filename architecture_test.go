package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// allowed says which parts of the house a part may import besides itself. A
// part is the longest path named here that a package lies in.
var allowed = map[string][]string{
	"main":       {"ui/command"},
	"ui/command": {"ui/reader", "ui/theme", "store", "briefings"},
	"ui/reader":  {"ui/page", "ui/theme", "briefings"},
	"ui/page":    {"ui/theme", "briefings"},
	"ui/theme":   {"briefings/clean"},
	"ui/uitest":  {"briefings/clean"},
	"store":      {"briefings"},
	"briefings":  {},
}

// testsMay says what tests may import beyond that.
var testsMay = map[string][]string{
	"main":       {"ui/uitest", "store", "briefings"},
	"ui/command": {"ui/uitest"},
	"ui/reader":  {"ui/uitest", "store"},
	"ui/page":    {"ui/uitest"},
}

func TestImportsRunOneWay(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		files++
		checkImports(t, path)
		return nil
	})
	if err != nil || files == 0 {
		t.Fatalf("read %d files: %v", files, err)
	}
}

func checkImports(t *testing.T, path string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	from := part(filepath.ToSlash(filepath.Dir(path)))
	may := allowed[from]
	if strings.HasSuffix(path, "_test.go") {
		may = append(may[:len(may):len(may)], testsMay[from]...)
	}
	for _, spec := range file.Imports {
		target, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "dossier/")
		if ours && part(target) != from && !anyPrefix(target, may) {
			t.Errorf("%s: %s must not import %s", path, from, target)
		}
	}
}

// part returns the part of the house that a folder lies in.
func part(folder string) string {
	if folder == "." {
		return "main"
	}
	for folder != "." {
		if _, ok := allowed[folder]; ok {
			return folder
		}
		folder = filepath.Dir(folder)
	}
	return "nowhere"
}

func anyPrefix(target string, may []string) bool {
	for _, m := range may {
		if target == m || strings.HasPrefix(target, m+"/") {
			return true
		}
	}
	return false
}

func TestTopLevelHoldsOnlyTheHouse(t *testing.T) {
	known := map[string]bool{"briefings": true, "store": true, "ui": true}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !known[e.Name()] && !strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s is no folder of the house", e.Name())
		}
	}
}

// The program has no business on the network: no document, note or question
// of an analyst may leave the machine by way of it.
func TestNoNetworkClient(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			if p := strings.Trim(spec.Path.Value, `"`); p == "net/http" || p == "net" {
				t.Errorf("%s imports %s", path, p)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
