package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dossier/store/engine"
)

// Two lock files stand beside the library. Whoever wants in first takes the
// queue, alone; then the lock, shared or alone; then leaves the queue. So a
// writer that waits for readers to leave keeps new readers behind it, and
// neither starves.
const (
	lockSuffix  = ".lock"
	queueSuffix = ".queue"
	// turnSuffix is that of a third: who holds it writes the library anew.
	turnSuffix = copySuffix + lockSuffix
)

type mode int

const (
	shared mode = iota
	exclusive
)

// held is a lock; nil holds nothing.
type held struct {
	file  *os.File
	queue *os.File // that was left; nil of a lock without one
}

func (h *held) release() {
	if h == nil {
		return
	}
	h.file.Close()
	if h.queue != nil {
		h.queue.Close()
	}
}

// awaited says whether somebody is in the queue: behind whoever holds the lock,
// or in front of a look like this one.
func (h *held) awaited() bool {
	if h == nil || h.queue == nil {
		return false
	}
	free, err := tryLock(h.queue, exclusive)
	if free {
		unlock(h.queue)
	}
	return err == nil && !free
}

// lock waits for its turn until the context ends, or for the engine's patience
// where the context has no end.
func (e *Engine) lock(ctx context.Context, how mode, doing string) (*held, error) {
	began := time.Now()
	wait := ctx
	if _, bounded := ctx.Deadline(); !bounded {
		var cancel context.CancelFunc
		wait, cancel = context.WithTimeout(ctx, patience)
		defer cancel()
	}
	queue, err := take(wait, e.path+queueSuffix, exclusive, how == exclusive)
	if err == nil {
		var lock *held
		if lock, err = take(wait, e.path+lockSuffix, how, how == exclusive); err == nil {
			lock.sign(how)
			unlock(queue.file)
			lock.queue = queue.file
			return lock, nil
		}
		queue.release()
	}
	switch {
	case ctx.Err() != nil && errors.Is(ctx.Err(), context.Canceled):
		return nil, ctx.Err()
	case errors.Is(err, context.DeadlineExceeded):
		return nil, e.busy(doing, time.Since(began), lockSuffix, queueSuffix)
	case how == shared && (errors.Is(err, fs.ErrNotExist) || mayNotWrite(err)):
		// Nobody ever wrote here (a backup), or not this user: a reader leaves
		// no files behind, and bbolt's own lock has to do.
		return nil, nil
	}
	return nil, e.explain(doing, e.path, err)
}

// copyTurn waits until nobody else writes the library anew: as long as the
// context lasts, for that may take minutes.
func (e *Engine) copyTurn(ctx context.Context, doing string) (*held, error) {
	began := time.Now()
	turn, err := take(ctx, e.path+turnSuffix, exclusive, true)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, e.busy(doing, time.Since(began), turnSuffix)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, e.explain(doing, e.path, err)
	}
	turn.sign(exclusive)
	return turn, nil
}

// take opens and locks one file. A wait that is given up leaves a goroutine
// that gives the lock back whenever it comes.
func take(ctx context.Context, path string, how mode, create bool) (*held, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	flags := os.O_RDWR
	if create {
		flags |= os.O_CREATE
	}
	file, err := os.OpenFile(path, flags, fileMode)
	if mayNotWrite(err) && !create {
		file, err = os.Open(path)
	}
	if err != nil {
		return nil, err
	}
	if done, err := tryLock(file, how); done || err != nil {
		if err != nil {
			file.Close()
			return nil, err
		}
		return &held{file: file}, nil
	}
	got := make(chan error, 1)
	go func() { got <- waitLock(file, how) }()
	select {
	case err := <-got:
		if err != nil {
			file.Close()
			return nil, err
		}
		return &held{file: file}, nil
	case <-ctx.Done():
		go func() { <-got; file.Close() }()
		return nil, ctx.Err()
	}
}

func mayNotWrite(err error) bool {
	return err != nil && (errors.Is(err, fs.ErrPermission) || errors.Is(err, errReadOnlyFS))
}

// sign leaves the name of who holds the lock alone in the lock file, for the
// error of whoever waits in vain.
func (h *held) sign(how mode) {
	if how != exclusive {
		return
	}
	note := fmt.Sprintf("%s (process %d)\n", commandName(os.Args), os.Getpid())
	if n, err := h.file.WriteAt([]byte(note), 0); err == nil {
		h.file.Truncate(int64(n)) // a longer note of before must not show; nothing depends on it
	}
}

// commandName is the program's name with its first word, "dossier import".
func commandName(args []string) string {
	if len(args) == 0 {
		return "a process"
	}
	name := filepath.Base(args[0])
	if len(args) > 1 && !strings.HasPrefix(args[1], "-") && !strings.ContainsAny(args[1], `/\.`) {
		name += " " + args[1]
	}
	return name
}

// busy says who holds one of the lock files.
func (e *Engine) busy(doing string, waited time.Duration, locks ...string) error {
	return &engine.Error{
		Doing: doing, Path: e.path, Err: engine.ErrBusy,
		Problem: fmt.Sprintf("%s has it in use, waited %s", e.holder(locks), waited.Round(100*time.Millisecond)),
		Remedy:  "try again when it is done, or end it",
	}
}

// holder names who is in the way: by the system's list of locks where there is
// one, else by the note in the lock file.
func (e *Engine) holder(locks []string) string {
	for _, suffix := range locks {
		if names := lockHolders(e.path + suffix); len(names) > 0 {
			return strings.Join(names, " and ")
		}
	}
	if note, err := os.ReadFile(e.path + locks[0]); err == nil && len(note) > 0 {
		return strings.TrimSpace(string(note))
	}
	return "another process"
}
