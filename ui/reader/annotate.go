package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/ui/page"
)

// anchorOf makes the anchor of a stretch of the text, with its context within
// the section.
func (d *document) anchorOf(r page.Range) briefings.Anchor {
	a := briefings.Anchor{Exact: d.page.Text(r), DocStart: r.Start, DocEnd: r.End, Start: r.Start, End: r.End}
	from, to := 0, d.text.End()
	if i := briefings.SectionAt(d.briefing.Sections, r.Start); i >= 0 {
		s := d.briefing.Sections[i]
		a.Section, a.Start, a.End = s.Handle, r.Start-s.Start, r.End-s.Start
		from, to = s.Start, s.End
	} else if len(d.briefing.Sections) > 0 {
		to = d.briefing.Sections[0].Start - 1
	}
	a.Prefix = d.page.Text(page.Range{Start: max(from, r.Start-briefings.AnchorContext), End: r.Start})
	a.Suffix = d.page.Text(page.Range{Start: r.End, End: min(max(to, r.End), r.End+briefings.AnchorContext)})
	return a
}

// inLibrary says, if it must, that nothing can be kept yet.
func (a *App) inLibrary() bool {
	if a.doc.briefing.ID == "" {
		a.say("one moment: the briefing is not in the library yet")
		return false
	}
	return true
}

// ask opens a form; a draft of the same purpose and place is gone on with.
func (a *App) ask(title, quote string, d briefings.Draft, done func([]string) tea.Cmd, steps ...step) tea.Cmd {
	if !a.inLibrary() {
		return nil
	}
	d.Briefing = a.doc.briefing.ID
	kept := false
	for _, old := range a.doc.drafts {
		if sameDraft(old, d) && old.Text != "" {
			steps[0].preset, d, kept = old.Text, old, true
			title += " (draft)"
		}
	}
	a.form = newForm(title, quote, d, done, steps...)
	a.form.kept = kept
	a.form.editor = len(a.cfg.Editor) > 0
	return nil
}

func sameDraft(a, b briefings.Draft) bool {
	if a.Briefing != b.Briefing || a.Purpose != b.Purpose || a.Record != b.Record {
		return false
	}
	return a.Anchor == nil || b.Anchor == nil || a.Anchor.Exact == b.Anchor.Exact
}

// formKey gives a key to the form and carries its outcome out.
func (a *App) formKey(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == editorKey && a.form.editor && !a.form.choosing() {
		return a.inEditor()
	}
	outcome, cmd := a.form.key(msg)
	switch outcome {
	case formDone:
		f := a.form
		a.closeForm(f.draft)
		a.awaitErrand()
		return tea.Batch(a.finished(f, cmd), a.newText())
	case formLeft:
		return tea.Batch(a.leaveForm(), a.newText())
	}
	return tea.Batch(cmd, a.wind())
}

// noteHere writes a note on what the cursor is on: a record in its pane, a section
// in the outline, else the selection or the sentence.
func (a *App) noteHere() tea.Cmd {
	switch {
	case a.doc.record() != nil:
		return a.comment()
	case a.doc.focused() != nil && a.doc.focused().sections:
		return a.noteOnSection()
	}
	return a.note(a.doc.sentence())
}

// note writes a note on a stretch of the text.
func (a *App) note(on page.Range) tea.Cmd { return a.noteAt(a.doc.anchorOf(on)) }

// noteAt writes a note on a passage; one on a heading is on its section.
func (a *App) noteAt(anchor briefings.Anchor) tea.Cmd {
	title := "Note"
	if headedBy(a.doc.briefing.Sections, &anchor) != "" {
		title = "Note on the section"
	}
	return a.ask(title, anchor.Exact, briefings.Draft{Purpose: "note", Anchor: &anchor}, func(v []string) tea.Cmd {
		body, tags := splitTags(v[0])
		if body == "" && len(tags) == 0 {
			a.say("an empty note is not kept; i highlights without a note")
			return nil
		}
		a.doc.selection = nil
		return a.put("note saved", &briefings.Annotation{Head: briefings.Head{Origin: briefings.OriginAnalyst, State: briefings.StateLive,
			Anchors: []briefings.Anchor{anchor}, Tags: tags}, Motivation: briefings.Commenting, Body: body})
	}, step{label: "note"})
}

