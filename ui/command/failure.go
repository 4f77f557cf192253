package command

import (
	"fmt"

	"github.com/spf13/cobra"
)

// Exit statuses, as the reference page of the command line gives them.
const (
	failed  = 1
	misused = 2
	nothing = 3
	// interrupted is what shells report of a program that Ctrl-C ended.
	interrupted = 130
)

// failure is an error with the exit status that it ends the program with. An
// empty text says nothing: what there was to say is printed already.
type failure struct {
	status int
	err    error
}

func (f *failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

// usage says that a command was called wrongly and where its help is.
func usage(c *cobra.Command, format string, args ...any) error {
	return &failure{misused, fmt.Errorf(format+"; see %q", append(args, c.CommandPath()+" --help")...)}
}

// notFound says that what was asked for is not there.
func notFound(format string, args ...any) error {
	return &failure{nothing, fmt.Errorf(format, args...)}
}

// words makes a check of how many arguments a command takes; most < 0 is any
// number.
func words(least, most int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage(c, "%s needs %s", c.CommandPath(), what)
		case most == 0 && len(args) > 0:
			return usage(c, "%s takes no words, and %q is one", c.CommandPath(), args[0])
		case most >= 0 && len(args) > most:
			return usage(c, "%s takes only %s; %q is too much", c.CommandPath(), what, args[most])
		}
		return nil
	}
}
