package command

import (
	"context"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/store"
)

// Entries of a timeline hang on the document's date and on each other. When a
// person corrects one of these dates, what hangs on it is read anew and saved in
// the same step, which one undo takes back.

// correctMeta changes a briefing's own data; it says what moved with its date.
func correctMeta(ctx context.Context, lib *store.Library, id string, change func(*briefings.Meta)) (say string, err error) {
	was, err := lib.Briefing(ctx, id)
	if err != nil {
		return "", err
	}
	is := *was
	change(&is.Meta)
	if is.Reference.Date == was.Reference.Date {
		return "", lib.SetMeta(ctx, id, change)
	}
	moved, err := redated(ctx, lib, was, &is)
	if err != nil {
		return "", err
	}
	return moved.String(), lib.SetMeta(ctx, id, change, pointers(moved.Events)...)
}

// movedAlong are the entries that move with the dates of changed records; it
// says how many.
func movedAlong(ctx context.Context, lib *store.Library, id string, changed []briefings.Record) (along []briefings.Record, say string, err error) {
	if moves, err := redates(ctx, lib, id, changed); err != nil || !moves {
		return nil, "", err
	}
	was, err := lib.Briefing(ctx, id)
	if err != nil {
		return nil, "", err
	}
	is := *was
	is.Events = append([]briefings.Event{}, was.Events...)
	for _, r := range changed {
		e, ok := r.(*briefings.Event)
		for i := range is.Events {
			if ok && is.Events[i].Handle == e.Handle {
				is.Events[i] = *e
			}
		}
	}
	moved, err := redated(ctx, lib, was, &is)
	return pointers(moved.Events), moved.String(), err
}

// redates says whether changed records have other dates than those that are kept.
// It reads no others: a briefing may have tens of thousands.
func redates(ctx context.Context, lib *store.Library, id string, changed []briefings.Record) (bool, error) {
	var named []briefings.Named
	var dates []string
	for _, r := range changed {
		if e, ok := r.(*briefings.Event); ok {
			named, dates = append(named, briefings.Named{Briefing: id, Handle: e.Handle}), append(dates, e.When)
		}
	}
	kept, err := lib.Records(ctx, named)
	for i, r := range kept {
		if e, ok := r.(*briefings.Event); ok && e.When != dates[i] {
			return true, nil
		}
	}
	return false, err
}

func redated(ctx context.Context, lib *store.Library, was, is *briefings.Briefing) (extract.Redated, error) {
	rev, err := lib.Revision(ctx, was.ID, 0)
	if err != nil {
		return extract.Redated{}, err
	}
	return extract.Redate(rev, was, is), nil
}

func pointers(events []briefings.Event) []briefings.Record {
	out := make([]briefings.Record, len(events))
	for i := range events {
		out[i] = &events[i]
	}
	return out
}
