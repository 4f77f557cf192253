//go:build unix

package bolt

import (
	"os"
	"strconv"
	"syscall"
)

// inodeOf returns the number of a file's inode in decimal, "" if there is none.
func inodeOf(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return ""
	}
	return strconv.FormatUint(uint64(stat.Ino), 10)
}
