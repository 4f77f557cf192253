package store

import "time"

// Options say who works with a library. The zero value is usable.
type Options struct {
	// Author is written as the maker of changes; "" takes the user's login name.
	Author string
	// Now is the clock; nil is the system's.
	Now func() time.Time
	// Logf takes warnings (a file others may read, a network file system); nil
	// drops them.
	Logf func(format string, args ...any)
}

// Imported says what became of a document that was taken in.
type Imported struct {
	ID       string
	Slug     string
	Revision int
	// Unchanged is set where the library holds the same bytes already; ID is
	// then that of the briefing which holds them.
	Unchanged bool
}

// SortKey orders a list of briefings.
type SortKey string

const (
	ByUpdated   SortKey = "updated"   // last change first; the default
	ByDue       SortKey = "due"       // earliest due question first, those without one last
	ByPublished SortKey = "published" // latest publication first, undated ones last
	ByTitle     SortKey = "title"     // folded: lower case, without diacritics
)

// Query chooses and orders briefings.
type Query struct {
	Tag   string  // only those with this tag
	Since string  // only those changed at or after this day or instant ("2025-12-01", RFC 3339)
	Sort  SortKey // "" is ByUpdated
	After string  // id of the last briefing of the page before; "" begins
	Limit int     // 0 is all
}

// Notice says which briefings changed.
type Notice struct {
	Briefings []string // ids, each once
	// Own is set where every one of the changes was made through this Library.
	Own bool
	// All is set where the changes cannot be listed any more: read everything
	// again.
	All bool
}

// Problem is something that Check found broken.
type Problem struct {
	Briefing string // id; "" for the library as a whole
	Where    string // the key or the record
	What     string // one sentence
}
