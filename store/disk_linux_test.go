package store

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// disk is what a power cut may leave of what programs did to files. POSIX
// promises of a file what was written before its last fsync, and of a name what
// was changed before the last fsync of its folder. Of what came later anything
// may be there: some writes and not others, in any order, a write in part; names
// up to some change of their folder.
type disk struct {
	root    string
	names   map[string]*inode     // as programs see them, by path below the root
	certain map[string]*inode     // that are on disk
	changes map[string][]renaming // of the names in a folder since it was put on disk
}

// inode is a file or a folder.
type inode struct {
	folder  bool
	certain []byte
	written []written // since
}

// written is data at a place, or where there is none the file's new size.
type written struct {
	at   int64
	data []byte
}

// renaming is a change of names: one that goes, one that comes, or both at once.
type renaming struct {
	gone, come string
	what       *inode
}

// sector is what a disk writes whole or not at all.
const sector = 512

// newDisk takes a folder as it is for certain.
func newDisk(t *testing.T, root string) *disk {
	t.Helper()
	d := &disk{root: root, certain: map[string]*inode{}, changes: map[string][]renaming{}}
	ok(t, filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		one := &inode{folder: entry.IsDir()}
		if !one.folder {
			one.certain, err = os.ReadFile(path)
		}
		d.certain[path] = one
		return err
	}))
	d.names = maps.Clone(d.certain)
	return d
}

// name changes names in the folder of the one that comes or goes.
func (d *disk) name(r renaming) {
	if r.gone != "" {
		delete(d.names, r.gone)
	}
	if r.come != "" {
		d.names[r.come] = r.what
	}
	for _, folder := range slices.Compact([]string{folderOf(r.gone), folderOf(r.come)}) {
		if folder != "" {
			d.changes[folder] = append(d.changes[folder], r)
		}
	}
}

func folderOf(path string) string {
	if path == "" {
		return ""
	}
	return filepath.Dir(path)
}

// sync puts a file, or the names in a folder, on disk.
func (d *disk) sync(path string) {
	one := d.names[path]
	if one == nil {
		return // unlinked
	}
	for _, r := range d.changes[path] {
		r.apply(d.certain)
	}
	delete(d.changes, path)
	for _, w := range one.written {
		one.certain = w.whole(one.certain)
	}
	one.written = nil
}

func (r renaming) apply(names map[string]*inode) {
	if r.gone != "" {
		delete(names, r.gone)
	}
	if r.come != "" {
		names[r.come] = r.what
	}
}

// whole is a file once all of this was written to it.
func (w written) whole(file []byte) []byte {
	end := int(w.at) + len(w.data)
	if w.data == nil && end < len(file) {
		return file[:end]
	}
	if end > len(file) {
		file = append(file, make([]byte, end-len(file))...)
	}
	copy(file[w.at:], w.data)
	return file
}

// torn is a file once some sectors of it were.
func (w written) torn(file []byte, at *rand.Rand) []byte {
	for from := 0; from < len(w.data); from += sector {
		if at.IntN(2) == 0 {
			file = written{w.at + int64(from), w.data[from:min(from+sector, len(w.data))]}.whole(file)
		}
	}
	return file
}

// cut writes what a power cut may leave into an empty folder.
func (d *disk) cut(t *testing.T, at *rand.Rand, into string) {
	t.Helper()
	names := maps.Clone(d.certain)
	for _, folder := range slices.Sorted(maps.Keys(d.changes)) {
		for _, r := range d.changes[folder][:at.IntN(len(d.changes[folder])+1)] {
			r.apply(names)
		}
	}
	kept := [3]int{at.IntN(4), at.IntN(4), at.IntN(4)} // weights of none, a part, all
	left := map[*inode][]byte{}
	for _, path := range slices.Sorted(maps.Keys(names)) {
		one, to := names[path], filepath.Join(into, strings.TrimPrefix(path, d.root))
		if folder := names[filepath.Dir(path)]; path != d.root && folder == nil {
			delete(names, path) // nothing leads to it
			continue
		}
		if one.folder {
			ok(t, os.MkdirAll(to, 0o700))
			continue
		}
		data, seen := left[one]
		if !seen {
			data = one.left(at, kept)
			left[one] = data
		}
		ok(t, os.WriteFile(to, data, 0o600))
	}
}

// left is what may be left of a file.
func (i *inode) left(at *rand.Rand, kept [3]int) []byte {
	file := slices.Clone(i.certain)
	for _, w := range i.written {
		switch n := at.IntN(kept[0] + kept[1] + kept[2] + 1); {
		case n < kept[0]:
		case n < kept[0]+kept[1]:
			file = w.torn(file, at)
		default:
			file = w.whole(file)
		}
	}
	return file
}
