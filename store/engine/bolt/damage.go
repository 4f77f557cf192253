package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"dossier/store/engine"
)

// bbolt maps the file into memory: a page that a damaged file does not have is
// a fault there, not an error. So the two meta pages are read by hand first.

// The layout of a bbolt meta page (go.etcd.io/bbolt internal/common/meta.go): a
// page header of 16 bytes, then magic, version, page size, flags (4 bytes
// each), root bucket (16), free list, high water mark, transaction (8 each),
// and an FNV-1a checksum of all that, in the machine's byte order.
const (
	metaAt       = 16
	metaSummed   = 56
	metaSize     = metaSummed + 8
	metaMagic    = 0xED0CDAED
	maxPageShift = 16
)

var (
	errEmpty     = errors.New("the file is empty")
	errNoLibrary = errors.New("the file is no library")
	errNoBuckets = errors.New("the file is a database of another program")
)

// shortened says that a file ends before its last page.
type shortened struct{ have, need int64 }

func (s *shortened) Error() string {
	return fmt.Sprintf("cut short: %d bytes of %d are left", s.have, s.need)
}

// IsLibrary says whether a file looks like a library, whole or damaged. It only
// reads its first pages.
func IsLibrary(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	err = checkHeader(file)
	return err == nil || !errors.Is(err, errNoLibrary) && !errors.Is(err, errEmpty)
}

// checkHeader tells a library's file from others and from one cut short.
func checkHeader(file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if info.IsDir() {
		return errNoLibrary
	}
	if info.Size() == 0 {
		return errEmpty
	}
	m, ok := currentMeta(file)
	switch need := int64(m.pages) * int64(m.pageSize); {
	case !ok:
		return errNoLibrary
	case info.Size() < need:
		return &shortened{info.Size(), need}
	}
	return nil
}

// meta is what a meta page says.
type meta struct {
	pageSize    uint32
	root        uint64 // page of the root bucket
	free        uint64 // page of the list of free pages
	pages       uint64 // how many the file has
	transaction uint64
	sum         uint64 // of all that the page says, also of what is not read here
}

// currentMeta reads the younger of the two meta pages that is whole.
func currentMeta(file *os.File) (m meta, ok bool) {
	m, ok = readMeta(file, 0)
	if ok {
		if other, whole := readMeta(file, int64(m.pageSize)); whole && other.transaction > m.transaction {
			return other, true
		}
		return m, true
	}
	for shift := 10; shift <= maxPageShift && !ok; shift++ {
		m, ok = readMeta(file, 1<<shift)
	}
	return m, ok
}

// readMeta reads the meta page at an offset.
func readMeta(file *os.File, at int64) (m meta, ok bool) {
	var b [metaSize]byte
	if _, err := file.ReadAt(b[:], at+metaAt); err != nil {
		return meta{}, false
	}
	order := binary.NativeEndian
	sum := fnv.New64a()
	sum.Write(b[:metaSummed])
	if order.Uint32(b[:]) != metaMagic || order.Uint64(b[metaSummed:]) != sum.Sum64() {
		return meta{}, false
	}
	return meta{
		pageSize: order.Uint32(b[8:]), root: order.Uint64(b[16:]), free: order.Uint64(b[32:]),
		pages: order.Uint64(b[40:]), transaction: order.Uint64(b[48:]), sum: sum.Sum64(),
	}, true
}

func damaged(doing, path string, what any) error {
	return &engine.Error{
		Doing: doing, Path: path, Err: engine.ErrDamaged,
		Problem: fmt.Sprintf("the file is damaged (%v)", what),
		Remedy:  "keep a copy of it and put the last backup in its place with \"dossier restore\"",
	}
}

// explain turns an error of bbolt or the system into one clear sentence.
func (e *Engine) explain(doing, path string, err error) error {
	var known *engine.Error
	var cut *shortened
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known), errors.Is(err, engine.ErrTooLarge), errors.Is(err, engine.ErrForgotten):
		return err
	}
	out := &engine.Error{Doing: doing, Path: path, Problem: err.Error(), Remedy: "nothing was changed", Err: err}
	set := func(problem, remedy string, kind error) error {
		out.Problem, out.Remedy, out.Err = problem, remedy, kind
		return out
	}
	const another = "name another file with --library, or move this one away"
	switch {
	case errors.Is(err, errEmpty):
		return set("the file is empty, which a library never is", "put a backup in its place with \"dossier restore\", or delete it to begin anew", engine.ErrDamaged)
	case errors.Is(err, errNoLibrary), errors.Is(err, errNoBuckets), errors.Is(err, bolterrors.ErrInvalid),
		errors.Is(err, bolterrors.ErrVersionMismatch), errors.Is(err, syscall.EISDIR):
		return set(err.Error(), another, engine.ErrNotLibrary)
	case errors.Is(err, bolterrors.ErrTimeout):
		return set("another program has it in use", "end that program, then try again", engine.ErrBusy)
	case errors.Is(err, bolterrors.ErrChecksum):
		return damaged(doing, path, err)
	case isAny(err, syscall.ENOSPC, syscall.EFBIG, errQuota):
		return set("there is no space left for it", "nothing was changed; free some space and try again", engine.ErrFull)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, errReadOnlyFS), errors.Is(err, bolterrors.ErrDatabaseReadOnly):
		if doing == "reading" {
			return set("it may not be read", "check who owns it and its mode (it should be 0600)", engine.ErrUnreadable)
		}
		return set("it may not be written", "check the modes of the file (0600) and its folder (0700), or name another file with --library", engine.ErrReadOnly)
	case errors.As(err, &cut):
		return damaged(doing, path, err)
	}
	return out
}

// isAny asks for the system's errors also by their words: bbolt passes on some
// as text only ("file resize error").
func isAny(err error, kinds ...error) bool {
	for _, kind := range kinds {
		if errors.Is(err, kind) || strings.HasSuffix(err.Error(), kind.Error()) {
			return true
		}
	}
	return false
}

// checkBuckets tells our library from another program's bbolt file.
func checkBuckets(tx *bbolt.Tx) error {
	if tx.Bucket(itemsBucket) == nil || tx.Bucket(changesBucket) == nil {
		return errNoBuckets
	}
	return nil
}
