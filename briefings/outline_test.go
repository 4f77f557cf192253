package briefings_test

import (
	"testing"

	"dossier/briefings"
)

// A random handle would make two readings of one document differ, and with it
// the section of every anchor.
func TestOutlineGivesTheSameHandlesEachTime(t *testing.T) {
	blocks := []briefings.Block{{Text: "Words before any heading."}, {Kind: briefings.Heading, Level: 2, Text: "—"}, {Text: "More."}}
	briefings.Place(blocks)
	first, second := briefings.Outline(blocks), briefings.Outline(blocks)
	for i := range first {
		if first[i].Handle != second[i].Handle {
			t.Errorf("section %d is %s once and %s the next time", i, first[i].Handle, second[i].Handle)
		}
	}
}
