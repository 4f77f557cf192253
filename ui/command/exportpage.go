package command

import (
	"context"
	"slices"

	"dossier/briefings"
	"dossier/briefings/markdown"
	"dossier/store"
)

// page is one page over several briefings.
func (x *exporter) page(ctx context.Context, ids []string) ([]byte, error) {
	var parts []markdown.Part
	for _, id := range ids {
		b, rev, err := x.load(ctx, id)
		if err != nil {
			return nil, err
		}
		parts = append(parts, markdown.Part{Briefing: b, Revision: rev, Options: x.options})
	}
	return markdown.Page(orElse(x.tag, "Notes on "+count(len(ids), "briefing")), parts), nil
}

// tagged leaves of the briefings of a library those that have the tag that was asked
// for, or a record that has it.
func (x *exporter) tagged(ctx context.Context, ids []string) ([]string, error) {
	if x.tag == "" || !x.exporting.all {
		return ids, nil
	}
	listed, err := x.lib.List(ctx, store.Query{Tag: x.tag})
	if err != nil {
		return nil, err
	}
	has := map[string]bool{}
	for _, b := range listed {
		has[b.ID] = true
	}
	for _, p := range panes {
		if p.kind == "" {
			continue
		}
		err := x.lib.Each(ctx, p.kind, func(b briefings.Summary, r briefings.Record) error {
			has[b.ID] = has[b.ID] || slices.Contains(r.Common().Tags, x.tag)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return !has[id] })
	if len(ids) == 0 {
		return nil, notFound("nothing has the tag %q; \"dossier edit BRIEFING tags=%[1]s\" gives it to a briefing", x.tag)
	}
	return ids, nil
}
