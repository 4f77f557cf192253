package revise

import "unicode/utf8"

// besideRounds bounds how often what was joined is used to join more: a run of
// equal sentences is taken up from both of its ends.
const besideRounds = 64

// company is how far a sentence may have moved from one that stands beside it in
// the other text: what moved further says nothing of the sentences around it.
const company = 3

// matchBeside joins equal sentences that stand between the same known ones in
// both texts, one of these right beside them, if as many equal ones stand there:
// else one went or came, and nothing tells which. Words so few that they come and
// go without being moved have to stand right beside both.
func (a *Alignment) matchBeside() {
	for range besideRounds {
		went := a.went()
		old, new := around(went), around(a.origins())
		joined := false
		for i := range went {
			if went[i] >= 0 {
				continue
			}
			g := gap{before: old.before[i], behind: old.behind[i]}
			g.newBefore, g.newBehind = a.wentTo(g.before), a.wentTo(g.behind)
			for _, j := range g.candidates(i) {
				if new.before[j] == g.newBefore && new.behind[j] == g.newBehind && a.fits(i, j, g) {
					a.join(i, j)
					joined = true
					break
				}
			}
		}
		if !joined {
			return
		}
	}
}

// gap is what stands between two known sentences, in both texts.
type gap struct{ before, behind, newBefore, newBehind int }

// candidates are the places of the new gap right beside the known sentence that
// old sentence i stands right beside.
func (g gap) candidates(i int) []int {
	var out []int
	if g.newBehind-g.newBefore < 2 {
		return nil
	}
	if i == g.before+1 {
		out = append(out, g.newBefore+1)
	}
	if i == g.behind-1 {
		out = append(out, g.newBehind-1)
	}
	return out
}

// fits says whether old sentence i can be new sentence j of its gap and no other.
func (a *Alignment) fits(i, j int, g gap) bool {
	key := a.old.sentences[i].key
	if a.taken[j] || a.new.sentences[j].key != key {
		return false
	}
	if utf8.RuneCountInString(key) < approximateMin && (g.behind-g.before != 2 || g.newBehind-g.newBefore != 2) {
		return false
	}
	n := 0
	for x := g.before + 1; x < g.behind; x++ {
		if a.same[x] < 0 && a.old.sentences[x].key == key {
			n++
		}
	}
	for y := g.newBefore + 1; y < g.newBehind; y++ {
		if !a.taken[y] && a.new.sentences[y].key == key {
			n--
		}
	}
	return n == 0
}

// bounds are, of each sentence, the nearest ones before and behind it that the
// other text has in the same company; the text's ends are two of them.
type bounds struct{ before, behind []int }

// around finds them. other tells of each sentence which one of the other text it
// is, -1 for unknown.
func around(other []int) bounds {
	var known []int
	for i, to := range other {
		if to >= 0 {
			known = append(known, i)
		}
	}
	steady := make([]bool, len(other))
	for k, i := range known {
		steady[i] = len(known) == 1 ||
			k > 0 && abs(other[i]-other[known[k-1]]) <= company || k+1 < len(known) && abs(other[i]-other[known[k+1]]) <= company
	}
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
