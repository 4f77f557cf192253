package briefings

import (
	"slices"
	"strings"
	"testing"
)

func works(from map[Handle]Handle, handles ...Handle) []Reference {
	var out []Reference
	for _, h := range handles {
		r := Reference{Head: Head{Handle: h, State: StateLive}}
		if o := from[h]; o != "" {
			r.DerivedFrom = []Handle{o}
		}
		out = append(out, r)
	}
	return out
}

func TestCopiesAreOneOrigin(t *testing.T) {
	refs := works(map[Handle]Handle{"r-daily": "r-recorder", "r-recorder": "r-agency"}, "r-agency", "r-recorder", "r-daily", "r-maker")
	if got := LineageOf(refs).Origin("r-daily"); got != "r-agency" {
		t.Errorf("the copy of a copy goes back to %s, not to the agency", got)
	}
	if got := LineageOf(refs).Origins(); got != 2 {
		t.Errorf("%d origins, not the agency and the maker", got)
	}
}

func TestAnOriginOutsideTheListCountsOnce(t *testing.T) {
	refs := works(map[Handle]Handle{"r-a": "r-gone", "r-b": "r-gone"}, "r-a", "r-b")
	if got := LineageOf(refs).Origins(); got != 1 {
		t.Errorf("two copies of a work that is not listed are %d origins", got)
	}
}

func TestWorksThatRepeatEachOtherEnd(t *testing.T) {
	if got := LineageOf(works(map[Handle]Handle{"r-a": "r-b", "r-b": "r-a"}, "r-a", "r-b")).Origin("r-a"); got != "r-a" {
		t.Errorf("a circle ends at %s", got)
	}
}

func TestConfirmedNeedsAnotherOrigin(t *testing.T) {
	copies := map[Handle]Handle{"r-recorder": "r-agency"}
	confirmed := func(refs []Reference, h Handle) string {
		r := refs[slices.IndexFunc(refs, func(r Reference) bool { return r.Handle == h })]
		r.Grade.Credibility = "1"
		if err := LineageOf(refs).CheckGrade(&r); err != nil {
			return err.Error()
		}
		return ""
	}
	if why := confirmed(works(copies, "r-agency", "r-recorder"), "r-recorder"); !strings.Contains(why, "r-agency") {
		t.Errorf("a copy confirmed by its own source is refused by naming it, not with %q", why)
	}
	if why := confirmed(works(copies, "r-agency", "r-recorder"), "r-agency"); why == "" {
		t.Error("a source is not confirmed by its own copy")
	}
	if why := confirmed(works(copies, "r-agency", "r-recorder", "r-maker"), "r-agency"); why != "" {
		t.Errorf("two origins confirm each other, but: %s", why)
	}
}
