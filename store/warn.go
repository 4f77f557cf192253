package store

import (
	"os"
	"path/filepath"
)

// warn tells of circumstances in which a library is not as safe as it should
// be. None keeps it from being used.
func (l *Library) warn() {
	if info, err := os.Stat(l.path); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o077 != 0 {
		l.logf("others on this machine may read the library %s (mode %04o); set it to 0600", l.path, info.Mode().Perm())
	}
	folder := existing(filepath.Dir(l.path))
	if info, err := os.Stat(folder); err == nil && info.Mode().Perm()&0o022 != 0 && info.Mode()&os.ModeSticky == 0 {
		l.logf("others on this machine may write into the library's folder %s (mode %04o); set it to 0700", folder, info.Mode().Perm())
	}
	if kind := networkFileSystem(folder); kind != "" {
		l.logf("the library %s lies on a network file system (%s), whose locks cannot be relied on: use it from one machine at a time, or move it to a local disk", l.path, kind)
	}
}

// existing returns the nearest folder above that is there.
func existing(folder string) string {
	for {
		if _, err := os.Stat(folder); err == nil || filepath.Dir(folder) == folder {
			return folder
		}
		folder = filepath.Dir(folder)
	}
}
