package intake

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// decodeBytes checks size and encoding and returns the text, with a word on
// bytes that mean nothing in the encoding that was named.
func decodeBytes(data []byte, name string, o Options) (text, odd string, err error) {
	limit := o.Max
	if limit == 0 {
		limit = DefaultMax
	}
	switch {
	case len(data) == 0:
		return "", "", empty(name)
	case len(data) > limit:
		return "", "", &Error{name, fmt.Sprintf("%.1f MB is more than the limit of %.1f MB", math.Ceil(10*mb(len(data)))/10, mb(limit)), "raise it with --max-size"}
	case o.Encoding != "":
		return decodeAs(data, name, o.Encoding)
	}
	if utf16 := utf16Of(data); utf16 != nil {
		return decodeWith(utf16, data, name, "UTF-16")
	}
	if label := utf16Without(data); label != "" {
		return "", "", &Error{name, "this looks like UTF-16 without a byte order mark", "say so with --encoding " + label}
	}
	if kind, remedy := binaryKind(data); kind != "" {
		return "", "", &Error{name, "this is " + kind + ", not text", remedy}
	}
	if at := invalidAt(data); at >= 0 {
		if label := encodingOfPage(data); label != "" {
			return decodeAs(data, name, label)
		}
		return "", "", &Error{name, fmt.Sprintf("byte 0x%02x in line %d is not valid UTF-8", data[at], 1+bytes.Count(data[:at], []byte{'\n'})),
			"say which encoding it has, as in --encoding windows-1254"}
	}
	return string(data), "", nil
}

func empty(name string) *Error {
	return &Error{name, "there is no text in it", "give a file that holds the article's text"}
}

// decodeAs decodes by a WHATWG label (Encoding Standard, section 4.2).
func decodeAs(data []byte, name, label string) (text, odd string, err error) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return "", "", &Error{name, fmt.Sprintf("no encoding is called %q", label), "use a label of the web, as in --encoding windows-1254, iso-8859-9 or utf-16le"}
	}
	canonical, err := htmlindex.Name(enc)
	if err != nil {
		canonical = label
	}
	return decodeWith(enc, data, name, canonical)
}

func decodeWith(enc encoding.Encoding, data []byte, name, label string) (text, odd string, err error) {
	decoded, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", &Error{name, "the text cannot be read as " + label, "check which encoding it has"}
	}
	if kind, _ := binaryKind(decoded); kind != "" {
		return "", "", &Error{name, "read as " + label + " this is " + kind + ", not text", "check which encoding it has"}
	}
	// Every decoder of the package writes U+FFFD for what means nothing.
	if n := bytes.Count(decoded, []byte("\ufffd")); n > 0 {
		odd = fmt.Sprintf("%d characters mean nothing in %s", n, label)
	}
	return string(decoded), odd, nil
}

// utf16Of recognizes UTF-16 by its byte order mark.
func utf16Of(data []byte) encoding.Encoding {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	}
	return nil
}

// utf16Without recognizes UTF-16 that lost its byte order mark: nearly every
// other byte is zero. It returns the label of its byte order.
func utf16Without(data []byte) string {
	const looked = 256
	data = data[:min(len(data), looked)&^1]
	zeros := [2]int{}
	for i, c := range data {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(data) / 2; {
	case half < 8:
	case zeros[1]*10 >= half*8 && zeros[0] == 0:
		return "utf-16le"
	case zeros[0]*10 >= half*8 && zeros[1] == 0:
		return "utf-16be"
	}
	return ""
}

// magic are the first bytes of files that people take for documents, and how
// their text is had.
var magic = []struct{ bytes, kind, remedy string }{
	{"%PDF-", "a PDF", "make text of it, as with: pdftotext FILE - | dossier -"},
	{"PK\x03\x04", "a zip archive (Word, OpenDocument and EPUB files are such)", "make Markdown of it, as with: pandoc -t commonmark FILE | dossier -"},
	{"\x1f\x8b", "a gzip archive", "unpack it, as with: gzip -dc FILE | dossier -"},
	{"\xd0\xcf\x11\xe0", "an old Office file", saveAsText},
	{"{\\rtf", "an RTF file", "make Markdown of it, as with: pandoc -f rtf -t commonmark FILE | dossier -"},
	{"\x89PNG", "an image", saveAsText},
	{"\xff\xd8\xff", "an image", saveAsText},
}

const saveAsText = "export its text first and import that"

// controlShare is one over the share of control characters that a text stays
// below.
const controlShare = 20

// binaryKind says what a file is that is no text, and what to do; "" for a text.
func binaryKind(data []byte) (kind, remedy string) {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.bytes)) {
			return m.kind, m.remedy
		}
	}
	controls := 0
	for _, c := range data {
		if c == 0 {
			return "a binary file", saveAsText
		}
		if c < 0x20 && !strings.ContainsRune("\t\n\f\r\x1b", rune(c)) {
			controls++
		}
	}
	if controls*controlShare > len(data) {
		return "a binary file", saveAsText
	}
	return "", ""
}

// invalidAt returns the place of the first byte that is no UTF-8, -1 if there
// is none.
func invalidAt(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

func mb(n int) float64 { return float64(n) / (1 << 20) }
