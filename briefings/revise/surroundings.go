package revise

// company is how far a sentence may have moved from one that stands beside it in
// the other text: what moved further says nothing of the sentences around it.
const company = 3

// companions is how many known ones on either side are looked at for that.
const companions = 4

// bounds are, of each sentence, the nearest ones before and behind it that the
// other text has in the same company; the text's ends are two of them.
type bounds struct{ before, behind []int }

// around finds them. other tells of each sentence which one of the other text it
// is, -1 for unknown.
func around(other []int) bounds {
	steady := inCompany(other)
	b := bounds{make([]int, len(other)), make([]int, len(other))}
	for i, last := 0, -1; i < len(other); i++ {
		if b.before[i] = last; steady[i] {
			last = i
		}
	}
	for i, next := len(other)-1, len(other); i >= 0; i-- {
		if b.behind[i] = next; steady[i] {
			next = i
		}
	}
	return b
}

// inCompany says which sentences stand among those among which they stand in the other
// text; the others came or went, or were moved alone.
func inCompany(other []int) []bool {
	var known []int
	for i, to := range other {
		if to >= 0 {
			known = append(known, i)
		}
	}
	steady := make([]bool, len(other))
	for k, i := range known {
		from, to := max(0, k-companions), min(len(known)-1, k+companions)
		votes := 0
		for n := from; n <= to; n++ {
			if n != k && abs((other[i]-i)-(other[known[n]]-known[n])) <= company {
				votes++
			}
		}
		steady[i] = votes >= min(2, to-from)
	}
	return steady
}

func abs(n int) int { return max(n, -n) }

// went tells of each old sentence which new one it became, -1 for none.
func (a *Alignment) went() []int {
	out := filled(len(a.same))
	for i := range out {
		out[i] = max(a.same[i], a.became[i])
	}
	return out
}

// wentTo returns which new sentence an old one became, -1 for none; the start and
// the end of a text went to those of the other.
func (a *Alignment) wentTo(i int) int {
	switch i {
	case -1:
		return -1
	case len(a.same):
		return len(a.new.sentences)
	}
	return max(a.same[i], a.became[i])
}
