package markdown

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/commonmark"
	"dossier/briefings/markdown/frontmatter"
)

// File is a briefing Markdown file that was read.
type File struct {
	// Briefing holds the meta data and the records. What this version does not
	// know is kept on it (Meta.Extras, Head.Unknown).
	Briefing briefings.Briefing
	// Revision is the source zone with its blocks and hashes; its number is the
	// one that the front matter names.
	Revision briefings.Revision
	// Version is the format version that the file names; 0 if it is a plain
	// article.
	Version int
	// Edited is set where the source zone is not the text that the file was
	// printed from: it goes through re-import.
	Edited bool
}

// Parse reads a briefing Markdown file, or any Markdown with or without front
// matter. Lints are in the order of lines. The error is a front matter that
// cannot be read (*frontmatter.Error); all else is read as far as it goes.
func Parse(data []byte) (File, []Lint, error) {
	all, _ := clean.Canonical(string(data))
	matter, rest, found := frontmatter.Cut(all)
	entries, err := frontmatter.Parse(matter)
	if err != nil {
		return File{}, nil, err
	}
	firstLine := 1
	if found {
		firstLine = strings.Count(all[:len(all)-len(rest)], "\n") + 1
	}
	lines := strings.Split(rest, "\n")
	cut := len(lines)
	if at := apparatusLine(lines); at >= 0 {
		cut = at
	}
	f := File{Revision: newRevision(data, strings.Trim(strings.Join(lines[:cut], "\n"), "\n"))}
	f.Briefing.Sections = briefings.Outline(f.Revision.Blocks)
	c := &codec{}
	hash := f.readMatter(c, entries)
	f.Edited = hash != "" && hash != f.Revision.TextHash
	c.id, c.edited = f.Briefing.ID, f.Edited
	parts := apparatusParts(lines[min(cut+1, len(lines)):], firstLine+cut+1)
	f.readSections(c, parts)
	c.passage = newPassageIndex(f.Revision.Text(), f.Briefing.Sections)
	f.readApparatus(c, parts)
	f.check(c)
	slices.SortStableFunc(c.lints, func(x, y Lint) int { return cmp.Compare(x.Line, y.Line) })
	return f, c.lints, nil
}

// matterMax is how far into a file its front matter may reach.
const matterMax = 64 << 10

// IsBriefing says whether a file is briefing Markdown: its front matter names the
// version of the format. A byte order mark, other line ends and blanks at the
// ends of lines, as editors leave them, change nothing.
func IsBriefing(data []byte) bool {
	head, _ := clean.Canonical(string(data[:min(len(data), matterMax)]))
	matter, _, found := frontmatter.Cut(head)
	return found && strings.Contains("\n"+matter, "\ndossier:")
}

func newRevision(raw []byte, markdown string) briefings.Revision {
	r := briefings.Revision{Format: briefings.FormatMarkdown, Canon: briefings.CanonVersion, Raw: raw, Markdown: markdown + "\n"}
	r.Blocks, r.Links = commonmark.Cut(r.Markdown)
	r.RawHash, r.TextHash = hashOf(raw), hashOf([]byte(r.Text()))
	return r
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// apparatusLine returns the line of the heading that begins the apparatus, -1
// if there is none. Where the source has such a line too, it is the last: in the
// apparatus records are items and no other line is that heading.
func apparatusLine(lines []string) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if isApparatus(lines[i]) {
			return i
		}
	}
	return -1
}

func isApparatus(line string) bool {
	return strings.TrimRight(strings.TrimRight(line, " \t#"), " \t") == apparatusHeading
}

