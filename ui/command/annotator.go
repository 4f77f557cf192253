package command

import (
	"context"
	"strings"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/store"
)

// annotator makes the record that annotate writes.
type annotator struct {
	*session
	*annotating
	ctx context.Context
	lib *store.Library
	b   *briefings.Briefing
}

func (w *annotator) record() (briefings.Record, error) {
	switch {
	case w.question != "":
		return w.answered()
	case w.ask != "":
		return w.raised()
	}
	return w.note()
}

func (w *annotator) head() (briefings.Head, error) {
	head := briefings.Head{Origin: briefings.OriginAnalyst, State: briefings.StateLive, By: w.analyst(), Tags: w.tags}
	if w.quote == "" {
		return head, nil
	}
	anchor, err := w.passage(w.b)
	head.Anchors = []briefings.Anchor{anchor}
	return head, err
}

// passage finds the quote in a briefing's current text.
func (w *annotator) passage(b *briefings.Briefing) (briefings.Anchor, error) {
	rev, err := w.lib.Revision(w.ctx, b.ID, 0)
	if err != nil {
		return briefings.Anchor{}, err
	}
	return anchorOf(rev, b.Sections, w.quote, w.nth)
}

func (w *annotator) note() (briefings.Record, error) {
	head, err := w.head()
	if err != nil {
		return nil, err
	}
	body, _ := clean.Canonical(w.text)
	a := &briefings.Annotation{Head: head, Motivation: briefings.Commenting, Body: body}
	switch {
	case w.motivation != "":
		a.Motivation = briefings.Motivation(w.motivation)
	case w.text == "":
		a.Motivation = briefings.Highlighting
	}
	if w.annotating.record != "" {
		about := w.b.Record(briefings.Handle(w.annotating.record))
		if about == nil {
			return nil, w.noRecord(w.annotating.record)
		}
		a.Re = about.Common().Handle
		if len(a.Anchors) == 0 && len(about.Common().Anchors) > 0 {
			a.Anchors = about.Common().Anchors[:1:1]
		}
	}
	return a, nil
}

func (w *annotator) raised() (briefings.Record, error) {
	head, err := w.head()
	if err != nil {
		return nil, err
	}
	text, _ := clean.Canonical(flat(w.ask))
	now := w.now().UTC()
	raised := briefings.Raise(text, briefings.Anchor{}, w.analyst(), now)
	q := &raised
	q.Head, q.Why, q.Done = head, w.why, w.done
	for _, f := range [][2]string{{"priority", w.priority}, {"due", w.due}, {"review", orElse(w.review, q.Review)}} {
		if err := briefings.SetField(q, f[0], f[1], w.analyst(), now); err != nil {
			return nil, err
		}
	}
	if odd := q.Lint(); odd != "" {
		w.warn("%s", odd)
	}
	q.Edited = nil // what is said at birth is no correction
	return q, nil
}

func (w *annotator) answered() (briefings.Record, error) {
	found := w.b.Record(briefings.Handle(w.question))
	q, ok := found.(*briefings.Question)
	if !ok {
		return nil, w.noRecord(w.question)
	}
	q = q.Clone().(*briefings.Question)
	if w.evidence != "" {
		e, err := w.linked()
		if err != nil {
			return nil, err
		}
		q.Evidence = append(q.Evidence, e)
	}
	if w.answer == "" {
		q.Proposed = false
		if q.Status == briefings.Open {
			return q, q.Move(briefings.Working, briefings.Step{})
		}
		return q, nil
	}
	if w.likelihood != "" {
		if _, err := briefings.Likelihood(w.b.Likelihood, w.likelihood); err != nil {
			return nil, err
		}
	}
	text, _ := clean.Canonical(w.answer)
	answer := briefings.Answer{Text: text, Likelihood: strings.ToLower(w.likelihood), Confidence: w.confidence, By: w.analyst(), At: w.now().UTC()}
	if q.Linked() == 0 {
		answer.Basis = "judgement"
	}
	q.Accept(answer)
	return q, nil
}

// linked makes the evidence that --evidence names: a record, or a passage, or a
// briefing as a whole.
func (w *annotator) linked() (briefings.Evidence, error) {
	e := briefings.Evidence{Bearing: briefings.Bearing(w.bearing), By: w.analyst(), At: w.now().UTC()}
	ref, handle, _ := strings.Cut(w.evidence, "#")
	id, err := find(w.ctx, w.lib, ref)
	if err != nil {
		return e, err
	}
	other, err := w.lib.Briefing(w.ctx, id)
	if err != nil {
		return e, err
	}
	e.Briefing = id
	if handle != "" {
		if other.Record(briefings.Handle(handle)) == nil {
			return e, noRecord(other, handle)
		}
		e.Record = briefings.Handle(handle)
	}
	if w.quote != "" {
		anchor, err := w.passage(other)
		if err != nil {
			return e, err
		}
		e.Anchor = &anchor
	}
	return e, nil
}

func (w *annotator) noRecord(handle string) error { return noRecord(w.b, handle) }

// noRecord says that a briefing has no such record, and which is most like it.
func noRecord(b *briefings.Briefing, handle string) error {
	best, cost := "", 4
	for _, r := range b.Records() {
		if c := edits(handle, string(r.Common().Handle)); c < cost {
			best, cost = string(r.Common().Handle), c
		}
	}
	if best != "" {
		return notFound("%s has no record %q; did you mean %s?", b.Slug, handle, best)
	}
	pane := "all"
	for _, p := range panes {
		if p.kind != "" && p.kind == briefings.Handle(handle).Kind() {
			pane = p.name
		}
	}
	return notFound("%s has no record %q; \"dossier show %[1]s%[3]s\" lists them", b.Slug, handle, strings.TrimSuffix(" --pane "+pane, " --pane all"))
}

// put writes records and prints what is on disk now.
func (s *session) put(ctx context.Context, lib *store.Library, b *briefings.Briefing, asJSON bool, records ...briefings.Record) error {
	written, err := lib.Put(ctx, b.ID, records...)
	if err != nil {
		return err
	}
	s.learn(ctx, lib, written...)
	return s.show(b, asJSON, written...)
}

// show prints records of a briefing as they are on disk.
func (s *session) show(b *briefings.Briefing, asJSON bool, written ...briefings.Record) error {
	if asJSON {
		rows := rowsOf(summaryOf(b), written)
		return printJSON(s.out, &map[string]any{"version": jsonVersion, "records": &rows})
	}
	for _, r := range written {
		s.printRecord(r, b)
	}
	return nil
}
