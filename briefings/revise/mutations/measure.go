package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/revise"
)

// row counts what became of the anchors under one kind of edit.
type row struct {
	anchors, stands int // stands: the passage is there word for word
	// Of those that stand: placed rightly and in silence, in its section or elsewhere;
	// placed rightly and told to be a guess; and not placed.
	kept, moved, told, missed int
	// Of all: placed on another place, and told to be a guess or to read differently.
	amiss int
	// Of those that changed or went: shown at their place, and not placed.
	drifted, unplacedChanged int
	// Of all: placed as certain on another place; apart from that, on another
	// copy of a repeated passage that now stands where this one stood, right before
	// or right behind what this one stood beside: nothing in the text tells the two
	// apart.
	wrong, twin              int
	graveChanged, graveShown int // drifted with a number, negation or name changed, and marked as such
	// once counts those whose words stand once in each of the two texts, oncePlaced how
	// many of these were placed.
	once, oncePlaced int
	// worded counts those of which some letter or digit can be read, bare the others, such
	// as a brace or a dash; byAThread the placed ones in a sentence that stands beside an
	// equal one, of which only the order tells.
	worded, bare outcome
	byAThread    int
	// unplaced counts, of those that stand, the ones that were not placed, by reason.
	unplaced [reasons]int
	// right and amissBy count the placements of words that stand as they stood, on their
	// place and on others, by margin.
	right, amissBy spread
}

// outcome is what became of passages: of those that stand how many were placed, and how
// many missed of which the texts tell where they went; of all how many were placed wrongly.
type outcome struct{ stands, placed, missed, wrong int }

func (o *outcome) add(p outcome) {
	o.stands, o.placed, o.missed, o.wrong = o.stands+p.stands, o.placed+p.placed, o.missed+p.missed, o.wrong+p.wrong
}

func (r *row) add(o row) {
	for _, c := range []struct{ to, from *int }{
		{&r.anchors, &o.anchors}, {&r.stands, &o.stands}, {&r.kept, &o.kept}, {&r.moved, &o.moved}, {&r.told, &o.told}, {&r.missed, &o.missed},
		{&r.amiss, &o.amiss}, {&r.drifted, &o.drifted}, {&r.unplacedChanged, &o.unplacedChanged}, {&r.wrong, &o.wrong}, {&r.twin, &o.twin},
		{&r.graveChanged, &o.graveChanged}, {&r.graveShown, &o.graveShown}, {&r.once, &o.once}, {&r.oncePlaced, &o.oncePlaced}, {&r.byAThread, &o.byAThread},
	} {
		*c.to += *c.from
	}
	r.worded.add(o.worded)
	r.bare.add(o.bare)
	for why, n := range o.unplaced {
		r.unplaced[why] += n
	}
	r.right.add(&o.right)
	r.amissBy.add(&o.amissBy)
}

// trial edits a document once and measures its anchors.
func trial(rng *rand.Rand, source *extract.Source, m mutation, anchors int, tell func(briefings.Anchor, string)) (row, bool) {
	e := &editor{Rand: rng, document: cut(source).clone()}
	m.edit(e)
	if !e.touched {
		return row{}, false
	}
	rev, places := e.build(source.Text)
	old := revise.NewText(source.Revision, source.Sections)
	text := rev.Text()
	alignment := revise.Align(old, revise.NewText(&rev, nil))
	locator := briefings.NewLocator(text, nil)
	var out row
	every := anchors == 0
	if every {
		anchors = len(source.Sentences)
	}
	for n := range anchors {
		start, end := source.Sentences[n%len(source.Sentences)].Start, source.Sentences[n%len(source.Sentences)].End
		if !every {
			start, end = passage(rng, source)
		}
		r := judge(alignment, source, start, end, places, text, locator, tell)
		if r.missed > 0 {
			e := &edited{source, text, places}
			why := e.whyUnplaced(start, end)
			r.unplaced[why] = 1
			tell(source.Anchor(extract.Span{Start: start, End: end}), "NOT PLACED: "+why.String()+e.twins(start, end))
		}
		r.sort(source, start, end)
		out.add(r)
	}
	return out, true
}

// sort says of which sort the one passage of a row is.
func (r *row) sort(source *extract.Source, start, end int) {
	got := outcome{r.stands, r.kept + r.moved + r.told, r.unplaced[told], r.wrong}
	if strings.ContainsFunc(source.Text[start:end], func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		r.worded = got
	} else {
		r.bare = got
	}
	e := edited{source: source}
	if i := e.sentence(start); got.placed > 0 && (e.equal(i, i-1) || e.equal(i, i+1)) {
		r.byAThread = 1
	}
}

