package reader

import (
	"cmp"
	"strings"

	"dossier/briefings"
)

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
