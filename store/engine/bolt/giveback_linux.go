package bolt

import "syscall"

// giveBack takes the pages of a mapping out of the process's memory; whoever looks
// at one again has it from the system's cache. size must be no more than what is
// mapped.
func giveBack(mapping uintptr, size int64) (given bool) {
	_, _, failed := syscall.Syscall(syscall.SYS_MADVISE, mapping, uintptr(size), syscall.MADV_DONTNEED)
	return failed == 0
}
