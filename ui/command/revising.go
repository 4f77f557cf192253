package command

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/extract"
	"dossier/briefings/revise"
	"dossier/store"
)

// revise brings a changed text of a known briefing in, or a file that it was
// exported to: one's own, edited by hand, or a colleague's copy.
func (in *intakeRun) revise(ctx context.Context, o outcome, id string, p *structured) (outcome, error) {
	o, err := in.known(ctx, o, id, "revised", nil)
	if err != nil {
		return o, err
	}
	if !p.carried && in.mirror {
		return o, fmt.Errorf("--mirror is for a file that was exported with --profile full; %s is a text", o.Name)
	}
	if !p.carried {
		return in.newText(ctx, o, id, &p.doc.Revision, p.briefing)
	}
	before, err := in.lib.Briefing(ctx, id)
	if err != nil {
		return o, err
	}
	current := before.Modified.Equal(p.briefing.Modified)
	known, err := in.heldText(ctx, before, &p.doc.Revision)
	if err != nil {
		return o, err
	}
	if in.mirror && !current {
		return o, fmt.Errorf("--mirror is for a file of the library as it is, and %s was changed since %s was exported; export it anew, or leave --mirror out to merge the two", before.Slug, o.Name)
	}
	if known == nil {
		if o, err = in.newText(ctx, o, id, &p.doc.Revision, extract.All(&p.doc.Revision, p.doc.Meta)); err != nil || in.dryRun {
			return o, err
		}
	}
	if current {
		return in.handEdits(ctx, o, before, p)
	}
	return in.exchange(ctx, o, id, p)
}

// heldText returns the revision of a briefing that has a text, the latest of
// several; nil if none has.
func (in *intakeRun) heldText(ctx context.Context, b *briefings.Briefing, text *briefings.Revision) (*briefings.Revision, error) {
	for n := b.Revision; n > 0; n-- {
		rev, err := in.lib.Revision(ctx, b.ID, n)
		var none *store.NotFoundError
		switch {
		case errors.As(err, &none): // the first ones are with whom the briefing came from
			return nil, nil
		case err != nil:
			return nil, err
		case rev.TextHash == text.TextHash:
			return rev, nil
		}
	}
	return nil, nil
}

// mergeTries is how often a merge is made anew where others keep writing.
const mergeTries = 5

// merging calls merge again as long as somebody else writes meanwhile.
func merging(merge func() error) error {
	for try := 1; ; try++ {
		err := merge()
		var conflict *store.ConflictError
		if !errors.As(err, &conflict) || try == mergeTries {
			return err
		}
	}
}

// newText stores a text as the next revision of a briefing, with its records
// merged. read is what was found in it by itself.
func (in *intakeRun) newText(ctx context.Context, o outcome, id string, rev *briefings.Revision, read briefings.Briefing) (outcome, error) {
	return in.nextText(ctx, o, id, rev, read, in.lib.Recorded)
}

// nextText is newText with the records as stands reads them.
func (in *intakeRun) nextText(ctx context.Context, o outcome, id string, rev *briefings.Revision, read briefings.Briefing, stands func(context.Context, string) (*briefings.Briefing, error)) (outcome, error) {
	var merged briefings.Briefing
	err := merging(func() error {
		old, err := stands(ctx, id)
		if err != nil {
			return err
		}
		oldRev, err := in.lib.Revision(ctx, id, 0)
		if err != nil {
			return err
		}
		rev.Number = old.Revision + 1
		var report revise.Report
		fresh := readAfter(old, oldRev, rev, read)
		merged, report = in.earlier(ctx, id).Revise(old, oldRev, rev, &fresh)
		o.Title, o.Revision, o.Found, o.Changes, o.Report = merged.Title, rev.Number, tallyOf(&merged), report.Lines(), &report
		if in.dryRun {
			return nil
		}
		follows, lost, err := in.followed(ctx, old, oldRev, &merged, rev)
		if err != nil {
			return err
		}
		o.Changes = append(o.Changes, lost...)
		return in.lib.Revise(ctx, id, merged, *rev, follows...)
	})
	if err != nil || in.dryRun {
		return o, err
	}
	shown, err := in.lib.Briefing(ctx, id)
	if err != nil {
		return o, err
	}
	o.Offered, err = in.offerEvidence(ctx, shown, rev)
	return o, err
}

