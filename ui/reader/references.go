package reader

import (
	"strconv"
	"strings"

	"dossier/briefings"
)

// referencesPane shows what the document cites, with each source's grade.
func referencesPane() *pane {
	return &pane{id: "references", title: "References", build: references, kind: briefings.KindReference, noun: "references", show: showing(referenceItem),
		list: list{empty: "No references were found in this text."}}
}

func references(v *view) content {
	var out []item
	for i := range v.b.References {
		r := &v.b.References[i]
		if !r.Live() {
			continue
		}
		it := item{lead: strconv.Itoa(len(out) + 1), text: r.Line(), right: r.Grade.String(), anchor: firstAnchor(&r.Head), record: r}
		it.facets = facets(r.ContainerTitle, r.Publisher, r.Issued, r.URL, strings.Join(r.Tags, " "))
		it.detail = func() []string { return referenceDetail(v, r) }
		out = append(out, it)
	}
	count := strconv.Itoa(len(out))
	if n := briefings.Origins(v.b.References); n < len(out) {
		count += ", " + plural(n, "origin", "origins")
	}
	return content{items: out, count: count}
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
	if r.Grade.String() == "" {
		out = append(out, "Ungraded: r grades it")
	}
	out = append(out, r.URL)
	if n := len(r.Cited); n > 0 {
		out = append(out, "Cited in "+plural(n, "passage", "passages"))
	}
	for _, h := range r.DerivedFrom {
		out = append(out, "Repeats "+lineOf(v.b, h)+": not an origin of its own")
	}
	return out
}

// lineOf is what a record of the briefing says, its handle if it is not there.
func lineOf(b *briefings.Briefing, h briefings.Handle) string {
	if r := b.Record(h); r != nil {
		return "“" + r.Line() + "”"
	}
	return string(h)
}
