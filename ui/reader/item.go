package reader

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// How a record is shown wherever records are listed: in its pane, on a board, in the
// review, on the page of an actor. One kind a file; this one has what all share.

// itemOf shows a record.
func itemOf(v *view, r briefings.Record) item {
	switch r := r.(type) {
	case *briefings.Question:
		return questionItem(v, r)
	case *briefings.Event:
		return eventLine(v, r)
	case *briefings.Actor:
		return actorItem(v, r)
	case *briefings.Limit:
		return limitLine(v, r)
	case *briefings.Reference:
		return referenceItem(v, r)
	case *briefings.Annotation:
		return noteItem(v, r)
	}
	return item{text: r.Line(), anchor: firstAnchor(r.Common()), record: r}
}

// gistOf asks for the gist of a record when its row is first drawn: a briefing
// may have tens of thousands, and rows that stay are drawn with every frame.
func gistOf(r briefings.Record) func() string {
	return sync.OnceValue(func() string { return extract.Gist(r) })
}

// firstAnchor returns the passage of a record, nil if it has none.
func firstAnchor(h *briefings.Head) *briefings.Anchor {
	if len(h.Anchors) == 0 {
		return nil
	}
	return &h.Anchors[0]
}

// provenanceNote says in a word what a list has to say of a record's origin.
func provenanceNote(h *briefings.Head) string {
	switch {
	case len(h.Edited) > 0:
		return "edited"
	case h.Origin == briefings.OriginImported && h.Reviewed.IsZero():
		return "imported, not reviewed"
	}
	return ""
}

func quoteLine(h *briefings.Head) string {
	if a := firstAnchor(h); a != nil {
		return "“" + a.Exact + "”"
	}
	return ""
}

// age says how many days ago something was made, and what is made today in a word.
func age(made time.Time, today, fresh string) string {
	day, err := time.Parse(time.DateOnly, today)
	if err != nil || made.IsZero() {
		return ""
	}
	if days := int(day.Sub(made.Truncate(24*time.Hour)).Hours() / 24); days > 0 {
		return strconv.Itoa(days) + " d"
	}
	return fresh
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// pad puts blanks in front of a number, for its column to stand at the right.
func pad(s string, w int) string { return strings.Repeat(" ", max(w-len(s), 0)) + s }
