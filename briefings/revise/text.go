// Package revise takes a changed document in without losing what was made of
// the old one: it finds passages again (Align, Alignment.Reanchor), says what
// changed (Changes), merges what an extractor reads in the new text with what
// people corrected in the old (Revise), merges the work of two analysts
// (Exchange), and tells which briefing a document is a new text of (Recognise).
// Pure functions.
//
// A passage is never placed wrongly in silence. It is placed only where its own
// sentence is known to have gone; the same words elsewhere are another passage.
package revise

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// Text is a revision prepared for comparison.
type Text struct {
	words     string // canonical text
	number    int    // of the revision
	sections  []briefings.Section
	locator   *briefings.Locator
	sentences []sentence
}

// sentence is a sentence of the canonical text, in bytes.
type sentence struct {
	start, end int
	section    int    // index of its section, -1 in the title
	key        string // its words without what typography changes
	cut        bool   // it is a part of what looks like one sentence
}

// NewText prepares a revision. The sections are the briefing's, with the
// handles that its anchors name; nil takes the revision's own outline.
func NewText(rev *briefings.Revision, sections []briefings.Section) *Text {
	source := extract.NewSource(rev, briefings.Meta{})
	if sections == nil {
		sections = source.Sections
	}
	t := &Text{words: source.Text, number: rev.Number, sections: sections, locator: briefings.NewLocator(source.Text, sections)}
	for _, s := range source.Sentences {
		t.sentences = append(t.sentences, sentence{s.Start, s.End, briefings.SectionAt(sections, t.locator.Point(s.Start)), plainForm(source.Text[s.Start:s.End]), false})
	}
	return t
}

// sentenceAt returns the sentence that holds a byte, -1 if none does.
func (t *Text) sentenceAt(at int) int {
	i := sort.Search(len(t.sentences), func(i int) bool { return t.sentences[i].end > at })
	if i < len(t.sentences) && t.sentences[i].start <= at {
		return i
	}
	return -1
}

// title returns the heading of a section, "" for the document's title.
func (t *Text) title(section int) string {
	if section < 0 {
		return ""
	}
	return t.sections[section].Title
}

// handle returns a section's handle.
func (t *Text) handle(section int) briefings.Handle {
	if section < 0 {
		return ""
	}
	return t.sections[section].Handle
}

// typography maps what an editor's keyboard changes to one form.
var typography = strings.NewReplacer("’", "'", "‘", "'", "‛", "'", "“", `"`, "”", `"`, "„", `"`, "–", "-", "—", "-", "‑", "-", "‐", "-", "−", "-", "…", "...",
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u00ad", "", "\u200b", "", "\ufeff", "")

// plainForm brings words to the form in which they count as the same words:
// quotes, dashes, blanks and invisible characters are one; case, accents and
// digits are kept, since they change what is said.
func plainForm(s string) string {
	s = typography.Replace(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// sameWords says whether only typography tells two passages apart.
func sameWords(x, y string) bool { return x == y || plainForm(x) == plainForm(y) }

// token is a word, a number or a mark of a text, in bytes.
type token struct {
	start, end int
	form       string
}

// tokens cuts text[start:end]; offsets are of the text.
func tokens(text string, start, end int) []token {
	var out []token
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		to := i + size
		for inWord := isWord(r); inWord && to < end; {
			r, size = utf8.DecodeRuneInString(text[to:end])
			if inWord = isWord(r); inWord {
				to += size
			}
		}
		if form := plainForm(text[i:to]); form != "" {
			out = append(out, token{i, to, form})
		}
		i = to
	}
	return out
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}
