package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/intake"
	"dossier/briefings/revise"
	"dossier/store"
	"dossier/ui/reader"
)

// startReader shows the reader, with what it cannot do itself.
func (s *session) startReader(ctx context.Context, lib *store.Library, cfg reader.Config) error {
	cfg.Library = shelf{lib, s}
	cfg.Search = everywhere(lib)
	cfg.Browse = browse
	cfg.Author = s.analyst()
	cfg.Theme, cfg.ASCII, cfg.Keys, cfg.Mouse = s.settings.Theme, s.settings.ASCII, s.settings.bindings(), s.settings.Mouse
	cfg.Editor = strings.Fields(cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR")))
	cfg.NoColor = !s.out.colour
	cfg.Now = s.now
	cfg.Import = s.importer(lib)
	cfg.Export = func(ctx context.Context, id, path string) (string, error) {
		x := &exporter{session: s, lib: lib, exporting: &exporting{output: cmp.Or(path, "."+string(filepath.Separator)), format: "markdown"}}
		say, err := x.write(ctx, id)
		return say.short(), err
	}
	cfg.ExportAll = func(ctx context.Context, folder string, p reader.Progress) (string, error) {
		return s.everything(ctx, lib, folder, p)
	}
	cfg.Revert = func(ctx context.Context, id string, revision int) (string, error) {
		in := &intakeRun{session: s, lib: lib}
		o, err := in.revert(ctx, id, revision)
		return o.said(), err
	}
	cfg.Keeping = s.keeping(lib)
	cfg.Say = func(text string) { fmt.Fprintln(s.stderr, "dossier:", text) }
	notices := make(chan string, mostNotices)
	cfg.Notices = notices
	s.notices.Store(&notices)
	err := s.settings.placed(reader.Run(ctx, cfg))
	s.notices.Store(nil)
	for len(notices) > 0 {
		s.warn("%s", <-notices) // it came too late to be shown
	}
	return err
}

// mostNotices is how many warnings wait for the reader to show them.
const mostNotices = 16

// importer takes files and folders in for the reader, as import does.
func (s *session) importer(lib *store.Library) func(context.Context, string, reader.Progress) (string, string, error) {
	return func(ctx context.Context, path string, progress reader.Progress) (id, say string, err error) {
		path = reader.FromHome(path)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return "", "", fmt.Errorf("%s: there is no such file or folder", path)
		}
		names, err := expand([]string{path})
		if err != nil {
			return "", "", err
		}
		in := &intakeRun{session: s, lib: lib, told: &told{max: intake.DefaultMax}, tell: progress, keepAll: len(names) == 1}
		ctx = store.WithProgress(ctx, func(done, total int64) { progress(int(done>>20), int(total>>20)) })
		if err := in.all(ctx, names); err != nil {
			return "", "", err
		}
		if len(names) > 1 {
			return "", strings.Join(append([]string{in.sum()}, in.problems()...), "; "), nil
		}
		o := in.outcomes[0]
		if o.Outcome == "failed" {
			return "", "", errors.New(o.Problem)
		}
		return o.ID, o.said(), nil
	}
}

// problems says of each document that was not taken in why.
func (in *intakeRun) problems() (out []string) {
	for _, o := range in.outcomes {
		if o.Outcome == "failed" {
			out = append(out, o.Problem)
		}
	}
	return out
}

// said is what the reader says of a document that it took in.
func (o *outcome) said() string {
	switch {
	case o.older > 0:
		return fmt.Sprintf("this is revision %d of “%s”, of which %d is the current one; :revert %[1]d brings it back", o.older, o.Title, o.Revision)
	case o.Outcome == "unchanged":
		return fmt.Sprintf("“%s” is in the library already, unchanged", o.Title)
	case o.Report != nil:
		return revised(o.Report, o.Revision)
	}
	dated := ""
	switch o.dated {
	case "":
	case briefings.Undated:
		dated = "no date in the text: e sets it · "
	default:
		dated = "no date in the text, " + o.dated + ": e sets it · "
	}
	return dated + strings.Join(append([]string{"found " + o.Found.String() + " · 8 reviews them"}, o.Odd...), "; odd: ")
}

// revised says what a new text changed, and behind it the keys that go there.
func revised(r *revise.Report, revision int) string {
	var sections []string
	for _, c := range []struct {
		n    int
		what string
	}{{len(r.SectionsChanged), "changed"}, {len(r.SectionsAdded), "new"}, {len(r.SectionsRemoved), "gone"}} {
		if c.n > 0 {
			sections = append(sections, fmt.Sprintf("%d %s", c.n, c.what))
		}
	}
	say := fmt.Sprintf("revision %d: R shows what changed: sections %s", revision, cmp.Or(strings.Join(sections, ", "), "as they were"))
	if lost := r.Anchors.Orphaned + r.Anchors.Ambiguous + r.Anchors.Drifted; lost > 0 {
		say += "; w goes to " + count(lost, "passage") + " lost or to confirm"
	}
	if len(r.Conflicts) > 0 {
		say += fmt.Sprintf("; %d with a value that waits", len(r.Conflicts))
	}
	if r.Later != "" {
		say += fmt.Sprintf("; e sets the date, still %s where the text says %s", r.Given, edtf.Shown(r.Later, ""))
	}
	return say
}

// everything exports the notes of all briefings into a folder, and says how that went.
func (s *session) everything(ctx context.Context, lib *store.Library, folder string, progress reader.Progress) (string, error) {
	x := &exporter{session: s, lib: lib, several: true, exporting: &exporting{output: folder + string(filepath.Separator), format: "markdown"}}
	ids, err := chosen(ctx, x.lib, nil)
	if err != nil {
		return "", err
	}
	kept := 0
	for i, id := range ids {
		progress(i, len(ids))
		say, err := x.write(ctx, id)
		if err != nil {
			return "", err
		}
		if say.blocked {
			kept++
		}
	}
	text := "exported the notes of " + count(len(ids), "briefing") + " to " + absolute(folder)
	if left, err := x.left(ctx); err != nil {
		return "", err
	} else if left != "" {
		text += "; " + left
	}
	if kept > 0 {
		text += fmt.Sprintf("; %d were edited by hand and left as they were", kept)
	}
	return text, nil
}
