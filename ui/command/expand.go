package command

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// expand replaces folders by the documents in them, in the order of their
// names. Hidden files and folders, links and devices are left out.
func expand(sources []string) ([]string, error) {
	var out []string
	for _, source := range sources {
		info, err := os.Stat(source)
		if source == "-" || err != nil || !info.IsDir() {
			out = append(out, source) // an error is told when it is read
			continue
		}
		inside, err := documentsIn(source)
		if err != nil {
			return nil, fmt.Errorf("the folder %s could not be read: %w", source, plainCause(err))
		}
		if len(inside) == 0 {
			return nil, notFound("%s holds no document; dossier takes .txt, .md and .html from folders", source)
		}
		out = append(out, inside...)
	}
	return out, nil
}

func documentsIn(folder string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != folder && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular() && isDocument(d.Name()):
			out = append(out, path)
		}
		return nil
	})
	return out, err
}

func isDocument(name string) bool {
	return oneOf(strings.ToLower(filepath.Ext(name)), ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
}
