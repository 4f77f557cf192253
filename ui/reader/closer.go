package reader

import (
	"cmp"
	"fmt"
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

// provenance says where the record under the cursor comes from: its passage,
// its rule, and what people changed.
func (a *App) provenance() tea.Cmd {
	d := a.doc
	r := d.record()
	if r == nil {
		return a.readPanel("Where this text comes from", d.sourceLines())
	}
	h := r.Common()
	lines := append([]string{r.Line()}, d.toldOf(h)...)
	lines = append(lines, "")
	if anchor := firstAnchor(h); anchor != nil {
		lines = append(lines, "passage   "+quoteLine(h), "where     "+d.sectionTitle(anchor.Section)+fmt.Sprintf(", revision %d", cmp.Or(anchor.Revision, d.briefing.Revision)))
		if anchor.State != briefings.Anchored {
			lines = append(lines, "          "+anchorWords(anchor.State))
		}
	}
	lines = append(lines, "origin    "+originLine(h))
	if h.Rule != "" {
		lines = append(lines, "rule      "+h.Rule)
	}
	if !h.Reviewed.IsZero() {
		lines = append(lines, "reviewed  by "+h.ReviewedBy+" on "+h.Reviewed.Format(time.DateOnly))
	} else if briefings.Awaits(r) {
		lines = append(lines, "reviewed  not yet; 8 lists what waits")
	}
	if actor, ok := r.(*briefings.Actor); ok {
		for _, why := range actor.Merges {
			lines = append(lines, "merged    "+why)
		}
	}
	names := make([]string, 0, len(h.Edited))
	for name := range h.Edited {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		e := h.Edited[name]
		lines = append(lines, fmt.Sprintf("edited    %s: was %q, by %s on %s", name, e.Was, e.By, e.At.Format(time.DateOnly)))
	}
	lines = append(lines, "name      "+d.briefing.Slug+"#"+string(h.Handle)+", as the command line takes it")
	return a.readPanel("Where "+calledByName(r)+" comes from", lines)
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

// sourceLines say what is known of the document as a whole.
func (d *document) sourceLines() []string {
	b := d.briefing
	lines := []string{b.Title, ""}
	add := func(name, value string) {
		if value != "" {
			lines = append(lines, fmt.Sprintf("%-10s%s", name, value))
		}
	}
	add("source", b.Source)
	add("publisher", b.Publisher)
	add("author", strings.Join(b.Author, ", "))
	add("date", briefings.DatedAs(b.Date, b.Reference))
	if b.Reference.Date != "" {
		add("dates", "relative ones counted from "+b.Reference.Date+" ("+string(b.Reference.Rule)+")")
	}
	add("revision", fmt.Sprint(b.Revision))
	add("handling", string(b.TLP))
	add("id", b.ID)
	if n := d.text.Revision().Replaced; n > 0 {
		add("replaced", plural(n, "control character", "control characters"))
	}
	return lines
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
