package markdown

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"dossier/briefings/markdown/frontmatter"
)

// A managed region stands between two marks, each a line of its own:
//
//	<!-- dossier:begin questions 1f0c9a7e5b3d -->
//	<!-- dossier:end questions -->
//
// The digits are the start of the SHA-256 of what stands between them, so that
// an edit by hand shows in the file itself and needs no memory elsewhere.
const (
	markPrefix  = "<!-- dossier:"
	beginPrefix = markPrefix + "begin "
	endPrefix   = markPrefix + "end "
	markSuffix  = " -->"
	hashDigits  = 12
	hashKey     = "export-hash"
)

// matterRegion is the name under which Merge reports dossier's own keys of the
// front matter.
const matterRegion = "front matter"

// Conflict is a region that was edited by hand since the last export, with what
// stands there and what the export would have written.
type Conflict struct {
	Region          string
	Existing, Fresh string
}

// region is a managed region of a file, or the text between two.
type region struct {
	name     string // "" for the analyst's own text
	hash     string
	content  string // between the marks; for own text the text
	repeated bool   // a second region of the same name, left alone
}

func (r region) edited() bool { return r.hash != contentHash(r.content) }

func (r region) String() string {
	if r.name == "" {
		return r.content
	}
	return beginPrefix + strings.TrimSpace(r.name+" "+r.hash) + markSuffix + "\n" + r.content + endPrefix + r.name + markSuffix + "\n"
}

// managed writes a region with its marks; content stands between blank lines.
func managed(name, content string) string {
	content = "\n" + strings.Trim(content, "\n") + "\n\n"
	if content == "\n\n\n" {
		content = "\n"
	}
	return region{name: name, hash: contentHash(content), content: content}.String()
}

func contentHash(s string) string {
	sum := sha256.Sum256([]byte(strings.ReplaceAll(s, "\r\n", "\n")))
	return hex.EncodeToString(sum[:])[:hashDigits]
}

// regions cuts a text into managed regions and what stands around them. A begin
// without its end is the analyst's text like any other.
func regions(text string) []region {
	var out []region
	seen := map[string]bool{}
	own := 0
	for at := 0; at < len(text); {
		line := lineAt(text, at)
		name, hash, ok := beginMark(line)
		if !ok {
			at += len(line)
			continue
		}
		from := at + len(line)
		to, after := endMark(text, from, name)
		if to < 0 {
			at = from
			continue
		}
		if own < at {
			out = append(out, region{content: text[own:at]})
		}
		out = append(out, region{name: name, hash: hash, content: text[from:to], repeated: seen[name]})
		seen[name] = true
		at, own = after, after
	}
	if own < len(text) {
		out = append(out, region{content: text[own:]})
	}
	return out
}

func lineAt(text string, at int) string {
	if end := strings.IndexByte(text[at:], '\n'); end >= 0 {
		return text[at : at+end+1]
	}
	return text[at:]
}

func beginMark(line string) (name, hash string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimRight(line, " \r\n"), beginPrefix)
	if !ok {
		return "", "", false
	}
	rest, ok = strings.CutSuffix(rest, markSuffix)
	fields := strings.Fields(rest)
	if !ok || len(fields) == 0 || len(fields) > 2 {
		return "", "", false
	}
	if len(fields) == 2 {
		hash = fields[1]
	}
	return fields[0], hash, true
}

// endMark finds the line that ends a region, before another begins.
func endMark(text string, from int, name string) (at, after int) {
	for at := from; at < len(text); {
		line := lineAt(text, at)
		if strings.TrimRight(line, " \r\n") == endPrefix+name+markSuffix {
			return at, at + len(line)
		}
		if strings.HasPrefix(line, beginPrefix) {
			break
		}
		at += len(line)
	}
	return -1, -1
}

// Merge writes a fresh export into an earlier one. Only managed regions and
// dossier's own keys of the front matter change; what stands around them stays
// byte for byte, regions that the fresh export does not have stay too. A region
// edited by hand is kept and reported, or overwritten if force is set. An
// existing file that is empty gives the fresh one.
func Merge(existing, fresh []byte, force bool) (merged []byte, conflicts []Conflict) {
	if strings.TrimSpace(string(existing)) == "" {
		return fresh, nil
	}
	old := string(existing)
	// Only where every line ends so; in a file of both sorts each stays as it is.
	crlf := strings.Contains(old, "\r\n") && strings.Count(old, "\r\n") == strings.Count(old, "\n")
	if crlf {
		old = strings.ReplaceAll(old, "\r\n", "\n")
	}
	oldMatter, oldRest, had := frontmatter.Cut(old)
	newMatter, newRest, _ := frontmatter.Cut(string(fresh))
	matter, conflict := mergeMatter(oldMatter, newMatter, had, force)
	if conflict != nil {
		conflicts = append(conflicts, *conflict)
	}
	body, more := mergeRegions(oldRest, newRest, force)
	out := matter + body
	if crlf {
		out = strings.ReplaceAll(out, "\n", "\r\n")
	}
	return []byte(out), append(conflicts, more...)
}

func mergeRegions(old, fresh string, force bool) (string, []Conflict) {
	parts, wanted := regions(old), regions(fresh)
	var conflicts []Conflict
	present := map[string]bool{choiceRegion: holdsMore(parts, wanted)}
	for i, p := range parts {
		at := slices.IndexFunc(wanted, func(r region) bool { return r.name == p.name })
		if p.name == choiceRegion && at < 0 && !p.edited() {
			parts[i] = region{} // the file holds all again
		}
		if p.name == "" || at < 0 || p.repeated {
			continue
		}
		present[p.name] = true
		switch {
		case p.content == wanted[at].content, force, !p.edited():
			parts[i] = wanted[at]
		default:
			conflicts = append(conflicts, Conflict{p.name, p.content, wanted[at].content})
		}
	}
	for i, w := range wanted {
		if w.name != "" && !present[w.name] {
			parts = insertRegion(parts, wanted, i)
		}
	}
	keepCalledNotes(parts, regions(old))
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.String())
	}
	return b.String(), conflicts
}

