package revise

import "dossier/briefings"

// Transfer returns a copy of a briefing with its passages found in another of
// its texts: a colleague's copy of an earlier revision, before Exchange merges
// it with one's own. from is the text that the copy's places are of, to the one
// that they are to be of, each with the sections of its briefing. Passages of
// other briefings stay as they are.
func Transfer(b *briefings.Briefing, from, to *Text) briefings.Briefing {
	m := merger{align: Align(from, to), old: b}
	m.reanchorAll()
	out := briefings.Briefing{Meta: b.Meta, Sections: to.sections}
	for _, r := range m.current {
		out.Add(r)
	}
	return out
}
