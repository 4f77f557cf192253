package reader

import (
	"cmp"
	"strconv"
	"strings"

	"dossier/briefings"
)

// referencesPane shows what the document cites, with each source's grade.
func referencesPane() *pane {
	return &pane{id: "references", title: "References", hints: []action{"go", "grade", "browse", "note", "copy-id", "filter", "next-pane", "help", "palette"},
		build: references, kind: briefings.KindReference, noun: "references", lead: "grade", show: showing(referenceItem),
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
		return strconv.Itoa(int(r.number)), v.b.grades.all[v.b.cards[r.card].also]
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

// referenceItem shows a reference outside the list.
func referenceItem(v *view, r *briefings.Reference) item {
	return item{text: r.Line(), anchor: firstAnchor(&r.Head), record: r, detail: func() []string { return referenceDetail(v, r) }}
}

func referenceDetail(v *view, r *briefings.Reference) []string {
	var line []string
	for _, s := range []string{r.ContainerTitle, r.Publisher, r.Issued} {
		if s != "" && (len(line) == 0 || line[len(line)-1] != s) {
			line = append(line, s)
		}
	}
	out := []string{strings.Join(line, " · ")}
	out = append(out, cmp.Or(r.Grade.Words(), "Ungraded")+": r grades it")
	out = append(out, r.URL)
	if n := len(r.Cited); n > 0 {
		out = append(out, "Cited in "+plural(n, "passage", "passages"))
	}
	for _, h := range r.DerivedFrom {
		out = append(out, "Repeats "+lineOf(v.b, h)+": not an origin of its own")
	}
	return out
}
