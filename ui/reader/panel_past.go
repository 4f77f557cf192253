package reader

import (
	"slices"
	"strings"

	"dossier/ui/theme"
)

// pastMost is how many commands of a session are kept.
const pastMost = 100

// remember keeps a command that is carried out, so that ↑ brings it back.
func (p *panel) remember(it *item) {
	if p.past == nil || it == nil || it.complete == "" {
		return
	}
	command := strings.TrimRight(it.complete, " ")
	*p.past = append(slices.DeleteFunc(*p.past, func(c string) bool { return c == command }), command)
	if len(*p.past) > pastMost {
		*p.past = (*p.past)[1:]
	}
}

// recall writes the command that was carried out so many before, or after, the one
// that was recalled last; false where there is none.
func (p *panel) recall(by int, t *theme.Theme) bool {
	if p.past == nil || p.back == 0 && (by < 0 || len(*p.past) == 0) {
		return false
	}
	p.back = min(max(p.back+by, 0), len(*p.past))
	p.query.text, p.offered = "", nil
	if p.back > 0 {
		p.query.text = (*p.past)[len(*p.past)-p.back]
	}
	p.show(t)
	return true
}
