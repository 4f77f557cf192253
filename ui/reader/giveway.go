package reader

import (
	"sync/atomic"
	"time"
)

// wayFor is how long what runs in the background rests after a key: about as long
// as it takes to draw its frame.
const wayFor = 25 * time.Millisecond

// way is given by what keeps a processor busy to whoever presses keys. It is safe
// for concurrent use.
type way struct {
	asked, given atomic.Int64 // when the last key came, and that for which was rested
	sleep        func(time.Duration)
}

// ask says that a key came.
func (w *way) ask(now time.Time) { w.asked.Store(now.UnixNano()) }

// give rests if a key came a moment ago, once for each.
func (w *way) give(now time.Time) {
	asked := w.asked.Load()
	if w.given.Swap(asked) == asked {
		return
	}
	if rest := wayFor - now.Sub(time.Unix(0, asked)); rest > 0 {
		w.sleep(rest)
	}
}
