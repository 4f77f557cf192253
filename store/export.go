package store

import (
	"context"

	"dossier/briefings"
)

// LogExport enters into a briefing's history that it was written out: note says
// as what, of which revision and under which handling mark. The briefing itself
// does not change by it, so that the same library goes on to give the same
// bytes.
func (l *Library) LogExport(ctx context.Context, id, note string) error {
	return l.update(ctx, func(c *change) error {
		m, err := c.meta(id)
		if err != nil {
			return err
		}
		now, err := c.moment(l.now(), &m)
		if err != nil {
			return err
		}
		return c.addStep(id, &step{At: now, By: l.author, Op: briefings.OpExport, Note: note})
	})
}
