// Package briefings is the domain of dossier: what a briefing is, what can be
// said about one, and the rules that hold between the two. Plain values and
// pure functions; no disk, no terminal, no clock of its own.
//
// Two layers never mix. The source (Revision) is what a document says; nobody
// edits it. The apparatus (the records: Event, Actor, Limit, Question,
// Reference, Annotation) is what was made of it, by a machine or a person, and
// every record that a machine made points at its passage.
package briefings

import "time"

// Briefing is one document of the library with everything made of it. Its JSON
// form is the one shape that every command prints.
type Briefing struct {
	Meta
	Sections    []Section    `json:"sections"`
	Events      []Event      `json:"events"`
	Actors      []Actor      `json:"actors"`
	Limits      []Limit      `json:"limits"`
	Questions   []Question   `json:"questions"`
	References  []Reference  `json:"references"`
	Annotations []Annotation `json:"annotations"`
}

// Meta says what a briefing is without what stands in it. Names follow CSL and
// Dublin Core; dates are EDTF (level 1, without years beyond four digits).
type Meta struct {
	ID         string   `json:"id"`                        // ULID, given at the first import
	Slug       string   `json:"slug"`                      // readable, unique in the library
	Title      string   `json:"title"`                     //
	Date       string   `json:"date"`                      // EDTF, publication; "" if the document does not say
	Publisher  string   `json:"publisher"`                 //
	Author     []string `json:"author"`                    //
	Source     string   `json:"source"`                    // URL, or file name without its folder
	Lang       string   `json:"lang,omitempty"`            // BCP 47
	Tags       []string `json:"tags"`                      //
	TLP        TLP      `json:"tlp"`                       // handling mark; "" is unmarked
	Revision   int      `json:"revision"`                  // number of the current revision, from 1
	Reference  Dating   `json:"referenceDate"`             // what relative dates were counted from
	Words      int      `json:"words"`                     // of the canonical text
	Extras     []KV     `json:"extras,omitempty"`          // front matter that this version does not know
	Created    Time     `json:"created,omitzero"`          // first import, UTC
	Modified   Time     `json:"modified,omitzero"`         // last change of the briefing or a record, UTC
	Sample     bool     `json:"sample,omitempty"`          // the built-in sample
	Likelihood string   `json:"likelihoodScale,omitempty"` // "icd203" (the default) or "phia"
	// Edited tells which fields a person changed. No re-import changes such a
	// field again.
	Edited map[string]Edit `json:"edited,omitempty"`
}

// Time is an instant in UTC, printed as RFC 3339.
type Time = time.Time

// KV keeps a field that this version does not know, as it was found.
type KV struct {
	Key   string   `json:"key"`
	Value []string `json:"value"`
}

// Dating is a date with the rule that supplied it, so that it can be shown,
// doubted and set anew.
type Dating struct {
	Date string     `json:"date"` // EDTF
	Rule DatingRule `json:"rule"`
}

// DatingRule names where a reference date came from, strongest first.
type DatingRule string

const (
	DatedByAnalyst  DatingRule = "analyst"      // a person said so
	DatedByMatter   DatingRule = "front-matter" // YAML, meta tags, JSON-LD
	DatedByURL      DatingRule = "url"          // a date in the source's own address
	DatedByDateline DatingRule = "dateline"     // a lone date in the first or last lines
	DatedByText     DatingRule = "text"         // "As of early December 2025"
	DatedByImport   DatingRule = "import"       // assumed: the day of the import
)

// TellsPublication says whether what the rule found is the day on which the
// document came out, and not only a day near which it was written.
func (r DatingRule) TellsPublication() bool {
	switch r {
	case DatedByAnalyst, DatedByMatter, DatedByURL, DatedByDateline:
		return true
	}
	return false
}

// TLP is a handling mark of the Traffic Light Protocol 2.0 (FIRST, 2022). It
// says how far a text may be passed on; it protects nothing by itself.
type TLP string

const (
	TLPUnmarked    TLP = ""
	TLPClear       TLP = "TLP:CLEAR"
	TLPGreen       TLP = "TLP:GREEN"
	TLPAmber       TLP = "TLP:AMBER"
	TLPAmberStrict TLP = "TLP:AMBER+STRICT"
	TLPRed         TLP = "TLP:RED"
)
