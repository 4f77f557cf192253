package reader

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// fieldWords are how a person calls a field, what it takes, and how some of its values
// are called on the screen.
type fieldWords struct {
	Label, Takes string
	Day          string // stands before a day, as "on" does
	Words        map[string]string
}

// said is what the screen calls a value of the field.
func (w fieldWords) said(value string) string { return cmp.Or(w.Words[value], value) }

// now says what a field is now: "look again on 4 December 2026", "status “expected”".
func (w fieldWords) now(f briefings.Field) string {
	date, err := edtf.Parse(f.Value)
	switch {
	case f.Value == "":
		return w.Label + " is empty now"
	case !f.Dated || err != nil:
		return w.Label + " “" + firstWords(w.said(f.Value)) + "”"
	case w.Day != "" && !date.Interval && date.Precision() == edtf.ToDay:
		return w.Label + " " + w.Day + " " + date.Words()
	}
	return w.Label + " " + date.Words()
}

//go:embed fields.json
var fieldsJSON []byte

// ofBriefing is under what fields.json has the fields of the briefing itself.
const ofBriefing briefings.Kind = "briefing"

// fieldTable has the words for the fields of each kind of record, by their JSON
// names. It is read when a field is first corrected.
var fieldTable = sync.OnceValue(func() map[briefings.Kind]map[string]fieldWords {
	var table map[briefings.Kind]map[string]fieldWords
	if err := json.Unmarshal(fieldsJSON, &table); err != nil {
		panic(fmt.Sprintf("read the names of the fields: %v", err)) // built in, and tested
	}
	return table
})

// wordsFor are the words for a field; one that the table does not have is called
// as it is.
func wordsFor(kind briefings.Kind, field string) fieldWords {
	w := fieldTable()[kind][field]
	if w.Label == "" {
		w.Label = field
	}
	return w
}

// called is what a person calls a kind of record.
func called(kind briefings.Kind) string {
	switch kind {
	case briefings.KindEvent:
		return "entry"
	case briefings.KindAnnotation:
		return "note"
	}
	return string(kind)
}

// fieldStep asks for the value of a field: by its words where it takes only one
// of them, else as a text that they complete.
func (a *App) fieldStep(kind briefings.Kind, f briefings.Field) step {
	w := wordsFor(kind, f.Name)
	s := step{label: w.Label, takes: w.Takes, preset: f.Value, whole: f.Dated, said: w.said}
	switch {
	case len(f.Words) == 0:
		s.words = a.namesFor(kind, f.Name)
	case f.Several:
		s.words = f.Words
	default:
		s.choices = f.Words
		if f.Value == "" && f.Words[0] != "" {
			s.choices = append([]string{""}, f.Words...)
		}
	}
	return s
}
