package briefings

import (
	"fmt"
	"slices"
	"strings"

	"dossier/briefings/edtf"
)

// Field is a field of a record that a person may change, by its JSON name. A
// list is written with commas.
type Field struct {
	Name  string
	Value string
	// Words are the only values that the field takes; nil takes any text.
	Words []string
	// Several says that it takes several of them, written with commas.
	Several bool
	// Dated says that it takes a date, as EDTF.
	Dated bool
}

// Fields returns what a person may change of a record, in the order in which
// forms show it.
func Fields(r Record) []Field {
	out := make([]Field, 0, 8)
	for _, f := range fieldsOf(r.Kind()) {
		out = append(out, Field{f.name, f.get(r), f.words, f.several, f.dated})
	}
	return out
}

// FieldWords are the only values that a field of a kind takes, nil if it takes any.
func FieldWords(k Kind, name string) []string {
	for _, f := range fieldsOf(k) {
		if f.name == name {
			return f.words
		}
	}
	return nil
}

// SetField changes a field as a person does: the record remembers who changed
// it and what it was, so that no machine changes it again, and a proposed question
// is theirs from then on. The error says in a sentence what the field takes.
func SetField(r Record, name, value, by string, at Time) error {
	for _, f := range fieldsOf(r.Kind()) {
		if f.name != name {
			continue
		}
		if err := f.change(r, strings.TrimSpace(value), by, at); err != nil {
			return err
		}
		if q, ok := r.(*Question); ok && q.Proposed {
			Approve(q, by, at)
		}
		return nil
	}
	names := make([]string, 0, 8)
	for _, f := range fieldsOf(r.Kind()) {
		names = append(names, f.name)
	}
	article := "a"
	if strings.ContainsAny(string(r.Kind())[:1], "aeo") {
		article = "an"
	}
	return fmt.Errorf("%s %s has no field %q to change; it has %s", article, r.Kind(), name, strings.Join(names, ", "))
}

// AssignField sets a field as a machine or a merge does: nobody is noted to have
// changed it.
func AssignField(r Record, name, value string) error {
	for _, f := range fieldsOf(r.Kind()) {
		if f.name == name {
			return f.set(r, value)
		}
	}
	return fmt.Errorf("%s has no field %q", r.Common().Handle, name)
}

// TakePending makes the value that waits beside a field the field's own, as a
// person decides. Without one nothing changes.
func TakePending(r Record, name, by string, at Time) error {
	p, ok := r.Common().Pending[name]
	if !ok {
		return nil
	}
	switch q, _ := r.(*Question); {
	case name == "state": // a colleague rejected it
		r.Common().State = State(p.Value)
	case name == "status" && q != nil: // or closed it without an answer
		q.Status = QuestionStatus(p.Value)
	default:
		if err := SetField(r, name, p.Value, by, at); err != nil {
			return err
		}
	}
	delete(r.Common().Pending, name)
	return nil
}

// DropPending lets what stands stand: the value that waits beside a field is
// forgotten.
func DropPending(r Record, name string) { delete(r.Common().Pending, name) }

// accessor reads and writes one field of one kind of record.
type accessor struct {
	name    string
	words   []string
	several bool // it is a list
	dated   bool
	get     func(Record) string
	set     func(Record, string) error
}

func (f *accessor) change(r Record, value, by string, at Time) error {
	was := f.get(r)
	if err := f.set(r, value); err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	if f.get(r) == was {
		return nil
	}
	head := r.Common()
	head.keepBase(f.name, was)
	if head.Edited == nil {
		head.Edited = map[string]Edit{}
	}
	head.Edited[f.name] = Edit{By: by, At: at, Was: was}
	return nil
}

// keepBase keeps what a field was before anybody changed it, since Edited tells of
// the last change only. What a person wrote needs that from the second change on.
func (h *Head) keepBase(field, was string) {
	first, again := h.Edited[field]
	if again {
		was = first.Was
	}
	if _, kept := h.Base[field]; kept || !again && h.Origin != OriginExtracted {
		return
	}
	if h.Base == nil {
		h.Base = map[string]string{}
	}
	h.Base[field] = was
}

// fieldsOf returns the accessors of a kind.
func fieldsOf(k Kind) []accessor {
	switch k {
	case KindQuestion:
		return questionFields()
	case KindEvent:
		return eventFields()
	case KindActor:
		return actorFields()
	case KindLimit:
		return limitFields()
	case KindReference:
		return referenceFields()
	case KindAnnotation:
		return annotationFields()
	}
	return nil
}

// text is a field that takes any text.
func text[R any](name string, at func(*R) *string) accessor {
	return accessor{
		name: name,
		get:  func(r Record) string { return *at(any(r).(*R)) },
		set:  func(r Record, value string) error { *at(any(r).(*R)) = value; return nil },
	}
}

// needed is a field that must not be empty.
func needed[R any](name string, at func(*R) *string) accessor {
	f := text(name, at)
	set := f.set
	f.set = func(r Record, value string) error {
		if value == "" {
			return fmt.Errorf("it may not be empty")
		}
		return set(r, value)
	}
	return f
}

// date is a field that takes an EDTF date, or nothing.
func date[R any](name string, at func(*R) *string) accessor {
	f := text(name, at)
	f.dated = true
	set := f.set
	f.set = func(r Record, value string) error {
		if value != "" {
			if _, err := edtf.Parse(value); err != nil {
				return err
			}
		}
		return set(r, value)
	}
	return f
}

// deadline is a date by which something is to be done: of a period ("in two
// weeks"), its end.
func deadline[R any](name string, at func(*R) *string) accessor {
	f := date(name, at)
	set := f.set
	f.set = func(r Record, value string) error {
		if _, end, period := strings.Cut(value, "/"); period && end != "" && end != ".." {
			value = end
		}
		return set(r, value)
	}
	return f
}

// choice is a field that takes one of a few words.
func choice[R any, W ~string](name string, at func(*R) *W, words ...W) accessor {
	f := accessor{
		name: name,
		get:  func(r Record) string { return string(*at(any(r).(*R))) },
	}
	for _, w := range words {
		f.words = append(f.words, string(w))
	}
	f.set = func(r Record, value string) error {
		if !slices.Contains(f.words, value) {
			return fmt.Errorf("%q is none of %s", value, OneOf(f.words))
		}
		*at(any(r).(*R)) = W(value)
		return nil
	}
	return f
}

// OneOf lists the words that a field takes, for people: the empty one, which takes a
// value away, is left out.
func OneOf(words []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" }), ", ")
}

// list is a field of several values, written with commas; words, if any, are
// the only ones it takes.
func list[R any, W ~string](name string, at func(*R) *[]W, words ...W) accessor {
	f := accessor{name: name, several: true}
	for _, w := range words {
		f.words = append(f.words, string(w))
	}
	f.get = func(r Record) string {
		var parts []string
		for _, v := range *at(any(r).(*R)) {
			parts = append(parts, string(v))
		}
		return strings.Join(parts, ", ")
	}
	f.set = func(r Record, value string) error {
		values := []W{}
		for part := range strings.SplitSeq(value, ",") {
			part = strings.TrimSpace(part)
			switch {
			case part == "":
			case len(words) > 0 && !slices.Contains(words, W(part)):
				return fmt.Errorf("%q is none of %s", part, OneOf(f.words))
			default:
				values = append(values, W(part))
			}
		}
		*at(any(r).(*R)) = values
		return nil
	}
	return f
}
