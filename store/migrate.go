package store

import (
	"context"
	"errors"
	"fmt"

	"dossier/store/engine"
)

// schema is a version of the format with the steps that lead to it.
type schema struct {
	version int
	// steps[v] turns a library of format v into one of format v+1.
	steps map[int]func(*change) error
}

// current is the format that this version of the program writes. Whoever
// changes what stands under a key raises the version and adds a step.
var current = schema{version: 1, steps: map[int]func(*change) error{
	// Trial versions kept the number of the format under a key.
	0: func(c *change) error { return c.delete("!format") },
}}

var errOlder = errors.New("the library is of an older format")

// checkFormat compares the format of a library with the program's, at the
// beginning of each transaction: another process may have upgraded it since
// the last.
func (l *Library) checkFormat(s *snapshot) error {
	version := int(s.Version())
	switch {
	case version == 0 && s.Rev() == 0:
		return nil // new
	case version > l.schema.version:
		return &engine.Error{Doing: "opening", Path: l.path, Err: engine.ErrNewer,
			Problem: fmt.Sprintf("a newer dossier wrote it (format %d; this one knows %d)", version, l.schema.version),
			Remedy:  "install the newer version; nothing was changed"}
	case version < l.schema.version:
		return errOlder
	}
	return nil
}

// begin writes the format into a new library.
func (l *Library) begin(c *change) error {
	if c.Rev() > 0 || c.Version() > 0 {
		return nil
	}
	return c.w.SetVersion(uint64(l.schema.version))
}

// upgraded runs a transaction, and once more after an upgrade if the library
// is of an older format.
func (l *Library) upgraded(ctx context.Context, run func() error) error {
	err := run()
	if !errors.Is(err, errOlder) {
		return err
	}
	if err := l.upgrade(ctx); err != nil {
		return err
	}
	return run()
}

// upgrade brings the library to the current format in one transaction, after a
// backup. Of several processes that try at once, one does it.
func (l *Library) upgrade(ctx context.Context) error {
	kept, err := l.keepCopy(ctx, fmt.Sprintf("before-format-%d", l.schema.version))
	if err != nil {
		return err
	}
	l.logf("upgrading the library %s to format %d; the old one is kept as %s", l.path, l.schema.version, kept)
	return l.engine.Update(ctx, func(w engine.Writer) error {
		c := &change{snapshot{w, l.codec, &l.judged}, w}
		version := int(c.Version())
		for ; version < l.schema.version; version++ {
			step := l.schema.steps[version]
			if step == nil {
				return &engine.Error{Doing: "upgrading", Path: l.path, Err: errOlder,
					Problem: fmt.Sprintf("this version no longer knows format %d", version),
					Remedy:  "upgrade it with an earlier version of dossier first"}
			}
			if err := step(c); err != nil {
				return fmt.Errorf("upgrading %s from format %d: %w; nothing was changed", l.path, version, err)
			}
		}
		return c.w.SetVersion(uint64(l.schema.version))
	})
}
