package store

import (
	"context"
	"fmt"
	"sync"

	"dossier/briefings"
)

// Briefings are stored as they were found and edited; what people judged of
// actors is applied to them on their way out, and kept out of them on their way
// in.

// judgedLog keeps the log of judgements ready to be applied, as it was when its
// last entry was made. An entry is never changed, and those that a purge takes
// away held in the purged briefing only.
type judgedLog struct {
	mu    sync.Mutex
	last  string // key of the last entry
	ready *briefings.Judgements
}

// ready returns the judgements that hold, ready to be applied.
func (s *snapshot) ready() (*briefings.Judgements, error) {
	last, err := s.lastKey(judgementPrefix)
	if err != nil || last == "" {
		return briefings.NewJudgements(nil), err
	}
	s.judged.mu.Lock()
	defer s.judged.mu.Unlock()
	if s.judged.last != last {
		log, err := s.judgements()
		if err != nil {
			return nil, err
		}
		s.judged.last, s.judged.ready = last, briefings.NewJudgements(log)
	}
	return s.judged.ready, nil
}

// curates says whether judgements show in records of a kind.
func curates(kind briefings.Kind) bool {
	return kind == briefings.KindActor || kind == briefings.KindEvent || kind == briefings.KindLimit
}

// cast reads of a briefing what judgements are applied to: its actors and the
// records of a kind.
func (s *snapshot) cast(id string, revision int, kind briefings.Kind) (*briefings.Briefing, error) {
	b := &briefings.Briefing{Meta: briefings.Meta{ID: id, Revision: revision}}
	add := func(r briefings.Record) error {
		b.Add(r)
		return nil
	}
	err := s.records(id, briefings.KindActor, add)
	if err == nil && kind != briefings.KindActor {
		err = s.records(id, kind, add)
	}
	return b, err
}

// shown returns a record as it is shown: as people judged it. nil if there is
// none.
func (s *snapshot) shown(m *briefings.Meta, kind briefings.Kind, h briefings.Handle) (briefings.Record, error) {
	judged, err := s.ready()
	if err != nil {
		return nil, err
	}
	if judged.None() {
		return s.record(m.ID, kind, h)
	}
	b, err := s.cast(m.ID, m.Revision, kind)
	if err != nil {
		return nil, err
	}
	return judged.Curate(b).Record(h), nil
}

// uncurated returns what to keep of a record that somebody changed as it was
// shown. stored is nil for a new one.
func (c *change) uncurated(m *briefings.Meta, given, stored briefings.Record) (briefings.Record, error) {
	if !curates(given.Kind()) {
		return given, nil
	}
	h := given.Common().Handle
	shown, err := c.shown(m, given.Kind(), h)
	switch {
	case err != nil || shown == nil:
		return given, err
	case stored == nil:
		return nil, fmt.Errorf("saving %s: it is an actor of its own only because somebody judged so; judge it anew, or take that back", h)
	}
	return briefings.Uncurated(given, shown, stored), nil
}

// eachCurated is Each where something was judged: briefing by briefing, as
// judgements need all actors of one.
func (l *Library) eachCurated(ctx context.Context, kind briefings.Kind, do func(briefings.Summary, briefings.Record) error) error {
	return l.handOver(ctx, do, func(s *snapshot, after string) ([]entryOf, string, bool, error) {
		return s.castPage(kind, after)
	})
}

// castBriefings is how many briefings are curated in one transaction.
const castBriefings = 100

// castPage curates the briefings behind one.
func (s *snapshot) castPage(kind briefings.Kind, after string) (page []entryOf, last string, more bool, err error) {
	judged, err := s.ready()
	if err != nil {
		return nil, "", false, err
	}
	last = after
	for range castBriefings {
		id, err := s.next("", last)
		if err != nil || id == "" {
			return page, "", false, err
		}
		r, err := s.rowOf(id)
		if err != nil {
			return nil, "", false, err
		}
		b, err := s.cast(id, r.Revision, kind)
		if err != nil {
			return nil, "", false, err
		}
		for _, record := range judged.Curate(b).Records() {
			if record.Kind() == kind && record.Common().Live() {
				page = append(page, entryOf{r.Summary, record})
			}
		}
		last = id
	}
	return page, last, true, nil
}
