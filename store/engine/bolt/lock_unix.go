//go:build unix

package bolt

import (
	"errors"
	"os"
	"syscall"
)

var errReadOnlyFS error = syscall.EROFS

func operation(how mode) int {
	if how == exclusive {
		return syscall.LOCK_EX
	}
	return syscall.LOCK_SH
}

// tryLock takes the lock if it is free.
func tryLock(file *os.File, how mode) (bool, error) {
	err := retry(func() error { return syscall.Flock(int(file.Fd()), operation(how)|syscall.LOCK_NB) })
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// waitLock waits in the system's queue; nothing polls.
func waitLock(file *os.File, how mode) error {
	return retry(func() error { return syscall.Flock(int(file.Fd()), operation(how)) })
}

func retry(call func() error) error {
	for {
		if err := call(); !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}

// unlock gives back what was locked through this file.
func unlock(file *os.File) { syscall.Flock(int(file.Fd()), syscall.LOCK_UN) }
