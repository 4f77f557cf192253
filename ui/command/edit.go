package command

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/store"
)

func (s *session) editCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "edit BRIEFING[#HANDLE] field=value...|accept|reject|restore|merge HANDLE|link N|dismiss N|ask",
		Short: "Correct what was found",
		Long: `Edit changes fields of a record, or of the briefing itself where no record is named.
What you change no later import changes back; "dossier undo" takes it back. Where you
correct a date, the entries that hang on it ("last month", "two days later") move along.

  dossier edit BRIEFING#e-talks when=2025-12~ status=not-occurred
  dossier edit BRIEFING#a-turkiye merge a-ankara      one actor, in every briefing
  dossier edit BRIEFING#q-site accept                 a proposed question is yours
  dossier edit BRIEFING#e-talks accept                what was found is right, and stays
  dossier edit BRIEFING#e-talks take=when             the value that waits beside a field
  dossier edit BRIEFING#e-talks keep=when             your own instead of that
  dossier edit BRIEFING#q-site status=open reason="the contract was published"
  dossier edit BRIEFING#l-software reject             stays away for good
  dossier edit BRIEFING title="…" date=2025-12-05 tags=uav,export tlp=TLP:GREEN`,
		Example: "  dossier edit 2025-12#e-no-site when=2025-12~",
		Args:    words(2, -1, "a briefing or a record, and what to change"),
		RunE: func(c *cobra.Command, args []string) error {
			ref, handle, isRecord := strings.Cut(args[0], "#")
			lib, b, err := s.one(c.Context(), ref)
			if err != nil {
				return err
			}
			if !isRecord {
				change, err := s.metaChange(c, args[1:])
				if err != nil {
					return err
				}
				say, err := correctMeta(c.Context(), lib, b.ID, change)
				if err != nil {
					return err
				}
				return s.showMeta(c, lib, b.ID, say)
			}
			found := b.Record(briefings.Handle(handle))
			if found == nil {
				return noRecord(b, handle)
			}
			if a, isActor := found.(*briefings.Actor); isActor {
				return s.editActor(c, lib, b, a, args[1:], asJSON)
			}
			changed, err := s.edited(c, b, found.Clone(), args[1:])
			if err != nil {
				return err
			}
			along, say, err := movedAlong(c.Context(), lib, b.ID, changed)
			if err != nil {
				return err
			}
			if err := s.put(c.Context(), lib, b, asJSON, append(changed, along...)...); err != nil {
				return err
			}
			if say != "" && !asJSON {
				s.out.line(dim(say))
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the changed records as JSON")
	return c
}

// edited returns the records that an edit changes, changed.
func (s *session) edited(c *cobra.Command, b *briefings.Briefing, r briefings.Record, words []string) ([]briefings.Record, error) {
	by, at := s.analyst(), s.now().UTC()
	switch words[0] {
	case "accept":
		if !briefings.Awaits(r) {
			return nil, fmt.Errorf("%s waits for no review; there is nothing to accept", r.Common().Handle)
		}
		briefings.Approve(r, by, at)
	case "reject":
		r.Common().State = briefings.StateRejected
	case "restore":
		r.Common().State = briefings.StateLive
	case "link", "dismiss":
		return s.judged(c, r, words)
	case "ask":
		return s.asked(b, r)
	case "merge":
		if len(words) != 2 {
			return nil, usage(c, "merge needs the handle of one other record")
		}
		return b.Merge(r.Common().Handle, briefings.Handle(words[1]), by, at)
	default:
		if err := s.setFields(c, r, words); err != nil {
			return nil, err
		}
		if ref, ok := r.(*briefings.Reference); ok {
			return []briefings.Record{r}, briefings.LineageOf(b.References).CheckGrade(ref)
		}
		return []briefings.Record{r}, nil
	}
	if len(words) > 1 {
		return nil, usage(c, "%s stands alone; %q is too much", words[0], words[1])
	}
	return []briefings.Record{r}, nil
}

func (s *session) setFields(c *cobra.Command, r briefings.Record, words []string) error {
	by, at := s.analyst(), s.now().UTC()
	step := briefings.Step{Today: at.Format("2006-01-02")}
	status := ""
	question, isQuestion := r.(*briefings.Question)
	for _, word := range words {
		name, value, ok := fieldWord(word)
		if !ok {
			return usage(c, "%q is neither field=value nor accept, reject, restore or merge", word)
		}
		switch {
		case name == "take":
			if _, waits := r.Common().Pending[value]; !waits {
				return fmt.Errorf("no value waits beside the %s of %s", value, r.Common().Handle)
			}
			if err := briefings.TakePending(r, value, by, at); err != nil {
				return err
			}
			continue
		case name == "keep":
			briefings.DropPending(r, value)
			continue
		case isQuestion && name == "status":
			status = value
			continue
		case isQuestion && name == "reason":
			step.Reason = value
			continue
		case isQuestion && name == "review":
			step.Review = value
		}
		value, err := s.dateSaid(briefings.Fields(r), name, value)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := briefings.SetField(r, name, value, by, at); err != nil {
			return err
		}
	}
	if status != "" {
		return question.Move(briefings.QuestionStatus(status), step)
	}
	return nil
}

// fieldWord parts "field=value". A name may also be as files have it: "derived-from"
// is derivedFrom.
func fieldWord(word string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(word, "=")
	first, rest, _ := strings.Cut(name, "-")
	for part := range strings.SplitSeq(rest, "-") {
		if part != "" {
			first += strings.ToUpper(part[:1]) + part[1:]
		}
	}
	return first, value, ok
}

// metaChange reads changes of the briefing itself from the words of a command.
func (s *session) metaChange(c *cobra.Command, words []string) (func(*briefings.Meta), error) {
	fields := make([][2]string, 0, len(words))
	for _, word := range words {
		name, value, ok := fieldWord(word)
		if !ok {
			return nil, usage(c, "%q is no field=value; name a record as BRIEFING#HANDLE to accept, reject or merge it", word)
		}
		value, err := s.dateSaid(briefings.MetaFields(&briefings.Meta{}), name, value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		fields = append(fields, [2]string{name, value})
	}
	return s.metaFields(fields...)
}

// dateSaid is the value of a field; a date may be written as people do.
func (s *session) dateSaid(fields []briefings.Field, name, value string) (string, error) {
	for _, f := range fields {
		if f.Name == name && f.Dated {
			return extract.DateSaid(value, s.now().Format("2006-01-02"))
		}
	}
	return value, nil
}

// metaFields makes changes of the briefing itself, by names and values; they are
// tried first, so that all are made or none.
func (s *session) metaFields(fields ...[2]string) (func(*briefings.Meta), error) {
	by, at := s.analyst(), s.now().UTC()
	change := func(m *briefings.Meta) (err error) {
		for _, f := range fields {
			err = errors.Join(err, briefings.SetMetaField(m, f[0], f[1], by, at))
		}
		return err
	}
	if err := change(&briefings.Meta{}); err != nil {
		return nil, err
	}
	return func(m *briefings.Meta) { _ = change(m) }, nil // what a field takes does not depend on the briefing
}

// showMeta prints the briefing's head as it is now, and what moved with its date.
func (s *session) showMeta(c *cobra.Command, lib *store.Library, id, say string) error {
	b, err := lib.Briefing(c.Context(), id)
	if err != nil {
		return err
	}
	s.printTitle(b)
	if say != "" {
		s.out.line(dim(say))
	}
	return nil
}
