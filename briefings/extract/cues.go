package extract

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// A cue file says by which words an extractor knows what it looks for. One cue
// a line, what it tells before the colon and the pattern behind it:
//
//	strong gap: @be [still] unclear
//
// A pattern is a row of steps: a word; words/with/slashes, any of them; a
// word~, its other forms too; @name, a set that a line "set name: …" listed;
// a step in [brackets] may be missing; "#" is a number, "NAME" a word with a
// capital that no cue has; ".." stands for up to
// three words of the same clause, "..." for up to eight that may pass commas
// (nothing else in a pattern does);
// "^" opens the sentence and "$" closes it. What the cue is about begins at a
// ">" or ends at a "<". Lines that begin with "#" are remarks.
type cueTable struct {
	vocabulary map[string]wordID
	cues       []cue
	first      [][]int // by wordID: the cues whose first step has the word
	sets       map[string]wordSet
	signs      []string // the names of its signs
}

// cue is a pattern with what it tells.
type cue struct {
	tells   []string
	pattern string
	steps   []step
	opens   bool // only at the beginning of a sentence
	closes  bool // only at its end
	// subject is the step at which a mark stands, -1 for none; before says
	// that it is "<": the subject ends there.
	subject int
	before  bool
	sign    int // index of the sign that it is, -1 for none
}

type step struct {
	words    wordSet
	optional bool
	gap      int  // 0 for words; otherwise so many words may stand there
	commas   bool // the gap may pass commas
}

const (
	shortGap = 3
	longGap  = 8
)

// wordSet is a set of word ids, a bit each.
type wordSet []uint64

func (s wordSet) has(id wordID) bool {
	return int(id>>6) < len(s) && s[id>>6]&(1<<(id&63)) != 0
}

func (s wordSet) with(id wordID) wordSet {
	for int(id>>6) >= len(s) {
		s = append(s, 0)
	}
	s[id>>6] |= 1 << (id & 63)
	return s
}

// cuesOf reads a cue file that is part of the program when it is first asked
// for: a start that reads no text does not pay for it.
func cuesOf(data string) func() *cueTable {
	return sync.OnceValue(func() *cueTable {
		t, err := readCues(data)
		if err != nil {
			panic(err)
		}
		return t
	})
}

func readCues(data string) (*cueTable, error) {
	t := &cueTable{vocabulary: map[string]wordID{}, sets: map[string]wordSet{}}
	number := 0
	for line := range strings.Lines(data) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		head, pattern, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("cue line %d: no colon in %q", number, line)
		}
		if err := t.add(strings.Fields(head), strings.Fields(pattern)); err != nil {
			return nil, fmt.Errorf("cue line %d: %w", number, err)
		}
	}
	t.index()
	return t, nil
}

func (t *cueTable) add(head, pattern []string) error {
	if len(head) == 0 || len(pattern) == 0 {
		return fmt.Errorf("nothing on one side of the colon")
	}
	if head[0] == "set" && len(head) == 2 {
		for _, word := range pattern {
			words, err := t.words(word)
			if err != nil {
				return err
			}
			t.sets[head[1]] = union(t.sets[head[1]], words)
		}
		return nil
	}
	c := cue{tells: head, pattern: strings.Join(pattern, " "), subject: -1, sign: -1}
	if head[0] == "sign" && len(head) == 2 {
		c.sign = t.sign(head[1])
	}
	for _, p := range pattern {
		switch p {
		case ">", "<":
			c.subject, c.before = len(c.steps), p == "<"
			continue
		case "^":
			c.opens = true
			continue
		case "$":
			c.closes = true
			continue
		case "..":
			c.steps = append(c.steps, step{gap: shortGap})
			continue
		case "...":
			c.steps = append(c.steps, step{gap: longGap, commas: true})
			continue
		}
		bare := strings.TrimSuffix(strings.TrimPrefix(p, "["), "]")
		words, err := t.words(bare)
		if err != nil {
			return err
		}
		c.steps = append(c.steps, step{words: words, optional: bare != p})
	}
	if len(c.steps) == 0 || c.steps[0].optional || c.steps[0].gap > 0 {
		return fmt.Errorf("the first step of %q must be a word", c.pattern)
	}
	t.cues = append(t.cues, c)
	return nil
}

