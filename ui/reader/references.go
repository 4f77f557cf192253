package reader

import (
	"strconv"
	"strings"

	"dossier/briefings"
)

// referencesPane shows what the document cites, with each source's grade.
func referencesPane() *pane {
	return &pane{id: "references", title: "References", hints: []action{"go", "grade", "browse", "note", "copy-id", "filter", "next-pane", "help", "palette"},
		build: references, kind: briefings.KindReference, noun: "references", lead: "grade",
		list: list{empty: "No references were found in this text."}}
}

func references(v *view) content {
	c := content{of: v.b}
	for i, ref := range v.b.of(briefings.KindReference) {
		if ref.is(live) {
			c.all = append(c.all, row{made: -1, card: i, number: int32(len(c.all) + 1)})
		}
	}
	c.edges = func(r *row) (lead, right string) {
		return pad(strconv.Itoa(int(r.number)), len(strconv.Itoa(len(c.all)))), v.b.grades.all[v.b.cards[r.card].also]
	}
	c.draw = func(r *row, record briefings.Record) item {
		ref := record.(*briefings.Reference)
		it := referenceItem(v, ref)
		it.lead, it.right = c.edges(r)
		it.facets = facets(ref.ContainerTitle, ref.Publisher, ref.Issued, ref.URL, strings.Join(ref.Tags, " "))
		return it
	}
	c.count = strconv.Itoa(len(c.all))
	if n := v.b.lineage.Origins(); n < len(c.all) {
		c.count += ", " + plural(n, "origin", "origins")
	}
	return c
}
