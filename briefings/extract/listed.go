package extract

import (
	"strings"
	"unicode"

	"dossier/briefings"
)

// Lists tell by their place what each item is: below "Open points" stand open
// points, whatever their words, and below "What was withheld" what was.

// place is what a block is by where it stands.
type place struct {
	role briefings.Role     // of the line that leads the list in, "" outside such lists
	item bool               // its place alone makes it one
	told briefings.Transfer // what its place says of a limit
	lead bool               // it leads such a list in, and says nothing more
}

// leadInWords is how many words a line has at most that leads a list in.
const leadInWords = 14

// placesOfBlocks finds the items of lists under a heading, and of those that a
// line leads in which ends in a colon.
func (s *Source) placesOfBlocks() []place {
	out := make([]place, len(s.Revision.Blocks))
	section, under, leads := 0, place{}, place{}
	for i := range s.Revision.Blocks {
		for section < len(s.Sections) && s.Sections[section].Block <= i {
			under, leads = placeUnder(headingWords(s.Sections[section].Title)), place{}
			section++
		}
		b := &s.Revision.Blocks[i]
		if b.Kind != briefings.Paragraph {
			continue
		}
		if lead, ok := leadIn(b.Text); ok && len(b.Nest) == 0 {
			leads = placeUnder(headingWords(lead))
			out[i].lead = leads.item
			continue
		}
		item := isItem(b)
		switch {
		case item && leads.role != "":
			out[i] = leads
		case item || isBare(b.Text):
			out[i] = under
		}
		if head := runInHead(b.Text); head != nil {
			out[i] = place{role: placeUnder(head).role}
		}
		if !item {
			leads = place{}
		}
	}
	return out
}

// placeUnder is the place of an item under a heading.
func placeUnder(heading []string) place {
	var p place
	for i := range roleCues() {
		c := &roleCues()[i]
		if p.item || !c.list && p.role != "" || c.role != briefings.RoleLimits && c.role != briefings.RoleQuestions {
			continue
		}
		if c.is(heading) || !c.whole && c.in(heading) {
			p = place{role: c.role, item: c.list, told: c.told}
		}
	}
	return p
}

// leadIn returns the words of a short paragraph that ends in a colon.
func leadIn(text string) (string, bool) {
	words, ok := strings.CutSuffix(text, ":")
	return words, ok && len(strings.Fields(words)) <= leadInWords
}

// runInWords is how many words a head has at most that runs into its paragraph.
const runInWords = 5

// runInHead returns the words of the head that a paragraph opens with: "5.
// Unknowns. The price …".
func runInHead(text string) []string {
	head, rest, ok := strings.Cut(unlabelled(text), ". ")
	if words := headingWords(head); ok && rest != "" && len(words) <= runInWords {
		return words
	}
	return nil
}

// isItem says whether a block is the first of an item of a list, by its mark or
// by the number or letter that its text begins with.
func isItem(b *briefings.Block) bool {
	if n := len(b.Nest); n > 0 && b.Nest[n-1].Kind != briefings.Quote {
		return b.Nest[n-1].First
	}
	return unlabelled(b.Text) != b.Text
}

// bareWords is how many words a line may have that is an item without a mark.
const bareWords = 20

// isBare says whether a block is a line that no full stop ends.
func isBare(text string) bool {
	return strings.Count(text, " ") < bareWords && strings.TrimRightFunc(text, unicode.IsPunct) == text
}

// listedIn says whether a sentence stands where things of a role are listed: in
// such a section or below such a line.
func (s *Source) listedIn(sentence Sentence, role briefings.Role) bool {
	return s.Role(sentence.Section, role) || s.places[sentence.Block].role == role
}

// listed returns the place of a sentence that is the first of an item, if its
// place alone makes it one of a role.
func (s *Source) listed(i int, role briefings.Role) (place, bool) {
	sentence := s.Sentences[i]
	p := s.places[sentence.Block]
	first := i == 0 || s.Sentences[i-1].Block != sentence.Block
	return p, p.item && p.role == role && first
}
