package command

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/markdown"
	"dossier/store"
)

// exporter writes briefings out.
type exporter struct {
	*session
	*exporting
	lib     *store.Library
	options markdown.NotesOptions
	several bool     // more than one briefing may be written: into a folder, whatever it is called
	there   *exports // in the folder that is written to; nil until one is
}

// all exports several briefings: into files, or one after the other onto
// standard output.
func (x *exporter) all(ctx context.Context, ids []string) error {
	if x.output == "-" || x.output == "" {
		return x.print(ctx, ids)
	}
	x.several = x.exporting.all || len(ids) > 1
	blocked := 0
	for _, id := range ids {
		say, err := x.write(ctx, id)
		if err != nil {
			return err
		}
		if say.blocked {
			blocked++
		}
		x.warn("%s", say.text)
	}
	if x.exporting.all {
		left, err := x.left(ctx)
		if err != nil {
			return err
		}
		if left != "" {
			x.warn("%s", left)
		}
	}
	if blocked > 0 {
		return &failure{status: failed}
	}
	return nil
}

// written says what became of an export.
type written struct {
	path    string
	edited  []string // parts that were edited by hand and are left
	text    string
	blocked bool // something was edited by hand and is left as it was
}

// short says where an export is, and what asks for something.
func (w written) short() string {
	if len(w.edited) == 0 {
		return "exported to " + absolute(w.path)
	}
	return "exported to " + absolute(w.path) + "; edited by hand and left as it is: " + strings.Join(w.edited, ", ") + "; what it would say is in " + besideName(filepath.Base(w.path))
}

// absolute is a path by which a person finds a file wherever the program was started.
func absolute(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		return whole
	}
	return path
}

// load reads what an export needs of a briefing.
func (x *exporter) load(ctx context.Context, id string) (*briefings.Briefing, *briefings.Revision, error) {
	b, err := x.lib.Briefing(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	rev, err := x.lib.Revision(ctx, id, 0)
	if err != nil {
		return nil, nil, err
	}
	if !x.exporting.all && x.section != "" && !markdown.HasSection(b, x.section) {
		return nil, nil, notFound("no section of %s is called %q; \"dossier show %[1]s --pane outline\" lists them", b.Slug, x.section)
	}
	x.options.Tag = x.tag
	if slices.Contains(b.Tags, x.tag) {
		x.options.Tag = "" // the whole of it has the tag
	}
	x.options.Elsewhere, err = x.elsewhere(ctx, b)
	return b, rev, err
}

// elsewhere tells of the briefings that evidence points to, and of their records.
func (x *exporter) elsewhere(ctx context.Context, b *briefings.Briefing) (map[string]markdown.Elsewhere, error) {
	others := map[string]markdown.Elsewhere{}
	for i := range b.Questions {
		for _, e := range b.Questions[i].Evidence {
			if e.Briefing == "" {
				continue
			}
			other, known := others[e.Briefing]
			if !known {
				meta, err := x.lib.Meta(ctx, e.Briefing)
				if err != nil {
					continue // the briefing was removed: its id is named instead
				}
				other = markdown.Elsewhere{Meta: meta, Lines: map[briefings.Handle]string{}}
				others[e.Briefing] = other
			}
			if line := x.line(ctx, e.Briefing, e.Record); line != "" {
				other.Lines[e.Record] = line
			}
		}
	}
	return others, ctx.Err()
}

// line is what a record of another briefing says, or the title of a section; "" if
// there is none.
func (x *exporter) line(ctx context.Context, id string, h briefings.Handle) string {
	if h.Kind() == briefings.KindSection {
		sections, _ := x.lib.Sections(ctx, id)
		at := slices.IndexFunc(sections, func(s briefings.Section) bool { return s.Handle == h })
		if at < 0 {
			return ""
		}
		return sections[at].Title
	}
	found, err := x.lib.Records(ctx, []briefings.Named{{Briefing: id, Handle: h}})
	if err != nil || found[0] == nil {
		return ""
	}
	return found[0].Line()
}

// slugs are the names of the other briefings in a file of the whole briefing.
func (x *exporter) slugs() map[string]string {
	slugs := map[string]string{}
	for id, other := range x.options.Elsewhere {
		slugs[id] = other.Slug
	}
	return slugs
}

// bytes returns a briefing in the format that was asked for.
func (x *exporter) bytes(b *briefings.Briefing, rev *briefings.Revision) ([]byte, error) {
	switch x.format {
	case "json":
		selected, _ := markdown.Select(b, x.options)
		var out bytes.Buffer
		err := printJSON(&out, &inspection{jsonVersion, *selected, rev.Text()})
		return out.Bytes(), err
	case "csl-json":
		return markdown.CSL(b, x.options)
	case "bibtex":
		return markdown.BibTeX(b, x.options), nil
	}
	if x.full() {
		return markdown.Print(b, rev, markdown.PrintOptions{Slugs: x.slugs()}), nil
	}
	return markdown.Notes(b, rev, x.options), nil
}

// print writes onto standard output; a terminal gets clean lines.
func (x *exporter) print(ctx context.Context, ids []string) error {
	switch {
	case len(ids) < 2:
	case x.full() || x.format != "markdown" && x.format != "bibtex":
		return fmt.Errorf("several briefings do not fit into one file of that sort; name a folder with -o")
	case x.format == "markdown":
		page, err := x.page(ctx, ids)
		if err == nil {
			x.put(page)
		}
		return err
	}
	for i, id := range ids {
		b, rev, err := x.load(ctx, id)
		if err != nil {
			return err
		}
		data, err := x.bytes(b, rev)
		if err != nil {
			return err
		}
		if i > 0 {
			x.out.line()
		}
		x.put(data)
	}
	return nil
}

// put writes an export onto standard output.
func (x *exporter) put(data []byte) {
	if !x.out.terminal {
		x.out.Write(data)
		return
	}
	for _, line := range clean.Lines(string(bytes.TrimSuffix(data, []byte("\n")))) {
		x.out.line(plain(line.String()))
	}
}
