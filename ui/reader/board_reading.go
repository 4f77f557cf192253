package reader

import (
	"context"
	"slices"
	"strings"
	"time"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// boardReader reads what a board shows. All of it runs in commands.
type boardReader struct {
	lib  Library
	view *view // how records are drawn
	to   *boarded
	// words are what a row must hold to be a hit; nil where the texts are kept.
	words    []string
	of       int // briefings in the library
	progress Progress
	way      *way // is given to whoever presses keys meanwhile
	room     rect // of the board
	// rest reads what is to be added once the board shows; nil for nothing.
	rest func(context.Context) error
}

// read reads the records of a kind over all briefings.
func (r *boardReader) read(ctx context.Context) error {
	switch r.to.kind {
	case briefings.KindQuestion:
		return r.readQuestions(ctx)
	case briefings.KindActor:
		return r.readActors(ctx)
	case briefings.KindEvent:
		return r.readEvents(ctx)
	case briefings.KindLimit:
		return r.readLimits(ctx)
	}
	return r.each(ctx, func(s briefings.Summary, record briefings.Record) {
		r.to.all = append(r.to.all, r.row(s, record))
	})
}

// each goes through the records of the board's kind.
func (r *boardReader) each(ctx context.Context, do func(briefings.Summary, briefings.Record)) error {
	return r.eachOf(ctx, r.to.kind, do)
}

func (r *boardReader) eachOf(ctx context.Context, kind briefings.Kind, do func(briefings.Summary, briefings.Record)) error {
	return eachOf(ctx, r.lib, kind, r.of, func(done, of int) {
		r.way.give(time.Now())
		r.progress(done, of)
	}, do)
}

// eachOf goes through the records of a kind of a library with so many briefings, 0
// if that is not known, and tells in which of these it is.
func eachOf(ctx context.Context, lib Library, kind briefings.Kind, of int, progress Progress, do func(briefings.Summary, briefings.Record)) error {
	done, last := 0, ""
	return lib.Each(ctx, kind, func(s briefings.Summary, record briefings.Record) error {
		if s.ID != last {
			done, last = done+1, s.ID
			if of > 0 { // else it is not known yet how many there are
				of = max(done, of)
			}
			progress(done, of)
		}
		do(s, record)
		return nil
	})
}

// row makes a record's row, and a hit if it holds the words.
func (r *boardReader) row(s briefings.Summary, record briefings.Record) boardRow {
	it := itemOf(r.view, record)
	said := briefings.Fold(strings.Join([]string{it.lead, record.Line(), it.facets}, " "))
	row := r.to.put(s, record.Common().Handle, said)
	row.look = r.to.lookOf(it.glyph, it.role)
	switch record := record.(type) {
	case *briefings.Event:
		when, _ := edtf.Parse(record.When)
		row.order = when.Order()
		r.to.widen(it.lead)
	case *briefings.Question:
		r.to.widen(questionStanding(r.view, record))
	case *briefings.Limit:
		r.to.widen(transferWord(record.Transfer))
	case *briefings.Reference:
		r.to.widen(record.Grade.String())
	case *briefings.Annotation:
		r.to.widen(writtenOn(record))
	}
	row.hit = r.words != nil && r.to.holds(&row, said, r.words)
	return row
}

func (r *boardReader) readEvents(ctx context.Context) error {
	b := r.to
	err := r.each(ctx, func(s briefings.Summary, record briefings.Record) { b.all = append(b.all, r.row(s, record)) })
	slices.SortStableFunc(b.all, func(x, y boardRow) int { return x.order.Compare(y.order) })
	return err
}

// readLimits puts what is withheld first, then what may pass, as the ledger does.
func (r *boardReader) readLimits(ctx context.Context) error {
	groups := make([][]boardRow, len(transfers))
	err := r.each(ctx, func(s briefings.Summary, record briefings.Record) {
		at := numberIn(transfers, record.(*briefings.Limit).Transfer)
		groups[at] = append(groups[at], r.row(s, record))
	})
	r.to.all = slices.Concat(groups...)
	return err
}