// splitTags takes "#word" at the end of a note as tags.
func splitTags(text string) (body string, tags []string) {
	words := strings.Fields(text)
	end := len(words)
	for end > 0 && len(words[end-1]) > 1 && words[end-1][0] == '#' {
		end--
		tags = append([]string{words[end][1:]}, tags...)
	}
	if end == len(words) {
		return strings.TrimSpace(text), nil
	}
	return strings.TrimSpace(text[:strings.Index(text, words[end])]), tags
}

func (a *App) noteOnSection() tea.Cmd {
	d := a.doc
	start := 0
	if d.view.here >= 0 {
		start = d.briefing.Sections[d.view.here].Start
	}
	return a.note(page.Range{Start: start, End: d.text.Block(d.text.At(start)).End})
}

// namedMost is how many cells of a sentence tell which it is.
const namedMost = 40

func (a *App) highlight() tea.Cmd {
	if !a.inLibrary() {
		return nil
	}
	anchor := a.doc.anchorOf(a.doc.sentence())
	a.doc.selection = nil
	if there := a.doc.highlighted(&anchor); there != nil {
		there.State = briefings.StateRejected
		return a.put("highlight taken off; U undoes", there)
	}
	return a.put("highlighted “"+ansi.Truncate(anchor.Exact, namedMost, a.theme.Glyphs.Ellipsis)+"”", &briefings.Annotation{Head: briefings.Head{Origin: briefings.OriginAnalyst, State: briefings.StateLive,
		Anchors: []briefings.Anchor{anchor}}, Motivation: briefings.Highlighting})
}

// highlighted is a copy of the highlight that lies on a passage, nil for none.
func (d *document) highlighted(on *briefings.Anchor) *briefings.Annotation {
	for i := range d.briefing.Annotations {
		n := &d.briefing.Annotations[i]
		if a := firstAnchor(&n.Head); n.Live() && n.Motivation == briefings.Highlighting && a != nil && a.Placed() && a.DocStart == on.DocStart && a.DocEnd == on.DocEnd {
			return n.Clone().(*briefings.Annotation)
		}
	}
	return nil
}

// raise asks a question about a stretch of the text.
func (a *App) raise() tea.Cmd { return a.raiseAt(a.doc.anchorOf(a.doc.sentence())) }

func (a *App) raiseAt(anchor briefings.Anchor) tea.Cmd {
	return a.ask("Question", anchor.Exact, briefings.Draft{Purpose: "question", Anchor: &anchor}, func(v []string) tea.Cmd {
		text := strings.TrimSpace(v[0])
		if text == "" {
			a.say("an empty question is not kept")
			return nil
		}
		if !strings.HasSuffix(text, "?") {
			text += "?"
		}
		a.doc.selection = nil
		q := briefings.Raise(text, anchor, a.cfg.Author, a.cfg.Now().UTC())
		return a.put("question saved; "+a.keyOf("edit")+" in its pane changes when to look again: "+shownDate(q.Review), &q)
	}, step{label: "question"})
}

// comment writes a note about the record under the cursor.
func (a *App) comment() tea.Cmd {
	r := a.doc.record()
	if r == nil {
		return a.noRecord()
	}
	return a.commentOn(r)
}

// noRecord says why a key that is about a record does nothing.
func (a *App) noRecord() tea.Cmd {
	if a.doc.focus == textPane {
		a.say("go to a pane and a line of it first; " + a.keyOf("note") + " writes a note on the text")
	} else {
		a.say("this line stands for no record")
	}
	return nil
}

func (a *App) commentOn(r briefings.Record) tea.Cmd {
	re := r.Common().Handle
	if re == "" {
		a.say("nothing is kept of this yet: t asks it in earnest")
		return nil
	}
	return a.ask("Note on the "+called(r.Kind()), r.Line(), briefings.Draft{Purpose: "comment", Record: re}, func(v []string) tea.Cmd {
		body, tags := splitTags(v[0])
		if body == "" {
			a.say("an empty note is not kept")
			return nil
		}
		n := &briefings.Annotation{Head: briefings.Head{Origin: briefings.OriginAnalyst, State: briefings.StateLive, Anchors: []briefings.Anchor{}, Tags: tags},
			Motivation: briefings.Commenting, Body: body, Re: re}
		return a.put("note on the "+called(r.Kind())+" saved", n)
	}, step{label: "note"})
}
