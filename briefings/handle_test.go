package briefings_test

import (
	"fmt"
	"testing"

	"dossier/briefings"
)

func TestHandlesAreNumberedWithoutGaps(t *testing.T) {
	used := map[briefings.Handle]bool{}
	asked := 0
	taken := func(h briefings.Handle) bool { asked++; return used[h] }
	const many = 5000
	for n := 1; n <= many; n++ {
		want := briefings.Handle("q-site")
		if n > 1 {
			want = briefings.Handle(fmt.Sprintf("q-site-%d", n))
		}
		got := briefings.NewHandle(briefings.KindQuestion, "What is the site?", taken)
		if got != want {
			t.Fatalf("handle %d is %s, want %s", n, got, want)
		}
		used[got] = true
	}
	if asked > 30*many {
		t.Errorf("%d handles took %d questions: a repetitive document would take minutes", many, asked)
	}
}

func TestAHandleIsNeverUsedTwiceWhereOthersAreMissing(t *testing.T) {
	used := map[briefings.Handle]bool{"q-site": true, "q-site-2": true, "q-site-4": true, "q-site-5": true, "q-site-9": true}
	for range 20 {
		got := briefings.NewHandle(briefings.KindQuestion, "site", func(h briefings.Handle) bool { return used[h] })
		if used[got] {
			t.Fatalf("%s was used before", got)
		}
		used[got] = true
	}
}

func TestASlugReadsAsItsTitle(t *testing.T) {
	for _, c := range [][2]string{
		{"The U.S. Army’s Indirect Fire", "us-army-indirect-fire"},
		{"Russia's Nuclear Weapons", "russia-nuclear-weapons"},
		{"What isn't known of O'Neill", "isnt-known-oneill"},
		{"Akıncı 3.5: crs.gov says 'no'.", "akinci-3-5-crs-gov-says-no"},
		{"The and of", ""},
		{"…'…", ""},
	} {
		if got := briefings.Slug(c[0], 9); got != c[1] {
			t.Errorf("%q gives %q, want %q", c[0], got, c[1])
		}
	}
}
