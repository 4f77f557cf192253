package reader

import (
	"strings"

	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// column is a part of the frame: rows of exact width.
type column struct {
	rows  []string
	width int
}

// zip lays columns side by side with rules between them. All have h rows.
func zip(t *theme.Theme, h int, columns ...column) []string {
	vertical := t.Faint.Paint(clean.Of(t.Glyphs.Vertical))
	out := make([]string, h)
	var b strings.Builder
	for i := range out {
		b.Reset()
		for j, c := range columns {
			if j > 0 {
				b.WriteString(vertical)
			}
			if i < len(c.rows) {
				b.WriteString(c.rows[i])
			} else {
				b.WriteString(strings.Repeat(" ", c.width))
			}
		}
		out[i] = b.String()
	}
	return out
}

// rule draws a line over columns, such as the one below the header, with a tee
// above each rule between them.
func rule(t *theme.Theme, columns ...column) string {
	var b strings.Builder
	for j, c := range columns {
		if j > 0 {
			b.WriteString(t.Glyphs.TeeDown)
		}
		b.WriteString(strings.Repeat(t.Glyphs.Horizontal, c.width))
	}
	return t.Faint.Paint(clean.Of(b.String()))
}

// titled puts a title row and a blank one above a pane's rows.
func titled(t *theme.Theme, title, count string, focused bool, w int, rows []string) []string {
	style := t.Dim
	if focused {
		style = t.Bright
	}
	head := t.NewRow(w, "").Skip(1).Add(style, clean.Of(title)).AddRight(t.Dim, clean.Of(count+" "))
	return append([]string{head.String(), t.NewRow(w, "").String()}, rows...)
}

// titleRows is how many rows titled adds.
const titleRows = 2

// over lays rows over the middle of a frame, as a panel does.
func over(frame, panel []string, y int) []string {
	for i, row := range panel {
		if y+i >= 0 && y+i < len(frame) {
			frame[y+i] = row
		}
	}
	return frame
}
