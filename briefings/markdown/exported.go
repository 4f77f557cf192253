package markdown

import (
	"bytes"
	"slices"
	"strings"

	"dossier/briefings/clean"
	"dossier/briefings/markdown/frontmatter"
)

// ExportedFrom returns the id of the briefing that a file was exported from, ""
// if it is no export: so an export is found again under any name. whole is set
// if it is briefing Markdown, not the notes.
func ExportedFrom(file []byte) (id string, whole bool) {
	keys := exportKeys(file)
	_, whole = keys["dossier"]
	if _, hashed := keys[hashKey]; !hashed && !whole {
		return "", false
	}
	return keys["id"], whole
}

// exportKeys are the values of a file's front matter by their keys, nil if it has
// none that can be read.
func exportKeys(file []byte) map[string]string {
	text, _ := clean.Canonical(string(file))
	matter, _, ok := frontmatter.Cut(text)
	if !ok {
		return nil
	}
	entries, err := frontmatter.Parse(matter)
	if err != nil {
		return nil
	}
	keys := map[string]string{}
	for _, e := range entries {
		keys[e.Key] = e.Value()
	}
	return keys
}

// IsNotes says whether a file is a page of the notes export, and of which briefing it
// says it is, "" if it does not. A page that lost its front matter is known by its
// regions.
func IsNotes(file []byte) (slug string, is bool) {
	keys := exportKeys(file[:min(len(file), matterMax)])
	_, hashed := keys[hashKey]
	_, whole := keys["dossier"]
	if whole || !hashed && !bytes.Contains(file, []byte(beginPrefix)) {
		return "", false
	}
	text, _ := clean.Canonical(string(file))
	ours := func(r region) bool { return len(r.hash) == hashDigits }
	return keys["slug"], hashed && keys["id"] != "" || slices.ContainsFunc(regions(text), ours)
}

// EditedByHand says whether a file of briefing Markdown is not as Print wrote it.
func EditedByHand(file []byte) bool {
	text := string(file)
	at := strings.Index(text, "\n"+hashKey+": ")
	if at < 0 {
		return true
	}
	line := lineAt(text, at+1)
	hash := strings.Trim(strings.TrimPrefix(strings.TrimRight(line, "\r\n"), hashKey+": "), `"`)
	return contentHash(text[:at+1]+text[at+1+len(line):]) != hash
}
