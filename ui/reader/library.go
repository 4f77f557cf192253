package reader

import (
	"context"

	"dossier/briefings"
)

// Library is what the reader needs of the store. Every method may take a while
// and is only called from commands, never from Update or View; but for Records,
// which reads the few of a screen as they are drawn, as a Text reads its parts.
type Library interface {
	// List returns at most so many briefings, the last changed first; 0 for all.
	List(ctx context.Context, most int) ([]briefings.Summary, error)
	// Summaries are what the list says of some briefings; one that is gone is left
	// out.
	Summaries(ctx context.Context, ids []string) ([]briefings.Summary, error)
	Briefing(ctx context.Context, id string) (*briefings.Briefing, error)
	// Gather hands over all records of a briefing one by one, its actors first,
	// each with its place among them, as people judged them. begin is given the
	// briefing without them, and the actors that were judged, nil if none were; it
	// is called again where the briefing changed meanwhile and all is read anew.
	Gather(ctx context.Context, id string, begin func(b *briefings.Briefing, judged *briefings.Cast) (take func(place int, r briefings.Record))) error
	// Meta is a briefing without its sections and records, as quick for a long
	// one as for a short one.
	Meta(ctx context.Context, id string) (briefings.Meta, error)
	// Text opens the current text of a briefing.
	Text(ctx context.Context, id string) (Text, error)
	// Revision reads the whole text of a revision; 0 is the current one.
	Revision(ctx context.Context, id string, number int) (*briefings.Revision, error)
	// Correct changes a field of the briefing itself, as one step that Undo takes
	// back; it says what moved with it, "" for nothing.
	Correct(ctx context.Context, id, field, value string) (say string, err error)
	// Put makes or changes records as one step that Undo takes back, and
	// returns them as they are on disk; behind them those that moved with a
	// corrected date.
	Put(ctx context.Context, id string, records ...briefings.Record) ([]briefings.Record, error)
	Undo(ctx context.Context, id string) (*briefings.Change, error)
	Redo(ctx context.Context, id string) (*briefings.Change, error)
	Reading(ctx context.Context, id string) (briefings.Reading, error)
	SetReading(ctx context.Context, id string, r briefings.Reading) error
	Drafts(ctx context.Context) ([]briefings.Draft, error)
	SetDraft(ctx context.Context, d briefings.Draft) error
	DropDraft(ctx context.Context, d briefings.Draft) error
	// Setting is what was last set under a name, "" if nothing was.
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) error
	// Judge adds to the log of judgements on actors, which shows in every
	// briefing; TakeBack makes an entry of it, by its id, hold no more.
	Judge(ctx context.Context, j briefings.Judgement) (briefings.Judgement, error)
	Judgements(ctx context.Context) ([]briefings.Judgement, error)
	TakeBack(ctx context.Context, id string) (briefings.Judgement, error)
	// Each goes through the live records of a kind in all briefings.
	Each(ctx context.Context, kind briefings.Kind, do func(briefings.Summary, briefings.Record) error) error
	// Raised tells from which entries of all briefings a question was raised.
	Raised(ctx context.Context) (briefings.Raised, error)
	// Records reads records of any briefings, nil for one that is gone; what was
	// judged of actors need not show in them.
	Records(ctx context.Context, named []briefings.Named) ([]briefings.Record, error)
	// Watch tells the ids of briefings that changed, by whomever; nil for
	// changes that may touch any.
	Watch(ctx context.Context) (<-chan []string, error)
}
