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
	// steps[v] turns a library of format v into one of a later format.
	steps map[int]upgrade
}

// upgrade is a step from one format to a later one.
type upgrade struct {
	to  int
	how func(*codec) engine.Conversion
	// problem says what is wrong with an item of the format that it leads from, ""
	// if nothing is; nil where that shows after the step as well.
	problem func(engine.Reader, engine.Item) (string, error)
}

// current is the format that this version of the program writes. Whoever
// changes what stands under a key raises the version and adds a step, which
// must not depend on code that goes on changing.
var current = schema{version: 2, steps: map[int]upgrade{
	0: {2, fromFormat1, problem1}, // trial versions kept the number of the format under a key
	1: {2, fromFormat1, problem1},
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

// upgrade brings the library to the current format, step by step. Each step
// writes it anew beside itself, which takes as long as to compact it and has no
// bounds but those of the disk: who has it open with the version before goes on
// until the new one takes its place, and a crash leaves one or the other. The
// old one is kept. Of several processes that try at once one does it, and the
// others wait for that.
func (l *Library) upgrade(ctx context.Context) error {
	l.upgrading.Lock() // several goroutines find out at once
	defer l.upgrading.Unlock()
	for {
		version, err := l.format(ctx)
		if err != nil || version >= l.schema.version {
			return err
		}
		step, known := l.schema.steps[version]
		if !known {
			return &engine.Error{Doing: "upgrading", Path: l.path, Err: errOlder,
				Problem: fmt.Sprintf("this version no longer knows format %d", version),
				Remedy:  "upgrade it with an earlier version of dossier first"}
		}
		kept, err := l.copyName(fmt.Sprintf("before-format-%d", step.to))
		if err != nil {
			return err
		}
		l.logf("the library %s is being upgraded to format %d; as it was it is kept in %s", l.path, step.to, l.copiesFolder())
		if err := l.named("upgrading", l.engine.Convert(ctx, uint64(version), uint64(step.to), step.how(l.codec), kept)); err != nil {
			if errors.As(err, new(*engine.Error)) {
				return err
			}
			return fmt.Errorf("upgrading %s from format %d: %w; nothing was changed", l.path, version, err)
		}
		l.dropOldCopies()
	}
}

// format is the library's, whichever it is.
func (l *Library) format(ctx context.Context) (version int, err error) {
	err = l.engine.View(ctx, func(r engine.Reader) error {
		version = int(r.Version())
		return nil
	})
	return version, err
}
