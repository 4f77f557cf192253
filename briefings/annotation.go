package briefings

// Annotation is an analyst's mark on a passage or a record. Motivations are
// those of the W3C Web Annotation Data Model.
type Annotation struct {
	Head
	Motivation Motivation `json:"motivation"`
	Body       string     `json:"body"`         // CommonMark; "" for a highlight
	Re         Handle     `json:"re,omitempty"` // the record that it is about
}

// Motivation says why an annotation was made.
type Motivation string

const (
	Highlighting Motivation = "highlighting"
	Commenting   Motivation = "commenting"
	Questioning  Motivation = "questioning"
	Assessing    Motivation = "assessing"
	Tagging      Motivation = "tagging"
)

func (*Annotation) Kind() Kind { return KindAnnotation }
func (a *Annotation) Line() string {
	if a.Body == "" && len(a.Anchors) > 0 {
		return a.Anchors[0].Exact
	}
	return a.Body
}
func (a *Annotation) Clone() Record {
	c := *a
	c.Head = a.Head.clone()
	return &c
}