// choiceRegion says what the choice of an export leaves out.
const choiceRegion = "choice"

// holdsMore says whether a file has regions of records that a fresh export leaves
// out: then nothing is left out of the file.
func holdsMore(parts, wanted []region) bool {
	return slices.ContainsFunc(parts, func(p region) bool {
		return p.name != "" && p.name != choiceRegion && p.name != footnotesRegion && regionNamed(wanted, p.name) < 0
	})
}

// footnotesRegion holds the definitions of the footnotes that the other regions
// call.
const footnotesRegion = "footnotes"

// keepCalledNotes keeps the definitions of an earlier export that a region calls
// which the fresh one does not have: an export of the notes alone must not take
// the footnotes of the questions away.
func keepCalledNotes(parts, before []region) {
	was, is := regionNamed(before, footnotesRegion), regionNamed(parts, footnotesRegion)
	if was < 0 || is < 0 || parts[is].edited() {
		return
	}
	kept := parts[is].content
	for definition := range strings.SplitSeq(strings.Trim(before[was].content, "\n"), "\n\n") {
		call, _, ok := strings.Cut(definition, ":")
		called := func(p region) bool {
			return p.name != "" && p.name != footnotesRegion && strings.Contains(p.content, call)
		}
		if ok && strings.HasPrefix(call, "[^") && !strings.Contains(kept, call+":") && slices.ContainsFunc(parts, called) {
			kept = strings.TrimRight(kept, "\n") + "\n\n" + definition + "\n\n"
		}
	}
	parts[is].content = kept
	parts[is].hash = contentHash(kept)
}

func regionNamed(parts []region, name string) int {
	return slices.IndexFunc(parts, func(r region) bool { return r.name == name && !r.repeated })
}

// insertRegion puts a region that the earlier export lacks behind the one that
// it follows in the fresh export, else at the end.
func insertRegion(parts, wanted []region, i int) []region {
	add := []region{{content: "\n"}, wanted[i]}
	for before := i - 1; before >= 0; before-- {
		if at := slices.IndexFunc(parts, func(r region) bool { return r.name != "" && r.name == wanted[before].name }); at >= 0 {
			return slices.Insert(parts, at+1, add...)
		}
	}
	if n := len(parts); n > 0 && !strings.HasSuffix(parts[n-1].String(), "\n") {
		add[0].content = "\n\n"
	}
	return append(parts, add...)
}

// mergeMatter merges the front matter by key. Keys that dossier did not write
// keep their lines; a mapping that cannot be read is left as it is.
func mergeMatter(old, fresh string, had, force bool) (string, *Conflict) {
	wanted, err := frontmatter.Parse(fresh)
	if err != nil || !had {
		return "---\n" + fresh + "---\n", nil
	}
	entries, err := frontmatter.Parse(old)
	kept := "---\n" + old + "---\n"
	conflict := &Conflict{matterRegion, kept, "---\n" + fresh + "---\n"}
	if err != nil {
		if force {
			return conflict.Fresh, nil
		}
		return kept, conflict
	}
	ours := func(e frontmatter.Entry) bool {
		return e.Key == hashKey || slices.Contains(notesKeys, e.Key)
	}
	if !force && edited(entries, ours) && matterHash(entries, ours) != matterHash(wanted, ours) {
		return kept, conflict
	}
	return frontmatter.Print(renew(entries, wanted, ours)), nil
}

// renew gives dossier's own keys their new values where they stand. Keys that are
// new stand behind the one that they follow in a fresh export; comments above a
// key that went stay.
func renew(entries, wanted []frontmatter.Entry, ours func(frontmatter.Entry) bool) []frontmatter.Entry {
	named := func(list []frontmatter.Entry, key string) int {
		return slices.IndexFunc(list, func(e frontmatter.Entry) bool { return e.Key == key })
	}
	out := slices.Clone(entries)
	for i := range out {
		if !ours(out[i]) {
			continue
		}
		if at := named(wanted, out[i].Key); at >= 0 {
			out[i] = out[i].Set(wanted[at].Values, wanted[at].List)
		} else {
			out[i] = frontmatter.Entry{Above: out[i].Above}
		}
	}
	behind := 0
	for _, w := range wanted {
		if at := named(out, w.Key); at >= 0 {
			behind = at + 1
			continue
		}
		out = slices.Insert(out, behind, frontmatter.Entry{Key: w.Key, Values: w.Values, List: w.List})
		behind++
	}
	return out
}

// edited says whether dossier's own keys still hold what the last export wrote.
func edited(entries []frontmatter.Entry, ours func(frontmatter.Entry) bool) bool {
	at := slices.IndexFunc(entries, func(e frontmatter.Entry) bool { return e.Key == hashKey })
	return at < 0 || entries[at].Value() != matterHash(entries, ours)
}

// matterHash is over keys and values, sorted, so that an editor of properties
// may quote and order them as it likes.
func matterHash(entries []frontmatter.Entry, ours func(frontmatter.Entry) bool) string {
	var lines []string
	for _, e := range entries {
		if ours(e) && e.Key != hashKey {
			lines = append(lines, fmt.Sprintf("%q %q", e.Key, e.Values))
		}
	}
	slices.Sort(lines)
	return contentHash(strings.Join(lines, "\n"))
}
