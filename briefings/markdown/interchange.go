package markdown

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

func encodeJSON(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return out.Bytes(), nil
}

// cslItem is an item of CSL-JSON 1.0.2.
type cslItem struct {
	ID        string            `json:"id"`
	Type      string            `json:"type"`
	Title     string            `json:"title,omitempty"`
	Author    []cslName         `json:"author,omitempty"`
	Container string            `json:"container-title,omitempty"`
	Publisher string            `json:"publisher,omitempty"`
	Issued    *cslDate          `json:"issued,omitempty"`
	Accessed  *cslDate          `json:"accessed,omitempty"`
	URL       string            `json:"URL,omitempty"`
	DOI       string            `json:"DOI,omitempty"`
	Custom    map[string]string `json:"custom,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

// cslDate is a date as old readers know it, too.
type cslDate struct {
	Parts  [][]int `json:"date-parts,omitempty"`
	Season int     `json:"season,omitempty"`
	Circa  bool    `json:"circa,omitempty"`
	// Literal keeps what the parts cannot say; readers that know parts ignore it.
	Literal string `json:"literal,omitempty"`
}

// CSL writes the chosen references as CSL-JSON for Pandoc and Zotero; the ids
// are the handles, so that "[@r-bloomberg]" finds its entry.
func CSL(b *briefings.Briefing, o NotesOptions) ([]byte, error) {
	selected, _ := Select(b, o)
	items := []cslItem{}
	for i := range selected.References {
		r := &selected.References[i]
		item := cslItem{
			ID: string(r.Handle), Type: cslType(r), Title: cslTitle(r), Container: r.ContainerTitle, Publisher: r.Publisher,
			Issued: newCSLDate(r.Issued), Accessed: newCSLDate(r.Accessed), URL: r.URL, DOI: r.DOI,
		}
		for _, name := range r.Author {
			item.Author = append(item.Author, cslName{name})
		}
		if grade := r.Grade.String(); grade != "" {
			item.Custom = map[string]string{"grade": grade}
		}
		items = append(items, item)
	}
	return encodeJSON(items)
}

func cslType(r *briefings.Reference) string {
	switch {
	case r.Type != "":
		return r.Type
	case r.URL != "":
		return "webpage"
	}
	return "document"
}

func cslTitle(r *briefings.Reference) string { return oneLine(orElse(r.Title, r.Line())) }

func newCSLDate(value string) *cslDate {
	if value == "" {
		return nil
	}
	date, err := edtf.Parse(value)
	if err != nil {
		return &cslDate{Literal: value}
	}
	out := &cslDate{}
	if s := date.From.Month; s >= edtf.Spring && s <= edtf.Winter {
		out.Season = s - edtf.Spring + 1
	}
	out.Circa = date.From.Approximate || date.From.Uncertain
	ends := []edtf.Point{date.From}
	if date.Interval {
		ends = append(ends, date.To)
	}
	for _, p := range ends {
		if parts := dateParts(p); parts != nil {
			out.Parts = append(out.Parts, parts)
		}
	}
	if len(out.Parts) < len(ends) || date.From.Unspecified > 0 {
		out.Literal = value
	}
	return out
}

func dateParts(p edtf.Point) []int {
	switch {
	case p.Precision < edtf.ToDay || p.Precision > edtf.ToYear:
		return nil
	case p.Month == 0 || p.Month > 12:
		return []int{p.Year}
	case p.Day == 0:
		return []int{p.Year, p.Month}
	}
	return []int{p.Year, p.Month, p.Day}
}

// bibTypes maps CSL types to entry types of biblatex that BibTeX readers know,
// too; what is not named is "misc".
var bibTypes = map[string]string{
	"article-newspaper": "article", "article-magazine": "article", "article-journal": "article",
	"report": "report", "webpage": "online", "post": "online", "post-weblog": "online", "book": "book",
	"chapter": "incollection", "thesis": "thesis", "dataset": "dataset", "paper-conference": "inproceedings",
}

// BibTeX writes the chosen references for biblatex; "date" is EDTF, which
// biblatex reads.
func BibTeX(b *briefings.Briefing, o NotesOptions) []byte {
	selected, _ := Select(b, o)
	var out strings.Builder
	for i := range selected.References {
		r := &selected.References[i]
		kind := orElse(bibTypes[cslType(r)], "misc")
		if i > 0 {
			out.WriteByte('\n')
		}
		fmt.Fprintf(&out, "@%s{%s,\n", kind, r.Handle)
		container := "journaltitle"
		if kind != "article" {
			container = "organization"
		}
		for _, f := range [][2]string{
			{"author", bibAuthors(r.Author)}, {"title", "{" + bibText(cslTitle(r)) + "}"}, {container, bibText(r.ContainerTitle)},
			{"publisher", bibText(r.Publisher)}, {"date", r.Issued}, {"urldate", r.Accessed}, {"url", bibVerbatim(r.URL)}, {"doi", bibVerbatim(r.DOI)},
		} {
			if f[1] != "" {
				fmt.Fprintf(&out, "  %s = {%s},\n", f[0], f[1])
			}
		}
		out.WriteString("}\n")
	}
	return []byte(out.String())
}

// bibAuthors joins names, each in braces so that none is split.
func bibAuthors(names []string) string {
	var out []string
	for _, n := range names {
		out = append(out, "{"+bibText(n)+"}")
	}
	return strings.Join(out, " and ")
}

var bibEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "#", `\#`, "$", `\$`, "%", `\%`, "&", `\&`,
	"_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func bibText(s string) string { return bibEscapes.Replace(oneLine(s)) }

func bibVerbatim(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(oneLine(s))
}
