// Package extract reads a source revision and proposes records: one kind a
// file. It reads no disk and no clock, and never makes a record without the
// passage that it was read from.
package extract

import (
	"sort"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/extract/timex"
)

// Source is a document prepared for the extractors: its canonical text once,
// its blocks, sections and sentences in bytes of that text.
type Source struct {
	Revision  *briefings.Revision
	Meta      briefings.Meta
	Text      string
	Blocks    []Span // Blocks[i] is where Revision.Blocks[i] stands
	Sections  []briefings.Section
	Sentences []Sentence
	places    []place // places[i] is what Revision.Blocks[i] is by where it stands
	locator   *briefings.Locator
	published Span              // the words that tell the document's date, empty if none do
	language  string            // of the document: as it says, else as its words tell
	known     map[int]edtf.Date // dates that a person put right, by the byte at which their words begin
}

// Span is a half-open range of bytes of the canonical text.
type Span struct{ Start, End int }

// Sentence is a sentence of a block; sentences never cross blocks. A heading
// is one sentence, an item without a full stop too.
type Sentence struct {
	Span
	Block   int // index of its block
	Section int // index of its section, -1 in the title
}

// NewSource prepares a revision.
func NewSource(rev *briefings.Revision, meta briefings.Meta) *Source {
	s := &Source{Revision: rev, Meta: meta, Text: rev.Text(), Sections: Sections(rev)}
	s.locator = briefings.NewLocator(s.Text, s.Sections)
	s.Blocks = make([]Span, len(rev.Blocks))
	s.Sentences = make([]Sentence, 0, len(s.Text)/120+len(rev.Blocks))
	var spans []Span
	at := 0
	for i := range rev.Blocks {
		b := &rev.Blocks[i]
		s.Blocks[i] = Span{at, at + len(b.Text)}
		section := briefings.SectionAt(s.Sections, b.Start)
		spans = split(b, spans[:0])
		for _, span := range spans {
			s.Sentences = append(s.Sentences, Sentence{Span{at + span.Start, at + span.End}, i, section})
		}
		at += len(b.Text) + 1
	}
	s.places = s.placesOfBlocks()
	s.language = languageOf(meta.Lang, s.Text)
	s.Meta.Reference, s.published = s.date()
	if s.Meta.Date == "" && s.Meta.Reference.Rule.TellsPublication() {
		s.Meta.Date = s.Meta.Reference.Date
	}
	return s
}

// languageOf is a BCP 47 tag of the language that dates are read in.
func languageOf(said, text string) string {
	if said != "" {
		return said
	}
	if l, err := timex.Detect(text); err == nil {
		return l.Name
	}
	return ""
}

// Anchor makes the anchor of a span.
func (s *Source) Anchor(span Span) briefings.Anchor { return s.locator.Anchor(span.Start, span.End) }

// Words returns the text of a span.
func (s *Source) Words(span Span) string { return s.Text[span.Start:span.End] }

// SentenceAt returns the index of the sentence that holds a byte, or of the
// one before it.
func (s *Source) SentenceAt(at int) int {
	i := sort.Search(len(s.Sentences), func(i int) bool { return s.Sentences[i].Start > at })
	return max(i-1, 0)
}

// Point turns a byte offset into a code point of the document, Byte the other
// way round.
func (s *Source) Point(at int) int   { return s.locator.Point(at) }
func (s *Source) Byte(point int) int { return s.locator.Byte(point) }

// Role says whether the section with this index has a role; false for -1.
func (s *Source) Role(section int, role briefings.Role) bool {
	if section < 0 {
		return false
	}
	for _, r := range s.Sections[section].Roles {
		if r == role {
			return true
		}
	}
	return false
}
