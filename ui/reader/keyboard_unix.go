//go:build unix

package reader

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// arrives says whether a file has something to read within a time, or whether
// that cannot be known.
func arrives(file *os.File, within time.Duration) bool {
	until := time.Now().Add(within)
	for {
		left := max(time.Until(until), 0)
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(file.Fd()), Events: unix.POLLIN}}, int((left+time.Millisecond-1)/time.Millisecond))
		if !errors.Is(err, unix.EINTR) {
			return n > 0 || err != nil
		}
	}
}
