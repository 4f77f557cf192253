package store

import (
	"context"
	"fmt"
	"testing"

	"dossier/briefings"
	"dossier/store/engine"
)

// manyBriefings is a library with more briefings than are read in one
// transaction.
func manyBriefings(t *testing.T) *Library {
	t.Helper()
	l := newLibrary(t)
	_, rev := document(t, article, "a.txt")
	r, err := importAll(context.Background(), l, func(yield func(Incoming) bool) {
		for i := range pageRows + 10 {
			one := rev
			one.RawHash = fmt.Sprint("sha256:", i)
			if !yield(Incoming{Briefing: briefings.Briefing{Meta: briefings.Meta{Title: fmt.Sprint("Title ", i)}}, Revision: one}) {
				return
			}
		}
	})
	ok(t, err)
	if r.came != pageRows+10 {
		t.Fatalf("%d briefings came in", r.came)
	}
	return l
}

// interrupted does something else before each transaction but the first.
type interrupted struct {
	engine.Engine
	views int
	by    func()
}

func (i *interrupted) View(ctx context.Context, do func(engine.Reader) error) error {
	if i.views++; i.views > 1 {
		i.by()
	}
	return i.Engine.View(ctx, do)
}

func TestManyBriefingsAreReadPageByPage(t *testing.T) {
	ctx, l := context.Background(), manyBriefings(t)
	all := must[[]briefings.Summary](t)(l.List(ctx, Query{Sort: ByUpdated}))
	first, last := all[0].ID, all[len(all)-1].ID

	t.Run("one that is changed meanwhile is listed once", func(t *testing.T) {
		reader, round := library(t, l.Path()), 0
		reader.engine = &interrupted{Engine: reader.engine, by: func() {
			round++
			for _, id := range []string{first, last} {
				ok(t, l.SetMeta(ctx, id, func(m *briefings.Meta) { m.Tags = []string{fmt.Sprint(round)} }))
			}
		}}
		tags := map[string][]string{}
		for _, of := range must[[]briefings.Summary](t)(reader.List(ctx, Query{})) {
			if _, twice := tags[of.ID]; twice {
				t.Errorf("%s is listed twice", of.Title)
			}
			tags[of.ID] = of.Tags
		}
		if round == 0 || len(tags) != len(all) {
			t.Errorf("%d of %d are listed, after %d changes", len(tags), len(all), round)
		}
		if len(tags[first]) == 0 || len(tags[last]) == 0 {
			t.Errorf("those that moved are listed as they were: %v, %v", tags[first], tags[last])
		}
	})

	t.Run("what few of them have is found page by page", func(t *testing.T) {
		for _, id := range []string{first, last, all[len(all)/2].ID} {
			must[[]briefings.Record](t)(l.Put(ctx, id, note(id)))
		}
		reader, found := library(t, l.Path()), 0
		counted := &interrupted{Engine: reader.engine, by: func() {}}
		reader.engine = counted
		ok(t, reader.Each(ctx, briefings.KindAnnotation, func(of briefings.Summary, r briefings.Record) error {
			if found++; r.Line() != of.ID {
				t.Errorf("the note %s is handed over as one of %s", r.Line(), of.ID)
			}
			return nil
		}))
		if found != 3 || counted.views < 2 {
			t.Errorf("%d of 3 notes are found, in %d transactions", found, counted.views)
		}
	})
}
