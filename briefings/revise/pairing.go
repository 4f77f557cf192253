package revise

// pairing aligns the words of a sentence with those of its changed form.
type pairing struct {
	old, new []token
	to       []int // to[i] is the new word that old word i is, -1 if it went
}

// wordsMax bounds the table of a pairing; longer sentences are aligned at their
// ends only.
const wordsMax = 1500

// pair aligns old sentence i with new sentence j by the longest common
// subsequence of their words.
func (a *Alignment) pair(i, j int) *pairing {
	if p := a.pairs[i]; p != nil {
		return p
	}
	p := &pairing{old: a.old.tokensOf(i), new: a.new.tokensOf(j)}
	p.to = common(p.old, p.new)
	a.pairs[i] = p
	return p
}

// common returns for each word of x the word of y that it is in a longest
// common subsequence, -1 for those outside.
func common(x, y []token) []int {
	to := filled(len(x))
	lo := 0
	for lo < len(x) && lo < len(y) && x[lo].form == y[lo].form {
		to[lo] = lo
		lo++
	}
	hiX, hiY := len(x), len(y)
	for hiX > lo && hiY > lo && x[hiX-1].form == y[hiY-1].form {
		hiX, hiY = hiX-1, hiY-1
		to[hiX] = hiY
	}
	n, m := hiX-lo, hiY-lo
	if n == 0 || m == 0 || n > wordsMax || m > wordsMax {
		return to
	}
	// length[i][j] is that of a longest common subsequence of x[lo+i:] and y[lo+j:].
	length := make([]int16, (n+1)*(m+1))
	at := func(i, j int) *int16 { return &length[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if x[lo+i].form == y[lo+j].form {
				*at(i, j) = *at(i+1, j+1) + 1
			} else {
				*at(i, j) = max(*at(i+1, j), *at(i, j+1))
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case x[lo+i].form == y[lo+j].form:
			to[lo+i] = lo + j
			i, j = i+1, j+1
		case *at(i+1, j) >= *at(i, j+1):
			i++
		default:
			j++
		}
	}
	return to
}
