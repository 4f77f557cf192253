package command

import (
	"context"
	"errors"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/store"
)

// machine signs what dossier itself writes into records, so that an undo passes
// over it.
const machine = "dossier"

// inbox offers passages of new briefings as evidence for the open questions
// that were raised or accepted in others.
type inbox struct {
	lib  *store.Library // signs as the machine
	open []extract.Pending
}

// newInbox reads the open questions of the library.
func (s *session) newInbox(ctx context.Context, lib *store.Library) (*inbox, error) {
	own, err := store.Open(lib.Path(), store.Options{Author: machine, Now: s.now, Logf: s.warn})
	if err != nil {
		return nil, err
	}
	in := &inbox{lib: own}
	asked := map[string][]*briefings.Question{}
	var order []string
	err = lib.Each(ctx, briefings.KindQuestion, func(b briefings.Summary, r briefings.Record) error {
		q := r.(*briefings.Question)
		if q.Proposed || q.Status.Closed() {
			return nil
		}
		if asked[b.ID] == nil {
			order = append(order, b.ID)
		}
		asked[b.ID] = append(asked[b.ID], q.Clone().(*briefings.Question))
		return nil
	})
	for _, id := range order {
		if err != nil {
			return nil, err
		}
		var b *briefings.Briefing
		if b, err = lib.Briefing(ctx, id); err == nil {
			for _, q := range asked[id] {
				in.open = append(in.open, extract.Pending{Briefing: id, Question: q, Actors: b.Actors, Events: b.Events})
			}
		}
	}
	return in, err
}

// offer adds what a new briefing has to say to open questions, and returns how
// many passages that is.
func (in *inbox) offer(ctx context.Context, b *briefings.Briefing, rev *briefings.Revision) (int, error) {
	if len(in.open) == 0 {
		return 0, nil
	}
	offers := extract.Evidence(extract.NewSource(rev, b.Meta), b, in.open)
	for i := range in.open {
		p := &in.open[i]
		var evidence []briefings.Evidence
		for _, o := range offers {
			if o.Briefing == p.Briefing && o.Question == p.Question.Handle {
				evidence = append(evidence, o.Evidence)
			}
		}
		if len(evidence) == 0 {
			continue
		}
		if err := in.add(ctx, p, evidence); err != nil {
			return 0, err
		}
	}
	return len(offers), nil
}

// add writes offers into a question. Where somebody changed it meanwhile, they
// are added to what stands there now.
func (in *inbox) add(ctx context.Context, p *extract.Pending, evidence []briefings.Evidence) error {
	q := p.Question.Clone().(*briefings.Question)
	for {
		q.Evidence = append(q.Evidence, evidence...)
		written, err := in.lib.Put(ctx, p.Briefing, q)
		var conflict *store.ConflictError
		if errors.As(err, &conflict) {
			if current, ok := conflict.Current.(*briefings.Question); ok {
				q = current.Clone().(*briefings.Question)
				continue
			}
		}
		if err != nil {
			return err
		}
		p.Question = written[0].(*briefings.Question)
		return nil
	}
}
