package markdown

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// readApparatus reads the records, and keeps what it does not know.
func (f *File) readApparatus(c *codec, parts []part) {
	b := &f.Briefing
	lines := map[briefings.Handle]int{}
	c.lines = lines
	var nameless []briefings.Record
	for _, p := range parts {
		at := slices.IndexFunc(zones, func(z zone) bool { return strings.EqualFold(z.title, p.title) })
		switch {
		case p.title == sectionsZone:
			continue
		case at < 0:
			f.keep(p.title, p.lines, true)
			continue
		}
		kind := zones[at].kind
		items, prose := p.items(func(line string) bool { return isFieldOf(kind, line) })
		f.keep(zones[at].title, prose, false)
		for _, it := range items {
			r := c.readRecord(kind, it)
			h := r.Common().Handle
			switch first, again := lines[h]; {
			case h == "":
				nameless = append(nameless, r)
			case again:
				c.fault(it.line, "the handle %s stands there twice, first in line %d; this one gets a new one", h, first)
				unname(r.Common())
				nameless = append(nameless, r)
			default:
				lines[h] = it.line
			}
			b.Add(r)
		}
	}
	if len(nameless) > 0 {
		nameRecords(b)
	}
}

// keep stores prose that no record takes, under its heading; a heading that is
// not known also without any.
func (f *File) keep(title string, lines []string, always bool) {
	var kept strings.Builder
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			kept.WriteString(line)
		}
		kept.WriteByte('\n')
	}
	text := strings.Trim(kept.String(), "\n")
	if !always && strings.TrimSpace(text) == "" {
		return
	}
	extras := &f.Briefing.Extras
	at := slices.IndexFunc(*extras, func(kv briefings.KV) bool { return kv.Key == zonePrefix+title })
	if at < 0 {
		*extras = append(*extras, briefings.KV{Key: zonePrefix + title, Value: []string{text}})
		return
	}
	(*extras)[at].Value[0] = strings.Trim((*extras)[at].Value[0]+"\n\n"+text, "\n")
}

// unname takes a handle away that cannot stand, and keeps it as a field.
func unname(h *head) {
	h.Unknown = append(h.Unknown, briefings.KV{Key: "former handle", Value: []string{string(h.Handle)}})
	h.Handle = ""
}

// nameRecords gives handles to records that a person wrote without one.
func nameRecords(b *briefings.Briefing) {
	taken := map[briefings.Handle]bool{}
	for _, r := range b.Records() {
		taken[r.Common().Handle] = true
	}
	for _, r := range b.Records() {
		if h := r.Common(); h.Handle == "" {
			h.Handle = briefings.NewHandle(r.Kind(), orElse(r.Line(), "new "+string(r.Kind())), func(h briefings.Handle) bool { return taken[h] })
			taken[h.Handle] = true
		}
	}
}

// isFieldOf says whether the content of a bullet begins the fields of a record.
// Only notes have bodies that may hold lists of their own.
func isFieldOf(kind briefings.Kind, line string) bool {
	return kind != briefings.KindAnnotation || isAnnotationField(line)
}

func isAnnotationField(line string) bool {
	key, _ := splitKey(line)
	return slices.Contains(fieldKeys(briefings.KindAnnotation), key)
}

// fieldKeys are the keys that the records of a kind take.
func fieldKeys(kind briefings.Kind) []string {
	head := keys(headFields)
	switch kind {
	case briefings.KindQuestion:
		return append(head, keys(questionFields)...)
	case briefings.KindEvent:
		return append(append(head, "when"), keys(eventFields)...)
	case briefings.KindActor:
		return append(head, keys(actorFields)...)
	case briefings.KindLimit:
		return append(head, keys(limitFields)...)
	case briefings.KindReference:
		return append(append(head, "title"), keys(referenceFields)...)
	case briefings.KindAnnotation:
		return append(head, keys(annotationFields)...)
	}
	return head
}

// readRecord reads one item as a record of a kind.
func (c *codec) readRecord(kind briefings.Kind, it item) briefings.Record {
	main, handle := cutHandle(it.main)
	r := briefings.NewRecord(kind)
	head := r.Common()
	head.Handle, head.Origin, head.State = handle, briefings.OriginAnalyst, briefings.StateLive
	if handle != "" && handle.Kind() != kind {
		c.warn(it.line, "the handle %s does not begin as that of a %s does; a new one is given", handle, kind)
		unname(head)
	}
	rest := read(c, headFields, head, it.fields)
	if state := string(head.State); !slices.Contains(briefings.States(), state) {
		c.warnOf(it, "state", state, "none of "+briefings.OneOf(briefings.States()))
		head.Unknown = append(head.Unknown, briefings.KV{Key: remarkKey, Value: []string{"state: " + state}})
		head.State = "" // not told: what nobody understands hides no record and brings none back
	}
	body := it.body
	switch r := r.(type) {
	case *question:
		rest = c.readQuestion(r, main, rest, it.line)
	case *event:
		rest = c.readEvent(r, main, rest)
	case *actor:
		r.Name, rest = decode(main), read(c, actorFields, r, rest)
	case *limit:
		r.Text, rest = decode(main), read(c, limitFields, r, rest)
	case *reference:
		rest = c.readReference(r, main, rest)
	case *annotation:
		r.Body, body = noteText(main, body), ""
		rest = read(c, annotationFields, r, rest)
		if r.Motivation == "" {
			r.Motivation = briefings.Commenting
		}
	}
	if body != "" {
		head.Unknown = append(head.Unknown, briefings.KV{Key: bodyKey, Value: []string{body}})
	}
	for _, f := range c.loose {
		if slices.Contains(fieldKeys(kind), f.key) {
			f.key, f.value = "", f.key+": "+f.value // of the field that it stood under, not of the record
		}
		rest = append(rest, f)
	}
	c.loose = nil
	c.keepUnknown(head, rest)
	c.checkValues(r, it)
	return r
}

