package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"dossier/briefings"
	"dossier/briefings/markdown"
	"dossier/briefings/revise"
)

// write exports one briefing into its file and says where that is.
func (x *exporter) write(ctx context.Context, id string) (written, error) {
	b, rev, err := x.load(ctx, id)
	if err != nil {
		return written{}, err
	}
	fresh, err := x.bytes(b, rev)
	if err != nil {
		return written{}, err
	}
	path, err := x.target(b)
	if err != nil {
		return written{}, err
	}
	before, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return written{}, fmt.Errorf("%s could not be read: %w", path, plainCause(err))
	}
	after, edited, err := x.merged(path, b, rev, before, fresh)
	if err != nil {
		return written{}, err
	}
	same := bytes.Equal(before, after) && before != nil
	what := "is up to date"
	var forced []byte
	if len(edited) > 0 {
		what = "is not changed" // but for what was edited by hand it would be
		forced, _ = markdown.Merge(before, fresh, true)
	}
	if x.dryRun {
		x.out.Write([]byte(udiff.Unified(path, path, string(before), string(after))))
		if len(edited) > 0 {
			x.out.Write([]byte(udiff.Unified(path, path+" (with --force)", string(after), string(forced))))
		}
		if !same {
			what = "would be written"
		}
		return x.told(path, b, edited, what), nil
	}
	if b.TLP == briefings.TLPRed {
		if err := x.confirm(x.yes, fmt.Sprintf("%s is marked TLP:RED and would be written to %s.", b.Slug, path)); err != nil {
			return written{}, err
		}
	}
	if len(edited) > 0 {
		if err := writeBeside(path, b.ID, forced); err != nil {
			return written{}, err
		}
	}
	if same {
		return x.told(path, b, edited, what), nil
	}
	if err := replaceFile(path, after); errors.Is(err, fs.ErrNotExist) {
		return written{}, fmt.Errorf("%s could not be written: the folder %s is not there; make it first", path, filepath.Dir(path))
	} else if err != nil {
		return written{}, fmt.Errorf("%s could not be written: %w", path, plainCause(err))
	}
	x.log(ctx, b, path)
	return x.told(path, b, edited, "written"), nil
}

// log notes in the history what has been written, also for who stops what comes after.
func (x *exporter) log(ctx context.Context, b *briefings.Briefing, path string) {
	if err := x.lib.LogExport(context.WithoutCancel(ctx), b.ID, x.exportNote(b, path)); err != nil {
		x.warn("the history of %s does not say that it was exported: %v", b.Slug, err)
	}
}

// besideName is the file beside an export that holds it as --force would leave it. It
// has an ending of its own, so that it is not taken for the export.
func besideName(path string) string { return path + ".new" }

// writeBeside writes what an export would say where it was edited by hand, for the
// analyst to take from.
func writeBeside(path, id string, forced []byte) error {
	name := besideName(path)
	if err := withinFolder(name); err != nil {
		return err
	}
	before, err := os.ReadFile(name)
	switch {
	case err == nil && !exportOf(before, id, false):
		return fmt.Errorf("%s was edited by hand and what it would say could not be written beside it: %s is there already and no export of this briefing", path, name)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s could not be read: %w", name, plainCause(err))
	case err == nil && bytes.Equal(before, forced):
		return nil
	}
	if err := replaceFile(name, forced); err != nil {
		return fmt.Errorf("%s could not be written: %w", name, plainCause(err))
	}
	return nil
}

// exportNote says what was exported, under which handling mark, and where to.
func (x *exporter) exportNote(b *briefings.Briefing, path string) string {
	what := x.format
	switch {
	case x.full():
		what = "briefing Markdown"
	case x.format == "markdown":
		what = strings.TrimSpace("notes " + strings.Join(x.only, ", "))
	}
	return fmt.Sprintf("revision %d as %s, %s, to %s", b.Revision, what, orElse(string(b.TLP), "unmarked"), filepath.Base(path))
}

func (x *exporter) told(path string, b *briefings.Briefing, edited []string, what string) written {
	holds := "the whole briefing, " + count(len(b.Records()), "record")
	if !x.full() {
		_, tally := markdown.Select(b, x.options)
		holds = counts(tally, x.format)
	}
	text := fmt.Sprintf("%s %s: %s", path, what, holds)
	if len(edited) > 0 {
		text += fmt.Sprintf("; edited by hand and left as it is: %s (--force overwrites it", strings.Join(edited, ", "))
		if !x.dryRun {
			text += "; what it would say is in " + besideName(path)
		}
		text += ")"
	}
	return written{path, edited, text, len(edited) > 0}
}

