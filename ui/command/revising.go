package command

import (
	"context"
	"errors"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/revise"
	"dossier/store"
)

// revise brings a changed text of a known briefing in, or a file that it was
// exported to and edited in.
func (in *intakeRun) revise(ctx context.Context, o outcome, id string, p *structured) (outcome, error) {
	o, err := in.known(ctx, o, id, "revised", nil)
	if err != nil {
		return o, err
	}
	if !p.carried {
		return in.newText(ctx, o, id, &p.doc.Revision, &p.briefing)
	}
	if p.edited {
		fresh := extract.All(&p.doc.Revision, p.doc.Meta)
		if o, err = in.newText(ctx, o, id, &p.doc.Revision, &fresh); err != nil || in.dryRun {
			return o, err
		}
	}
	return in.handEdits(ctx, o, id, p)
}

// mergeTries is how often a merge is made anew where others keep writing.
const mergeTries = 5

// newText stores a text as the next revision of a briefing, with its records
// merged. Where somebody writes meanwhile, it is merged again with that.
func (in *intakeRun) newText(ctx context.Context, o outcome, id string, rev *briefings.Revision, fresh *briefings.Briefing) (outcome, error) {
	for try := 1; ; try++ {
		old, err := in.lib.Briefing(ctx, id)
		if err != nil {
			return o, err
		}
		oldRev, err := in.lib.Revision(ctx, id, 0)
		if err != nil {
			return o, err
		}
		rev.Number = old.Revision + 1
		merged, report := revise.Revise(old, oldRev, rev, fresh)
		o.Title, o.Revision, o.Found, o.Changes = merged.Title, rev.Number, tallyOf(&merged), report.Lines()
		if in.dryRun {
			return o, nil
		}
		err = in.lib.Revise(ctx, id, merged, *rev)
		var conflict *store.ConflictError
		if errors.As(err, &conflict) && try < mergeTries {
			continue
		}
		if err != nil {
			return o, err
		}
		o.Offered, err = in.offerEvidence(ctx, &merged, rev)
		return o, err
	}
}
