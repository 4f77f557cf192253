package command

import (
	"os"
	"runtime/debug"
	"sync"
	"time"
)

// The collector of garbage begins at 4 MB in use, which is while the first
// screen is being made: two rounds of it took a fifth of the processor time up
// to that screen. For its first moments the program may use some more instead.
const (
	restPercent = 400 // begins at 16 MB
	restFor     = 200 * time.Millisecond
)

// leanPercent is how much garbage may lie beside what is in use after that, in
// hundredths: the reader lies open for hours beside other programs. Taking in a
// document of 10 MB then needs 439 MB instead of 614, for 9 % more processor
// time.
const leanPercent = 40

// restCollector makes the collector wait until the first screen shows. Whoever
// has set GOGC knows better.
var restCollector = sync.OnceFunc(func() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(restPercent)
	time.AfterFunc(restFor, func() { debug.SetGCPercent(leanPercent) })
})
