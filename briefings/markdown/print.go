package markdown

import (
	"fmt"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/markdown/frontmatter"
)

// FormatVersion numbers briefing Markdown; it stands in the front matter under
// "dossier".
const FormatVersion = 1

// apparatusHeading parts the source from what was made of it.
const apparatusHeading = "# Apparatus"

// zone is a part of the apparatus: the heading and the kind of its records.
type zone struct {
	title string
	kind  briefings.Kind
}

var zones = []zone{
	{"Open questions", briefings.KindQuestion},
	{"Timeline", briefings.KindEvent},
	{"Actors", briefings.KindActor},
	{"Limits", briefings.KindLimit},
	{"References", briefings.KindReference},
	{"Annotations", briefings.KindAnnotation},
}

// PrintOptions say what Print cannot know of a briefing alone.
type PrintOptions struct {
	// Slugs names other briefings, by id, to which evidence points.
	Slugs map[string]string
}

// Print writes a briefing with everything made of it as briefing Markdown: front
// matter, the source as CommonMark, and the apparatus. Parse gives the same
// briefing back, but for what is derived and rebuilt: mentions of actors, roles
// of sections, the count of words, versions of records.
func Print(b *briefings.Briefing, rev *briefings.Revision, o PrintOptions) []byte {
	var rest strings.Builder
	if text := strings.Trim(rev.Markdown, "\n"); text != "" {
		rest.WriteString("\n" + text + "\n")
	}
	apparatus := printApparatus(b, rev, o)
	if apparatus != "" || apparatusLine(strings.Split(rev.Markdown, "\n")) >= 0 {
		rest.WriteString("\n" + apparatusHeading + "\n" + apparatus)
	}
	whole := func(matter []frontmatter.Entry) string {
		text, _ := clean.Canonical(frontmatter.Print(matter) + rest.String())
		return text
	}
	// The hash says later whether somebody edited the file.
	matter := briefingMatter(b, rev)
	at := slices.IndexFunc(matter, func(e frontmatter.Entry) bool { return e.Key == "source-hash" })
	hash := frontmatter.Entry{Key: hashKey, Values: []string{contentHash(whole(matter))}}
	return []byte(whole(slices.Insert(matter, at+1, hash)))
}

func briefingMatter(b *briefings.Briefing, rev *briefings.Revision) []frontmatter.Entry {
	entries := []frontmatter.Entry{{Key: "dossier", Values: []string{fmt.Sprint(FormatVersion)}}}
	for _, k := range matterKeys {
		if values := k.get(&b.Meta); len(values) > 0 && !(len(values) == 1 && values[0] == "" && !k.list) {
			entries = append(entries, frontmatter.Entry{Key: k.key, Values: values, List: k.list})
		}
	}
	entries = append(entries, frontmatter.Entry{Key: "source-hash", Values: []string{rev.TextHash}})
	for _, kv := range b.Extras {
		if strings.HasPrefix(kv.Key, zonePrefix) || strings.HasPrefix(kv.Key, remarkPrefix) {
			continue
		}
		e := frontmatter.Entry{Key: kv.Key, Values: kv.Value, List: len(kv.Value) != 1}
		if nested(kv) {
			e.Raw = kv.Value[0]
		}
		entries = append(entries, e)
	}
	return remarked(entries, b.Extras)
}

// remarkPrefix marks an extra that holds the comments above the key that follows;
// above no key those at the end of the front matter.
const remarkPrefix = "# "

// remarked puts a person's comments above the keys that they stood above, or at
// the end if the key is no more.
func remarked(entries []frontmatter.Entry, extras []briefings.KV) []frontmatter.Entry {
	below := ""
	for _, kv := range extras {
		name, ok := strings.CutPrefix(kv.Key, remarkPrefix)
		if !ok || len(kv.Value) != 1 {
			continue
		}
		if at := slices.IndexFunc(entries, func(e frontmatter.Entry) bool { return e.Key == name }); at >= 0 && name != "" {
			entries[at].Above = kv.Value[0]
		} else {
			below += kv.Value[0]
		}
	}
	if below != "" {
		entries = append(entries, frontmatter.Entry{Above: below})
	}
	return entries
}

