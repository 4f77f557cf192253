// Package command is the command line: one file a command.
package command

import (
	"fmt"
	"io"
)

// Main runs the program and returns its exit status: 0 done, 1 failed, 2 wrong
// usage, 3 nothing found.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) >= 2 && args[0] == "inspect" {
		if err := inspect(args[1], stdout); err != nil {
			fmt.Fprintln(stderr, "dossier:", err)
			return 1
		}
		return 0
	}
	fmt.Fprintln(stderr, "dossier: no such command yet")
	return 2
}
