package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"dossier/briefings"
)

// The key space. ID is a ULID (26 letters and digits); N a revision's number in
// six digits, K a part's number in six digits.
//
//	!count                        number of briefings
//	b/ID/HANDLE                   a record, but for questions
//	b/ID/log/ULID                 a step of the history
//	b/ID/meta                     Meta
//	b/ID/outline                  sections, and the order of the records
//	b/ID/reading                  where the reader left off
//	b/ID/revision/N               head of a revision
//	b/ID/source/N/K               received bytes and Markdown of a revision, in parts
//	b/ID/text/N/K                 blocks of a revision, in parts
//	b/ID/used/HANDLE              a handle that was used and is free of a record now
//	q/ID/HANDLE                   a question
//	d/ID/PURPOSE/HANDLE[/SUM]     a draft; SUM tells the passages apart that it may be on
//	c/NAME                        a setting
//	j/ULID                        an entry of the log of judgements, the library's
//	i/slug/SLUG, i/hash/HASH      -> ID
//	i/source/SUM/ID               by what a briefing came from
//	i/updated/TIME/ID             row of the list; every change of a briefing moves it
//	i/due/..., i/published/..., i/title/...    sort key, then ID
//
// What is one briefing's stands together, so that to read or to change one
// touches few pages, and those neighbours, however large the library is: its
// end of the log, its meta data and its notes most of all, which a saved note
// changes. Questions stand apart: every import looks through those of all
// briefings.
const (
	countKey = "!count"
	idLength = 26
)

const (
	briefingPrefix = "b/"
	questionPrefix = "q/"
	rowPrefix      = "i/updated/"
	draftPrefix    = "d/"
)

// within is a key of a briefing's own.
func within(id, name string) string { return briefingPrefix + id + "/" + name }

func metaKey(id string) string    { return within(id, "meta") }
func outlineKey(id string) string { return within(id, "outline") }
func readingKey(id string) string { return within(id, "reading") }
func settingKey(name string) string {
	return "c/" + url.PathEscape(name)
}

// recordsIn is the prefix of the records of a kind in a briefing: a handle
// begins with the letter of its kind.
func recordsIn(id string, kind briefings.Kind) string {
	return recordKey(id, kind, briefings.Handle(letter(kind)+"-"))
}

func recordKey(id string, kind briefings.Kind, h briefings.Handle) string {
	if kind == briefings.KindQuestion {
		return questionPrefix + id + "/" + string(h)
	}
	return within(id, string(h))
}

func usedKey(id string, h briefings.Handle) string { return within(id, "used/"+string(h)) }

func revisionsPrefix(id string) string { return within(id, "revision/") }

func revisionKey(id string, number int) string {
	return fmt.Sprintf("%s%06d", revisionsPrefix(id), number)
}

func textKey(id string, number, part int) string {
	return within(id, fmt.Sprintf("text/%06d/%06d", number, part))
}

func sourcePrefix(id string, number int) string {
	return within(id, fmt.Sprintf("source/%06d/", number))
}

func sourceKey(id string, number, part int) string {
	return fmt.Sprintf("%s%06d", sourcePrefix(id, number), part)
}

func historyPrefix(id string) string { return within(id, "log/") }

func draftKey(d briefings.Draft) string {
	if d.Anchor == nil {
		return plainDraftKey(d)
	}
	return fmt.Sprintf("%s/%x", plainDraftKey(d), sha256.Sum256([]byte(d.Anchor.Exact)))
}

// plainDraftKey is that of a draft on no passage, and was that of any before passages
// were told apart.
func plainDraftKey(d briefings.Draft) string {
	return draftPrefix + d.Briefing + "/" + url.PathEscape(d.Purpose) + "/" + url.PathEscape(string(d.Record))
}

const slugPrefix = "i/slug/"

func slugKey(slug string) string { return slugPrefix + slug }

func hashKey(rawHash string) string { return "i/hash/" + url.PathEscape(rawHash) }

// bySource is the prefix of the briefings that came from a URL or file. It is
// hashed: a URL may be longer than a key, and may tell more than a key should.
func bySource(source string) string {
	sum := sha256.Sum256([]byte(source))
	return "i/source/" + hex.EncodeToString(sum[:12]) + "/"
}

// idAtEnd returns the id that ends a key.
func idAtEnd(key string) string { return key[max(0, len(key)-idLength):] }

// letter is the letter of a kind's handles.
func letter(kind briefings.Kind) string {
	switch kind {
	case briefings.KindQuestion:
		return "q"
	case briefings.KindEvent:
		return "e"
	case briefings.KindActor:
		return "a"
	case briefings.KindLimit:
		return "l"
	case briefings.KindReference:
		return "r"
	case briefings.KindAnnotation:
		return "n"
	}
	return "-"
}

// idIn returns the id of the briefing that a key belongs to, "" for one that
// belongs to none.
func idIn(key string) string {
	for _, prefix := range []string{briefingPrefix, questionPrefix, draftPrefix} {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			id, _, _ := strings.Cut(rest, "/")
			return id
		}
	}
	return ""
}

// behind is a key behind all of a briefing's own.
func behind(id string) string { return briefingPrefix + id + "0" } // '0' follows '/'
