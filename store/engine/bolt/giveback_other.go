//go:build !linux

package bolt

// giveBack does nothing: what MADV_DONTNEED does to a mapped file is Linux's.
func giveBack(uintptr, int64) (given bool) { return false }
