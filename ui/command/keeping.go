package command

import (
	"context"
	"fmt"

	"dossier/store"
	"dossier/ui/reader"
)

// keeping is what the reader can do with the library as a whole, as backup, check
// and remove do it.
func (s *session) keeping(lib *store.Library) reader.Keeping {
	return reader.Keeping{
		Backup: func(ctx context.Context, path string, progress reader.Progress) (string, error) {
			ctx = store.WithProgress(ctx, func(done, total int64) { progress(int(done>>20), int(total>>20)) })
			if err := lib.Backup(ctx, path); err != nil {
				return "", err
			}
			return "the library is copied into " + path, nil
		},
		Check: func(ctx context.Context) (string, error) {
			problems, err := lib.Check(ctx)
			if err != nil {
				return "", err
			}
			if len(problems) > 0 {
				return "", fmt.Errorf("%s found; \"dossier check\" names them", count(len(problems), "problem"))
			}
			n, err := lib.Count(ctx)
			return whole(lib, n), err
		},
		Removal: func(ctx context.Context, id string) (string, error) { return removal(ctx, lib, id) },
		Remove: func(ctx context.Context, id string) (string, error) {
			meta, err := lib.Meta(ctx, id)
			if err != nil {
				return "", err
			}
			return "deleted: " + meta.Title, purge(ctx, lib, id)
		},
	}
}

// removal says what would go with a briefing.
func removal(ctx context.Context, lib *store.Library, id string) (string, error) {
	b, err := lib.Briefing(ctx, id)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("“%s” and its %s; this cannot be undone", b.Title, count(len(b.Annotations), "note")), nil
}

// purge deletes a briefing for good; the sample does not come back in its place.
func purge(ctx context.Context, lib *store.Library, id string) error {
	if err := settleSample(ctx, lib); err != nil {
		return err
	}
	return lib.Purge(ctx, id)
}
