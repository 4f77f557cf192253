package briefings

import (
	"strconv"
	"strings"
)

// Margins returns what stands before the first and before every further line of
// a block in these containers, in Markdown and in linear text: the marks of
// quotes and items, with the box of a task, or the blanks below them.
func Margins(nest []Container) (first, rest string) {
	for _, c := range nest {
		mark := "> "
		switch c.Kind {
		case Bullet:
			mark = "- "
		case Ordered:
			mark = strconv.Itoa(c.Number) + ". "
		}
		indent := mark
		if c.Kind != Quote {
			indent = strings.Repeat(" ", len(mark))
			if !c.First {
				mark = indent
			} else if c.Task != 0 {
				mark += "[" + string(c.Task) + "] "
			}
		}
		first, rest = first+mark, rest+indent
	}
	return first, rest
}
