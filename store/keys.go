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
//	b/ID                          Meta
//	l/ID                          row of the list; every change of a briefing writes it
//	o/ID                          sections
//	r/LETTER/ID/HANDLE            a record, under the letter of its kind
//	u/ID/HANDLE                   a handle that was used and is free of a record now
//	s/ID/N                        head of a revision
//	t/ID/N/K                      blocks of a revision, in parts
//	w/ID/N/K                      received bytes and Markdown of a revision, in parts
//	h/ID/ULID                     a step of the history
//	p/ID                          where the reader left off
//	d/ID/PURPOSE/HANDLE           a draft
//	c/NAME                        a setting
//	j/ULID                        an entry of the log of judgements, the library's
//	i/slug/SLUG, i/hash/HASH      -> ID
//	i/source/SUM/ID               by what a briefing came from
//	i/updated/..., i/due/..., i/published/..., i/title/...    sort key, then ID
const (
	countKey = "!count"
	idLength = 26
)

func metaKey(id string) string     { return "b/" + id }
func rowKey(id string) string      { return rowPrefix + id }
func sectionsKey(id string) string { return "o/" + id }
func readingKey(id string) string  { return "p/" + id }
func settingKey(name string) string {
	return "c/" + url.PathEscape(name)
}

const (
	rowPrefix   = "l/"
	draftPrefix = "d/"
)

func recordsOf(kind briefings.Kind) string { return "r/" + letter(kind) + "/" }

func recordsIn(id string, kind briefings.Kind) string { return recordsOf(kind) + id + "/" }

func recordKey(id string, kind briefings.Kind, h briefings.Handle) string {
	return recordsIn(id, kind) + string(h)
}

func usedKey(id string, h briefings.Handle) string { return "u/" + id + "/" + string(h) }

func revisionsPrefix(id string) string { return "s/" + id + "/" }

func revisionKey(id string, number int) string {
	return fmt.Sprintf("%s%06d", revisionsPrefix(id), number)
}

func blocksKey(id string, number, part int) string {
	return fmt.Sprintf("t/%s/%06d/%06d", id, number, part)
}

func sourcePrefix(id string, number int) string { return fmt.Sprintf("w/%s/%06d/", id, number) }

func sourceKey(id string, number, part int) string {
	return fmt.Sprintf("%s%06d", sourcePrefix(id, number), part)
}

func historyPrefix(id string) string { return "h/" + id + "/" }

func draftKey(d briefings.Draft) string {
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

// kindOfKey reads the kind and the briefing off a record's key.
func kindOfKey(key string) (kind briefings.Kind, id string, h briefings.Handle) {
	parts := strings.SplitN(key, "/", 4)
	if len(parts) < 4 {
		return "", "", ""
	}
	return briefings.Handle(parts[1] + "-").Kind(), parts[2], briefings.Handle(parts[3])
}
