package reader

import (
	"io"
	"os"

	"github.com/charmbracelet/colorprofile"
	"github.com/xo/terminfo"
)

// coloursOf says what colours a terminal has. Bubble Tea goes by its name and takes
// every screen and tmux for one of 256 colours, and the barest for one of sixteen;
// terminfo knows better, unless the terminal or who has set it up says true colour.
func coloursOf(output io.Writer) colorprofile.Profile {
	if output == nil {
		output = os.Stdout
	}
	profile := colorprofile.Detect(output, os.Environ())
	if profile == colorprofile.TrueColor {
		return profile
	}
	known, err := terminfo.Load(os.Getenv("TERM"))
	if err != nil {
		return profile
	}
	switch colours := known.Num(terminfo.MaxColors); {
	case colours < 8:
		return min(profile, colorprofile.ASCII)
	case colours < 256:
		return min(profile, colorprofile.ANSI)
	}
	return profile
}
