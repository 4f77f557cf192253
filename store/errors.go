package store

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"dossier/briefings"
)

// ErrNothing is returned by Undo and Redo where there is nothing to take back.
var ErrNothing = errors.New("there is nothing to take back")

// NotYoursError says that what could be taken back is somebody else's. It is an
// ErrNothing.
type NotYoursError struct {
	Author string // who has nothing to take back
	By     string // who made the last change
	At     briefings.Time
}

func (e *NotYoursError) Error() string {
	return fmt.Sprintf("no change of %s is left to take back; the last one is by %s, of %s, and \"dossier undo --all-authors\" takes it back", e.Author, orSomebody(e.By), e.At.Format("2006-01-02 15:04"))
}

func (e *NotYoursError) Unwrap() error { return ErrNothing }

func orSomebody(who string) string { return cmp.Or(who, "somebody") }

// NotFoundError says that no briefing answers to a name.
type NotFoundError struct{ Ref string }

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("no briefing is called %q; \"dossier list\" shows those there are", e.Ref)
}

// AmbiguousError says that several briefings answer to a name.
type AmbiguousError struct {
	Ref        string
	Candidates []briefings.Summary // some of them, if there are many
}

func (e *AmbiguousError) Error() string {
	slugs := make([]string, len(e.Candidates))
	for i, c := range e.Candidates {
		slugs[i] = c.Slug
	}
	return fmt.Sprintf("%q fits several briefings (%s); type more of the name", e.Ref, strings.Join(slugs, ", "))
}

// ConflictError says that a record was changed by somebody else since it was
// read. Nothing was written.
type ConflictError struct {
	Briefing string
	Handle   briefings.Handle
	By       string           // who changed it last, "" if that is not known
	Current  briefings.Record // what stands there now; nil if it is gone
}

func (e *ConflictError) Error() string {
	switch {
	case e.Handle == "":
		return "the briefing was changed since it was read; read it again and repeat the change"
	case e.By != "":
		return fmt.Sprintf("%s was changed by %s since it was read; read it again and repeat the change", e.Handle, e.By)
	}
	return fmt.Sprintf("%s was changed since it was read; read it again and repeat the change", e.Handle)
}
