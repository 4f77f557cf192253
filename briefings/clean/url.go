package clean

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// URL is a link's target made fit for the screen.
type URL struct {
	// Target may be opened: ASCII only, percent-encoded, without user
	// information. It is "" unless the scheme is http, https or mailto.
	Target string
	// Host is what a reader should judge the link by. A name that is not of
	// ASCII is shown in punycode too, since its letters may look like others.
	Host Text
	// Shown is the whole target without scheme and user information; for one
	// that may not be opened, what the document says.
	Shown Text
}

// urlMax bounds a target, in bytes; no terminal takes more in a hyperlink.
const urlMax = 2048

// ParseURL reads the target of a link.
func ParseURL(raw string) URL {
	raw, _ = Canonical(strings.TrimSpace(raw))
	refused := URL{Shown: Of(raw)}
	u, err := url.Parse(raw)
	if err != nil || len(raw) > urlMax {
		return refused
	}
	switch strings.ToLower(u.Scheme) {
	case "mailto":
		address := u.Opaque
		if decoded, err := url.PathUnescape(address); err == nil {
			address = decoded
		}
		return URL{Target: "mailto:" + ascii(u.Opaque), Host: Of(address), Shown: Of(address)}
	case "http", "https":
		if u.Hostname() == "" {
			return refused
		}
	default:
		return refused
	}
	host, err := idna.Lookup.ToASCII(strings.TrimRight(u.Hostname(), "."))
	if err != nil || host == "" {
		return refused
	}
	if again, err := idna.Lookup.ToASCII(host); err != nil || again != host {
		return refused
	}
	port := u.Port()
	if port != "" {
		port = ":" + port
	}
	name := host
	if unicodeName, err := idna.Display.ToUnicode(host); err == nil && unicodeName != host {
		name = unicodeName + " = " + host
	}
	rest := u.EscapedPath()
	if u.RawQuery != "" {
		rest += "?" + u.RawQuery
	}
	if u.Fragment != "" {
		rest += "#" + u.EscapedFragment()
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	return URL{
		Target: strings.ToLower(u.Scheme) + "://" + host + port + ascii(rest),
		Host:   Of(name + port),
		Shown:  Of(name + port + strings.TrimSuffix(rest, "/")),
	}
}

// ascii percent-encodes every byte that has no place in a URL (RFC 3986,
// section 2), and the semicolon, which parts the fields of OSC 8.
func ascii(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c > ' ' && c < 0x7f && !strings.ContainsRune("\"<>\\^`{|};", rune(c)) {
			b.WriteByte(c)
			continue
		}
		b.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
	}
	return b.String()
}
