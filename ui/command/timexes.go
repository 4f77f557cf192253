package command

import (
	"dossier/briefings"
	"dossier/briefings/extract"
)

// timex is an expression of time in the terms of TIMEX3 (ISO-TimeML), as
// inspect --json prints it.
type timex struct {
	Start int    `json:"start"` // code points of the document's text
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`  // DATE, TIME, DURATION, SET
	Value string `json:"value"` // "" if the context does not tell it
	Mod   string `json:"mod,omitempty"`
}

// timexes reads all expressions of time of a document, those too that make no
// entry of the timeline.
func timexes(rev *briefings.Revision, meta briefings.Meta) []timex {
	out := []timex{}
	source := extract.NewSource(rev, meta)
	reading := source.Times()
	if reading == nil {
		return out
	}
	for i := range reading.Expressions {
		e := &reading.Expressions[i]
		out = append(out, timex{
			Start: source.Point(e.Start), End: source.Point(e.End), Text: source.Text[e.Start:e.End],
			Type: e.Type().String(), Value: e.Value, Mod: e.Mod(),
		})
	}
	return out
}