// passage chooses what an analyst or an extractor would mark: a sentence, two,
// a few words, a word.
func passage(rng *rand.Rand, source *extract.Source) (start, end int) {
	i := rng.IntN(len(source.Sentences))
	s := source.Sentences[i]
	switch rng.IntN(5) {
	case 0, 1:
		return s.Start, s.End
	case 2:
		if i+1 < len(source.Sentences) && source.Sentences[i+1].Block == s.Block {
			return s.Start, source.Sentences[i+1].End
		}
		return s.Start, s.End
	}
	var starts []int
	for at := s.Start; at < s.End; at++ {
		if isWordByte(source.Text[at]) && (at == s.Start || !isWordByte(source.Text[at-1])) {
			starts = append(starts, at)
		}
	}
	if len(starts) == 0 {
		return s.Start, s.End
	}
	k := rng.IntN(len(starts))
	last := min(len(starts)-1, k+rng.IntN(9))
	end = starts[last]
	for end < s.End && isWordByte(source.Text[end]) {
		end++
	}
	return starts[k], end
}

// judge compares where an anchor was placed with where its words went.
func judge(al *revise.Alignment, source *extract.Source, start, end int, places []int, text string, locator *briefings.Locator, tell func(briefings.Anchor, string)) row {
	anchor := source.Anchor(extract.Span{Start: start, End: end})
	got, placement := al.Reanchor(anchor)
	r := row{anchors: 1}
	first, last := -1, -1
	for at := start; at < end; at++ {
		if p := places[at]; p >= 0 {
			if first < 0 {
				first = p
			}
			first, last = min(first, p), max(last, p)
		}
	}
	stands := places[start] >= 0 && places[start]+len(anchor.Exact) <= len(text) && text[places[start]:places[start]+len(anchor.Exact)] == anchor.Exact
	from, to := locator.Byte(got.DocStart), locator.Byte(got.DocEnd)
	certain := got.State == briefings.Anchored || got.State == briefings.Moved
	same := got.Placed() && len(placement.Diff) == 0 // words that stand as they stood
	right := stands && same && from == places[start]
	if !stands && same && first >= 0 {
		// Only quotes, dashes or line ends were set anew: the words stand.
		right = from <= first && to >= last+1 && plain(text[from:to]) == plain(anchor.Exact)
		stands = right
	}
	if same && first < 0 && start > 0 && places[start-1] == from-1 && plain(text[from:to]) == plain(anchor.Exact) {
		right, stands = true, true // a mark alone, set anew
	}
	if stands {
		r.stands = 1
	}
	if strings.Count(source.Text, anchor.Exact) == 1 && strings.Count(text, anchor.Exact) == 1 {
		if r.once = 1; got.Placed() {
			r.oncePlaced = 1
		}
	}
	switch {
	case right:
		r.right.count(placement.Margin)
	case same:
		r.amissBy.count(placement.Margin)
	}
	switch {
	case right && got.State == briefings.Moved:
		r.moved = 1
	case right && certain:
		r.kept = 1
	case right:
		r.told = 1
	case certain && text[from:to] == anchor.Exact && strings.Count(source.Text, anchor.Exact) > 1 &&
		(stillBeside(source.Text, text, places, start-1, from-1, -1) || stillBeside(source.Text, text, places, end, to, 1)):
		r.twin = 1
	case certain:
		r.wrong = 1
		tell(got, "WRONG: "+text[max(0, from-80):min(len(text), to+80)])
	case got.State == briefings.Drifted && first >= 0 && min(to, last+1)-max(from, first) > (last+1-first)/2:
		r.drifted = 1
	case got.State == briefings.Drifted:
		r.amiss = 1
		tell(got, fmt.Sprintf("AMISS by %d: %s", placement.Margin, text[max(0, from-80):min(len(text), to+80)]))
	case stands:
		r.missed = 1
	default:
		r.unplacedChanged = 1
	}
	if got.State == briefings.Drifted && digits(anchor.Exact) != digits(text[from:to]) {
		r.graveChanged = 1
		if placement.Grave {
			r.graveShown = 1
		}
	}
	return r
}

// stillBeside says whether the first letter before or behind a passage, whose place is
// asked for, is the first one before or behind a place of the new text.
func stillBeside(old, new string, places []int, at, now, step int) bool {
	blank := func(s string, i int) bool { return i >= 0 && i < len(s) && (s[i] == ' ' || s[i] == '\n') }
	for blank(old, at) {
		at += step
	}
	for blank(new, now) {
		now += step
	}
	return at >= 0 && at < len(old) && places[at] == now
}

func plain(s string) string {
	return strings.NewReplacer("’", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "‘", "'", "\n", " ").Replace(s)
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
