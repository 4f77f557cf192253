package command

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/briefings/markdown"
	"dossier/store"
)

// exporting holds the flags of export.
type exporting struct {
	all, open, reviewed bool
	force, dryRun, yes  bool
	output, format      string
	profile, flavour    string
	only                []string
	since               string
	tag, section        string
}

func (s *session) exportCommand() *cobra.Command {
	var e exporting
	c := &cobra.Command{
		Use:   "export BRIEFING...|--all|--tag TAG",
		Short: "Write questions, answers and notes as Markdown",
		Long: `Export writes what was made of briefings: open and answered questions, notes by
section, limits, timeline, actors and references. The same library gives the same
bytes. In a folder each briefing has a file of its own, found again by the id in it;
several briefings always go into a folder, which is made if it is not there. On
standard output several briefings are one page: their questions with answers and
evidence, what was made of each, and the briefings as its sources.

--tag means what "dossier list --tag" lists, whole, and of other briefings the
records that have the tag.

In a file written before, only dossier's own regions change, and none that you
have edited: export says so, leaves it and writes what it would say into a file
beside it that ends in .new, unless you --force it.`,
		Example: "  dossier export 2025-12 -o notes.md\n  dossier export --tag uav > page.md\n  dossier export --all --open --only questions -o ~/vault --flavour obsidian\n  dossier export --all --profile full -o ~/archive/",
		Args:    words(0, -1, "briefings"),
		RunE: func(c *cobra.Command, args []string) error {
			e.all = e.all || e.tag != "" && len(args) == 0
			if err := e.check(c, args); err != nil {
				return err
			}
			options, err := e.options()
			if err != nil {
				return err
			}
			lib, err := s.stocked(c.Context())
			if err != nil {
				return err
			}
			ids, err := chosen(c.Context(), lib, args)
			if err != nil {
				return err
			}
			x := &exporter{session: s, lib: lib, exporting: &e, options: options}
			if ids, err = x.tagged(c.Context(), ids); err != nil {
				return err
			}
			return x.all(c.Context(), ids)
		},
	}
	e.flags(c)
	return c
}

func (e *exporting) flags(c *cobra.Command) {
	f := c.Flags()
	f.BoolVar(&e.all, "all", false, "every briefing of the library")
	f.StringVarP(&e.output, "output", "o", "-", "the `file` or folder to write to, with --all a folder; - is standard output")
	f.StringVar(&e.format, "format", "markdown", "markdown, json, csl-json or bibtex")
	f.StringVar(&e.profile, "profile", "notes", "of Markdown: notes, or full (the whole briefing, which imports back without loss)")
	f.StringVar(&e.flavour, "flavour", "portable", "of Markdown: portable or obsidian")
	f.StringSliceVar(&e.only, "only", nil, "only these: questions, notes, timeline, actors, limits, references")
	f.BoolVar(&e.open, "open", false, "of the questions, only open ones")
	f.BoolVar(&e.reviewed, "reviewed", false, "only what you made, took, corrected or let stand")
	f.StringVar(&e.since, "since", "", "only what was made or changed since this `day`")
	f.StringVar(&e.tag, "tag", "", "only what has this `tag`: briefings, and records of others")
	f.StringVar(&e.section, "section", "", "only what stands in this `section`: its title or handle")
	f.BoolVar(&e.force, "force", false, "overwrite what was edited by hand, and files that are no export")
	f.BoolVar(&e.dryRun, "dry-run", false, "show what would change, and write nothing")
	f.BoolVar(&e.yes, "yes", false, "do not ask before writing what is marked TLP:RED")
}

func (e *exporting) check(c *cobra.Command, args []string) error {
	if err := allOrNamed(c, e.all, args); err != nil {
		return err
	}
	switch {
	case !oneOf(e.format, "markdown", "json", "csl-json", "bibtex"):
		return usage(c, "--format is markdown, json, csl-json or bibtex, not %q", e.format)
	case !oneOf(e.profile, "notes", "full"):
		return usage(c, "--profile is notes or full, not %q", e.profile)
	case e.full() && (len(e.only) > 0 || e.open || e.reviewed || e.since+e.tag+e.section != "" || e.flavour == "obsidian"):
		return usage(c, "--profile full is the whole briefing; nothing of it can be chosen")
	case e.flavour == "obsidian" && e.format != "markdown":
		return usage(c, "--flavour is of Markdown, and %s has none", e.format)
	case oneOf(e.format, "csl-json", "bibtex") && len(e.only) > 0 && !oneOf("references", e.only...):
		return usage(c, "--format %s is of the references, which --only leaves out", e.format)
	case !oneOf(e.flavour, "portable", "obsidian"):
		return usage(c, "--flavour is portable or obsidian, not %q", e.flavour)
	}
	var known []string
	for _, p := range panes {
		if p.kind != "" {
			known = append(known, p.name)
		}
	}
	return checkWords(c, "only", e.only, known)
}

// full says whether whole briefings are asked for.
func (e *exporting) full() bool { return e.profile == "full" && e.format == "markdown" }

func (e *exporting) options() (markdown.NotesOptions, error) {
	o := markdown.NotesOptions{Flavour: markdown.Flavour(e.flavour), Open: e.open, Reviewed: e.reviewed, Tag: e.tag, Section: e.section}
	for _, name := range e.only {
		p, _ := paneNamed(name)
		o.Only = append(o.Only, p.kind)
	}
	if e.since != "" {
		since, err := time.Parse("2006-01-02", e.since)
		if err != nil {
			return o, &failure{misused, fmt.Errorf("--since is a day as in 2025-12-01, not %q", e.since)}
		}
		o.Since = since
	}
	return o, nil
}

// allOrNamed refuses a command that names no briefing without --all, or both.
func allOrNamed(c *cobra.Command, all bool, args []string) error {
	switch {
	case len(args) == 0 && !all:
		return usage(c, "name a briefing to %s, or give --all", c.Name())
	case len(args) > 0 && all:
		return usage(c, "--all and %q do not go together", args[0])
	}
	return nil
}

// chosen returns the ids of the briefings named, of all if none is.
func chosen(ctx context.Context, lib *store.Library, names []string) ([]string, error) {
	var ids []string
	for _, name := range names {
		id, err := find(ctx, lib, name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	if len(names) > 0 {
		return ids, nil
	}
	all, err := lib.List(ctx, store.Query{Sort: store.ByPublished})
	for _, b := range all {
		ids = append(ids, b.ID)
	}
	return ids, err
}

// counts says what an export holds and what it leaves out.
func counts(t markdown.Tally, format string) string {
	if format == "csl-json" || format == "bibtex" {
		return count(t.References, "reference")
	}
	parts := []string{count(t.Open+t.Proposed, "open question"), count(t.Answered, "closed question"), count(t.Notes, "note"),
		count(t.Limits, "limit"), count(t.Events, "event"), count(t.Actors, "actor"), count(t.References, "reference")}
	if t.Unplaced > 0 {
		parts = append(parts, fmt.Sprintf("%d of the notes unplaced", t.Unplaced))
	}
	if left := t.Filtered + t.Rejected + t.Retired; left > 0 {
		parts = append(parts, fmt.Sprintf("%d left out (rejected, no longer found, or filtered)", left))
	}
	return strings.Join(parts, ", ")
}
