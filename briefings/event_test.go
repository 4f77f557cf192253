package briefings

import (
	"slices"
	"testing"
)

func TestHappeningsGatherWhatTellsOfOneThing(t *testing.T) {
	event := func(when, text string, actors ...Handle) *Event {
		return &Event{When: when, Status: Occurred, Text: text, Actors: actors}
	}
	var told Tellings
	for _, e := range []*Event{
		event("2021~", "The order of twelve drones that Examplia ordered", "a-examplia"),
		event("2021", "Examplia ordered twelve drones from the firm", "a-examplia"),
		event("2021", "A bridge was opened in the north", "a-examplia"),
		event("2022", "Examplia ordered twelve drones from the firm", "a-examplia"),
		event("", "Examplia ordered twelve drones from the firm", "a-examplia"),
		event("", "Examplia ordered twelve drones from the firm", "a-examplia"),
	} {
		told.Add(e)
	}
	// In the text the second stands before the first.
	if got, want := told.Happenings([]int{1, 0, 2, 3, 4, 5}), []int{0, 0, 2, 3, 4, 5}; !slices.Equal(got, want) {
		t.Errorf("gathered as %v, want %v", got, want)
	}
}
