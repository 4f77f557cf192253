package briefings

import (
	"strings"
	"unicode/utf8"
)

// CanonVersion numbers the definition of the canonical text that
// briefings/commonmark implements. It is stored with each revision: offsets of
// one version mean nothing in another.
const CanonVersion = 1

// Revision is a document as it was received once. Immutable: a changed
// document is a new revision.
//
// The canonical text is the text of the blocks in order, one "\n" between two
// blocks. Its offsets count Unicode code points, as the W3C Web Annotation Data
// Model asks (section 4.2.4).
type Revision struct {
	Number   int          `json:"number"`   // within the briefing, from 1
	Source   string       `json:"source"`   // URL or file name it came from
	Format   Format       `json:"format"`   // what the received bytes were
	Raw      []byte       `json:"-"`        // the received bytes, untouched; never shown
	RawHash  string       `json:"rawHash"`  // "sha256:" + hex of Raw
	TextHash string       `json:"textHash"` // "sha256:" + hex of the canonical text
	Canon    int          `json:"canon"`    // CanonVersion at the time
	Markdown string       `json:"-"`        // the source zone as CommonMark
	Blocks   []Block      `json:"-"`        // leaves of Markdown, in order
	Links    []Definition `json:"-"`        // link definitions that blocks refer to
	Replaced int          `json:"replaced"` // control characters that became U+FFFD
	Imported Time         `json:"imported"`
}

// Format names a kind of document that intake can read.
type Format string

const (
	FormatText     Format = "text"
	FormatMarkdown Format = "markdown"
	FormatHTML     Format = "html" // a saved web page
)

// Definition is a CommonMark link reference definition ("[label]: url").
type Definition struct{ Label, URL, Title string }

// Text returns the canonical text of the whole document.
func (r *Revision) Text() string {
	var b strings.Builder
	for i := range r.Blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(r.Blocks[i].Text)
	}
	return b.String()
}

// Block is a leaf of the document: what stands inside quotes and lists is
// flattened, with the containers it stands in noted on it.
type Block struct {
	Kind BlockKind
	// Level of a heading, 1 to 6; 0 otherwise.
	Level int
	// Markdown is the leaf's own source without the marks of its containers:
	// inline source of a heading, paragraph or footnote; all lines of a table;
	// the bare lines of code and HTML.
	Markdown string
	// Text is the canonical text: entities decoded, blanks folded to one space
	// (code keeps its own), hard breaks "\n", table cells parted by "\t" and
	// rows by "\n" (a break within a cell is a space), control characters
	// U+FFFD, NFC.
	Text string
	// Start and End are code points of the document's canonical text.
	Start, End int
	// Nest lists the containers from the outside in.
	Nest []Container
	// Info is the language of fenced code, or the label of the footnote that a
	// block begins, or of which it is a further paragraph or table.
	Info string
}

// BlockKind says how a leaf is laid out.
type BlockKind uint8

const (
	Paragraph BlockKind = iota
	Heading
	Code
	Table
	Rule     // thematic break; its text is empty
	HTML     // raw HTML, shown as text
	Footnote // the definition of a footnote, Info its label
)

// Container is a quote or a list item that a block stands in.
type Container struct {
	Kind ContainerKind
	// Number of an ordered item, 0 otherwise.
	Number int
	// First is set on the first block of the item, which carries its mark.
	First bool
	// Task is the box of a task item: ' ', 'x' or 0 if there is none.
	Task byte
	// Loose is set on an item whose list has blank lines between its items.
	Loose bool
	// Deeper is set on the innermost container if the source has more within it
	// than are kept.
	Deeper bool
}

// ContainerKind tells quotes from items.
type ContainerKind uint8

const (
	Quote ContainerKind = iota
	Bullet
	Ordered
)

// Section is a heading with what stands under it up to the next heading.
type Section struct {
	Handle Handle `json:"handle"`
	Title  string `json:"title"` // "" for text that stands before the first heading
	Level  int    `json:"level"` // as in the source, 1 to 6; 0 without a heading
	Roles  []Role `json:"roles"` // proposals, most certain first
	// Start and End are code points of the document's canonical text; the
	// heading belongs to its section.
	Start int `json:"start"`
	End   int `json:"end"`
	// Block is the index of the section's first block in its revision.
	Block int `json:"-"`
}

// Role says what a section is for.
type Role string

const (
	RoleOverview   Role = "overview"
	RoleBackground Role = "background"
	RoleTimeline   Role = "timeline"
	RoleActors     Role = "actors"
	RoleLimits     Role = "limits"
	RoleQuestions  Role = "questions"
	RoleReferences Role = "references"
	RoleOutlook    Role = "outlook"
)

// Outline cuts a document into sections at its headings. The title heads no
// section; what stands before the first heading is a section without a title.
func Outline(blocks []Block) []Section {
	var out []Section
	handles := Namer{}
	begin := func(i int, title string, level int) {
		handle := handles.Next(KindSection, sectionWords(title))
		out = append(out, Section{Handle: handle, Title: title, Level: level, Roles: []Role{}, Start: blocks[i].Start, Block: i})
	}
	title := titleBlock(blocks)
	for i := range blocks {
		b := &blocks[i]
		switch {
		case i == title:
		case b.Kind == Heading && len(b.Nest) == 0:
			begin(i, b.Text, b.Level)
		case len(out) == 0 && b.Text != "":
			begin(i, "", 0)
		}
		if n := len(out); n > 0 {
			out[n-1].End = b.End
		}
	}
	return out
}

// sectionWords gives a section a name to make its handle from, so that the same
// document has the same handles each time it is read.
func sectionWords(title string) string {
	if Slug(title, 1) == "" {
		return "section"
	}
	return title
}

const (
	// preambleBlocks and preambleMax, in code points, are how much may stand
	// before a title: the menu of a page, a kicker, a date.
	preambleBlocks = 12
	preambleMax    = 400
)

// titleBlock returns the index of the title, -1 if there is none: the first
// heading, if it is of level 1 and hardly anything stands before it.
func titleBlock(blocks []Block) int {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Heading && len(b.Nest) == 0 {
			if b.Level == 1 {
				return i
			}
			return -1
		}
		if i >= preambleBlocks || b.End > preambleMax {
			return -1
		}
	}
	return -1
}

// Title returns the title that the document itself has, or "".
func (r *Revision) Title() string {
	if i := titleBlock(r.Blocks); i >= 0 {
		return r.Blocks[i].Text
	}
	return ""
}

// SectionAt returns the index of the section that holds a code point of the
// document, -1 for one that stands before all sections (in the title).
func SectionAt(sections []Section, docOffset int) int {
	lo, hi := 0, len(sections)
	for lo < hi {
		mid := (lo + hi) / 2
		if sections[mid].Start <= docOffset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// Place numbers the blocks: it sets Start and End of each from the texts.
func Place(blocks []Block) {
	at := 0
	for i := range blocks {
		blocks[i].Start = at
		at += utf8.RuneCountInString(blocks[i].Text)
		blocks[i].End = at
		at++
	}
}
