package briefings

import (
	"cmp"
	"hash/fnv"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Several entries of a timeline may tell of one thing: they are one happening.
// Merging is a view: nothing is changed, and each entry keeps its passage.

// sameWords is the share of common words from which two entries of one date
// tell of the same thing; sameWordsOfActors where they name the same actors.
const (
	sameWords         = 0.5
	sameWordsOfActors = 0.3
)

// mostOfOneDate is with how many happenings of its date an entry is compared:
// the last ones, so that a long chronicle takes no longer than it has entries.
const mostOfOneDate = 40

// Tellings are what of entries says whether they tell of one thing, and none of
// the entries themselves: there may be tens of thousands. The zero value is
// empty.
type Tellings struct {
	of    []telling
	words []uint32 // hashes of the entries' words and actors
}

// telling is what an entry tells.
type telling struct {
	on     uint64 // date and status, as their hash; 0 is undated
	first  int32  // of Tellings.words: its words, each once and in order
	actors int32  // and behind them its actors
	end    int32
}

// Add takes an entry in; they are numbered from 0.
func (t *Tellings) Add(e *Event) {
	one := telling{first: int32(len(t.words))}
	if e.When != "" {
		on := fnv.New64a()
		io.WriteString(on, strings.TrimRight(e.When, "~?%")+" "+string(e.Status))
		one.on = on.Sum64()
		t.words = appendContentWords(t.words, e.Text)
	}
	one.actors = int32(len(t.words))
	for _, h := range e.Actors {
		t.words = append(t.words, hashOf(string(h)))
	}
	one.end = int32(len(t.words))
	t.of = append(t.of, one)
}

// Happenings gathers entries, given by their numbers in the order in which the
// text tells them: those of the same date and status are one happening if they
// tell it in the same words. It gives for each entry which one of them is the
// first that tells of its happening.
func (t *Tellings) Happenings(order []int) (first []int) {
	first = make([]int, len(order))
	on := map[uint64][]int{} // the first ones, by date and status
next:
	for i, n := range order {
		first[i] = i
		one := &t.of[n]
		if one.on == 0 {
			continue
		}
		others := on[one.on]
		for _, other := range others[max(len(others)-mostOfOneDate, 0):] {
			if t.same(&t.of[order[other]], one) {
				first[i] = other
				continue next
			}
		}
		on[one.on] = append(others, i)
	}
	return first
}

// same says whether two entries of one date tell of one thing, by the words and
// the actors that they share.
func (t *Tellings) same(a, b *telling) bool {
	inA, inB := t.words[a.first:a.actors], t.words[b.first:b.actors]
	common := 0
	for i, j := 0, 0; i < len(inA) && j < len(inB); {
		switch c := cmp.Compare(inA[i], inB[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	all := len(inA) + len(inB) - common
	if all == 0 {
		return false
	}
	need := sameWords
	of := t.words[b.actors:b.end]
	if slices.ContainsFunc(t.words[a.actors:a.end], func(h uint32) bool { return slices.Contains(of, h) }) {
		need = sameWordsOfActors
	}
	return float64(common)/float64(all) >= need
}

// appendContentWords adds the words of a text that tell something: folded, of
// four letters or more, without digits. Each stands once, as its hash, in order:
// each entry is compared with many others.
func appendContentWords(to []uint32, text string) []uint32 {
	begin := len(to)
	for w := range strings.FieldsFuncSeq(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) >= 4 {
			to = append(to, hashOf(w))
		}
	}
	slices.Sort(to[begin:])
	return to[:begin+len(slices.Compact(to[begin:]))]
}

func hashOf(word string) uint32 {
	h := fnv.New32a()
	io.WriteString(h, word)
	return h.Sum32()
}
