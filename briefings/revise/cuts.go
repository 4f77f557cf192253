package revise

import (
	"slices"
	"strings"
)

// Where a sentence ends depends on what stands behind it: a line of a table of
// contents is a sentence until one more is put behind it, and then the two are
// one. So where a sentence that is left of the one text begins or ends with one
// that is left of the other, it is cut there and the texts are compared again.

// cutRounds bounds how often a text is cut and compared again: once for each
// sentence that was glued to the same one.
const cutRounds = 4

// expectReach is how many sentences that are left a gap may have.
const expectReach = 8

// longestCut is the length in bytes up to which a beginning or an end of a
// sentence is looked for.
const longestCut = 2000

// side is one text in the search for cuts: what is left of it, by words, and
// where its sentences went.
type side struct {
	text *Text
	left map[string][]int
	went []int // of each sentence the one it became in the other text, -1 for none
}

// cut cuts the sentences of both texts, and says whether it found where.
func (a *Alignment) cut() (old, new *Text, found bool) {
	x := side{text: a.old, went: a.same, left: map[string][]int{}}
	y := side{text: a.new, went: a.origins(), left: map[string][]int{}}
	for _, s := range []*side{&x, &y} {
		for i, to := range s.went {
			if to < 0 {
				key := s.text.sentences[i].key
				s.left[key] = append(s.left[key], i)
			}
		}
	}
	old, new = x.cutBy(&y), y.cutBy(&x)
	return old, new, len(old.sentences)+len(new.sentences) > len(a.old.sentences)+len(a.new.sentences)
}

// cutBy returns the text with what is left of it cut by what is left of another.
func (s *side) cutBy(other *side) *Text {
	out := *s.text
	out.sentences = nil
	for i, sentence := range s.text.sentences {
		key := sentence.key
		at := -1
		if s.went[i] < 0 && len(other.left[key]) == 0 {
			at = s.cutAt(i, other)
		}
		if at < 0 {
			out.sentences = append(out.sentences, sentence)
			continue
		}
		head, tail := sentence, sentence
		head.end, tail.start = s.text.bytesOf(i, key[:at])
		head.key, tail.key = key[:at], key[at+1:]
		head.cut, tail.cut = true, true
		out.sentences = append(out.sentences, head, tail)
	}
	return &out
}

// cutAt returns the blank in the words of a sentence at which it is to be cut,
// -1 for none: what stands before it or behind it is a sentence of the other
// text, and so is the rest; or it is the one that is expected there. What stands
// in it twice tells no place.
func (s *side) cutAt(i int, other *side) int {
	key := s.text.sentences[i].key
	for at := strings.IndexByte(key, ' '); at >= 0 && at <= longestCut; at = next(key, at) {
		if heads := other.left[key[:at]]; len(heads) > 0 && !strings.Contains(key[at:], key[:at]) && (other.begins(key[at+1:]) || s.expects(i, -1, heads, other)) {
			return at
		}
	}
	for at := strings.LastIndexByte(key, ' '); at > 0 && len(key)-at <= longestCut; at = strings.LastIndexByte(key[:at], ' ') {
		if tails := other.left[key[at+1:]]; len(tails) > 0 && !strings.Contains(key[:at], key[at:]) && s.expects(i, 1, tails, other) {
			return at
		}
	}
	return -1
}

func next(key string, at int) int {
	if n := strings.IndexByte(key[at+1:], ' '); n >= 0 {
		return at + 1 + n
	}
	return -1
}

// begins says whether words are a sentence that is left, or begin with one.
func (s *side) begins(words string) bool {
	for at := len(words); at > 0; at = strings.LastIndexByte(words[:at], ' ') {
		if at <= longestCut && len(s.left[words[:at]]) > 0 {
			return true
		}
	}
	return false
}

// expects says whether one of the other text's sentences stands beside what the
// nearest known neighbour of sentence i went to, with nothing known between, and
// no sentence beside it there is sentence i in other words.
func (s *side) expects(i, step int, candidates []int, other *side) bool {
	beside := i + step
	for beside >= 0 && beside < len(s.went) && s.went[beside] < 0 {
		beside += step
	}
	at := len(other.went)
	switch {
	case beside < 0:
		at = -1
	case beside < len(s.went):
		at = s.went[beside]
	}
	found := false
	for n := 1; n <= expectReach; n++ {
		c := at - n*step
		if c < 0 || c >= len(other.went) || other.went[c] >= 0 {
			break
		}
		if slices.Contains(candidates, c) {
			found = true
		} else if shared(s.text.tokensOf(i), other.text.tokensOf(c)) >= alikeBetween {
			return false
		}
	}
	return found
}

// bytesOf returns where words that sentence i begins with end, and where what
// stands behind them begins.
func (t *Text) bytesOf(i int, words string) (end, start int) {
	s := t.sentences[i]
	list := t.tokensOf(i)
	for n := 0; n+1 < len(list); n++ {
		if list[n].end < list[n+1].start && plainForm(t.words[s.start:list[n].end]) == words {
			return list[n].end, list[n+1].start
		}
	}
	return s.end, s.end
}
