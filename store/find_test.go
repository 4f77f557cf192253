package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
)

// shelf is a library of briefings with these titles; published and due are set
// by their number.
func shelf(t *testing.T, titles ...string) (*Library, []string) {
	t.Helper()
	// Two changes within a millisecond have no order; here each has a second of
	// its own.
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	l := must[*Library](t)(Open(filepath.Join(t.TempDir(), "library.db"), Options{Author: "ana", Logf: t.Logf, Now: func() time.Time {
		now = now.Add(time.Second)
		return now
	}}))
	t.Cleanup(func() { l.Close() })
	var ids []string
	for i, title := range titles {
		ids = append(ids, imported(t, l, title+strings.TrimPrefix(article, "The Plant at Havelian"), fmt.Sprint(i, ".txt")))
	}
	return l, ids
}

func TestABriefingIsFoundByIDSlugOrTheirBeginning(t *testing.T) {
	ctx := context.Background()
	l, ids := shelf(t, "The Plant at Havelian", "The Plant at Ankara", "Engines for Drones")
	slug := must[briefings.Meta](t)(l.Meta(ctx, ids[2])).Slug
	for _, ref := range []string{ids[2], strings.ToLower(ids[2]), slug, slug[:len(slug)-3], strings.ToUpper(slug), " " + slug + " "} {
		if got, err := l.Find(ctx, ref); got != ids[2] {
			t.Errorf("%q finds %q, %v", ref, got, err)
		}
	}
	var many *AmbiguousError
	common := strings.TrimSuffix(must[briefings.Meta](t)(l.Meta(ctx, ids[0])).Slug, "havelian")
	if _, err := l.Find(ctx, common); !errors.As(err, &many) || len(many.Candidates) != 2 {
		t.Errorf("%q: %v", common, err)
	}
	for _, ref := range []string{"", "zz", "%", "/"} {
		if _, err := l.Find(ctx, ref); !errors.As(err, new(*NotFoundError)) {
			t.Errorf("%q: %v", ref, err)
		}
	}
}

func TestBriefingsAreFoundByTheirTitle(t *testing.T) {
	ctx := context.Background()
	long := strings.Repeat("A long title ", 8)
	l, ids := shelf(t, "Çelik works", "Celik Works", "Celik works at night", long+"one", long+"two")
	for title, want := range map[string]string{
		"ÇELIK WORKS": ids[0] + " " + ids[1], "celik": "", "": "", long + "Two": ids[4],
	} {
		if got := strings.Join(must[[]string](t)(l.ByTitle(ctx, title)), " "); got != want {
			t.Errorf("%q finds %q, want %q", title, got, want)
		}
	}
}

func TestSlugsOfTheSameTitleDiffer(t *testing.T) {
	titles := make([]string, 15)
	for i := range titles {
		titles[i] = "The same title"
	}
	l := newLibrary(t)
	seen := map[string]bool{}
	for i := range titles {
		id := imported(t, l, titles[i]+strings.TrimPrefix(article, "The Plant at Havelian")+strings.Repeat("More. ", i+1), "a.txt")
		seen[must[briefings.Meta](t)(l.Meta(context.Background(), id)).Slug] = true
	}
	if len(seen) != len(titles) {
		t.Errorf("%d slugs for %d briefings: %v", len(seen), len(titles), seen)
	}
	wholeLibrary(t, l)
}

