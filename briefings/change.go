package briefings

// Change is one entry of a briefing's history: who changed which record, when,
// and what stood there before. Entries are never changed or removed; an undo
// is a new entry that names the one it takes back.
type Change struct {
	ID       string `json:"id"` // ULID
	At       Time   `json:"at"`
	By       string `json:"by"`
	Briefing string `json:"briefing"`
	Op       Op     `json:"op"`
	// Before and After are the whole record; nil where there was none.
	Before Record `json:"before,omitempty"`
	After  Record `json:"after,omitempty"`
	Undoes string `json:"undoes,omitempty"` // the change that this one takes back
	Redoes string `json:"redoes,omitempty"` // the undo that this one takes back
	Note   string `json:"note,omitempty"`   // of an import, an export or a judgement: what was done
}

// Op says what a change did.
type Op string

const (
	OpCreate Op = "create"
	OpSet    Op = "set"
	OpJudge  Op = "judge" // of actors, in the whole library (see Judgement)
	OpImport Op = "import"
	OpReread Op = "reextract" // the same text by newer extractors
	OpExport Op = "export"
	OpUndo   Op = "undo"
	OpRedo   Op = "redo"
)

// Summary is what a list of briefings shows of each.
type Summary struct {
	ID        string   `json:"id"`
	Slug      string   `json:"slug"`
	Title     string   `json:"title"`
	Date      string   `json:"date"`
	Reference Dating   `json:"referenceDate,omitzero"` // what days are counted from where it has no date of its own
	Publisher string   `json:"publisher"`
	Tags      []string `json:"tags"`
	TLP       TLP      `json:"tlp"`
	Revision  int      `json:"revision"`
	Words     int      `json:"words"`
	Questions int      `json:"openQuestions"`
	Due       string   `json:"due"`     // the earliest due date of an open question
	Read      float64  `json:"read"`    // share of the sections read, 0 to 1
	Changed   bool     `json:"changed"` // since it was last read
	Created   Time     `json:"created"`
	Modified  Time     `json:"modified"`
}

// Reading is where one left off in a briefing.
type Reading struct {
	Block    int      `json:"block"` // first block on the screen
	Line     int      `json:"line"`  // and its line
	Pane     string   `json:"pane"`
	Sections []Handle `json:"sections"` // read
	// Revision is the one that was read. A later one leaves it as it is until
	// what it changed was read, too.
	Revision int  `json:"revision"`
	ReadAt   Time `json:"readAt,omitzero"` // how far the briefing and its records had come then
	// Seen are the sections that changed since and were read again.
	Seen []Handle `json:"seen,omitempty"`
	At   Time     `json:"at"`
	// Marks are the places marked with "m", by letter, in code points of the
	// document.
	Marks map[string]int `json:"marks,omitempty"`
	// Text is the revision that the places above are of; 0 where it is not known.
	Text int `json:"text,omitempty"`
}

// Draft is a text being written that is not yet confirmed. It survives a
// crash.
type Draft struct {
	Briefing string  `json:"briefing"`
	Purpose  string  `json:"purpose"` // what it was to become: note, question, answer, comment
	Record   Handle  `json:"record,omitempty"`
	Anchor   *Anchor `json:"anchor,omitempty"`
	Text     string  `json:"text"`
	At       Time    `json:"at"`
}
