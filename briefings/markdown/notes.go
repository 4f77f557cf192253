package markdown

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dossier/briefings"
	"dossier/briefings/markdown/frontmatter"
)

// Flavour is a dialect of Markdown for the notes export.
type Flavour string

const (
	// Portable is CommonMark with a YAML head, footnotes and tables; the default.
	Portable Flavour = "portable"
	// Obsidian adds callouts, block ids and wikilinks.
	Obsidian Flavour = "obsidian"
)

// NotesOptions choose what goes into an export. The zero value is everything,
// portable.
type NotesOptions struct {
	Flavour Flavour
	Only    []briefings.Kind // nil is all
	Open    bool             // of the questions, only those that are open
	Since   time.Time        // only records made or changed since
	Tag     string           // only records with this tag
	Section string           // only records of this section: a handle or a title
	// Reviewed leaves out what still waits for a person's eye, see briefings.Awaits.
	Reviewed bool
	// Elsewhere tells of other briefings, by id, to which evidence points; one
	// that is missing is named by its id.
	Elsewhere map[string]Elsewhere
}

// Elsewhere is another briefing that evidence points to.
type Elsewhere struct {
	briefings.Meta
	Lines map[briefings.Handle]string // what the records say that are pointed to
}

// notesKeys are dossier's own keys of the front matter, in order.
var notesKeys = []string{"id", "slug", "title", "date", "publisher", "author", "source", "lang", "tags", "tlp", "revision", "source-hash"}

// Notes writes the notes export of a briefing: front matter, title, open and
// answered questions, notes by section, limits, timeline, actors, references.
// rev is the current revision, whose text the source-hash is of and which tells
// how a drifted passage reads now; it may be nil.
// The same records and options give the same bytes.
func Notes(b *briefings.Briefing, rev *briefings.Revision, o NotesOptions) []byte {
	w, tally := newNotes(b, rev, o)
	var out strings.Builder
	out.WriteString(frontmatter.Print(notesMatter(b, rev)))
	put := func(name, content string) { out.WriteString("\n" + managed(name, content)) }
	put("head", w.head())
	for _, part := range []struct {
		kind    briefings.Kind
		name    string
		content func() string
	}{
		{briefings.KindQuestion, "questions", w.questions},
		{briefings.KindAnnotation, "notes", w.notes},
		{briefings.KindLimit, "limits", w.limits},
		{briefings.KindEvent, "timeline", w.timeline},
		{briefings.KindActor, "actors", w.actors},
		{briefings.KindReference, "references", w.references},
	} {
		if o.wants(part.kind) {
			put(part.name, part.content())
		}
	}
	if notes := w.footnotes(); notes != "" {
		put("footnotes", notes)
	}
	if tally.Filtered > 0 {
		put(choiceRegion, "Left out by the choice of this export: "+counted(tally.Filtered, "record")+".\n")
	}
	put("foot", w.foot(tally))
	return []byte(out.String())
}

// NotesName is the stable name of a briefing's export, "YYYY-MM-DD-slug.md",
// with as much of the date as is known. A slug that begins with the date is not
// given it twice.
func NotesName(meta briefings.Meta) string {
	slug := briefings.Slug(strings.ReplaceAll(meta.Slug, "-", " "), 32)
	if slug == "" {
		slug = briefings.Slug(meta.Title, 8)
	}
	if slug == "" {
		slug = strings.ToLower(meta.ID)
	}
	date := dateDigits(meta.Date)
	if date == "" || strings.HasPrefix(slug, date) {
		return slug + ".md"
	}
	return date + "-" + slug + ".md"
}

// dateDigits returns the leading YYYY, YYYY-MM or YYYY-MM-DD of an EDTF value.
func dateDigits(date string) string {
	const form = "0000-00-00"
	n := 0
	for n < len(date) && n < len(form) && (form[n] == '0' && date[n] >= '0' && date[n] <= '9' || form[n] == '-' && date[n] == '-') {
		n++
	}
	for _, whole := range []int{10, 7, 4} {
		if n >= whole {
			return date[:whole]
		}
	}
	return ""
}