// merged puts a fresh export into the file that stands there.
func (x *exporter) merged(path string, b *briefings.Briefing, rev *briefings.Revision, before, fresh []byte) (after []byte, edited []string, err error) {
	switch {
	case len(before) == 0, bytes.Equal(before, fresh):
		return fresh, nil, nil
	case x.force && (x.full() || x.format != "markdown"), x.full() && exportOf(before, b.ID, true) && (!markdown.EditedByHand(before) || x.takenIn(b, rev, before)):
		return fresh, nil, nil
	case x.full() && exportOf(before, b.ID, true):
		return nil, nil, fmt.Errorf("%s was edited by hand; take the edits in with \"dossier import\" first, or --force to replace them", path)
	case x.full() || x.format != "markdown":
		return nil, nil, fmt.Errorf("%s is there already and differs; --force replaces it", path)
	case !exportOf(before, b.ID, false) && !x.force:
		return nil, nil, fmt.Errorf("%s is no export of this briefing; choose another name, or --force to add to it", path)
	}
	after, conflicts := markdown.Merge(before, fresh, x.force)
	for _, c := range conflicts {
		edited = append(edited, c.Region)
	}
	return after, edited, nil
}

// takenIn says whether the library has all that a file of the whole briefing says, so
// that nothing a person wrote into it is lost with it.
func (x *exporter) takenIn(b *briefings.Briefing, rev *briefings.Revision, file []byte) bool {
	read, _, err := markdown.Parse(file)
	if err != nil || read.Revision.TextHash != rev.TextHash {
		return false
	}
	if meta, refused := metaEdited(&b.Meta, &b.Meta, &read.Briefing.Meta, "", briefings.Time{}); meta != nil || len(refused) > 0 {
		return false
	}
	ids := map[string]string{}
	for id, slug := range x.slugs() {
		ids[slug] = id
	}
	evidenceByID(&read.Briefing, func(name string) (string, error) { return ids[name], nil })
	return !slices.ContainsFunc(read.Briefing.Records(), func(r briefings.Record) bool {
		stands := b.Record(r.Common().Handle)
		if stands == nil {
			return true
		}
		edited, refused := revise.ByHand(stands, stands, r, "", briefings.Time{})
		return edited != nil || len(refused) > 0
	})
}

// exportOf says whether a file is an export of a briefing, of the whole of it or
// of its notes.
func exportOf(file []byte, id string, whole bool) bool {
	from, all := markdown.ExportedFrom(file)
	return from == id && all == whole
}

var extensions = map[string]string{"json": ".json", "csl-json": ".csl.json", "bibtex": ".bib"}

// target returns the file to write: the one named, or in a folder the one that
// this briefing was exported to before, else its stable name.
func (x *exporter) target(b *briefings.Briefing) (string, error) {
	info, err := os.Stat(x.output)
	switch folder := err == nil && info.IsDir(); {
	case x.several && err == nil && !folder:
		return "", fmt.Errorf("%s is a file, and several briefings need a folder; name one with -o, which need not be there yet", x.output)
	case !x.several && !folder && !strings.HasSuffix(x.output, string(filepath.Separator)):
		return x.output, withinFolder(x.output)
	}
	if !x.dryRun {
		if err := os.MkdirAll(x.output, 0o700); err != nil {
			return "", fmt.Errorf("the folder %s could not be made: %w", x.output, plainCause(err))
		}
	}
	name := markdown.NotesName(b.Meta)
	if extension, ok := extensions[x.format]; ok {
		name = strings.TrimSuffix(name, ".md") + extension
	} else if x.full() {
		name = wholeName(name)
	}
	if x.format == "markdown" {
		x.there = x.there.of(x.output)
		name = x.there.name(exported{b.ID, x.full()}, name)
	}
	path := filepath.Join(x.output, name)
	return path, withinFolder(path)
}

// wholeName is what the file of a whole briefing is called beside that of its notes.
func wholeName(notes string) string { return strings.TrimSuffix(notes, ".md") + ".briefing.md" }

// withinFolder refuses a link that leads out of the folder that it lies in.
func withinFolder(path string) error {
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return nil
	}
	there, err := filepath.Abs(path) // for a link may name its file so
	if err != nil {
		return fmt.Errorf("%s could not be followed: %w", path, err)
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(there))
	if err != nil {
		return fmt.Errorf("%s could not be followed: %w", path, plainCause(err))
	}
	target, err := filepath.EvalSymlinks(there)
	if err != nil || filepath.Dir(target) != folder {
		return fmt.Errorf("%s is a link out of its folder; name the file itself", path)
	}
	return nil
}
