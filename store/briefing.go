package store

import "dossier/briefings"

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
