package command

import (
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

// restCollector makes the collector wait until the first screen shows.
var restCollector = sync.OnceFunc(func() {
	usual := debug.SetGCPercent(restPercent)
	time.AfterFunc(restFor, func() { debug.SetGCPercent(usual) })
})
