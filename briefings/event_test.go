package briefings

import "testing"

func TestHappeningsGatherWhatTellsOfOneThing(t *testing.T) {
	event := func(handle, when, text string, actors ...Handle) Event {
		return Event{Head: Head{Handle: Handle(handle)}, When: when, Status: Occurred, Text: text, Actors: actors}
	}
	rejected := event("e-rejected", "2021", "Examplia ordered twelve drones")
	rejected.State = StateRejected
	events := []Event{
		event("e-order", "2021", "Examplia ordered twelve drones from the firm", "a-examplia"),
		event("e-again", "2021~", "The order of twelve drones that Examplia ordered", "a-examplia"),
		event("e-other", "2021", "A bridge was opened in the north", "a-examplia"),
		event("e-later", "2022", "Examplia ordered twelve drones from the firm", "a-examplia"),
		event("e-undated", "", "Examplia ordered twelve drones from the firm", "a-examplia"),
		rejected,
	}
	got := Happenings(events)
	if len(got) != 4 || got[0].Handle != "e-order" || len(got[0].Also) != 1 || got[0].Also[0].Handle != "e-again" {
		t.Fatalf("gathered %+v", got)
	}
	for i, want := range []Handle{"e-other", "e-later", "e-undated"} {
		if got[i+1].Handle != want || got[i+1].Also != nil {
			t.Errorf("happening %d is %s with %d others, want %s alone", i+1, got[i+1].Handle, len(got[i+1].Also), want)
		}
	}
}
