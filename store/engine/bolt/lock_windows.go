package bolt

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

var errReadOnlyFS error = windows.ERROR_WRITE_PROTECT

// beyondNote is where the locked byte lies: behind the holder's note, which
// others must be able to read (locks are mandatory here).
const beyondNote = 1 << 20

// tryLock takes the lock if it is free.
func tryLock(file *os.File, how mode) (bool, error) {
	err := lockByte(file, how, windows.LOCKFILE_FAIL_IMMEDIATELY)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// waitLock waits in the system's queue; nothing polls.
func waitLock(file *os.File, how mode) error { return lockByte(file, how, 0) }

func lockByte(file *os.File, how mode, flags uint32) error {
	if how == exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	return windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, &windows.Overlapped{Offset: beyondNote})
}

// unlock gives back what was locked through this file.
func unlock(file *os.File) {
	windows.UnlockFileEx(windows.Handle(file.Fd()), 0, 1, 0, &windows.Overlapped{Offset: beyondNote})
}