// earlier hands over the texts of a briefing; the first ones may be with whom it came
// from.
func (in *intakeRun) earlier(ctx context.Context, id string) revise.Earlier {
	return func(number int) *briefings.Revision {
		rev, err := in.lib.Revision(ctx, id, number)
		if err != nil {
			return nil
		}
		return rev
	}
}

// readAfter reads a text as the next one of a briefing: what hung on a date that a
// person put right, of the briefing or of an entry, hangs on it in the new text too,
// unless that tells a later one. The briefing's own data stay as the text tells them,
// for a merge to tell the two apart; only the date that its days are counted from is
// the one that they were counted from.
func readAfter(old *briefings.Briefing, oldRev, rev *briefings.Revision, read briefings.Briefing) briefings.Briefing {
	meta := read.Meta
	_, anew := read.Edited["date"] // said with the new text itself
	dated := old.Reference.Rule == briefings.DatedByAnalyst && !anew && !writtenLater(old, oldRev, &read)
	if dated {
		meta.Date, meta.Reference = old.Date, old.Reference
	}
	if !dated && !slices.ContainsFunc(old.Events, func(e briefings.Event) bool { return !e.Edited["when"].At.IsZero() }) {
		return read
	}
	moved := revise.Transfer(old, revise.NewText(oldRev, old.Sections), revise.NewText(rev, read.Sections))
	fresh := extract.Again(rev, meta, moved.Events)
	reference := fresh.Reference
	fresh.Meta = read.Meta
	fresh.Reference = reference
	return fresh
}

// writtenLater says whether the words of a new text tell that it was written after
// the day that a person gave the former one: a dateline, or what it says it is as
// of. What the former one told as well says nothing, for the person knew it; nor do
// front matter and an address, which are what a person puts right.
func writtenLater(old *briefings.Briefing, oldRev *briefings.Revision, read *briefings.Briefing) bool {
	given, err := edtf.Parse(old.Reference.Date)
	told, none := edtf.Parse(read.Reference.Date)
	worded := read.Reference.Rule == briefings.DatedByText || read.Reference.Rule == briefings.DatedByDateline
	if err != nil || none != nil || !worded {
		return false
	}
	_, last := given.Bounds()
	first, _ := told.Bounds()
	return first > last && read.Reference.Date != extract.Told(oldRev, briefings.Meta{Source: old.Source, Lang: old.Lang}).Date
}

// followed finds where the mentions that people denied stand in a new text, and
// says of those that are not found that they hold no more.
func (in *intakeRun) followed(ctx context.Context, old *briefings.Briefing, oldRev *briefings.Revision, merged *briefings.Briefing, rev *briefings.Revision) (follows []briefings.Judgement, lost []string, err error) {
	log, err := in.lib.Judgements(ctx)
	if err != nil {
		return nil, nil, err
	}
	var places *revise.Alignment
	for _, j := range briefings.Standing(log) {
		if j.Op != briefings.NotThis || j.Briefing != old.ID {
			continue
		}
		if places == nil {
			places = revise.Align(revise.NewText(oldRev, old.Sections), revise.NewText(rev, merged.Sections))
		}
		at, _ := places.Reanchor(*j.Mention)
		if !at.Placed() {
			lost = append(lost, fmt.Sprintf("“%s%s%s” is not in the text any more: that it is not %s holds no more", j.Mention.Prefix, j.Mention.Exact, j.Mention.Suffix, j.Actor.Form))
			continue
		}
		at.Revision = rev.Number
		follows = append(follows, briefings.Judgement{Actor: j.Actor, Follows: j.ID, Mention: &at})
	}
	return follows, lost, nil
}
