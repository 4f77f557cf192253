package command

import (
	"context"
	"errors"
	"fmt"

	"dossier/briefings"
	"dossier/briefings/revise"
	"dossier/store"
)

// listedMost is up to how many documents each is told of; of more, only those
// that were revised, read anew or failed, so that the memory needed does not grow with
// their number.
const listedMost = 20

// intakeRun is one run of import.
type intakeRun struct {
	*session
	lib           *store.Library
	told          *told
	asNew, dryRun bool
	mirror, yes   bool   // take out what a file of ours does not have any more; without asking
	as            string // id of the briefing that the document is a text of; "" to find out
	inbox         *inbox // nil until a document needs it

	bar      *progress
	tell     func(done, total int) // hears of each document; nil where a bar tells it
	batch    *store.Batch
	waiting  []outcome // of the documents in the batch, in their order
	keepAll  bool      // of the outcomes
	outcomes []outcome
	totals   map[string]int // documents by what became of them
}

// all takes every document in. One that fails does not stop the others; only
// the end of the context or a broken library does.
func (in *intakeRun) all(ctx context.Context, names []string) error {
	in.totals = map[string]int{}
	in.bar = in.newProgress(len(names), in.tell)
	defer in.bar.done()
	in.batch = in.lib.NewBatch(func(doc store.Incoming, got store.Imported, err error) { in.cameOut(ctx, doc, got, err) })
	for p := range in.structured(ctx, names) {
		err := ctx.Err()
		if err == nil {
			err = in.next(ctx, p)
		}
		if err != nil {
			return in.stopped(ctx, err)
		}
	}
	if err := in.batch.Flush(ctx); err != nil {
		return in.stopped(ctx, err)
	}
	return in.tidied(ctx, in.batch.Tidy(ctx))
}

// tidied tells an end of what comes after the import from an end of the import.
func (in *intakeRun) tidied(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil {
		return err
	}
	in.warn("everything is taken in; only the library was left as it grew, which \"dossier compact\" mends")
	return nil
}

// stopped says how far an import came that cannot go on.
func (in *intakeRun) stopped(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil {
		return err
	}
	settled := 0
	for what, n := range in.totals {
		if what != "failed" {
			settled += n
		}
	}
	return fmt.Errorf("stopped after %s; the rest was not taken in", count(settled, "document"))
}

// next takes one of many documents in, by the batch if it is new. Of two that
// may be texts of the same document the first must be in before the second is
// looked at.
func (in *intakeRun) next(ctx context.Context, p structured) error {
	if in.batch.Waits(func(m *briefings.Meta) bool { return sameOrigin(m, &p.doc.Meta) }) {
		if err := in.batch.Flush(ctx); err != nil {
			return err
		}
	}
	o, err := in.place(ctx, &p)
	if err == nil && o.Outcome == "new" && !in.dryRun {
		in.waiting = append(in.waiting, o)
		return in.batch.Add(ctx, store.Incoming{Name: p.name, Briefing: p.briefing, Revision: p.doc.Revision})
	}
	if err := in.batch.Flush(ctx); err != nil { // what came before is told before
		return err
	}
	in.settle(o, err)
	return nil
}

// sameOrigin says whether one of two documents may turn out to be a changed
// text of the other.
func sameOrigin(a, b *briefings.Meta) bool {
	return a.ID != "" && a.ID == b.ID || a.Source != "" && a.Source == b.Source ||
		a.Title != "" && briefings.Fold(a.Title) == briefings.Fold(b.Title)
}

// cameOut hears what became of the document that waited longest in the batch.
func (in *intakeRun) cameOut(ctx context.Context, doc store.Incoming, got store.Imported, err error) {
	o := in.waiting[0]
	in.waiting = in.waiting[1:]
	if err == nil {
		o, err = in.cameIn(ctx, o, &doc.Briefing, &doc.Revision, got)
	}
	in.settle(o, err)
}

// settle enters what became of a document.
func (in *intakeRun) settle(o outcome, err error) {
	if err != nil {
		o.Outcome, o.Problem = "failed", err.Error()
	}
	in.totals[o.Outcome]++
	if in.keepAll || oneOf(o.Outcome, "revised", "reextracted", "failed") {
		in.outcomes = append(in.outcomes, o)
	}
	in.bar.step(o.Name)
}

