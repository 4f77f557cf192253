package store

import (
	"context"

	"dossier/briefings"
	"dossier/store/engine"
)

// What stands in this file is no part of the history: where one reads, what one
// is about to write, how one likes the screen.

// Reading returns where one left off; the zero value if one never began.
func (l *Library) Reading(ctx context.Context, id string) (r briefings.Reading, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		r, _, err = fetch[briefings.Reading](s, readingKey(id))
		return err
	})
	return r, err
}

// SetReading notes where one is.
func (l *Library) SetReading(ctx context.Context, id string, r briefings.Reading) error {
	return l.update(ctx, func(c *change) error {
		m, err := c.meta(id)
		if err != nil {
			return err
		}
		o, _, err := fetch[outline](&c.snapshot, outlineKey(id))
		if err != nil {
			return err
		}
		if err := c.put(readingKey(id), &r); err != nil {
			return err
		}
		old, err := c.row(&m)
		if err != nil {
			return err
		}
		fresh := old
		fresh.read(&r, o.sections())
		if fresh.ReadSections == old.ReadSections && fresh.ReadRevision == old.ReadRevision {
			return nil // a list shows the same: nobody needs to be told
		}
		return c.setRow(&old, &fresh)
	})
}

// Drafts returns the texts that were being written.
func (l *Library) Drafts(ctx context.Context) (out []briefings.Draft, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		out = []briefings.Draft{}
		return scan(s, engine.Range{Prefix: draftPrefix}, func(_ string, d briefings.Draft) (bool, error) {
			out = append(out, d)
			return true, nil
		})
	})
	return out, err
}

// SetDraft keeps a text that is being written. There is one for each briefing,
// purpose, record and passage, which its words tell.
func (l *Library) SetDraft(ctx context.Context, d briefings.Draft) error {
	return l.update(ctx, func(c *change) error {
		if err := c.dropPlain(d); err != nil {
			return err
		}
		return c.put(draftKey(d), &d)
	})
}

// DropDraft forgets a draft.
func (l *Library) DropDraft(ctx context.Context, d briefings.Draft) error {
	return l.update(ctx, func(c *change) error {
		if err := c.dropPlain(d); err != nil {
			return err
		}
		return c.delete(draftKey(d))
	})
}

// dropPlain forgets a draft on a passage as it was kept before passages were told apart.
func (c *change) dropPlain(d briefings.Draft) error {
	if d.Anchor == nil {
		return nil
	}
	old, found, err := fetch[briefings.Draft](&c.snapshot, plainDraftKey(d))
	if err != nil || !found || old.Anchor == nil || old.Anchor.Exact != d.Anchor.Exact {
		return err
	}
	return c.delete(plainDraftKey(d))
}

// Setting returns what was last set under a name, "" if nothing was.
func (l *Library) Setting(ctx context.Context, name string) (value string, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		value, _, err = fetch[string](s, settingKey(name))
		return err
	})
	return value, err
}

// SetSetting keeps a value under a name.
func (l *Library) SetSetting(ctx context.Context, name, value string) error {
	return l.update(ctx, func(c *change) error { return c.put(settingKey(name), value) })
}
