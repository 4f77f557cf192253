package reader

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// clipped brings a text for the clipboard.
type clipped struct{ text, say string }

func (msg clipped) arrive(a *App) tea.Cmd {
	a.say(msg.say)
	return tea.SetClipboard(msg.text)
}

// account is what there is to know of something, by its heads.
type account struct{ lines []line }

// add puts texts under a head; without any it is left out.
func (s *account) add(head string, texts ...string) {
	for i, text := range texts {
		if i > 0 {
			head = ""
		}
		if text != "" {
			s.lines = append(s.lines, line{lead: head, text: text})
		}
	}
}

// openAccount shows it, a line of the panel for each row, so that what is longer than
// the screen can be read on.
func (a *App) openAccount(title string, s *account) tea.Cmd {
	p := &panel{title: title, hint: "any key closes"}
	p.bare = true
	heads := 0
	for _, l := range s.lines {
		heads = max(heads, len(l.lead)+1)
	}
	for _, l := range s.lines {
		for i, text := range wrap(l.text, max(a.width-heads-2, 10)) {
			if i > 0 {
				l.lead = ""
			}
			p.lines = append(p.lines, line{lead: l.lead, text: text})
		}
	}
	return a.openPanel(p)
}

// provenance says where the record under the cursor comes from: its passage,
// its rule, and what people changed.
func (a *App) provenance() tea.Cmd {
	d := a.doc
	r := d.record()
	if r == nil {
		return a.openAccount("Where this text comes from", d.source())
	}
	h, what, s := r.Common(), called(r.Kind()), &account{}
	s.add(what, append([]string{r.Line()}, d.toldOf(h)...)...)
	if anchor := firstAnchor(h); anchor != nil {
		s.add("passage", quoteLine(h))
		where := d.sectionTitle(anchor.Section) + fmt.Sprintf(", revision %d", cmp.Or(anchor.Revision, d.briefing.Revision))
		if anchor.State != briefings.Anchored {
			where += "; " + anchorWords(anchor.State)
		}
		s.add("where", where)
	}
	s.add("origin", originLine(h))
	if h.Rule != "" {
		s.add("because", becauseOf(h.Rule))
	}
	if !h.Reviewed.IsZero() {
		s.add("reviewed", "by "+h.ReviewedBy+" on "+h.Reviewed.Format(time.DateOnly))
	} else if briefings.Awaits(r) {
		s.add("reviewed", "not yet; "+a.keyOf(paneAction("review"))+" lists what waits")
	}
	for _, name := range slices.Sorted(maps.Keys(h.Edited)) {
		e := h.Edited[name]
		was := e.Was
		if was == "" {
			was = "empty"
		}
		s.add("edited", fmt.Sprintf("%s, by %s on %s; was %s", wordsFor(r.Kind(), name).Label, e.By, e.At.Format(time.DateOnly), was))
	}
	if h.Handle != "" {
		s.add("name", d.briefing.Slug+"#"+string(h.Handle)+", as the command line takes it")
	}
	return a.openAccount("Where this "+what+" comes from", s)
}

// toldOf is all that the focused pane tells of the record under its cursor, but for its
// passage: below the rows it may be cut.
func (d *document) toldOf(h *briefings.Head) []string {
	p := d.focused()
	it := p.current()
	return slices.DeleteFunc(append(p.remarksOn(it), it.about()...), func(l string) bool { return l == quoteLine(h) })
}

func originLine(h *briefings.Head) string {
	switch h.Origin {
	case briefings.OriginExtracted:
		return "read from the text by " + h.Generator
	case briefings.OriginSource:
		return "stated as such by the author"
	case briefings.OriginImported:
		return "came in a file by " + h.By
	}
	line := "made by " + h.By
	if !h.Created.IsZero() {
		line += " on " + h.Created.Format(time.DateOnly)
	}
	return line
}

// source says what is known of the document as a whole.
func (d *document) source() *account {
	b, s := d.briefing, &account{}
	s.add("title", b.Title)
	s.add("source", b.Source)
	s.add("publisher", b.Publisher)
	s.add("author", strings.Join(b.Author, ", "))
	s.add("date", briefings.DatedAs(b.Date, b.Reference))
	if b.Reference.Date != "" {
		s.add("dates", "relative ones counted from "+shownDate(b.Reference.Date)+", "+cmp.Or(reasons().Dates[string(b.Reference.Rule)], string(b.Reference.Rule)))
	}
	s.add("revision", fmt.Sprint(b.Revision))
	s.add("handling", string(b.TLP))
	s.add("id", b.ID)
	if n := d.text.Revision().Replaced; n > 0 {
		s.add("replaced", plural(n, "control character", "control characters"))
	}
	return s
}

