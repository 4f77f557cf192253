package store

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// outline is the parts of a briefing that stand in an order: its sections, and
// the handles of the records that came with the text.
type outline struct {
	Sections []section          `json:"sections"`
	Order    []briefings.Handle `json:"order"`
}

// section is a Section with the field that its JSON form leaves out.
type section struct {
	briefings.Section
	Block int `json:"block"`
}

func newOutline(b *briefings.Briefing) outline {
	o := outline{Sections: make([]section, len(b.Sections))}
	for i, s := range b.Sections {
		o.Sections[i] = section{s, s.Block}
	}
	for _, r := range b.Records() {
		o.Order = append(o.Order, r.Common().Handle)
	}
	return o
}

func (o *outline) sections() []briefings.Section {
	out := make([]briefings.Section, len(o.Sections))
	for i, s := range o.Sections {
		out[i] = s.Section
		out[i].Block = s.Block
	}
	return out
}

// briefing reads a briefing as it is stored.
func (s *snapshot) briefing(id string) (*briefings.Briefing, error) {
	meta, err := s.meta(id)
	if err != nil {
		return nil, err
	}
	o, _, err := fetch[outline](s, outlineKey(id))
	if err != nil {
		return nil, err
	}
	b := &briefings.Briefing{Meta: meta, Sections: o.sections(),
		Events: []briefings.Event{}, Actors: []briefings.Actor{}, Limits: []briefings.Limit{},
		Questions: []briefings.Question{}, References: []briefings.Reference{}, Annotations: []briefings.Annotation{}}
	place := make(map[briefings.Handle]int, len(o.Order))
	for i, h := range o.Order {
		place[h] = i
	}
	for _, kind := range briefings.Kinds {
		var records []briefings.Record
		if err := s.records(id, kind, func(r briefings.Record) error {
			records = append(records, r)
			return nil
		}); err != nil {
			return nil, err
		}
		slices.SortStableFunc(records, byPlace(place))
		b.Grow(kind, len(records))
		for _, r := range records {
			b.Add(r)
		}
	}
	return b, nil
}

func byPlace(place map[briefings.Handle]int) func(a, b briefings.Record) int {
	return func(a, b briefings.Record) int {
		i, iPlaced := place[a.Common().Handle]
		j, jPlaced := place[b.Common().Handle]
		switch {
		case iPlaced && jPlaced:
			return i - j
		case iPlaced:
			return -1
		case jPlaced:
			return 1
		}
		if c := a.Common().Created.Compare(b.Common().Created); c != 0 {
			return c
		}
		return strings.Compare(string(a.Common().Handle), string(b.Common().Handle))
	}
}
