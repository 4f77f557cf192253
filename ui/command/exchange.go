package command

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"dossier/briefings"
	"dossier/briefings/revise"
)

// exchange merges a copy of a briefing by record and field: a colleague's, or
// one's own from before the library went on. What both changed stays as it is
// here, with the other value beside it.
func (in *intakeRun) exchange(ctx context.Context, o outcome, id string, p *structured) (outcome, error) {
	base := o.Changes
	err := merging(func() error {
		mine, theirs, err := in.copies(ctx, id, p)
		if err != nil {
			return err
		}
		merged, report := revise.Exchange(mine, theirs)
		o.Title = merged.Title
		o.Changes = append(base[:len(base):len(base)], exchangeLines(&merged, &report)...)
		var changed []briefings.Record
		for _, r := range merged.Records() {
			if stands := mine.Record(r.Common().Handle); stands == nil || !reflect.DeepEqual(stands, r) {
				changed = append(changed, r)
			}
		}
		meta := !reflect.DeepEqual(mine.Meta, merged.Meta)
		if len(changed) == 0 && !meta && o.Revision == mine.Revision && len(base) == 0 {
			o.Outcome = "unchanged"
		}
		if in.dryRun {
			return nil
		}
		if !meta {
			return in.setAll(ctx, id, nil, changed)
		}
		return in.setAll(ctx, id, &merged.Meta, changed)
	})
	return o, err
}

// copies returns the briefing as it is in the library and as the file has it,
// both of the current text.
func (in *intakeRun) copies(ctx context.Context, id string, p *structured) (mine, theirs *briefings.Briefing, err error) {
	if mine, err = in.lib.Briefing(ctx, id); err != nil {
		return nil, nil, err
	}
	current, err := in.lib.Revision(ctx, id, 0)
	if err != nil {
		return nil, nil, err
	}
	from, err := in.heldText(ctx, mine, &p.doc.Revision)
	if err != nil {
		return nil, nil, err
	}
	if from == nil { // in a dry run the file's text is not in the library
		from = &p.doc.Revision
	}
	if from.Number == current.Number && reflect.DeepEqual(mine.Sections, p.briefing.Sections) {
		return mine, &p.briefing, nil
	}
	moved := revise.Transfer(&p.briefing, revise.NewText(from, p.briefing.Sections), revise.NewText(current, mine.Sections))
	return mine, &moved, nil
}

// exchangeLines say what came in, a line each.
func exchangeLines(merged *briefings.Briefing, report *revise.Exchanged) []string {
	var out []string
	for _, h := range report.New {
		r := merged.Record(h)
		if r.Common().Origin == briefings.OriginImported {
			out = append(out, fmt.Sprintf("from %s, to be reviewed: %s", r.Common().By, h))
		} else {
			out = append(out, fmt.Sprintf("added by hand: %s", h))
		}
	}
	if len(report.Fields) > 0 {
		out = append(out, "changed by the file, of the briefing itself: "+strings.Join(report.Fields, ", "))
	}
	for _, h := range report.Changed {
		out = append(out, fmt.Sprintf("changed by the file: %s", h))
	}
	for _, c := range report.Conflicts {
		name := string(c.Record)
		if name == "" {
			name = "the briefing"
		}
		out = append(out, fmt.Sprintf("%s: %s stays %q; the file has %q, which waits beside it", name, c.Field, c.Kept, c.Pending))
	}
	for _, pair := range report.Renamed {
		out = append(out, fmt.Sprintf("%s there is %s here, since yours of that name is another", pair.Analyst, pair.New))
	}
	if report.Passed > 0 {
		out = append(out, fmt.Sprintf("the library is newer than the file: %s kept as the library has it", count(report.Passed, "record")))
	}
	return out
}
