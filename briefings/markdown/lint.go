package markdown

import "fmt"

// Lint is something in a file that a person should look at, with its line.
// Reading goes on: a broken field never loses the rest.
type Lint struct {
	Line    int  // from 1
	Fault   bool // an error; otherwise a warning
	Message string
}

func (l Lint) String() string {
	kind := "warning"
	if l.Fault {
		kind = "error"
	}
	return fmt.Sprintf("%d: %s: %s", l.Line, kind, l.Message)
}

func (c *codec) warn(line int, format string, args ...any) {
	c.lints = append(c.lints, Lint{line, false, fmt.Sprintf(format, args...)})
}

func (c *codec) fault(line int, format string, args ...any) {
	c.lints = append(c.lints, Lint{line, true, fmt.Sprintf(format, args...)})
}
