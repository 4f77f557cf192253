package extract

import "testing"

// A line is known by whole words at its beginning, whatever their case and
// whatever brackets stand before them.
func TestLinesAreKnownByHowTheyOpen(t *testing.T) {
	for _, c := range []struct {
		line, does string
		is         bool
	}{
		{"See the report on cranes.", "elsewhere", true},
		{"(see the report on cranes)", "elsewhere", true},
		{"Seen from the quay, the crane leans.", "elsewhere", false},
		{"For more, ask the yard.", "elsewhere", true},
		{"Sources: the yard's accounts", "source", true},
		{"12 See the report on cranes.", "elsewhere", true},
		{"SUBJECT: cranes", "apparatus", true},
		{"Subject to a licence, the yard may sell cranes.", "apparatus", false},
		{"Written by Mara Lindqvist", "byline", true},
		{"Photo courtesy of the yard", "credit", true},
		{"Recorded in Hull on", "issued", true},
	} {
		if opensAs(c.line, c.does) != c.is {
			t.Errorf("%q is %s: want %v", c.line, c.does, c.is)
		}
	}
}
