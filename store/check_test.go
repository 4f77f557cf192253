package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/briefings/corpustest"
)

// used is a library in which everything that the store keeps occurs.
func used(t *testing.T) (*Library, string) {
	t.Helper()
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "https://example.org/plant")
	imported(t, l, strings.ReplaceAll(article, "Havelian", "Ankara"), "other.txt")
	saved := must[[]briefings.Record](t)(l.Put(ctx, id, note("one"), note("two")))
	must[*briefings.Change](t)(l.Undo(ctx, id))
	must[*briefings.Change](t)(l.Redo(ctx, id))
	again := must[*briefings.Briefing](t)(l.Briefing(ctx, id)).Record(saved[0].Common().Handle).Clone()
	again.Common().State = briefings.StateRejected
	must[[]briefings.Record](t)(l.Put(ctx, id, again))
	ok(t, l.SetMeta(ctx, id, func(m *briefings.Meta) { m.Tags = append(m.Tags, "drones") }))
	ok(t, l.SetReading(ctx, id, briefings.Reading{Revision: 1, Sections: []briefings.Handle{must[*briefings.Briefing](t)(l.Briefing(ctx, id)).Sections[0].Handle}}))
	ok(t, l.SetDraft(ctx, briefings.Draft{Briefing: id, Purpose: "note", Text: "half a"}))
	ok(t, l.SetSetting(ctx, "panes/left", "30"))
	return l, id
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wholeLibrary(t testing.TB, l *Library) {
	t.Helper()
	for _, p := range must[[]Problem](t)(l.Check(context.Background())) {
		t.Errorf("check: %s %s: %s", p.Briefing, p.Where, p.What)
	}
}

func TestCheckPassesALibraryInUse(t *testing.T) {
	l, _ := used(t)
	wholeLibrary(t, l)
}

func TestCheckPassesTheCorpora(t *testing.T) {
	folder := corpustest.Path(t, "corpora", "briefings", "texts")
	entries := must[[]os.DirEntry](t)(os.ReadDir(folder))
	l := newLibrary(t)
	for _, e := range entries[:min(len(entries), 12)] {
		imported(t, l, string(must[[]byte](t)(os.ReadFile(filepath.Join(folder, e.Name())))), e.Name())
	}
	wholeLibrary(t, l)
}

