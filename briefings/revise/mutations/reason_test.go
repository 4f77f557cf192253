package main

import (
	"strings"
	"testing"

	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// Two histories that cut a text at as many places cannot be told apart; one that
// cuts it at fewer can.
func TestWhatCannotBeToldApart(t *testing.T) {
	const (
		see   = "See the annual report of the agency."
		twins = "The mill stood still all summer. " + see + " " + see + " Ships came in again."
		apiec = "The mill stood still all summer. " + see + " Ships came in again. Rain fell for a week. " + see + " Two bridges were closed."
	)
	take := func(b *block, i int) unit {
		u := b.units[i]
		b.units = append(b.units[:i:i], b.units[i+1:]...)
		return u
	}
	put := func(b *block, i int, u unit) { b.units = append(b.units[:i:i], append([]unit{u}, b.units[i:]...)...) }
	other := unit{{"Nobody had counted them before. ", -1}}
	for _, c := range []struct {
		name, text, passage string
		nth                 int
		edit                func(b *block)
		want                reason
	}{
		{"one of two side by side went", twins, see, 1, func(b *block) { take(b, 2) }, apart},
		{"one of two side by side moved", twins, see, 1, func(b *block) { put(b, 3, take(b, 2)) }, apart},
		{"one of two side by side moved, and left its line", "The mill stood still all summer.\n\n" + see + "\n\n" + see + " Ships came in again. Rain fell for a week.", see, 1,
			func(b *block) { put(b, 1, take(b, 0)) }, told},
		{"a sentence was put between them", twins, see, 1, func(b *block) { put(b, 2, other) }, told},
		{"one of two that stand apart went", apiec, see, 2, func(b *block) { take(b, 1) }, told},
		{"all that stood beside them was written anew", apiec, see, 1, func(b *block) {
			for _, i := range []int{0, 2, 3, 5} {
				b.units[i] = other
			}
		}, told},
		{"one of two equal runs went", apiec + " " + apiec, see, 1, func(b *block) { b.units = b.units[:6] }, apart},
		{"a few letters moved alone", "The mill stood still all summer. Ships came in again. Id. Rain fell for a week.", "Id.", 1, func(b *block) { put(b, 1, take(b, 2)) }, anew},
		{"a few letters with some on both sides, in a line that was put in other words", "The mill stood still. Ships came in again. It closed on April 9, 2026 (No. 12).", "2026", 1, func(b *block) {
			u := b.units[2][0]
			at := strings.Index(u.text, " 9, 2026")
			b.units[2] = unit{{"All was over under", -1}, {u.text[at:], u.origin + at}}
		}, told},
		{"many letters moved alone", apiec, "Rain fell for a week.", 1, func(b *block) { put(b, 0, take(b, 3)) }, told},
	} {
		doc, err := intake.Read([]byte("# T\n\n"+c.text+"\n"), intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		source := extract.NewSource(&doc.Revision, doc.Meta)
		d := cut(source).clone()
		c.edit(&d.blocks[len(d.blocks)-1])
		rev, places := d.build(source.Text)
		at := -1
		for range c.nth {
			at += 1 + strings.Index(source.Text[at+1:], c.passage)
		}
		if got := (&edited{source, rev.Text(), places}).whyUnplaced(at, at+len(c.passage)); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
