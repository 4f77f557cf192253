package extract

import "strings"

// The words of a sentence that say what is limited, so that a line of the ledger
// can be read alone: the clause around its cue, without what leads over, who says
// so, and what is told besides.

// limitPhrase returns the words of a sentence that tell the limit which some of
// them, the cue, were known by; the sentence itself where that is all of it.
func limitPhrase(sentence, cue string) string {
	if out := limitWords(sentence, cue); out != strings.TrimRight(sentence, ".") {
		return headed(out)
	}
	return sentence
}

// limitWords is limitPhrase without the stop at the end.
func limitWords(sentence, cue string) string {
	g := newGister(sentence, cue)
	whole := g.String()
	g.free = Span{}
	for g.skip(g.opener()) || g.skip(g.frame()) || g.skip(g.beforeCue()) {
	}
	if g.dated.End > g.dated.Start {
		g.around(g.dated)
		g.besides()
		g.brackets()
		g.aside()
	}
	if g.left() < leastGist {
		return whole
	}
	return g.String()
}

// beforeCue returns where the main clause begins behind one that only says under
// what circumstances, if the cue stands in the main one.
func (g *gister) beforeCue() int {
	if !g.is(g.from, "lead") || g.is(g.from, "condition") {
		return 0
	}
	for i := g.from + 1; i < g.to; i++ {
		if g.words[i].after != breakComma {
			continue
		}
		if i > g.dated.Start || g.any(g.from, i, "condition") || g.is(i, "pronoun") || g.is(i, "whose") || g.acting(i) || !g.beginsClause(i) {
			return 0
		}
		return i
	}
	return 0
}

// besides leaves out what a sentence goes on to tell behind the clause of the
// cue, unless a condition stands in it.
func (g *gister) besides() {
	for i := g.dated.End; i < g.to; i++ {
		if g.words[i].after == breakNone || g.opensAside(i) || !g.tellsMore(i) {
			continue
		}
		if !g.any(i, g.to, "condition") && !strings.Contains(g.text[g.words[i].Start:], " long as ") {
			g.to = i
		}
		return
	}
}

// opensAside says whether the main verb follows behind what begins at a word.
func (g *gister) opensAside(i int) bool {
	for j := i + 1; j < g.to; j++ {
		if g.words[j].after != breakNone {
			return g.verb(j) && !g.is(j-1, "coordinate")
		}
	}
	return false
}

// tellsMore says whether another clause begins at a word behind a mark: one with
// "which" or "while", a second main one, who says so, what came of it. What goes
// on with a list does not.
func (g *gister) tellsMore(i int) bool {
	switch {
	case g.words[i].after == breakStrong:
		return !g.is(i, "that") && !g.verb(i) && strings.ContainsAny(g.between(i-1, i), ";—") && strings.Count(g.text, ";") < 2
	case g.is(i, "relative"), g.is(i, "when"), g.is(i, "contrast"), g.at(i) == "according", g.is(i, "reason"), g.at(i) == "as":
		return true
	case g.is(i, "coordinate"):
		return (g.beginsClause(i+1) || g.is(i+1, "pronoun")) && !g.parts(g.dated.End, i)
	}
	return g.acting(i) && g.at(i) != "including" || g.attributed(i)
}

// acting says whether a word is a verb in "-ing".
func (g *gister) acting(i int) bool {
	v, ok := verbOf(g.at(i))
	return ok && v.form&ingForm != 0
}

// parts says whether a comma stands among words, as in a list.
func (g *gister) parts(from, to int) bool {
	for i := from; i < to; i++ {
		if g.words[i].after == breakComma {
			return true
		}
	}
	return false
}

// attributed says whether the words from one on only say who says so: "the
// office said on Monday".
func (g *gister) attributed(i int) bool {
	for said := i + 1; said < min(i+longestWho, g.to) && !g.is(said, "and") && g.words[said].after != breakComma; said++ {
		if g.is(said, "said") && !g.maybeVerb(i) && !g.is(said+1, "preposition") {
			return g.to-i <= longestFrame && !g.any(i, g.to, "bears")
		}
	}
	return false
}