func (d *document) sectionTitle(h briefings.Handle) string {
	for i := range d.briefing.Sections {
		if s := &d.briefing.Sections[i]; s.Handle == h {
			if s.Title == "" {
				return "the opening"
			}
			return "“" + s.Title + "”"
		}
	}
	return "the title"
}

// peek shows the actor or reference that the sentence under the eye speaks of;
// in the pane of actors, all sentences that speak of the one under the cursor.
func (a *App) peek() tea.Cmd {
	d := a.doc
	if actor, ok := d.record().(*briefings.Actor); ok {
		return a.peekActor(actor)
	}
	at := d.sentence()
	var lines []string
	for _, kind := range []briefings.Kind{briefings.KindActor, briefings.KindReference} {
		p := d.paneOf(kind)
		if p == nil {
			continue
		}
		l := &p.list
		for i := range l.all {
			if card := l.all[i].card; card < 0 || !d.briefing.speaksOf(card, at.Start, at.End) {
				continue
			}
			it := l.item(i)
			lines = append(lines, it.glyph+" "+it.text)
			for _, detail := range it.about() {
				lines = append(lines, "    "+detail)
			}
		}
	}
	if lines == nil {
		a.say("no actor or reference in this sentence")
		return nil
	}
	return a.readPanel("In this sentence", lines)
}

// copyQuote copies the passage with its citation.
func (a *App) copyQuote() tea.Cmd {
	d := a.doc
	quote := d.page.Text(d.sentence())
	if r := d.record(); r != nil {
		if anchor := firstAnchor(r.Common()); anchor != nil {
			quote = anchor.Exact
		}
	}
	cite := d.briefing.Title
	for _, s := range []string{d.briefing.Publisher, d.briefing.Date} {
		if s != "" {
			cite += ", " + s
		}
	}
	text := "“" + quote + "” (" + cite + ")"
	d.selection = nil
	d.markPage()
	return func() tea.Msg { return clipped{text, "copied the quote with its citation"} }
}

// copyID copies a reference's URL, else the handle of what is under the
// cursor.
func (a *App) copyID() tea.Cmd {
	text := a.doc.briefing.Slug
	if r := a.doc.record(); r != nil {
		text += "#" + string(r.Common().Handle)
		if ref, ok := r.(*briefings.Reference); ok && ref.URL != "" {
			text = ref.URL
		}
	}
	return func() tea.Msg { return clipped{text, "copied " + text} }
}

// browse shows the whole URL of the reference under the cursor and opens it
// after a yes.
func (a *App) browse() tea.Cmd {
	ref, ok := a.doc.record().(*briefings.Reference)
	if !ok || ref.URL == "" {
		a.say("no URL here: go to a reference with 6")
		return nil
	}
	if a.cfg.Browse == nil {
		return a.readPanel("URL", []string{ref.URL})
	}
	a.form = newForm("Open in the browser?", ref.URL, briefings.Draft{}, func(v []string) tea.Cmd {
		if v[0] != "yes" {
			return nil
		}
		return func() tea.Msg {
			if err := a.cfg.Browse(ref.URL); err != nil {
				return failed("not opened", err)
			}
			return told{"opened " + ref.URL, false}
		}
	}, step{label: "open", choices: []string{"no", "yes"}})
	return nil
}

// export writes the notes of the briefing into the folder that the program was
// started in, exportTo into any file or folder.
func (a *App) export() tea.Cmd { return a.exportTo("") }

func (a *App) exportTo(path string) tea.Cmd {
	if a.cfg.Export == nil || !a.inLibrary() {
		return nil
	}
	a.busy("exporting")
	id := a.doc.briefing.ID
	return func() tea.Msg {
		say, err := a.cfg.Export(a.ctx, id, FromHome(path))
		switch {
		case err != nil && path != "":
			return a.again("export "+path, "not exported", err)
		case err != nil:
			return failed("not exported", err)
		}
		return told{say, false}
	}
}
