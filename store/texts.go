package store

import (
	"context"
	"errors"

	"dossier/briefings"
)

// textsAtOnce is how many bytes of text are read in a transaction, about: who
// waits for the library has its turn then.
const textsAtOnce = 1 << 20

// Texts hands over the current texts of briefings block by block, without what
// else a revision has: for who looks through all of them. One that was removed
// meanwhile is passed over. do runs outside of any transaction.
func (l *Library) Texts(ctx context.Context, ids []string, do func(id string, blocks []briefings.Block) error) error {
	for len(ids) > 0 {
		var texts [][]briefings.Block
		err := l.view(ctx, func(s *snapshot) error {
			texts = texts[:0]
			for read := 0; len(texts) < len(ids) && read < textsAtOnce; {
				blocks, size, err := s.text(ids[len(texts)])
				if err != nil {
					return err
				}
				texts = append(texts, blocks)
				read += size + 1
			}
			return nil
		})
		if err != nil {
			return err
		}
		for i, blocks := range texts {
			if err := do(ids[i], blocks); err != nil {
				return err
			}
		}
		ids = ids[len(texts):]
	}
	return nil
}

// text reads the blocks of a briefing's current text, and says how long they are.
func (s *snapshot) text(id string) (blocks []briefings.Block, size int, err error) {
	h, err := s.head(id, 0)
	var none *NotFoundError
	if errors.As(err, &none) {
		return nil, 0, nil
	}
	if err == nil {
		blocks, err = s.blocks(id, h)
	}
	if err != nil {
		return nil, 0, err
	}
	for i := range blocks {
		size += len(blocks[i].Text)
	}
	return blocks, size, nil
}

// Sections returns the sections of a briefing's current text.
func (l *Library) Sections(ctx context.Context, id string) (sections []briefings.Section, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		o, _, err := fetch[outline](s, outlineKey(id))
		sections = o.sections()
		return err
	})
	return sections, err
}