// readMatter reads the front matter and returns the hash of the source that the
// file was printed from.
func (f *File) readMatter(c *codec, entries []frontmatter.Entry) (hash string) {
	m := &f.Briefing.Meta
	for _, e := range entries {
		at := slices.IndexFunc(matterKeys, func(k matterKey) bool { return k.key == e.Key })
		remarks := e.Remarks()
		if e.Nested {
			remarks = e.Above
		}
		if strings.Contains(remarks, "#") {
			m.Extras = append(m.Extras, briefings.KV{Key: remarkPrefix + e.Key, Value: []string{remarks}})
		}
		switch {
		case e.Key == "":
		case e.Key == "dossier":
			f.Version = 1
			if e.Value() != "1" {
				c.warn(e.Line, "dossier: %q is a format that this version may not know in full", e.Value())
			}
		case e.Key == "source-hash":
			hash = e.Value()
		case e.Key == hashKey:
		case at < 0 && e.Nested:
			m.Extras = append(m.Extras, briefings.KV{Key: e.Key, Value: []string{e.Raw}})
		case at < 0:
			m.Extras = append(m.Extras, briefings.KV{Key: e.Key, Value: e.Values})
		case e.Nested || !matterKeys[at].set(m, e.Values):
			c.warn(e.Line, "%s: the value makes no sense here and was left out", e.Key)
		default:
			c.checkMatter(e)
		}
	}
	if m.Title == "" {
		m.Title = f.Revision.Title()
	}
	m.Words = len(strings.Fields(f.Revision.Text()))
	f.Revision.Number, f.Revision.Source = max(m.Revision, 1), m.Source
	return hash
}

// checkMatter warns of a value that a field of the briefing itself does not take; it
// is kept as it is.
func (c *codec) checkMatter(e frontmatter.Entry) {
	name, value := strings.Replace(e.Key, "likelihood-scale", "likelihoodScale", 1), strings.Join(e.Values, ", ")
	own := slices.ContainsFunc(briefings.MetaFields(new(briefings.Meta)), func(f briefings.Field) bool { return f.Name == name })
	if !own || value == "" {
		return
	}
	if err := briefings.AssignMetaField(new(briefings.Meta), name, value); err != nil {
		c.warn(e.Line, "%v", err)
	}
}

// part is what stands under one "##" of the apparatus.
type part struct {
	title string
	source
}

func apparatusParts(lines []string, first int) []part {
	var out []part
	fenced := -1   // the last line of a fence that stands in no item
	items := false // one has begun in this part, so that what is indented may be its own
	for i, line := range lines {
		if i > fenced && line != "" && (line[0] != ' ' || !items) {
			if end := fenceEnd(lines, i); end > i {
				fenced = end
			}
		}
		if _, _, ok := bullet(line); ok && i > fenced {
			items = true
		}
		if title, ok := zoneTitle(line); ok && i > fenced {
			items = false
			out = append(out, part{title, source{nil, first + i + 1}})
			continue
		}
		if len(out) == 0 {
			if strings.TrimSpace(line) == "" {
				continue
			}
			out = append(out, part{proseZone, source{nil, first + i}})
		}
		last := &out[len(out)-1]
		last.lines = append(last.lines, line)
	}
	return out
}

// zoneTitle returns the heading of a part: one of level 2, or of any other if it
// is that of a zone, since an editor's folding may shift levels.
func zoneTitle(line string) (title string, ok bool) {
	hashes := len(line) - len(strings.TrimLeft(line, "#"))
	if hashes < 2 || hashes > 6 || !strings.HasPrefix(line[hashes:], " ") {
		return "", false
	}
	title = strings.TrimSpace(strings.TrimRight(line[hashes:], " #"))
	known := slices.ContainsFunc(zones, func(z zone) bool { return strings.EqualFold(z.title, title) })
	return title, hashes == 2 || known
}

// proseZone takes what stands before the first "##".
const proseZone = "Notes"

// readSections gives sections the handles that the file names.
func (f *File) readSections(c *codec, parts []part) {
	var prose, left []string // prose comes first, as it does when printed
	for _, p := range parts {
		if p.title != sectionsZone {
			continue
		}
		items, loose := p.items(func(string) bool { return true })
		prose = append(prose, loose...)
		for _, it := range items {
			if !f.renameSection(it) {
				c.warn(it.line, "Sections: %q names no section and its former handle, and is kept as it is", it.main)
				left = append(left, strings.Split(strings.TrimRight(printItem("", it.main, "", it.body, it.fields), "\n"), "\n")...)
			}
		}
	}
	f.keep(sectionsZone, append(strings.Split(contained(strings.Join(prose, "\n")), "\n"), left...), false)
}

func (f *File) renameSection(it item) bool {
	_, handle := cutHandle(it.main)
	if handle.Kind() != briefings.KindSection || len(it.fields) != 1 || it.fields[0].key != "was" {
		return false
	}
	at := slices.IndexFunc(f.Briefing.Sections, func(s briefings.Section) bool { return string(s.Handle) == it.fields[0].value })
	if at >= 0 {
		f.Briefing.Sections[at].Handle = handle
	}
	return at >= 0
}
