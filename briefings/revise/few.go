package revise

import (
	"strings"
	"unicode/utf8"
)

// What has few letters, stands beside its equals, or was cut off another sentence may
// have been written anew wherever it stands. Before the contest lets it stay, these ask
// for more than the nearest known sentences.

// enough says whether a sentence of few letters, which may have been written anew, has
// beside it what it had: marks alone, what stands more than once, or with a number, on one
// side; the first two on both if they are a part of what looks like one sentence. What
// stands more than once must not have been passed by what stood beside it.
func (c *contest) enough(i, j int) bool {
	key := c.a.old.sentences[i].key
	before, behind := c.touch(i, j, -1), c.touch(i, j, 1)
	switch {
	case !few(key):
		return true
	case before && behind:
		return len(c.olds[key]) == 1 || !c.passed(i, j)
	case before || behind:
		return letters(key) > 0 && len(c.olds[key]) == 1 || !c.a.old.sentences[i].cut && !c.a.new.sentences[j].cut
	}
	return letters(key) > 0 && !(numbered(key) && utf8.RuneCountInString(key) < approximateMin) &&
		!(len(c.olds[key]) > 1 && c.fit(i, j, nil) == 0)
}

// passed says whether a sentence that went on one side of i may be one that came on the
// other side of j, in other words: then what stands between is another copy.
func (c *contest) passed(i, j int) bool {
	lost := func(step int) bool { x := i + step; return x >= 0 && x < len(c.went) && c.went[x] < 0 }
	came := func(step int) bool { y := j + step; return y >= 0 && y < len(c.origins) && c.origins[y] < 0 }
	return lost(-1) && came(1) || lost(1) && came(-1)
}

// partedAlike says whether equal sentences side by side that are as many as they were are
// parted into lines as they were: where they are not, one was taken out and put back, and
// nothing tells which. Marks alone have to be as many, since they are written anywhere.
func (c *contest) partedAlike(i, j int) bool {
	was, is := c.a.old.run(i), c.a.new.run(j)
	return was == is || len(was) != len(is) && letters(c.a.old.sentences[i].key) > 0
}

// run writes down the sentences side by side that have the words of sentence i: a letter
// for each two of them, that says whether they stand in one line.
func (t *Text) run(i int) string {
	from, key := i, t.sentences[i].key
	for from > 0 && t.sentences[from-1].key == key {
		from--
	}
	var out strings.Builder
	for n := from + 1; n < len(t.sentences) && t.sentences[n].key == key; n++ {
		if strings.Contains(t.words[t.sentences[n-1].end:t.sentences[n].start], "\n") {
			out.WriteByte('/')
		} else {
			out.WriteByte(' ')
		}
	}
	return out.String()
}

// ofTheRest says whether new sentence j was cut off one whose rest is an old sentence in
// other words that had these words there itself.
func (c *contest) ofTheRest(j int) bool {
	key := c.a.new.sentences[j].key
	old := func(at int) string {
		if at < 0 || at >= len(c.origins) || c.origins[at] < 0 || !c.a.new.sentences[at].cut {
			return ""
		}
		return c.a.old.sentences[c.origins[at]].key
	}
	return c.a.new.sentences[j].cut && (strings.HasSuffix(old(j-1), " "+key) || strings.HasPrefix(old(j+1), key+" "))
}

// few says whether words have so few letters that they may have been written anew.
func few(key string) bool { return letters(key) < approximateMin }

func letters(key string) int {
	n := 0
	for _, r := range key {
		if isWord(r) {
			n++
		}
	}
	return n
}
