package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/markdown"
	"dossier/briefings/sample"
	"dossier/store"
)

// opened returns the library of this session. It is opened at the first call;
// no file is held open.
func (s *session) opened() (*store.Library, error) {
	if s.lib != nil {
		return s.lib, nil
	}
	path := s.library
	if path == "" {
		var err error
		if path, err = store.DefaultPath(); err != nil {
			return nil, fmt.Errorf("there is no place for the library: %w; name one with --library or DOSSIER_LIBRARY", err)
		}
	}
	lib, err := store.Open(path, store.Options{Author: s.analyst(), Now: s.now, Logf: s.warn})
	if err != nil {
		return nil, err
	}
	s.lib, s.path = lib, path
	return lib, nil
}

// stocked returns the library after putting the built-in sample into a new one.
func (s *session) stocked(ctx context.Context) (*store.Library, error) {
	lib, err := s.opened()
	if err != nil {
		return nil, err
	}
	return lib, placeSample(ctx, lib)
}

// sampleSetting remembers that a library had its sample, or needs none, so that
// one that was removed never comes back.
const sampleSetting = "sample"

// placeSample puts the sample into a library that never held anything. Of one
// that began with an import it writes nothing: the first look at it would wait
// for the disk.
func placeSample(ctx context.Context, lib *store.Library) error {
	placed, err := lib.Setting(ctx, sampleSetting)
	if err != nil || placed != "" {
		return err
	}
	if n, err := lib.Count(ctx); err != nil || n > 0 {
		return err
	}
	b, rev := sample.Document()
	if _, err := lib.Import(ctx, b, rev); err != nil {
		return err
	}
	return settleSample(ctx, lib)
}

// settleSample says that an empty library is to stay so.
func settleSample(ctx context.Context, lib *store.Library) error {
	return lib.SetSetting(ctx, sampleSetting, "settled")
}

// find returns the id of the briefing that a word on the command line names: a
// slug, an id, the beginning of either; of one briefing only, its date, words within
// its slug ("drone-line" for 2025-12-08-turkish-drone-line), or the name of the file
// that it is exported to.
func find(ctx context.Context, lib *store.Library, ref string) (string, error) {
	id, err := lib.Find(ctx, ref)
	var none *store.NotFoundError
	_, noDate := edtf.Parse(ref)
	if noDate != nil && !errors.As(err, &none) {
		return id, err
	}
	all, listErr := lib.List(ctx, store.Query{})
	if listErr != nil {
		return "", listErr
	}
	if at := slices.IndexFunc(all, func(b briefings.Summary) bool { return b.Slug == ref }); at >= 0 {
		return all[at].ID, nil
	}
	// A date that was set later is not in the slug, and that of a slug may be corrected:
	// either counts.
	of := func(b briefings.Summary) bool {
		return strings.HasPrefix(b.Slug, ref) || strings.HasPrefix(b.Date, ref)
	}
	if noDate == nil && slices.ContainsFunc(all, of) {
		return oneOfThose(ref, all, of)
	}
	return oneOfThose(ref, all, func(b briefings.Summary) bool {
		return ref != "" && (strings.Contains("-"+b.Slug, "-"+strings.ToLower(ref)) || strings.HasPrefix(b.Date, ref) || exportedTo(&b, ref))
	})
}

// exportedTo says whether a file is called as the export of a briefing is.
func exportedTo(b *briefings.Summary, file string) bool {
	name := markdown.NotesName(briefings.Meta{ID: b.ID, Slug: b.Slug, Title: b.Title, Date: b.Date})
	return file == name || file == strings.TrimSuffix(name, ".md") || file == wholeName(name)
}

// shownFits is how many briefings are named of those that a word fits.
const shownFits = 5

// oneOfThose returns the one briefing of all that fits a word.
func oneOfThose(ref string, all []briefings.Summary, fits func(briefings.Summary) bool) (string, error) {
	var those []briefings.Summary
	for _, b := range all {
		if fits(b) {
			those = append(those, b)
		}
	}
	switch len(those) {
	case 0:
		return "", notFound("%w%s", &store.NotFoundError{Ref: ref}, suggestion(ref, all))
	case 1:
		return those[0].ID, nil
	}
	return "", &store.AmbiguousError{Ref: ref, Candidates: those[:min(len(those), shownFits)]}
}

// suggestion names the briefing that a mistyped word most likely meant.
func suggestion(ref string, all []briefings.Summary) string {
	if best := closest(ref, all); best != "" {
		return "; did you mean " + best + "?"
	}
	return ""
}

// named opens the library and returns the id of the briefing in it that a word names.
func (s *session) named(ctx context.Context, ref string) (lib *store.Library, id string, err error) {
	if lib, err = s.opened(); err != nil {
		return nil, "", err
	}
	id, err = find(ctx, lib, ref)
	return lib, id, err
}

// one returns the briefing that a word names.
func (s *session) one(ctx context.Context, ref string) (*store.Library, *briefings.Briefing, error) {
	lib, id, err := s.named(ctx, ref)
	if err != nil {
		return nil, nil, err
	}
	b, err := lib.Briefing(ctx, id)
	return lib, b, err
}

// warn says something on standard error, or, while the reader has the screen, in
// its status line.
func (s *session) warn(format string, args ...any) {
	text := cleanf(format, args...)
	if notices := s.notices.Load(); notices != nil {
		select {
		case *notices <- text:
			return
		default: // it has more to say than anybody reads
		}
	}
	fmt.Fprintln(s.stderr, "dossier:", text)
}
