//go:build !unix

package reader

import (
	"os"
	"time"
)

// arrives is not known of a console: Bubble Tea reads it by its own means.
func arrives(*os.File, time.Duration) bool { return true }
