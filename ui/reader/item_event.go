package reader

import (
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/ui/theme"
)

// eventLine shows an entry outside the timeline.
func eventLine(v *view, e *briefings.Event) item {
	it := eventItem(v, e)
	it.lead = shownDate(e.When)
	return it
}

// eventItem is an entry; its date is for the caller to put in front.
func eventItem(v *view, e *briefings.Event) item {
	date, _ := edtf.Parse(e.When)
	it := item{text: e.Text, gist: gistOf(e), anchor: firstAnchor(&e.Head), record: e, span: stretchOf(date)}
	it.glyph, it.role = eventGlyph(v, e)
	status := string(e.Status)
	if it.glyph == v.theme.Glyphs.Overdue {
		status += " overdue"
	}
	it.facets = facets(status, statusWords(e.Status), string(e.Class), actorNames(v, e.Actors), strings.Join(e.Tags, " "))
	it.detail = func() []string { return eventDetail(v, e) }
	return it
}

func eventGlyph(v *view, e *briefings.Event) (string, theme.Style) {
	return statusGlyph(v.theme, e.Status, e.Overdue(v.today))
}

// entryStatuses are the states of an entry, as cards number them; the last
// stands for any other.
var entryStatuses = []briefings.EventStatus{briefings.Occurred, briefings.Ongoing, briefings.Planned, briefings.Expected,
	briefings.Conditional, briefings.NotOccurred, briefings.Denied, briefings.UnknownStatus, ""}

func statusGlyph(t *theme.Theme, status briefings.EventStatus, overdue bool) (string, theme.Style) {
	switch status {
	case briefings.Planned, briefings.Expected, briefings.Conditional:
		if overdue {
			return t.Glyphs.Overdue, t.Held
		}
		return t.Glyphs.Planned, t.Open
	case briefings.NotOccurred, briefings.Denied, briefings.UnknownStatus:
		return t.Glyphs.Negative, t.Dim
	}
	return t.Glyphs.Occurred, t.Accent
}

// statusWords say of an entry whether it happened.
func statusWords(s briefings.EventStatus) string {
	return wordsFor(briefings.KindEvent, "status").said(string(s))
}

func eventDetail(v *view, e *briefings.Event) []string {
	line := []string{statusWords(e.Status)}
	if e.Overdue(v.today) {
		line = append(line, "overdue: did it happen? t in pane 2 asks")
	}
	if e.Inherited {
		line = append(line, "date taken over from the text before")
	}
	if note := provenanceNote(&e.Head); note != "" {
		line = append(line, note)
	}
	out := []string{strings.Join(line, " · ")}
	if e.Condition != "" {
		out = append(out, "If "+strings.TrimPrefix(e.Condition, "if "))
	}
	if e.Literal != "" && e.Literal != shownDate(e.When) {
		out = append(out, "“"+e.Literal+"” read as "+shownDate(e.When))
	}
	if names := actorNames(v, e.Actors); names != "" {
		out = append(out, "With: "+names)
	}
	return append(out, gradesOf(v, firstAnchor(&e.Head))...)
}

func actorNames(v *view, handles []briefings.Handle) string {
	var names []string
	for _, h := range handles {
		if name := v.names[h]; name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