// nested says whether an extra holds the lines of a value that is no list: it
// is kept as it was found.
func nested(kv briefings.KV) bool {
	if len(kv.Value) != 1 || !strings.Contains(kv.Value[0], "\n") {
		return false
	}
	entries, err := frontmatter.Parse(kv.Value[0])
	return err == nil && len(entries) == 1 && entries[0].Nested && entries[0].Key == kv.Key
}

// zonePrefix marks an extra that is a part of the apparatus which this version
// does not know, or the prose in one that it knows.
const zonePrefix = "## "

func printApparatus(b *briefings.Briefing, rev *briefings.Revision, o PrintOptions) string {
	c := &codec{id: b.ID, slugs: o.Slugs, passage: newPassageIndex(rev.Text(), b.Sections)}
	var out strings.Builder
	prose := map[string]string{}
	for _, kv := range b.Extras {
		if strings.HasPrefix(kv.Key, zonePrefix) && len(kv.Value) == 1 {
			prose[kv.Key] = contained(strings.Trim(kv.Value[0], "\n"))
		}
	}
	put := func(title, content string) {
		key := zonePrefix + title
		if text := prose[key]; text != "" {
			content = text + "\n\n" + content
		}
		delete(prose, key)
		if content = strings.Trim(content, "\n"); content != "" {
			out.WriteString("\n" + key + "\n\n" + content + "\n")
		}
	}
	for _, z := range zones {
		var content strings.Builder
		for _, r := range b.Records() {
			if r.Kind() == z.kind {
				content.WriteString(c.record(r))
			}
		}
		put(z.title, content.String())
	}
	put(sectionsZone, sectionHandles(b.Sections, rev))
	for _, kv := range b.Extras {
		if text, ok := prose[kv.Key]; ok {
			delete(prose, kv.Key)
			out.WriteString("\n" + kv.Key + "\n")
			if text != "" {
				out.WriteString("\n" + text + "\n")
			}
		}
	}
	return out.String()
}

const sectionsZone = "Sections"

// sectionHandles lists the sections whose handle is not the one that their title
// gives: a handle that was carried over from an earlier revision.
func sectionHandles(sections []briefings.Section, rev *briefings.Revision) string {
	var out strings.Builder
	for i, derived := range briefings.Outline(rev.Blocks) {
		if i < len(sections) && sections[i].Handle != derived.Handle {
			fmt.Fprintf(&out, "- %s ^%s\n  - was: %s\n", encode(sections[i].Title), sections[i].Handle, derived.Handle)
		}
	}
	return out.String()
}

// record writes one list item.
func (c *codec) record(r briefings.Record) string {
	box, main, body, fields := "", "", "", []field(nil)
	switch r := r.(type) {
	case *question:
		box = "[ ] "
		if r.Status.Closed() {
			box = "[x] "
		}
		main, fields = encode(r.Text), write(c, questionFields, r)
	case *event:
		var rest []field
		main, rest = eventMain(r)
		fields = append(rest, write(c, eventFields, r)...)
	case *actor:
		main, fields = encode(r.Name), write(c, actorFields, r)
	case *limit:
		main, fields = encode(r.Text), write(c, limitFields, r)
	case *reference:
		main = encode(r.Title)
		if r.Title == "" && r.Listed != "" {
			listed := *r
			listed.Listed = ""
			main = encode(r.Listed)
			fields = append([]field{{key: "title", value: "none"}}, write(c, referenceFields, &listed)...)
		} else {
			fields = write(c, referenceFields, r)
		}
	case *annotation:
		main, body = annotationBody(r.Body)
		fields = write(c, annotationFields, r)
	}
	fields = append(fields, write(c, headFields, r.Common())...)
	fields, kept := unknownFields(r.Common(), fields)
	if kept != "" {
		body = kept
	}
	return printItem(box, main, r.Common().Handle, body, fields)
}

