package revise

import (
	"testing"

	"dossier/briefings"
	"dossier/briefings/intake"
)

// For a passage that is lost the likeliest places come first: its very words, then
// what shares its rarer words, then what stands where it was.
func TestLikelyPlacesOfALostPassage(t *testing.T) {
	doc, err := intake.Read([]byte("# Water\n\nThe valley is dry. The dam at Mirel will hold the water of the upper valley.\n\nThe towns ask for more. The dam at Mirel is old.\n\nThe end of the road is far.\n"), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := NewText(&doc.Revision, nil)
	for _, c := range []struct {
		what, exact string
		near        int
		want        []string
	}{
		{"reworded", "The dam of Mirel shall hold water.", 1000, []string{"The dam at Mirel will hold the water of the upper valley."}},
		{"in several places", "The dam at Mirel", 0, []string{"The dam at Mirel", "The dam at Mirel"}},
		{"nothing like it", "Quite another matter", len("Water\nThe valley is dry. "), []string{"The valley is dry.", "The dam at Mirel will hold the water of the upper valley."}},
	} {
		got := text.Likely(&briefings.Anchor{Exact: c.exact, State: briefings.Orphaned, Near: c.near}, 2)
		for i := range c.want {
			if i >= len(got) || got[i].Words != c.want[i] {
				t.Errorf("%s: got %+v, want %q", c.what, got, c.want)
				break
			}
		}
	}
}
