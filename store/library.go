// Package store keeps the library on disk: every text ever imported, what was
// made of it, and the history of every change.
//
// Several processes of one person share a library. None holds the file open
// while idle: each call opens it, works in one transaction, and closes it.
// Methods that change something return when the change is on disk.
package store

import (
	"context"
	"errors"
	"iter"

	"dossier/briefings"
)

// Library is one library. Its methods may be called from several goroutines;
// each gives up when its context ends.
type Library struct{}

var errUnbuilt = errors.New("the store is being built")

// DefaultPath returns where a person's library lies: in the data folder of the
// XDG Base Directory Specification.
func DefaultPath() (string, error) { return "", errUnbuilt }

// Open returns the library at a path. A file that is not there yet is created
// at the first change, with mode 0600 in a folder with mode 0700.
func Open(path string, o Options) (*Library, error) { return nil, errUnbuilt }

// Close releases the library.
func (l *Library) Close() error { return nil }

func (l *Library) Import(ctx context.Context, b briefings.Briefing, rev briefings.Revision) (Imported, error) {
	return Imported{}, errUnbuilt
}
func (l *Library) ImportAll(ctx context.Context, items iter.Seq2[Incoming, error], progress func(done int, bytes int64)) (Report, error) {
	return Report{}, errUnbuilt
}
func (l *Library) Revise(ctx context.Context, id string, b briefings.Briefing, rev briefings.Revision) error {
	return errUnbuilt
}
func (l *Library) Find(ctx context.Context, ref string) (string, error) { return "", errUnbuilt }
func (l *Library) BySource(ctx context.Context, url string) (id string, found bool, err error) {
	return "", false, errUnbuilt
}
func (l *Library) ByHash(ctx context.Context, rawHash string) (id string, found bool, err error) {
	return "", false, errUnbuilt
}
func (l *Library) List(ctx context.Context, q Query) ([]briefings.Summary, error) {
	return nil, errUnbuilt
}
func (l *Library) Count(ctx context.Context) (int, error) { return 0, errUnbuilt }
func (l *Library) Meta(ctx context.Context, id string) (briefings.Meta, error) {
	return briefings.Meta{}, errUnbuilt
}
func (l *Library) Briefing(ctx context.Context, id string) (*briefings.Briefing, error) {
	return nil, errUnbuilt
}
func (l *Library) Revision(ctx context.Context, id string, number int) (*briefings.Revision, error) {
	return nil, errUnbuilt
}
func (l *Library) OpenRevision(ctx context.Context, id string, number int) (*Body, error) {
	return nil, errUnbuilt
}
func (l *Library) Raw(ctx context.Context, id string, number int) ([]byte, error) {
	return nil, errUnbuilt
}
func (l *Library) Each(ctx context.Context, kind briefings.Kind, do func(briefings.Summary, briefings.Record) error) error {
	return errUnbuilt
}
func (l *Library) Put(ctx context.Context, id string, records ...briefings.Record) ([]briefings.Record, error) {
	return nil, errUnbuilt
}
func (l *Library) SetMeta(ctx context.Context, id string, change func(*briefings.Meta)) error {
	return errUnbuilt
}
func (l *Library) Undo(ctx context.Context, id string) (*briefings.Change, error) {
	return nil, errUnbuilt
}
func (l *Library) Redo(ctx context.Context, id string) (*briefings.Change, error) {
	return nil, errUnbuilt
}
func (l *Library) History(ctx context.Context, id string, h briefings.Handle) ([]briefings.Change, error) {
	return nil, errUnbuilt
}
func (l *Library) Purge(ctx context.Context, id string) error { return errUnbuilt }
func (l *Library) Reading(ctx context.Context, id string) (briefings.Reading, error) {
	return briefings.Reading{}, errUnbuilt
}
func (l *Library) SetReading(ctx context.Context, id string, r briefings.Reading) error {
	return errUnbuilt
}
func (l *Library) Drafts(ctx context.Context) ([]briefings.Draft, error)    { return nil, errUnbuilt }
func (l *Library) SetDraft(ctx context.Context, d briefings.Draft) error    { return errUnbuilt }
func (l *Library) DropDraft(ctx context.Context, d briefings.Draft) error   { return errUnbuilt }
func (l *Library) Setting(ctx context.Context, name string) (string, error) { return "", errUnbuilt }
func (l *Library) SetSetting(ctx context.Context, name, value string) error { return errUnbuilt }
func (l *Library) Watch(ctx context.Context) (<-chan Notice, error)         { return nil, errUnbuilt }
func (l *Library) Check(ctx context.Context) ([]Problem, error)             { return nil, errUnbuilt }
func (l *Library) Backup(ctx context.Context, path string) error            { return errUnbuilt }
func (l *Library) Restore(ctx context.Context, path string) error           { return errUnbuilt }
func (l *Library) Compact(ctx context.Context) error                        { return errUnbuilt }

// Body is the text of a revision, of which only the parts asked for are read.
type Body struct{}

// Len returns the number of blocks.
func (b *Body) Len() int { return 0 }

// Block returns one block, from 0.
func (b *Body) Block(i int) (briefings.Block, error) { return briefings.Block{}, errUnbuilt }
