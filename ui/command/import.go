package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/briefings/revise"
)

func (s *session) importCommand() *cobra.Command {
	var t told
	var asNew, dryRun, mirror, yes, asJSON bool
	var as string
	c := &cobra.Command{
		Use:   "import SOURCE...",
		Short: "Take documents into the library",
		Long: `Import takes in files, whole folders (.txt, .md and .html in them), or standard
input as "-", and prints what it found. The source files are never changed.

A document whose bytes the library has is left alone. A changed text of a known
briefing (the same id in its front matter, the same URL, or the same file name and
most of the same sentences; or --as says so) becomes its next revision: notes keep
their passages. A briefing that a colleague exported with --profile full is merged
with yours by record and field: what both of you changed stays as you have it, with
the other value beside it.

What you changed by hand in your own such file is taken over. A line that you deleted
takes nothing away: import says which ones it misses, and with --mirror takes them out
as "dossier edit RECORD reject" does.`,
		Example: "  pdftotext report.pdf - | dossier import - --title 'Annual report' --date 2025-11",
		Args:    words(1, -1, "a file, a folder, or - for standard input"),
		RunE: func(c *cobra.Command, args []string) error {
			lib, err := s.opened()
			if err != nil {
				return err
			}
			names, err := expand(args)
			if err != nil {
				return err
			}
			if len(names) > 1 && t.title+t.date+t.source != "" {
				return usage(c, "--title, --date and --source are for one document, not for %d", len(names))
			}
			switch {
			case as != "" && asNew:
				return usage(c, "--as and --new do not go together")
			case as != "" && len(names) > 1:
				return usage(c, "--as is for one document, not for %d", len(names))
			}
			in := &intakeRun{session: s, lib: lib, told: &t, asNew: asNew, dryRun: dryRun, mirror: mirror, yes: yes, keepAll: asJSON || len(names) <= listedMost}
			if as != "" {
				if in.as, err = find(c.Context(), lib, as); err != nil {
					return err
				}
			}
			if err := in.all(c.Context(), names); err != nil {
				return err
			}
			return in.report(asJSON)
		},
	}
	t.flags(c)
	c.Flags().StringVar(&as, "as", "", "the next revision of this `briefing`, whatever it looks like")
	c.Flags().BoolVar(&asNew, "new", false, "a new briefing, even if it looks like a changed text of a known one")
	c.Flags().BoolVar(&mirror, "mirror", false, "take out what a file of --profile full does not have any more")
	c.Flags().BoolVar(&yes, "yes", false, "do not ask before --mirror takes something out")
	c.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would happen")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// outcome is what became of one document.
type outcome struct {
	Name     string   `json:"name"`
	Outcome  string   `json:"outcome"` // new, revised, reextracted, unchanged or failed
	ID       string   `json:"id"`      // "" in a dry run of a new one
	Slug     string   `json:"slug"`
	Title    string   `json:"title"`
	Revision int      `json:"revision"`
	Found    tally    `json:"found"`
	Offered  int      `json:"offered"` // passages offered as evidence for open questions of others
	Changes  []string `json:"changes"` // of a revision: what it did, a line each
	Odd      []string `json:"odd"`
	Problem  string   `json:"problem,omitempty"`

	Report *revise.Report `json:"-"` // of a revision; nil otherwise
	older  int            // of an unchanged one: which earlier revision it is, 0 for the current one
	dated  string         // where the text does not say of which day it is: what is taken for it
}

// tally counts what was found in a document.
type tally struct {
	Sections   int `json:"sections"`
	Events     int `json:"events"`
	Actors     int `json:"actors"`
	Limits     int `json:"limits"`
	Questions  int `json:"questions"`
	References int `json:"references"`
}

// tallyOf counts what the panes show.
func tallyOf(b *briefings.Briefing) tally {
	live := map[briefings.Kind]int{}
	for r := range b.All() {
		if r.Common().Live() {
			live[r.Kind()]++
		}
	}
	return tally{len(b.Sections), live[briefings.KindEvent], live[briefings.KindActor], live[briefings.KindLimit], live[briefings.KindQuestion], live[briefings.KindReference]}
}

func (t tally) String() string {
	return strings.Join([]string{count(t.Sections, "section"), count(t.Events, "event"), count(t.Actors, "actor"),
		count(t.Limits, "limit"), count(t.Questions, "question"), count(t.References, "reference")}, ", ")
}

func (in *intakeRun) report(asJSON bool) error {
	if asJSON {
		err := printJSON(in.out, &struct {
			Version   int       `json:"version"`
			Documents []outcome `json:"documents"`
		}{jsonVersion, in.outcomes})
		if err != nil {
			return err
		}
	}
	for i := range in.outcomes {
		o := &in.outcomes[i]
		switch {
		case o.Outcome == "failed":
			in.warn("%s", o.Problem)
		case !asJSON:
			in.printOutcome(o)
		}
	}
	if !asJSON {
		in.printTotals()
	}
	if in.totals["failed"] > 0 {
		return &failure{status: failed}
	}
	return nil
}

func (in *intakeRun) printOutcome(o *outcome) {
	what := o.Outcome
	if in.dryRun {
		what = "would be " + what
	}
	if o.Report != nil { // of a new text; a file of the same text leaves the revision as it is
		what += fmt.Sprintf(" (revision %d)", o.Revision)
	}
	in.out.line(bold(orElse(o.Title, "(no title)")))
	in.out.line(plain("  "+what), span{label("  ", o.Slug), accent})
	if o.older > 0 {
		in.out.line(plain("  " + o.outdated()))
	}
	if o.Outcome != "unchanged" {
		in.out.line(dim("  found: " + o.Found.String()))
	}
	if o.dated != "" && o.Outcome == "new" {
		in.out.line(span{"  " + o.dated + ": ", warm}, plain(fmt.Sprintf("the text does not say of which day it is; \"dossier edit %s date=2025-12-05\" sets it", orElse(o.Slug, "BRIEFING"))))
	}
	if o.Offered > 0 {
		in.out.line(span{"  evidence: ", warm}, plain(count(o.Offered, "passage")+" for open questions; \"dossier agenda\" shows them"))
	}
	for _, change := range o.Changes {
		in.out.line(plain("  " + change))
	}
	for _, odd := range o.Odd {
		in.out.line(span{"  odd: ", warm}, plain(odd))
	}
}

// outdated says that a text is an earlier one of its briefing.
func (o *outcome) outdated() string {
	return fmt.Sprintf("this is revision %d; revision %d is the current one; \"dossier revert %s --revision %[1]d\" makes this one current again", o.older, o.Revision, o.Slug)
}

func (in *intakeRun) printTotals() {
	if what, how, several := strings.Cut(in.sum(), ": "); several {
		in.out.line(bold(what+": "), plain(how))
	}
}

// sum says in a line what became of several documents; of one, nothing.
func (in *intakeRun) sum() string {
	all := 0
	parts := []string{}
	for _, what := range []string{"new", "revised", "reextracted", "unchanged", "failed"} {
		if n := in.totals[what]; n > 0 {
			all += n
			parts = append(parts, fmt.Sprintf("%d %s", n, what))
		}
	}
	if all < 2 {
		return ""
	}
	return count(all, "document") + ": " + strings.Join(parts, ", ")
}
