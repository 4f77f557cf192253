package theme

import "strings"

// Glyphs are the signs that say what colour says, for those who do not see it.
type Glyphs struct {
	Occurred, Negative, Planned, Overdue                             string // timeline
	Withheld, Possible, Agreed                                       string // limits
	Open, Working, Answered                                          string // questions
	Read, Unread, Here, Changed                                      string // outline
	State, Organization, Person, System, Place, Group                string // actors
	Vertical, Horizontal, TeeDown, TeeUp, TeeRight, TeeLeft, Cross   string // rules
	Bar, Broken, Eye, NoteHook, Bullet, Ellipsis, Arrow, Cursor, Dot string
	Against                                                          string   // evidence that contradicts
	Stretch                                                          string   // of the axis, what a date covers
	Left, Right                                                      string   // what goes on beyond an edge
	Times                                                            string   // before a number: so many of it
	Strip                                                            []string // shades of the strip that shows where an actor is spoken of
}

var unicodeGlyphs = Glyphs{
	Occurred: "●", Negative: "○", Planned: "◇", Overdue: "◆",
	Withheld: "■", Possible: "□", Agreed: "▣",
	Open: "?", Working: "…", Answered: "✓",
	Read: "●", Unread: "○", Here: "▸", Changed: "±",
	State: "◉", Organization: "▤", Person: "☻", System: "▲", Place: "⌖", Group: "⁂",
	Vertical: "│", Horizontal: "─", TeeDown: "┬", TeeUp: "┴", TeeRight: "├", TeeLeft: "┤", Cross: "┼",
	Bar: "┃", Broken: "┆", Eye: "›", NoteHook: "╰", Bullet: "•", Ellipsis: "…", Arrow: "→", Cursor: "▏", Dot: "·", Against: "−",
	Stretch: "━", Left: "‹", Right: "›", Times: "×",
	Strip: []string{"▁", "▂", "▄", "▆", "█"},
}

var asciiGlyphs = Glyphs{
	Occurred: "*", Negative: "o", Planned: "<", Overdue: "!",
	Withheld: "#", Possible: "+", Agreed: "=",
	Open: "?", Working: "~", Answered: "v",
	Read: "*", Unread: "o", Here: ">", Changed: "%",
	State: "S", Organization: "O", Person: "P", System: "Y", Place: "L", Group: "G",
	Vertical: "|", Horizontal: "-", TeeDown: "+", TeeUp: "+", TeeRight: "+", TeeLeft: "+", Cross: "+",
	Bar: "|", Broken: ":", Eye: ">", NoteHook: "\\", Bullet: "*", Ellipsis: "~", Arrow: "->", Cursor: "_", Dot: ".", Against: "-",
	Stretch: "=", Left: "<", Right: ">", Times: "x",
	Strip: []string{".", ":", "+", "#"},
}

// typographic are signs of sentences of ours, and of texts, that a terminal of
// ASCII lacks; each is as wide as what stands for it.
var typographic = strings.NewReplacer("·", ".", "•", "*", "“", "\"", "”", "\"", "‘", "'", "’", "'", "…", "~", "–", "-", "—", "-",
	"→", ">", "←", "<", "↑", "^", "↓", "v")

// Spelled writes a frame with the signs that the theme may use: of ASCII only,
// where that was asked for. Letters stay as they are.
func (t *Theme) Spelled(frame string) string {
	if !t.ascii {
		return frame
	}
	return typographic.Replace(frame)
}
