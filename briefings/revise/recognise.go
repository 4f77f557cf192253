package revise

import (
	"strings"

	"dossier/briefings"
)

// Known is a briefing of the library, as far as Recognise needs it.
type Known struct {
	Meta              briefings.Meta
	RawHash, TextHash string // of its current revision
	// Text gives its current text; it is asked for only where the names of the
	// files or the titles agree.
	Text func() *Text
}

// Likeness says how a document was recognised.
type Likeness string

const (
	NewDocument Likeness = "new"
	SameBytes   Likeness = "same-bytes" // nothing to do
	SameText    Likeness = "same-text"  // only what it says of itself may differ
	SameID      Likeness = "id"         // its front matter names the briefing
	SameSource  Likeness = "source"     // it came from the same address
	SameFile    Likeness = "file"       // a file of the same name with most of the same sentences
	MaySame     Likeness = "ask"        // same title, many sentences shared: a person decides
)

// sharedFrom is the share of sentences that two texts of one title have in
// common at least to be taken for one document.
const sharedFrom = 0.5

// Recognise tells which of the known briefings a document is a text of: by the
// id in its front matter, its bytes, its text, its address, or, with most of the
// sentences, by the name of its file or its title. The index is -1 for a new
// document.
func Recognise(meta *briefings.Meta, rev *briefings.Revision, known []Known) (int, Likeness) {
	for _, rule := range []struct {
		likeness Likeness
		is       func(*Known) bool
	}{
		{SameBytes, func(k *Known) bool { return k.RawHash != "" && k.RawHash == rev.RawHash }},
		{SameText, func(k *Known) bool {
			return k.TextHash != "" && k.TextHash == rev.TextHash && (meta.ID == "" || meta.ID == k.Meta.ID)
		}},
		{SameID, func(k *Known) bool { return meta.ID != "" && k.Meta.ID == meta.ID }},
		{SameSource, func(k *Known) bool { return strings.Contains(meta.Source, "://") && k.Meta.Source == meta.Source }},
	} {
		for i := range known {
			if rule.is(&known[i]) {
				return i, rule.likeness
			}
		}
	}
	text := NewText(rev, nil)
	for _, rule := range []struct {
		likeness Likeness
		is       func(*Known) bool
	}{
		{SameFile, func(k *Known) bool { return meta.Source != "" && k.Meta.Source == meta.Source }},
		{MaySame, func(k *Known) bool {
			return meta.Title != "" && briefings.Fold(k.Meta.Title) == briefings.Fold(meta.Title)
		}},
	} {
		best, most := -1, 0.0
		for i := range known {
			if k := &known[i]; k.Text != nil && rule.is(k) {
				if share := SharedSentences(k.Text(), text); share >= sharedFrom && share > most {
					best, most = i, share
				}
			}
		}
		if best >= 0 {
			return best, rule.likeness
		}
	}
	return -1, NewDocument
}

// SharedSentences returns the share of the sentences of the shorter text that
// the other one has too, 0 to 1.
func SharedSentences(x, y *Text) float64 {
	if len(x.sentences) > len(y.sentences) {
		x, y = y, x
	}
	if len(x.sentences) == 0 {
		return 0
	}
	has := make(map[string]bool, len(y.sentences))
	for i := range y.sentences {
		has[y.sentences[i].key] = true
	}
	n := 0
	for i := range x.sentences {
		if has[x.sentences[i].key] {
			n++
		}
	}
	return float64(n) / float64(len(x.sentences))
}

// ChangedSections lists the sections of the new text whose words changed, or
// that are new: those that were read are to be read again. The others keep
// their mark.
func (a *Alignment) ChangedSections() []briefings.Handle {
	var out []briefings.Handle
	seen := map[briefings.Handle]bool{}
	for _, c := range a.Changes() {
		if c.Op != Relocated && !seen[c.Section] {
			seen[c.Section] = true
			out = append(out, c.Section)
		}
	}
	return out
}
