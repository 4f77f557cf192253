package intake

import (
	"mime"
	"strings"

	"dossier/briefings"
)

// A mail that was pasted or saved as text begins with its header: lines of a name, a
// colon and a value (RFC 5322). Who wrote it and what it is about stand there.

// mailNames are the fields by which a header is told from a list of labels. It has the
// writer's and one more of them.
var mailNames = map[string]bool{"to": true, "date": true, "sent": true, "message-id": true, "cc": true, "reply-to": true, "received": true}

// forwards are what mail programs put before the subject of an answer or of what they
// send on, without the colon.
var forwards = map[string]bool{"re": true, "fw": true, "fwd": true, "aw": true, "wg": true, "tr": true, "sv": true}

// takeMail reads the author and the title from the header of a mail, if a text begins
// with one.
func takeMail(text string, m *briefings.Meta) {
	header := mailHeader(text)
	if header["from"] == "" || header["subject"] == "" {
		return
	}
	for name := range header {
		if mailNames[name] {
			m.Author = append(m.Author, writer(decoded(header["from"])))
			m.Title = about(decoded(header["subject"]))
			return
		}
	}
}

// mailHeader are the fields at the beginning of a text by their names in small letters,
// the first of each.
func mailHeader(text string) map[string]string {
	header, last := map[string]string{}, ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if last != "" && line != "" && (line[0] == ' ' || line[0] == '\t') {
			header[last] += " " + strings.TrimSpace(line)
			continue
		}
		name, value, found := strings.Cut(line, ":")
		if !found || name == "" || strings.ContainsAny(name, " \t") {
			return header
		}
		if last = strings.ToLower(name); header[last] == "" {
			header[last] = strings.TrimSpace(value)
		}
	}
	return header
}

// decoded is a value with its words as they read (RFC 2047).
func decoded(value string) string {
	words := mime.WordDecoder{}
	if out, err := words.DecodeHeader(value); err == nil {
		return out
	}
	return value
}

// writer is the name in an address, or the address where there is none.
func writer(from string) string {
	name, address, _ := strings.Cut(from, "<")
	if name = strings.Trim(strings.TrimSpace(name), `"'`); name != "" {
		return name
	}
	return strings.TrimSuffix(strings.TrimSpace(address), ">")
}

// about is a subject without the marks of answers and of what is sent on.
func about(subject string) string {
	for {
		mark, rest, found := strings.Cut(subject, ":")
		if !found || !forwards[strings.ToLower(strings.TrimSpace(mark))] || strings.TrimSpace(rest) == "" {
			return subject
		}
		subject = strings.TrimSpace(rest)
	}
}