func TestCheckNamesWhatIsBroken(t *testing.T) {
	ctx := context.Background()
	edit := func(kind briefings.Kind, change func(briefings.Record)) func(*tampering) error {
		return func(c *tampering) error {
			var first briefings.Record
			if err := c.records(c.id, kind, func(r briefings.Record) error {
				if first == nil {
					first = r
				}
				return nil
			}); err != nil {
				return err
			}
			change(first)
			return c.putRecord(c.id, first)
		}
	}
	for _, broken := range []struct {
		what string
		do   func(*tampering) error
		says string
	}{
		{"a flipped bit in a value", func(c *tampering) error {
			v, err := c.Get(metaKey(c.id))
			if err != nil {
				return err
			}
			v = append([]byte(nil), v...)
			v[len(v)/2] ^= 4
			return c.w.Put(metaKey(c.id), v)
		}, "its checksum is wrong"},
		{"a value under another's key", func(c *tampering) error {
			v, err := c.Get(settingKey("panes/left"))
			if err != nil {
				return err
			}
			return c.w.Put(settingKey("panes/right"), append([]byte(nil), v...))
		}, "its checksum is wrong"},
		{"a key of no known kind", func(c *tampering) error { return c.put("z/1", 1) }, "no key that a library has"},
		{"a key of no known kind in a briefing", func(c *tampering) error { return c.put(within(c.id, "z"), 1) }, "no key that a briefing has"},
		{"a question among the other records", func(c *tampering) error { return c.put(within(c.id, "q-x"), 1) }, "no key that a briefing has"},
		{"a record of no briefing", func(c *tampering) error {
			return c.putRecord(strings.Repeat("0", idLength), &briefings.Annotation{Head: briefings.Head{Handle: "n-x"}})
		}, "belongs to a briefing that there is not"},
		{"a wrong count", func(c *tampering) error { return c.put(countKey, 7) }, "counts 7 briefings where there are 2"},
		{"a row that shows other words", func(c *tampering) error {
			r, err := c.rowOf(c.id)
			r.Questions++
			if err != nil {
				return err
			}
			return c.put(r.place(), &r)
		}, "the list shows something else"},
		{"a row too few", func(c *tampering) error {
			r, err := c.rowOf(c.id)
			if err != nil {
				return err
			}
			return c.delete(r.place())
		}, "the list has no row"},
		{"a sorted view with a key too few", func(c *tampering) error {
			r, err := c.rowOf(c.id)
			if err != nil {
				return err
			}
			return c.delete(sortKeys(&r)[2])
		}, "is not found by this key"},
		{"a sorted view with a key too many", func(c *tampering) error { return c.mark("i/due/2030/" + c.id) }, "leads to a briefing that is not found so"},
		{"a slug that leads elsewhere", func(c *tampering) error { return c.put(slugKey("x"), c.id) }, "leads to a briefing that is not found so"},
		{"a lost hash", func(c *tampering) error {
			h, err := c.head(c.id, 1)
			if err != nil {
				return err
			}
			return c.delete(hashKey(h.RawHash))
		}, "is not found by its hash"},
		{"a lost part of the text", func(c *tampering) error { return c.delete(textKey(c.id, 1, 0)) }, "it is missing"},
		{"a lost part of the received bytes", func(c *tampering) error { return c.delete(sourceKey(c.id, 1, 0)) }, "0 of 1 parts are there"},
		{"another text than was received", func(c *tampering) error {
			return c.put(textKey(c.id, 1, 0), []block{{Markdown: "forged", Length: 6}})
		}, "does not have its hash"},
		{"a lost revision", func(c *tampering) error { return c.delete(revisionKey(c.id, 1)) }, "has 0 revisions, which do not lead up to 1"},
		{"sections out of order", func(c *tampering) error {
			o, _, err := fetch[outline](&c.snapshot, outlineKey(c.id))
			if err != nil {
				return err
			}
			o.Sections[0], o.Sections[1] = o.Sections[1], o.Sections[0]
			return c.put(outlineKey(c.id), o)
		}, "which is not behind the one before it"},
		{"an anchor into no section", edit(briefings.KindEvent, func(r briefings.Record) { r.Common().Anchors[0].Section = "s-none" }), "points into the section s-none"},
		{"an anchor beyond the text", edit(briefings.KindEvent, func(r briefings.Record) { r.Common().Anchors[0].DocEnd = 99999 }), "beyond the text"},
		{"an anchor whose quote is not there", edit(briefings.KindEvent, func(r briefings.Record) { r.Common().Anchors[0].Exact = "else" }), "its quote does not stand"},
		{"an extracted record without its passage", edit(briefings.KindEvent, func(r briefings.Record) { r.Common().Anchors = nil }), "points at no passage"},
		{"a record under another's key", func(c *tampering) error {
			return c.put(recordKey(c.id, briefings.KindAnnotation, "n-x"), &briefings.Annotation{Head: briefings.Head{Handle: "n-y"}})
		}, "under another handle's key"},
		{"a record that was changed past its history", edit(briefings.KindAnnotation, func(r briefings.Record) { r.(*briefings.Annotation).Body = "forged" }), "is not what its history says"},
		{"a history with a hole", func(c *tampering) error {
			var first string
			if err := c.steps(c.id, func(st *step) (bool, error) {
				if st.Op == briefings.OpCreate {
					first = st.ID
				}
				return true, nil
			}); err != nil {
				return err
			}
			return c.delete(historyPrefix(c.id) + first)
		}, "is taken back by a later step and is not there"},
		{"a draft in no briefing", func(c *tampering) error {
			return c.put(draftKey(briefings.Draft{Briefing: strings.Repeat("0", idLength)}), briefings.Draft{})
		}, "a draft in a briefing that there is not"},
	} {
		l, id := used(t)
		ok(t, l.update(ctx, func(c *change) error { return broken.do(&tampering{c, id}) }))
		problems := must[[]Problem](t)(l.Check(ctx))
		said := ""
		for _, p := range problems {
			said += p.Where + " " + p.What + "\n"
		}
		if !strings.Contains(said, broken.says) {
			t.Errorf("%s: check says %q, want %q", broken.what, said, broken.says)
		}
	}
}

// tampering is a change of one briefing.
type tampering struct {
	*change
	id string
}
