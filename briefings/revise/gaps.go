package revise

import "slices"

// gapRounds bounds how often the gaps are looked through; each round that joins
// something makes them smaller.
const gapRounds = 16

// matchInGaps joins what is left between two sentences that are known and kept
// their company (patience diff's second step): equal sentences that every longest
// common subsequence of the gap joins.
func (a *Alignment) matchInGaps() {
	for range gapRounds {
		joined := false
		origins := a.origins()
		old, new := around(a.went()), around(origins)
		for i := 0; i < len(a.same); i++ {
			if a.wentTo(i) >= 0 {
				continue
			}
			g := gap{a: a}
			to := old.behind[i]
			from, until := a.wentTo(old.before[i]), a.wentTo(to)
			for ; i < to; i++ {
				if a.wentTo(i) < 0 {
					g.olds = append(g.olds, i)
				}
			}
			for j := from + 1; j < until; j++ {
				if origins[j] < 0 && new.before[j] == from && new.behind[j] == until {
					g.news = append(g.news, j)
				}
			}
			joined = g.join() || joined
			i--
		}
		if !joined {
			return
		}
	}
}

// gap holds the sentences that are left between two known ones, in both texts.
type gap struct {
	a          *Alignment
	olds, news []int
}

// gapMost bounds the table of a gap, in pairs of sentences.
const gapMost = 1 << 20

func (g *gap) join() bool {
	if len(g.olds) == 0 || len(g.news) == 0 || len(g.olds)*len(g.news) > gapMost {
		return false
	}
	keys := map[string]bool{}
	for _, j := range g.news {
		keys[g.a.new.sentences[j].key] = true
	}
	if !slices.ContainsFunc(g.olds, func(i int) bool { return keys[g.a.old.sentences[i].key] }) {
		return false
	}
	joined := false
	for x, y := range g.certain() {
		if y >= 0 {
			g.a.join(g.olds[x], g.news[y])
			joined = true
		}
	}
	return joined
}

// certain returns for each old sentence of the gap the new one that it is joined
// to in every longest common subsequence, -1 for the others.
func (g *gap) certain() []int {
	n, m := len(g.olds), len(g.news)
	equal := func(x, y int) bool {
		return g.a.old.sentences[g.olds[x]].key == g.a.new.sentences[g.news[y]].key
	}
	// before[x][y] is the length for what stands before x and y, behind[x][y] from
	// them on.
	before, behind := table(n+1, m+1), table(n+1, m+1)
	for x := range n {
		for y := range m {
			if before[x+1][y+1] = max(before[x][y+1], before[x+1][y]); equal(x, y) {
				before[x+1][y+1] = before[x][y] + 1
			}
		}
	}
	for x := n - 1; x >= 0; x-- {
		for y := m - 1; y >= 0; y-- {
			if behind[x][y] = max(behind[x+1][y], behind[x][y+1]); equal(x, y) {
				behind[x][y] = behind[x+1][y+1] + 1
			}
		}
	}
	longest := behind[0][0]
	out := filled(n)
	for x := range n {
		ways := 0
		for y := range m + 1 {
			if before[x][y]+behind[x+1][y] == longest { // without x
				ways = 2
				break
			}
			if y < m && equal(x, y) && before[x][y]+1+behind[x+1][y+1] == longest {
				ways++
				out[x] = y
			}
		}
		if ways != 1 {
			out[x] = -1
		}
	}
	return out
}

func table(rows, columns int) [][]int32 {
	cells := make([]int32, rows*columns)
	out := make([][]int32, rows)
	for r := range out {
		out[r] = cells[r*columns : (r+1)*columns]
	}
	return out
}
