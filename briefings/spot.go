package briefings

// Spot is where a mention stands in the document's canonical text, in code
// points, end exclusive: what is needed of each of a hundred thousand.
type Spot struct{ Start, End int32 }

// Spots are those of mentions, in their order.
func Spots(mentions []Anchor) []Spot {
	out := make([]Spot, len(mentions))
	for i := range mentions {
		out[i] = Spot{int32(mentions[i].DocStart), int32(mentions[i].DocEnd)}
	}
	return out
}

// closeBy is how many code points two mentions of one section may lie apart to
// be spoken of together: about a sentence.
const closeBy = 120

// Together counts the mentions of an actor that have one of another close by:
// in the same section, about a sentence away at most. Both are of one briefing,
// and stand in the order of its text.
func Together(sections []Section, actor, other []Spot) (times int) {
	first := 0
	for _, m := range actor {
		for first < len(other) && other[first].End < m.Start-closeBy {
			first++
		}
		if first < len(other) && other[first].Start <= m.End+closeBy && SectionAt(sections, int(other[first].Start)) == SectionAt(sections, int(m.Start)) {
			times++
		}
	}
	return times
}
