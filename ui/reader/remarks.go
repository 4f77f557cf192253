package reader

import "strings"

// remarksOn are the notes that people wrote about the record of an item: a sign
// before its row says that there are some.
func (l *list) remarksOn(it *item) (lines []string) {
	if l.of == nil || it.record == nil || it.evidence > 0 {
		return nil
	}
	for _, i := range l.of.remarks[it.record.Common().Handle] {
		n := &l.of.Annotations[i]
		lines = append(lines, "Note: "+strings.Join(strings.Fields(n.Body), " ")+"  ("+noteAside(n)+")")
	}
	return lines
}