// words reads one step: alternatives of words, inflected words and sets.
func (t *cueTable) words(alternatives string) (wordSet, error) {
	var out wordSet
	for _, w := range strings.Split(alternatives, "/") {
		if name, ok := strings.CutPrefix(w, "@"); ok {
			set, known := t.sets[name]
			if !known {
				return nil, fmt.Errorf("no set %q", name)
			}
			out = union(out, set)
			continue
		}
		if w == "" {
			return nil, fmt.Errorf("an empty word in %q", alternatives)
		}
		forms := []string{w}
		if base, ok := strings.CutSuffix(w, "~"); ok {
			forms = inflected(base)
		}
		for _, form := range forms {
			out = out.with(t.id(form))
		}
	}
	return out, nil
}

func (t *cueTable) id(word string) wordID {
	switch word {
	case "#":
		return numberID
	case "NAME":
		return nameID
	}
	id, known := t.vocabulary[word]
	if !known {
		id = firstWordID + wordID(len(t.vocabulary))
		t.vocabulary[word] = id
	}
	return id
}

// sign returns the number of a sign.
func (t *cueTable) sign(name string) int {
	if i := slices.Index(t.signs, name); i >= 0 {
		return i
	}
	t.signs = append(t.signs, name)
	return len(t.signs) - 1
}

func (t *cueTable) index() {
	t.first = make([][]int, int(firstWordID)+len(t.vocabulary))
	for i := range t.cues {
		for base, set := range t.cues[i].steps[0].words {
			for ; set != 0; set &= set - 1 {
				id := base*64 + bits.TrailingZeros64(set)
				t.first[id] = append(t.first[id], i)
			}
		}
	}
}

func union(a, b wordSet) wordSet {
	out := append(wordSet(nil), a...)
	for len(out) < len(b) {
		out = append(out, 0)
	}
	for i, word := range b {
		out[i] |= word
	}
	return out
}

// found is a cue at work: the words from and up to (exclusive) that it took,
// and the word at its subject mark, if it has one.
type found struct {
	cue      *cue
	from, to int
	mark     int
}

// find appends every cue found in a sentence's words to out, in their order.
func (t *cueTable) find(words []word, out []found) []found {
	for i := range words {
		if words[i].id == unknownID {
			continue
		}
		for _, n := range t.first[words[i].id] {
			c := &t.cues[n]
			if c.opens && i > 0 {
				continue
			}
			hit := found{cue: c, from: i}
			if hit.to = c.match(words, i, 0, &hit.mark); hit.to >= 0 {
				out = append(out, hit)
			}
		}
	}
	return out
}

// match tries the steps from s on at word i and notes the word at the subject
// mark. It returns the end, -1 if the steps do not fit.
func (c *cue) match(words []word, i, s int, mark *int) int {
	if s == c.subject {
		*mark = i
	}
	if s == len(c.steps) {
		if c.closes && i < len(words) {
			return -1
		}
		return i
	}
	st := &c.steps[s]
	if st.gap > 0 {
		return c.matchGap(words, i, s, mark)
	}
	if i < len(words) && st.words.has(words[i].id) && (s == 0 || words[i].after == breakNone || c.steps[s-1].commas && words[i].after == breakComma) {
		if to := c.match(words, i+1, s+1, mark); to >= 0 {
			return to
		}
	}
	if st.optional {
		return c.match(words, i, s+1, mark)
	}
	return -1
}

// matchGap tries the steps behind the gap s, the shortest gap first.
func (c *cue) matchGap(words []word, i, s int, mark *int) int {
	longest := breakNone
	if c.steps[s].commas {
		longest = breakComma
	}
	for skip := 0; skip <= c.steps[s].gap && i+skip < len(words); skip++ {
		if skip > 0 && max(words[i+skip-1].after, words[i+skip].after) > longest {
			return -1
		}
		if to := c.match(words, i+skip, s+1, mark); to >= 0 {
			return to
		}
	}
	return -1
}
