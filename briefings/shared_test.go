package briefings

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
)

// Records that are read one by one say the same afterwards, and hold what they
// have in common once.
func TestSharedRecordsHoldTheirStringsOnce(t *testing.T) {
	read := func() *Event { // each string a copy of its own
		c := strings.Clone
		return &Event{Head: Head{Handle: Handle(c("e-order")), Rule: c("a date"), Anchors: []Anchor{{Section: Handle(c("s-one")), Exact: c("ordered in 2021")}}},
			When: c("2021"), Text: c("ordered in 2021"), Actors: []Handle{Handle(c("a-firm"))}}
	}
	shared, first, second := Shared{}, read(), read()
	shared.Record(first)
	shared.Record(second)
	if diff := cmp.Diff(read(), second); diff != "" {
		t.Errorf("the record changed (-want +got):\n%s", diff)
	}
	for name, pair := range map[string][2]string{
		"rule":    {first.Rule, second.Rule},
		"section": {string(first.Anchors[0].Section), string(second.Anchors[0].Section)},
		"date":    {first.When, second.When},
		"actor":   {string(first.Actors[0]), string(second.Actors[0])},
		"passage": {first.Text, first.Anchors[0].Exact},
	} {
		if unsafe.StringData(pair[0]) != unsafe.StringData(pair[1]) {
			t.Errorf("the %s is held twice", name)
		}
	}
}