func printItem(box, main string, handle briefings.Handle, body string, fields []field) string {
	var out strings.Builder
	line := "- " + box + main
	if handle != "" {
		line = strings.TrimRight(line, " ") + " ^" + string(handle)
	}
	out.WriteString(line + "\n")
	if body != "" {
		out.WriteString("\n" + indent(contained(body)+"\n", 2))
		if len(fields) > 0 {
			out.WriteByte('\n')
		}
	}
	printFields(&out, fields, "  ")
	return out.String()
}

func printFields(out *strings.Builder, fields []field, margin string) {
	for _, f := range fields {
		text := f.value
		if f.key != "" {
			text = strings.TrimRight(f.key+": "+f.value, " ")
		}
		out.WriteString(margin + "- " + text + "\n")
		printFields(out, f.subs, margin+"  ")
	}
}

// eventMain writes "`when` — text".
func eventMain(e *event) (string, []field) {
	text := encode(e.Text)
	switch span := codeSpan(e.When); {
	case e.When == "":
		return strings.TrimSpace("`undated` — " + text), nil
	case span[0] != '`' || e.When == "undated":
		return strings.TrimSpace("`undated` — " + text), []field{{key: "when", value: encode(e.When)}}
	default:
		return strings.TrimSpace(span + " — " + text), nil
	}
}

// annotationBody writes a note's CommonMark: its first paragraph as the main
// line and the rest below, if that reads back; else all of it in a fence.
func annotationBody(text string) (main, body string) {
	if text == "" {
		return "", ""
	}
	main, body, _ = strings.Cut(text, "\n\n")
	if got, ok := readBack(main, body); ok && got == text {
		return main, body
	}
	fence := "~~~"
	for strings.Contains(text, fence) {
		fence += "~"
	}
	return "", fence + noteInfo + "\n" + text + "\n" + fence
}

// noteInfo is the language of a fence that holds a whole note.
const noteInfo = "markdown"

// readBack reads what printItem makes of a note as a file would be read.
func readBack(main, body string) (string, bool) {
	text := strings.TrimSuffix(printItem("", main, "n-x", body, []field{{key: "by", value: "x"}}), "\n")
	if clean, replaced := clean.Canonical(text); replaced > 0 || clean != text {
		return "", false
	}
	items, prose := source{strings.Split(text, "\n"), 1}.items(isAnnotationField)
	if len(items) != 1 || len(prose) > 0 || len(items[0].fields) != 1 {
		return "", false
	}
	rest, handle := cutHandle(items[0].main)
	return noteText(rest, items[0].body), handle == "n-x"
}

// noteText puts a note together from its main line and its body.
func noteText(main, body string) string {
	lines := strings.Split(body, "\n")
	if fence := fenceOf(lines[0]); main == "" && fence != "" && strings.TrimPrefix(lines[0], fence) == noteInfo && len(lines) > 1 && lines[len(lines)-1] == fence {
		return strings.Join(lines[1:len(lines)-1], "\n")
	}
	switch {
	case main == "":
		return body
	case body == "":
		return main
	}
	return main + "\n\n" + body
}

// unknownFields adds the fields that this version does not know, as they were
// found; body is prose that stood below the main line.
func unknownFields(h *head, fields []field) (out []field, body string) {
	for _, kv := range h.Unknown {
		for _, value := range kv.Value {
			switch first, rest, more := strings.Cut(value, "\n"); {
			case kv.Key == bodyKey:
				body = value
			case more && !slices.ContainsFunc(strings.Split(rest, "\n"), func(l string) bool { return !strings.HasPrefix(strings.TrimLeft(l, " "), "- ") }):
				sub, _ := source{strings.Split(rest, "\n"), 1}.items(func(string) bool { return true })
				f := field{key: unknownKey(kv.Key), value: first}
				for _, it := range sub {
					f.subs = append(f.subs, it.field())
				}
				fields = append(fields, f)
			default:
				fields = append(fields, field{key: unknownKey(kv.Key), value: encode(value)})
			}
		}
	}
	return append(out, fields...), body
}

const (
	bodyKey   = "body"
	remarkKey = "remark"
)

func unknownKey(key string) string {
	if isKey(key) {
		return key
	}
	return remarkKey
}
