package reader

// jumps remembers places to come back to, as a browser does.
type jumps struct{ back, forward []int }

// jumpsMost is how many places are remembered.
const jumpsMost = 100

// leave notes the place that one jumps away from.
func (j *jumps) leave(place int) {
	if n := len(j.back); n > 0 && j.back[n-1] == place {
		return
	}
	j.back = append(j.back, place)
	if len(j.back) > jumpsMost {
		j.back = j.back[1:]
	}
	j.forward = nil
}

// goBack returns the place to come back to, given where one is.
func (j *jumps) goBack(here int) (int, bool) { return shift(&j.back, &j.forward, here) }

// goForward takes a goBack back.
func (j *jumps) goForward(here int) (int, bool) { return shift(&j.forward, &j.back, here) }

func shift(from, to *[]int, here int) (int, bool) {
	n := len(*from)
	if n == 0 {
		return here, false
	}
	place := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, here)
	return place, true
}
