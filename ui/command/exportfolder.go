package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/briefings/markdown"
	"dossier/store"
)

// exported is what a file of a folder is an export of: a briefing, the whole of it
// or its notes.
type exported struct {
	id    string
	whole bool
}

// exports are the exports that lie in a folder, by what they are of, however they are
// called now. A folder is looked through once.
type exports struct {
	folder string
	files  map[exported]string
}

// of returns the exports of a folder: these, if they are of it.
func (x *exports) of(folder string) *exports {
	if x != nil && x.folder == folder {
		return x
	}
	x = &exports{folder: folder, files: map[exported]string{}}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return x // there is none yet
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || filepath.Ext(e.Name()) != ".md" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			continue
		}
		if id, whole := markdown.ExportedFrom(data); id != "" && x.files[exported{id, whole}] == "" {
			x.files[exported{id, whole}] = e.Name()
		}
	}
	return x
}

// name returns the file that there is of an export, or the one that it will have.
func (x *exports) name(of exported, name string) string {
	if x.files[of] == "" {
		x.files[of] = name
	}
	return x.files[of]
}

// left says which files of a folder are exports of briefings that the library does
// not have any more: an export of everything leaves them, and nothing else would
// tell that they are out of date.
func (x *exporter) left(ctx context.Context) (string, error) {
	if x.there == nil {
		return "", nil
	}
	var names []string
	for of, name := range x.there.files {
		_, err := x.lib.Meta(ctx, of.id)
		var none *store.NotFoundError
		if errors.As(err, &none) {
			names = append(names, name)
		} else if err != nil {
			return "", err
		}
	}
	if len(names) == 0 {
		return "", nil
	}
	slices.Sort(names)
	return fmt.Sprintf("%s in %s: of briefings that the library does not have any more, and left as they are: %s",
		count(len(names), "file"), x.there.folder, strings.Join(names, ", ")), nil
}