// one brings a structured document into the library.
func (in *intakeRun) one(ctx context.Context, p structured) (outcome, error) {
	o, err := in.place(ctx, &p)
	if err != nil || o.Outcome != "new" || in.dryRun {
		return o, err
	}
	got, err := in.lib.Import(ctx, p.briefing, p.doc.Revision)
	if err != nil {
		return o, err
	}
	return in.cameIn(ctx, o, &p.briefing, &p.doc.Revision, got)
}

// place finds out whether the library knows a document, and revises it there;
// one that it does not know is still to be brought in.
func (in *intakeRun) place(ctx context.Context, p *structured) (outcome, error) {
	o := outcome{Name: p.name}
	if p.err != nil {
		return o, p.err
	}
	o.Title, o.Odd, o.Found = p.briefing.Title, p.doc.Odd, tallyOf(&p.briefing)
	if p.briefing.Date == "" {
		o.dated = briefings.DatedAs("", p.briefing.Reference)
	}
	if id, held, err := in.lib.ByHash(ctx, p.doc.Revision.RawHash); err != nil || held {
		if o, err = in.known(ctx, o, id, "unchanged", err); err == nil {
			o.older, err = in.olderText(ctx, &o, p.doc.Revision.RawHash)
		}
		if err == nil && o.older > 0 && id == in.as {
			return in.again(ctx, o, o.older)
		}
		return o, err
	}
	if err := evidenceByID(&p.briefing, func(slug string) (string, error) { return in.bySlug(ctx, slug) }); err != nil {
		return o, err
	}
	id := in.as
	if !in.asNew && id == "" {
		found, odd, err := in.predecessor(ctx, p)
		if err != nil {
			return o, err
		}
		if id = found; odd != "" {
			o.Odd = append(o.Odd, odd)
		}
	}
	if id != "" {
		return in.revise(ctx, o, id, p)
	}
	o.Outcome, o.Revision, o.Odd = "new", 1, append(o.Odd, p.lost...)
	if p.carried && !in.dryRun {
		revise.Arrive(&p.briefing, in.analyst())
	}
	return o, nil
}

// olderText says which earlier revision of a briefing some bytes are, 0 if they are
// the current one.
func (in *intakeRun) olderText(ctx context.Context, o *outcome, rawHash string) (int, error) {
	for n := o.Revision; n > 0; n-- {
		body, err := in.lib.OpenRevision(ctx, o.ID, n)
		var none *store.NotFoundError
		if errors.As(err, &none) { // the first ones are with whom the briefing came from
			return 0, nil
		}
		if err != nil {
			return 0, err
		}
		if body.Revision().RawHash == rawHash {
			return n % o.Revision, nil
		}
	}
	return 0, nil
}

// cameIn fills in what the library made of a new document.
func (in *intakeRun) cameIn(ctx context.Context, o outcome, b *briefings.Briefing, rev *briefings.Revision, got store.Imported) (outcome, error) {
	if got.Unchanged { // the same bytes came in just before
		return in.known(ctx, o, got.ID, "unchanged", nil)
	}
	o.ID, o.Slug, o.Revision = got.ID, got.Slug, got.Revision
	b.ID = got.ID
	var err error
	o.Offered, err = in.offerEvidence(ctx, b, rev)
	return o, err
}

// offerEvidence looks for what a document has to say to open questions.
func (in *intakeRun) offerEvidence(ctx context.Context, b *briefings.Briefing, rev *briefings.Revision) (n int, err error) {
	if in.inbox == nil {
		if in.inbox, err = in.newInbox(ctx, in.lib); err != nil {
			return 0, err
		}
	}
	return in.inbox.offer(ctx, b, rev)
}

// known fills in which briefing a document turned out to be.
func (in *intakeRun) known(ctx context.Context, o outcome, id, what string, err error) (outcome, error) {
	if err != nil {
		return o, err
	}
	meta, err := in.lib.Meta(ctx, id)
	o.Outcome, o.ID, o.Slug, o.Title, o.Revision = what, meta.ID, meta.Slug, meta.Title, meta.Revision
	return o, err
}