func TestListsAreSortedFilteredAndPaged(t *testing.T) {
	ctx := context.Background()
	l, ids := shelf(t, "Çelik works", "Alpha", "Beta", "Delta")
	name := map[string]string{ids[0]: "Ç", ids[1]: "A", ids[2]: "B", ids[3]: "D"}
	for i, date := range []string{"2024-05", "", "2025-12~", "2025-12-05"} {
		ok(t, l.SetMeta(ctx, ids[i], func(m *briefings.Meta) { m.Date = date }))
	}
	for i, due := range []string{"2026-09-01", "2026-03-01"} {
		q := &briefings.Question{Text: "When?", Status: briefings.Open, Due: due}
		must[[]briefings.Record](t)(l.Put(ctx, ids[i+2], q))
	}
	ok(t, l.SetMeta(ctx, ids[1], func(m *briefings.Meta) { m.Tags = []string{"x"} }))
	show := func(q Query) (out string) {
		for _, s := range must[[]briefings.Summary](t)(l.List(ctx, q)) {
			out += name[s.ID]
		}
		return out
	}
	for _, c := range []struct {
		q    Query
		want string
	}{
		{Query{}, "ADBÇ"},
		{Query{Sort: ByTitle}, "ABÇD"},
		{Query{Sort: ByPublished}, "BDÇA"},
		{Query{Sort: ByDue, Limit: 2}, "DB"},
		{Query{Sort: ByTitle, After: ids[2], Limit: 1}, "Ç"},
		{Query{Sort: ByTitle, After: ids[3]}, ""},
		{Query{Tag: "x"}, "A"},
		{Query{Since: "2000"}, "ADBÇ"},
		{Query{Since: "2999-01-01"}, ""},
	} {
		if got := show(c.q); got != c.want {
			t.Errorf("%+v lists %s, want %s", c.q, got, c.want)
		}
	}
	if _, err := l.List(ctx, Query{Since: "yesterday"}); err == nil || !strings.Contains(err.Error(), "yesterday") {
		t.Errorf("since yesterday: %v", err)
	}
	answered := must[*briefings.Briefing](t)(l.Briefing(ctx, ids[3])).Questions
	for i := range answered {
		answered[i].Status = briefings.Answered
		must[[]briefings.Record](t)(l.Put(ctx, ids[3], &answered[i]))
	}
	if got := show(Query{Sort: ByDue, Limit: 1}); got != "B" {
		t.Errorf("with its questions answered %s is due first", got)
	}
	wholeLibrary(t, l)
}

func TestEachGoesThroughTheLiveRecordsOfAllBriefings(t *testing.T) {
	ctx := context.Background()
	l, ids := shelf(t, "Alpha", "Beta")
	rejected := note("rejected")
	rejected.State = briefings.StateRejected
	must[[]briefings.Record](t)(l.Put(ctx, ids[0], note("a1"), note("a2"), rejected))
	must[[]briefings.Record](t)(l.Put(ctx, ids[1], note("b1")))
	var got []string
	ok(t, l.Each(ctx, briefings.KindAnnotation, func(s briefings.Summary, r briefings.Record) error {
		got = append(got, s.Title+" "+r.Line())
		_, err := l.Count(ctx) // no lock is held meanwhile
		return err
	}))
	if strings.Join(got, ", ") != "Alpha a1, Alpha a2, Beta b1" {
		t.Errorf("each gives %q", got)
	}
}

func TestABodyGivesTheBlocksOfItsRevision(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	var s strings.Builder
	for i := 0; s.Len() < 400_000; i++ {
		fmt.Fprintf(&s, "Paragraph %d of a long report, as *long* as reports are.\n\n", i)
	}
	_, rev := document(t, s.String(), "long.md")
	got := must[Imported](t)(l.Import(ctx, briefings.Briefing{}, rev))
	body := must[*Body](t)(l.OpenRevision(ctx, got.ID, 0))
	if body.Len() != len(rev.Blocks) || len(body.head.Parts) < 5 {
		t.Fatalf("%d blocks in %d parts, want %d blocks", body.Len(), len(body.head.Parts), len(rev.Blocks))
	}
	for _, i := range []int{0, body.Len() - 1, body.Len() / 2, 3, body.Len() / 3} {
		block := must[briefings.Block](t)(body.Block(i))
		want := rev.Blocks[i]
		if block.Text != want.Text || block.Markdown != want.Markdown || block.Start != want.Start || block.End != want.End {
			t.Errorf("block %d is %+v, want %+v", i, block, want)
		}
		for _, point := range []int{want.Start, want.End} {
			if at := must[int](t)(body.At(point)); at != i {
				t.Errorf("point %d lies in block %d, want %d", point, at, i)
			}
		}
	}
	if len(body.parts) > partsKept {
		t.Errorf("%d parts are kept", len(body.parts))
	}
	if _, err := body.Block(body.Len()); err == nil {
		t.Error("there is one block too many")
	}
}
