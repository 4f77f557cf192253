package bolt

import "unsafe"

// use is how much of a mapping was looked at. Every page of it counts as the
// process's memory, and a system that finds a page in its cache maps those around
// it too, 16 on Linux: records that lie scattered over a large file cost a
// hundred times their size. So they are given back from time to time; they stay
// in the system's cache.
type use struct {
	bytes    int     // read and written since
	written  int     // bytes, since the file was opened
	window   uintptr // that the last value lies in
	windows  int     // looked at since pages were last given back
	giveBack func() (given bool)
}

const (
	// windowBits is the size of what is mapped at once, as a power of two.
	windowBits = 16
	// keptWindows is how many of them are kept: 4 MB. Records read here and there
	// cost no more processor time than with twice as many.
	keptWindows = 64
	// pathWindows is how many are looked at to write to one place of a large
	// library: each page that leads there lies in another.
	pathWindows = 4
	// keptBytes is how much may have been used before a mapping is given up
	// altogether, where its pages cannot be given back.
	keptBytes = 8 << 20
	// keptWritten is how much may have been written before the file is opened
	// anew: bbolt remembers of every page that it writes in the place of a free
	// one which transaction that was.
	keptWritten = 16 << 20
)

// read notes that a value of the mapping was handed out.
func (u *use) read(value []byte) {
	u.bytes += len(value)
	if len(value) == 0 {
		return
	}
	at := uintptr(unsafe.Pointer(&value[0])) >> windowBits
	if at == u.window {
		return
	}
	u.window = at
	u.look()
}

// walk notes that the pages were looked at that lead to another place.
func (u *use) walk() {
	u.windows += pathWindows - 1
	u.look()
}

// look notes that another place of the mapping was looked at.
func (u *use) look() {
	if u.windows++; u.windows >= keptWindows && u.giveBack() {
		u.windows, u.bytes = 0, 0
	}
}
