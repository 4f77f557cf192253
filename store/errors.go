package store

import (
	"errors"
	"fmt"
	"strings"

	"dossier/briefings"
)

// ErrNothing is returned by Undo and Redo where there is nothing to take back.
var ErrNothing = errors.New("there is nothing to take back")

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
