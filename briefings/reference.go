package briefings

import (
	"slices"
	"strings"
)

// Reference is a work that the document lists or cites. Field names follow
// CSL-JSON 1.0.2; the handle is the cite key.
type Reference struct {
	Head
	Key            string   `json:"key"`  // "[1]", "3", or "" as the source numbers it
	Type           string   `json:"type"` // a CSL type: article-newspaper, webpage, report, ...
	Title          string   `json:"title"`
	Author         []string `json:"author,omitempty"`
	ContainerTitle string   `json:"containerTitle"`
	Publisher      string   `json:"publisher"`
	Issued         string   `json:"issued"` // EDTF
	Accessed       string   `json:"accessed,omitempty"`
	URL            string   `json:"url"` // normalised
	DOI            string   `json:"doi,omitempty"`
	Listed         string   `json:"listed,omitempty"` // the entry as the source prints it
	// Cited are the passages that cite the work, apart from its own entry.
	Cited []Anchor `json:"cited,omitempty"`
	Grade Grade    `json:"grade"`
	// DerivedFrom names references that this one only repeats. Corroboration
	// counts independent origins.
	DerivedFrom []Handle `json:"derivedFrom,omitempty"`
}

// Grade is an Admiralty grade, the source's reliability and the item's
// credibility judged apart. Ungraded ("") is not F6, "cannot be judged".
type Grade struct {
	Reliability string `json:"reliability"` // "A" to "F", "" ungraded
	Credibility string `json:"credibility"` // "1" to "6", "" ungraded
	Reason      string `json:"reason,omitempty"`
}

// String prints the grade in short, "B2", with "–" for a part not graded.
func (g Grade) String() string {
	if g.Reliability == "" && g.Credibility == "" {
		return ""
	}
	part := func(s string) string {
		if s == "" {
			return "–"
		}
		return s
	}
	return part(g.Reliability) + part(g.Credibility)
}

// Words of the Admiralty scales, by letter and digit.
var (
	reliabilities = map[string]string{"A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable", "E": "unreliable", "F": "reliability cannot be judged"}
	credibilities = map[string]string{"1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable", "6": "truth cannot be judged"}
)

// Words says the grade in full, source and item apart: "Source B, usually reliable;
// item not graded". It is "" for what is not graded at all.
func (g Grade) Words() string {
	if g.Reliability == "" && g.Credibility == "" {
		return ""
	}
	part := func(what, mark string, words map[string]string) string {
		if mark == "" {
			return what + " not graded"
		}
		return what + " " + strings.TrimSuffix(mark+", "+words[mark], ", ")
	}
	return part("Source", g.Reliability, reliabilities) + "; " + part("item", g.Credibility, credibilities)
}

func (*Reference) Kind() Kind { return KindReference }
func (r *Reference) Line() string {
	for _, s := range []string{r.Title, r.Listed, r.URL} {
		if s != "" {
			return s
		}
	}
	return string(r.Handle)
}
func (r *Reference) Clone() Record {
	c := *r
	c.Head = r.Head.clone()
	c.Author = slices.Clone(r.Author)
	c.Cited = slices.Clone(r.Cited)
	c.DerivedFrom = slices.Clone(r.DerivedFrom)
	return &c
}