// keepUnknown stores fields that no table knows, with their sub-fields.
func (c *codec) keepUnknown(h *head, fields []field) {
	for _, f := range fields {
		key, value := f.key, decode(f.value)
		if key == "" {
			key = remarkKey
		} else {
			c.warn(f.line, "the field %q is not known and is kept as it is", key)
		}
		if len(f.subs) > 0 {
			var b strings.Builder
			printFields(&b, f.subs, "")
			value = f.value + "\n" + strings.TrimRight(b.String(), "\n")
		}
		at := slices.IndexFunc(h.Unknown, func(kv briefings.KV) bool { return kv.Key == key })
		if at < 0 {
			h.Unknown = append(h.Unknown, briefings.KV{Key: key})
			at = len(h.Unknown) - 1
		}
		h.Unknown[at].Value = append(h.Unknown[at].Value, value)
	}
}

// cutHandle takes the block id off the end of a main line.
func cutHandle(main string) (string, briefings.Handle) {
	at := strings.LastIndex(main, "^")
	if at < 0 || at > 0 && main[at-1] != ' ' || at == len(main)-1 {
		return main, ""
	}
	id := main[at+1:]
	if strings.ContainsFunc(id, func(r rune) bool { return r == ' ' || r == '\\' || r == '^' || r == '`' }) {
		return main, ""
	}
	return strings.TrimSpace(main[:at]), briefings.Handle(id)
}

func (c *codec) readQuestion(q *question, main string, fields []field, line int) []field {
	box := byte(0)
	if len(main) >= 3 && main[0] == '[' && main[2] == ']' && strings.IndexByte(" xX", main[1]) >= 0 {
		box = strings.ToLower(main)[1]
		main = strings.TrimSpace(main[3:])
	}
	q.Text = decode(main)
	rest := read(c, questionFields, q, fields)
	if words := briefings.QuestionStatuses(); q.Status != "" && !slices.Contains(words, string(q.Status)) {
		c.warnOf(item{line: line, fields: fields}, "status", string(q.Status), "none of "+briefings.OneOf(words))
	}
	if q.Status == "" {
		q.Status = briefings.Open
	}
	if q.Priority == "" {
		q.Priority = briefings.Medium
	}
	switch closed := q.Status.Closed(); {
	case box == 'x' && !closed && q.Current() != nil:
		q.Status = briefings.Answered
		c.warn(line, "ticked by hand: the status is now answered")
	case box == 'x' && !closed:
		q.Status = briefings.Working
		c.warn(line, "ticked by hand, but no answer is accepted: the status is now working")
	case box == ' ' && closed:
		c.warn(line, "unticked by hand: the status %s is now open", q.Status)
		q.Status = briefings.Open
	case q.Status == briefings.Answered && q.Current() == nil:
		c.fault(line, "answered, but no answer is accepted")
	}
	return rest
}

func (c *codec) readEvent(e *event, main string, fields []field) []field {
	text := main
	if strings.HasPrefix(main, "`") {
		if end := strings.IndexByte(main[1:], '`'); end >= 0 {
			e.When, text = main[1:1+end], strings.TrimSpace(main[end+2:])
			for _, dash := range []string{"—", "–", "--", "-"} {
				if after, ok := strings.CutPrefix(text, dash); ok {
					text = strings.TrimSpace(after)
					break
				}
			}
		}
	}
	if e.When == "undated" {
		e.When = ""
	}
	e.Text = decode(text)
	var rest []field
	for _, f := range read(c, eventFields, e, fields) {
		if f.key == "when" {
			e.When = decode(f.value)
		} else {
			rest = append(rest, f)
		}
	}
	if e.Status == "" {
		e.Status = briefings.UnknownStatus
	}
	return rest
}

func (c *codec) readReference(r *reference, main string, fields []field) []field {
	listed := false
	fields = slices.DeleteFunc(slices.Clone(fields), func(f field) bool {
		if f.key != "title" {
			return false
		}
		listed = f.value == "none"
		if !listed {
			r.Title = decode(f.value)
		}
		return true
	})
	rest := read(c, referenceFields, r, fields)
	switch {
	case listed:
		r.Listed = decode(main)
	case r.Title == "":
		r.Title = decode(main)
	}
	return rest
}
