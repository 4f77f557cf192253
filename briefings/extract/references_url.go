package extract

import (
	_ "embed"
	"net/url"
	"strings"
	"sync"

	"golang.org/x/net/idna"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

//go:embed data/references-tracking.txt
var trackingFile string

var tracking = sync.OnceValue(func() map[string]bool { return readTracking(trackingFile) })

func readTracking(file string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out[line] = true
		}
	}
	return out
}

// address is a URL taken apart.
type address struct {
	url   string // normalised
	host  string // without www.
	path  string
	query url.Values
	odd   []string // in words, what looks odd about it
}

// parseAddress normalises a web address (RFC 3986, section 6.2): scheme and
// host in lower case, without user, usual port, fragment and parameters that
// only track. It reports false for what is no address of the web.
func parseAddress(raw string) (address, bool) {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return address{}, false
	}
	scheme := strings.ToLower(u.Scheme)
	if scheme != "http" && scheme != "https" && scheme != "ftp" {
		return address{}, false
	}
	a := address{path: u.Path, query: u.Query()}
	if u.User != nil {
		a.odd = append(a.odd, "a user name before the host was taken out")
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if port := u.Port(); port != "" && port != usualPort[scheme] {
		host += ":" + port
	}
	a.host = strings.TrimPrefix(host, "www.")
	if scripts := mixedScripts(host); scripts != "" {
		ascii, err := idna.ToASCII(host)
		if err != nil {
			ascii = host
		}
		a.odd = append(a.odd, "the host mixes "+scripts+" letters: "+ascii)
	}
	path := rawPart(raw, u)
	a.url = scheme + "://" + host + path
	if query := withoutTracking(u.RawQuery); query != "" {
		a.url += "?" + query
	}
	return a, true
}

var usualPort = map[string]string{"http": "80", "https": "443", "ftp": "21"}

// rawPart returns the path as it is written, so that no letter of it changes.
func rawPart(raw string, u *url.URL) string {
	_, rest, _ := strings.Cut(raw, "://")
	at := strings.IndexAny(rest, "/?#")
	if at < 0 || rest[at] != '/' {
		return ""
	}
	path := rest[at:]
	if end := strings.IndexAny(path, "?#"); end >= 0 {
		path = path[:end]
	}
	if path == "/" && u.RawQuery == "" {
		return ""
	}
	return path
}

func withoutTracking(query string) string {
	if query == "" {
		return ""
	}
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(part, "=")
		if part != "" && !tracks(strings.ToLower(name)) {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}

func tracks(name string) bool {
	if tracking()[name] {
		return true
	}
	at := strings.IndexByte(name, '_')
	return at > 0 && tracking()[name[:at+1]+"*"]
}

// key is what two addresses of one page share.
func (a *address) key() string {
	_, rest, _ := strings.Cut(a.url, "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}

// archived returns the page that an address of a web archive keeps.
func (a *address) archived() (address, bool) {
	if at := strings.Index(a.url, "/http"); at > 0 && strings.Contains(a.host, "archive.") {
		return parseAddress(a.url[at+1:])
	}
	return address{}, false
}

// date reads a date off the path: /2025/12/05/, /2025-12-05/, /20251205/,
// /2025/dec/05/, /2025/12/, at the end of the slug, or /2025/.
func (a *address) date() string {
	parts := strings.FieldsFunc(a.path, func(r rune) bool { return r == '/' || r == '-' || r == '_' || r == '.' })
	best := ""
	for i, part := range parts {
		if d := compactDate(part); d != "" {
			return d
		}
		if !yearLike(part) {
			continue
		}
		date := part
		if i+1 < len(parts) {
			if month := monthOf(parts[i+1]); month != "" {
				date += "-" + month
				if i+2 < len(parts) && len(parts[i+2]) <= 2 && edtf.Valid(date+"-"+twoDigits(parts[i+2])) {
					return date + "-" + twoDigits(parts[i+2])
				}
			}
		}
		if len(date) == len("2025-12") && strings.Contains(a.path, "/"+part) && len(best) < len(date) ||
			best == "" && strings.Contains(a.path+"/", "/"+part+"/") {
			best = date
		}
	}
	return best
}

func yearLike(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && isDigits(s)
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func compactDate(s string) string {
	if len(s) != 8 || !isDigits(s) || !yearLike(s[:4]) {
		return ""
	}
	if date := s[:4] + "-" + s[4:6] + "-" + s[6:]; edtf.Valid(date) {
		return date
	}
	return ""
}

func twoDigits(s string) string {
	if !isDigits(s) {
		return "xx"
	}
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// slug returns the words of the path that were made from the title; nil if there
// are fewer than three.
func (a *address) slug() []string {
	parts := strings.Split(strings.Trim(a.path, "/"), "/")
	for i := len(parts) - 1; i >= 0; i-- {
		part := parts[i]
		if at := strings.LastIndexByte(part, '.'); at > 0 && len(part)-at <= 6 {
			part = part[:at]
		}
		words := strings.FieldsFunc(part, func(r rune) bool { return r == '-' || r == '_' || r == '+' || r == '—' || r == ' ' })
		for len(words) > 0 && code(words[len(words)-1]) {
			words = words[:len(words)-1]
		}
		for len(words) > 0 && code(words[0]) {
			words = words[1:]
		}
		if spelled := wordCount(words); spelled >= 3 && spelled*2 > len(words) {
			return words
		}
	}
	return nil
}

// wordCount counts the words that are spelled with letters.
func wordCount(words []string) int {
	n := 0
	for _, w := range words {
		if !isDigits(w) {
			n++
		}
	}
	return n
}

// code says whether a word of a slug is a number of the site's and no word.
func code(word string) bool {
	digits := 0
	for i := 0; i < len(word); i++ {
		if word[i] >= '0' && word[i] <= '9' {
			digits++
		}
	}
	return digits >= 5 || digits > 0 && len(word) >= 8
}

// doi returns the DOI of an address of the resolver; a DOI has a prefix "10.",
// digits, and a suffix (DOI Handbook, 2.2).
func (a *address) doi() string {
	if !strings.HasSuffix(a.host, "doi.org") {
		return doiIn(a.path)
	}
	return doiIn(strings.TrimPrefix(a.path, "/"))
}

// doiIn finds a DOI in a text.
func doiIn(s string) string {
	for at := 0; at < len(s); {
		i := strings.Index(s[at:], "10.")
		if i < 0 {
			return ""
		}
		at += i
		end := at + 3
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if n := end - at - 3; n >= 4 && n <= 9 && end < len(s) && s[end] == '/' && (at == 0 || !isDigits(s[at-1:at])) {
			stop := end + 1
			for stop < len(s) && s[stop] > ' ' && !strings.ContainsRune("\"<>”’", rune(s[stop])) {
				stop++
			}
			if suffix := strings.TrimRight(s[end+1:stop], ".,;:)]"); suffix != "" {
				return s[at:end+1] + suffix
			}
		}
		at = end
	}
	return ""
}

// slugTitle makes a title of a slug's words, each written as the document
// writes it.
func slugTitle(words []string, forms map[string]string) string {
	out := make([]string, len(words))
	for i, w := range words {
		if unescaped, err := url.PathUnescape(w); err == nil {
			w = unescaped
		}
		out[i] = w
		if form, ok := forms[briefings.Fold(w)]; ok {
			out[i] = form
		}
	}
	out[0] = capitalized(out[0])
	return strings.Join(out, " ")
}
