package extract

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// A table on limits says plainly what passes and what does not: the thing in its
// first column, and in another "withheld", "no", "delivered in 2021".

// addTables makes a line of each row of the tables on limits.
func (l *limitLedger) addTables() {
	s := l.source
	for i := range s.Revision.Blocks {
		if s.Revision.Blocks[i].Kind == briefings.Table && s.onLimits(i) {
			l.addTable(s.Blocks[i])
		}
	}
	slices.SortStableFunc(l.lines, func(a, b briefings.Limit) int { return a.Anchors[0].DocStart - b.Anchors[0].DocStart })
}

// onLimits says whether a table is on limits: by its section, by the line above
// it, or by the heads of its columns.
func (s *Source) onLimits(block int) bool {
	if s.Role(briefings.SectionAt(s.Sections, s.Revision.Blocks[block].Start), briefings.RoleLimits) {
		return true
	}
	if above := block - 1; above >= 0 && s.Revision.Blocks[above].Kind == briefings.Paragraph {
		line := strings.TrimSuffix(s.Words(s.Blocks[above]), ":")
		if isBare(line) && placeUnder(headingWords(line)).role == briefings.RoleLimits {
			return true
		}
	}
	heads, _, _ := strings.Cut(s.Words(s.Blocks[block]), "\n")
	_, columns, _ := strings.Cut(heads, "\t")
	start := s.Blocks[block].Start + len(heads) - len(columns)
	return slices.ContainsFunc(limitCues().find(limitCues().read(s.Text, Span{start, start + len(columns)}, nil), nil), func(h found) bool {
		return h.cue.tells[0] == "column"
	})
}

// addTable makes a line of each row of a table below its first.
func (l *limitLedger) addTable(table Span) {
	row := Span{table.Start, table.Start}
	for n, text := range strings.Split(l.source.Words(table), "\n") {
		row = Span{row.Start, row.Start + len(text)}
		if n > 0 {
			l.addRow(row)
		}
		row.Start = row.End + 1
	}
}

func (l *limitLedger) addRow(row Span) {
	s := l.source
	thing, rest, ok := strings.Cut(s.Words(row), "\t")
	if !ok || strings.TrimSpace(thing) == "" {
		return
	}
	cell := Span{row.End - len(rest), 0}
	for _, text := range strings.Split(rest, "\t") {
		cell.End = cell.Start + len(text)
		if told, ok := s.statusIn(cell); ok {
			l.line(row, strings.TrimSpace(thing), told, text)
			return
		}
		cell.Start = cell.End + 1
	}
}

// statusIn is what a cell says of the thing of its row.
func (s *Source) statusIn(cell Span) (briefings.Transfer, bool) {
	for _, h := range limitCues().find(limitCues().read(s.Text, cell, nil), nil) {
		if h.cue.tells[0] == "status" {
			return briefings.Transfer(h.cue.tells[1]), true
		}
	}
	return "", false
}

// line adds the line of a row.
func (l *limitLedger) line(row Span, thing string, told briefings.Transfer, status string) {
	line := briefings.Limit{Head: briefings.Head{Origin: briefings.OriginExtracted, State: briefings.StateLive,
		Generator: limitGenerator, Rule: "row of a table: " + strings.TrimSpace(status),
		Anchors: []briefings.Anchor{l.source.Anchor(trimmedSpan(l.source.Text, row))}},
		Text: thing, Type: typeOf(told), Transfer: told, Holder: []string{}, Recipient: []string{}, Modality: briefings.Stated}
	if len(strings.Fields(thing)) <= longestSubject {
		line.Subject = thing
	}
	line.Handle = l.names.Next(briefings.KindLimit, named(thing, "limit"))
	l.lines = append(l.lines, line)
}
