package command

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
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
	path, err := filepath.Abs(w.path)
	if err != nil {
		path = w.path
	}
	if len(w.edited) == 0 {
		return "exported to " + path
	}
	return "exported to " + path + "; edited by hand and left as it is: " + strings.Join(w.edited, ", ")
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
	x.options.Slugs, err = x.slugs(ctx, b)
	return b, rev, err
}

// slugs names the briefings that evidence points to.
func (x *exporter) slugs(ctx context.Context, b *briefings.Briefing) (map[string]string, error) {
	slugs := map[string]string{}
	for i := range b.Questions {
		for _, e := range b.Questions[i].Evidence {
			if _, known := slugs[e.Briefing]; known || e.Briefing == "" {
				continue
			}
			meta, err := x.lib.Meta(ctx, e.Briefing)
			if err != nil {
				continue // the briefing was removed: its id is named instead
			}
			slugs[e.Briefing] = meta.Slug
		}
	}
	return slugs, ctx.Err()
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
		return markdown.Print(b, rev, markdown.PrintOptions{Slugs: x.options.Slugs}), nil
	}
	return markdown.Notes(b, rev, x.options), nil
}

// print writes onto standard output; a terminal gets clean lines.
func (x *exporter) print(ctx context.Context, ids []string) error {
	if len(ids) > 1 && (x.full() || x.format != "markdown" && x.format != "bibtex") {
		return fmt.Errorf("several briefings do not fit into one file of that sort; name a folder with -o")
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
		if !x.out.terminal {
			x.out.Write(data)
			continue
		}
		for _, line := range clean.Lines(string(bytes.TrimSuffix(data, []byte("\n")))) {
			x.out.line(plain(line.String()))
		}
	}
	return nil
}
