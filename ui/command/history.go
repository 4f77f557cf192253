package command

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

func (s *session) historyCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "history BRIEFING[#HANDLE]",
		Short: "Show who changed what, and when",
		Long: `History prints every change of a briefing, or of one record, the latest last. With
--json each change has the whole record before and after it.`,
		Example: "  dossier history 2025-12#q-site",
		Args:    words(1, 1, "one briefing or record"),
		RunE: func(c *cobra.Command, args []string) error {
			ref, handle, _ := strings.Cut(args[0], "#")
			lib, id, err := s.named(c.Context(), ref)
			if err != nil {
				return err
			}
			changes, err := lib.History(c.Context(), id, briefings.Handle(handle))
			if err != nil {
				return err
			}
			named := func(c briefings.Change) bool { return c.Before != nil || c.After != nil }
			if strings.Contains(args[0], "#") && !slices.ContainsFunc(changes, named) { // taken back, it has one still
				b, err := lib.Briefing(c.Context(), id)
				if err != nil {
					return err
				}
				if b.Record(briefings.Handle(handle)) == nil {
					return noRecord(b, handle)
				}
			}
			if asJSON {
				return printJSON(s.out, &struct {
					Version int                `json:"version"`
					Changes []briefings.Change `json:"changes"`
				}{jsonVersion, changes})
			}
			for i := range changes {
				s.learn(c.Context(), lib, changes[i].Before, changes[i].After)
				s.printChange(&changes[i])
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// printChange prints a change on a line, and below it the fields that it changed and
// what it hung on the record or took off.
func (s *session) printChange(c *briefings.Change) {
	r := c.After
	if r == nil {
		r = c.Before
	}
	what := c.Note
	if r != nil {
		what = string(r.Common().Handle) + "  " + flat(r.Line())
	}
	s.out.line(dim(c.At.Format("2006-01-02 15:04")+"  "), span{string(c.Op), accent}, plain("  "+orElse(c.By, "dossier")+"  "+what))
	if c.Before == nil || c.After == nil {
		return
	}
	before, after := fieldValues(c.Before), fieldValues(c.After)
	for i := range after {
		if i < len(before) && before[i].Value != after[i].Value {
			s.out.line(plain("    "+after[i].Name+": "), dim(orElse(before[i].Value, "(empty)")), plain(" → "+orElse(after[i].Value, "(empty)")))
		}
	}
	had, has := s.attached(c.Before), s.attached(c.After)
	for _, line := range had {
		if !slices.Contains(has, line) {
			s.out.line(dim("    - " + line))
		}
	}
	for _, line := range has {
		if !slices.Contains(had, line) {
			s.out.line(plain("    + " + line))
		}
	}
}

// attached are the things that hang on a record beside its fields, a line each.
func (s *session) attached(r briefings.Record) []string {
	var out []string
	add := func(name, text string) { out = append(out, name+": "+flat(text)) }
	h := r.Common()
	for _, a := range h.Anchors {
		add("passage", "“"+a.Exact+"”")
	}
	for _, name := range slices.Sorted(maps.Keys(h.Pending)) {
		add("waits", name+" “"+h.Pending[name].Value+"” from "+h.Pending[name].By)
	}
	switch r := r.(type) {
	case *briefings.Actor:
		for _, a := range r.Aliases {
			add("alias", a.Text)
		}
	case *briefings.Question:
		for i := range r.Answers {
			a := &r.Answers[i]
			add("answer", a.Text+" ("+string(a.State)+")")
		}
		for i := range r.Evidence {
			add("evidence", s.evidenceText(&r.Evidence[i]))
		}
		for _, i := range r.Indicators {
			add("indicator", i.Text)
		}
	}
	return out
}

// fieldValues are the fields of a record, its state and status in front.
func fieldValues(r briefings.Record) []briefings.Field {
	own := []briefings.Field{{Name: "state", Value: string(r.Common().State)}}
	if q, ok := r.(*briefings.Question); ok {
		own = append(own, briefings.Field{Name: "status", Value: string(q.Status)})
	}
	return append(own, briefings.Fields(r)...)
}