func notesMatter(b *briefings.Briefing, rev *briefings.Revision) []frontmatter.Entry {
	scalar := func(key, value string) []frontmatter.Entry {
		if value == "" {
			return nil
		}
		return []frontmatter.Entry{{Key: key, Values: []string{value}}}
	}
	list := func(key string, values []string) []frontmatter.Entry {
		if len(values) == 0 {
			return nil
		}
		return []frontmatter.Entry{{Key: key, Values: values, List: true}}
	}
	hash := ""
	if rev != nil {
		hash = rev.TextHash
	}
	entries := slices.Concat(
		scalar("id", b.ID), scalar("slug", b.Slug), scalar("title", b.Title), scalar("date", b.Date),
		scalar("publisher", b.Publisher), list("author", b.Author), scalar("source", b.Source), scalar("lang", b.Lang),
		list("tags", b.Tags), scalar("tlp", string(b.TLP)), scalar("revision", fmt.Sprint(max(b.Revision, 1))),
		scalar("source-hash", hash),
	)
	all := func(frontmatter.Entry) bool { return true }
	return append(entries, frontmatter.Entry{Key: hashKey, Values: []string{matterHash(entries, all)}})
}

// notes is one export being written.
type notes struct {
	*briefings.Briefing                     // what was selected
	whole               *briefings.Briefing // and what from
	options             NotesOptions
	rev                 *briefings.Revision // may be nil
	paths               map[briefings.Handle]string
	used                map[briefings.Handle]bool // references whose footnote is called
	mixed               bool                      // of the kind being written some were reviewed
	under               string                    // path of the section whose notes are being written
}

// newNotes selects what of a briefing is to be written.
func newNotes(b *briefings.Briefing, rev *briefings.Revision, o NotesOptions) (*notes, Tally) {
	selected, tally := Select(b, o)
	return &notes{Briefing: selected, whole: b, options: o, rev: rev, paths: sectionPaths(b.Sections), used: map[briefings.Handle]bool{}}, tally
}

func (w *notes) obsidian() bool { return w.options.Flavour == Obsidian }

// cites says whether a handle is a reference of the briefing.
func (w *notes) cites(h briefings.Handle) bool {
	return slices.ContainsFunc(w.whole.References, func(r briefings.Reference) bool { return r.Handle == h })
}

func (w *notes) head() string {
	var b strings.Builder
	if w.TLP != briefings.TLPUnmarked {
		fmt.Fprintf(&b, "**%s**\n\n", w.TLP)
	}
	fmt.Fprintf(&b, "# %s\n", escapeText(orElse(w.Title, w.Slug)))
	var parts []string
	for _, s := range []string{strings.Join(w.Author, ", "), w.Publisher} {
		if s != "" {
			parts = append(parts, escapeText(s))
		}
	}
	if w.Date != "" {
		parts = append(parts, dateWords(w.Date))
	}
	if isURL(w.Source) {
		parts = append(parts, address(w.Source))
	} else if w.Source != "" {
		parts = append(parts, escapeText(w.Source))
	}
	if len(parts) > 0 {
		b.WriteString("\n" + strings.Join(parts, " · ") + "\n")
	}
	return b.String()
}

// foot says what was left out, and repeats the handling mark.
func (w *notes) foot(t Tally) string {
	var b strings.Builder
	var kept []string
	if t.Rejected > 0 {
		kept = append(kept, fmt.Sprintf("%d rejected", t.Rejected))
	}
	if t.Retired > 0 {
		kept = append(kept, fmt.Sprintf("%d no longer in the source", t.Retired))
	}
	if len(kept) > 0 {
		b.WriteString("Kept in the library and not printed here: " + strings.Join(kept, ", ") + ".\n\n")
	}
	if w.TLP != briefings.TLPUnmarked {
		fmt.Fprintf(&b, "**%s**\n", w.TLP)
	}
	return b.String()
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func orElse(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// capital writes a word of ASCII with a capital.
func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func isURL(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// address writes a URL as an autolink.
func address(url string) string {
	return "<" + strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", "\n", "%0A", "\t", "%09", "\\", "%5C").Replace(url) + ">"
}
