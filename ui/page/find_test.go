package page

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text, query string
		want              []string
	}{
		{"small letters find any case", "Drone, drone, DRONE", "drone", []string{"Drone", "drone", "DRONE"}},
		{"a capital finds only itself", "Drone, drone", "Drone", []string{"Drone"}},
		{"diacritics do not count", "Akıncı and Türkiye", "akinci", []string{"Akıncı"}},
		{"nor in the query", "Akinci", "akıncı", []string{"Akinci"}},
		{"nor with capitals", "Ürün ürün", "Urun", []string{"Ürün"}},
		{"quotes are quotes", "the “plant” and it’s site", `"plant" and it's`, []string{"“plant” and it’s"}},
		{"dashes are dashes", "2021–2023", "2021-2023", []string{"2021–2023"}},
		{"a hard break is a blank", "one\\\ntwo", "one two", []string{"one\ntwo"}},
		{"marks of Markdown are not in the way", "mission *soft*ware", "software", []string{"software"}},
		{"letters that fold to two", "Straße", "strasse", []string{"Straße"}},
		{"one letter that folds to two is found once", "ß", "s", []string{"ß"}},
		{"hits do not overlap", "aaaa", "aa", []string{"aa", "aa"}},
		{"capitals of other letters count too", "Ürün ÜRÜN ürün", "ÜR", []string{"ÜR"}},
		{"a letter that folds to two has two capitals", "Æsir æsir", "AEsir", []string{"Æsir"}},
		{"nothing", "abc", "x", nil},
		{"in every block", "# plant\n\n- plant\n\n| plant |\n|---|\n| x |", "plant", []string{"plant", "plant", "plant"}},
	} {
		p := open(c.text, 80)
		hits, err := NewFinder(p.doc).Find(context.Background(), c.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range hits.Ranges {
			got = append(got, p.Text(r))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %q in %q (-want +got):\n%s", c.name, c.query, c.text, diff)
		}
	}
}

// Typing a query letter by letter gives what asking for it at once gives.
func TestFindGoesOnFromTheLastQuery(t *testing.T) {
	p := open(everything, 80)
	typed := NewFinder(p.doc)
	for _, query := range []string{"t", "th", "the", "the ", "the t", "the", "T", "Th", "", "a"} {
		got, _ := typed.Find(context.Background(), query)
		want, _ := NewFinder(p.doc).Find(context.Background(), query)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q after others (-want +got):\n%s", query, diff)
		}
	}
}

func TestFindStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := NewFinder(open("words", 80).doc).Find(ctx, "w"); err == nil {
		t.Error("a cancelled search gave no error")
	}
}

// Very many hits end a search early; those that are kept are the first.
func TestFindKeepsTheFirstOfTooManyHits(t *testing.T) {
	p := open(strings.Repeat("a a a a a a a a a a\n\n", HitsMax/9), 80)
	hits, err := NewFinder(p.doc).Find(context.Background(), "a")
	if err != nil || !hits.More || len(hits.Ranges) != HitsMax {
		t.Fatalf("%d hits, more %v, %v", len(hits.Ranges), hits.More, err)
	}
	for i, r := range hits.Ranges {
		if r.Start != 2*i {
			t.Fatalf("hit %d stands at %d, want %d", i, r.Start, 2*i)
		}
	}
}

func TestHitsAfter(t *testing.T) {
	h := Hits{Ranges: []Range{{5, 6}, {9, 10}}}
	for _, c := range []struct {
		point, want int
		wrapped     bool
	}{{0, 0, false}, {6, 1, false}, {9, 1, false}, {10, 0, true}} {
		if i, wrapped := h.After(c.point); i != c.want || wrapped != c.wrapped {
			t.Errorf("After(%d) = %d, %v; want %d, %v", c.point, i, wrapped, c.want, c.wrapped)
		}
	}
	if i, _ := (Hits{}).After(3); i != -1 {
		t.Errorf("After without hits gives %d, want -1", i)
	}
}
