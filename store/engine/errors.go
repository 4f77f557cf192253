package engine

import (
	"errors"
	"fmt"
)

// What can be wrong, to be asked for with errors.Is.
var (
	// ErrForgotten ends a watch whose next commits are no longer known.
	ErrForgotten = errors.New("changes since that revision are no longer known: read everything again")
	// ErrTooLarge refuses an Update beyond the engine's Limits.
	ErrTooLarge = errors.New("more than one transaction may hold")

	ErrBusy       = errors.New("the library is in use")
	ErrDamaged    = errors.New("the library is damaged")
	ErrNotLibrary = errors.New("not a library")
	ErrNewer      = errors.New("the library is of a newer version")
	ErrFull       = errors.New("no space left")
	ErrReadOnly   = errors.New("may not be written")
	ErrUnreadable = errors.New("may not be read")
	ErrExists     = errors.New("exists already")
)

// Error is a failure in one sentence: what was tried, on which file, why it
// failed, what to do.
type Error struct {
	Doing   string // "reading", "writing", "backing up to"
	Path    string
	Problem string
	Remedy  string
	Err     error // one of the errors above, or the system's
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s %s: %s; %s", e.Doing, e.Path, e.Problem, e.Remedy)
}

func (e *Error) Unwrap() error { return e.Err }
