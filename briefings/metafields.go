package briefings

import (
	"fmt"
	"slices"
	"strings"

	"dossier/briefings/edtf"
)

// metaField reads and writes one field of a briefing's own data that a person
// may change, by its JSON name.
type metaField struct {
	name  string
	get   func(*Meta) string
	set   func(*Meta, string) error
	words []string // the only values that it takes; nil takes any text
}

// metaFields are in the order in which they are listed.
var metaFields = []metaField{
	{name: "title", get: func(m *Meta) string { return m.Title }, set: func(m *Meta, value string) error {
		if value == "" {
			return fmt.Errorf("it may not be empty")
		}
		m.Title = value
		return nil
	}},
	{name: "date", get: func(m *Meta) string { return m.Date }, set: func(m *Meta, value string) error {
		if _, err := edtf.Parse(value); err != nil && value != "" {
			return err
		}
		m.Date, m.Reference = value, Dating{Date: value, Rule: DatedByAnalyst}
		return nil
	}},
	metaText("publisher", func(m *Meta) *string { return &m.Publisher }),
	metaList("author", func(m *Meta) *[]string { return &m.Author }),
	metaText("source", func(m *Meta) *string { return &m.Source }),
	metaList("tags", func(m *Meta) *[]string { return &m.Tags }),
	{name: "tlp", words: handlingMarks, get: func(m *Meta) string { return string(m.TLP) }, set: func(m *Meta, value string) error {
		mark := strings.ToUpper(value)
		if !slices.Contains(handlingMarks, mark) {
			return fmt.Errorf("%q is none of %s", value, strings.Join(handlingMarks[1:], ", "))
		}
		m.TLP = TLP(mark)
		return nil
	}},
	metaText("lang", func(m *Meta) *string { return &m.Lang }),
	{name: "likelihoodScale", words: scaleIDs(), get: func(m *Meta) string { return m.Likelihood }, set: func(m *Meta, value string) error {
		if _, ok := LikelihoodScale(value); !ok {
			return fmt.Errorf("%q is none of %s", value, strings.Join(scaleIDs(), ", "))
		}
		m.Likelihood = value
		return nil
	}},
}

// Strictness orders the marks of TLP 2.0 by how far they let a text be passed on; 0 is
// for none.
func (t TLP) Strictness() int { return slices.Index(handlingMarks, string(t)) }

// handlingMarks are the marks of TLP 2.0, the strictest last, behind that there is none.
var handlingMarks = []string{string(TLPUnmarked), string(TLPClear), string(TLPGreen), string(TLPAmber), string(TLPAmberStrict), string(TLPRed)}

func metaText(name string, at func(*Meta) *string) metaField {
	return metaField{name: name, get: func(m *Meta) string { return *at(m) }, set: func(m *Meta, value string) error { *at(m) = value; return nil }}
}

// metaList is a field of several values, written with commas.
func metaList(name string, at func(*Meta) *[]string) metaField {
	return metaField{name: name, get: func(m *Meta) string { return strings.Join(*at(m), ", ") }, set: func(m *Meta, value string) error {
		list := []string{}
		for part := range strings.SplitSeq(value, ",") {
			if part = strings.TrimSpace(part); part != "" {
				list = append(list, part)
			}
		}
		*at(m) = list
		return nil
	}}
}

// MetaFields returns what a person may change of a briefing itself.
func MetaFields(m *Meta) []Field {
	out := make([]Field, 0, len(metaFields))
	for _, f := range metaFields {
		out = append(out, Field{Name: f.name, Value: f.get(m), Words: f.words, Dated: f.name == "date"})
	}
	return out
}

// SetMetaField changes a field of a briefing itself as a person does: it is
// remembered who changed it and what it was, so that no re-import changes it
// again. The error says in a sentence what the field takes.
func SetMetaField(m *Meta, name, value, by string, at Time) error {
	before := metaValue(m, name)
	if err := AssignMetaField(m, name, strings.TrimSpace(value)); err != nil {
		return err
	}
	if metaValue(m, name) == before {
		return nil
	}
	edited := make(map[string]Edit, len(m.Edited)+1)
	for field, e := range m.Edited {
		edited[field] = e
	}
	edited[name] = Edit{By: by, At: at, Was: before}
	m.Edited = edited
	return nil
}

// AssignMetaField sets a field as a merge does: nobody is noted to have changed
// it.
func AssignMetaField(m *Meta, name, value string) error {
	for _, f := range metaFields {
		if f.name == name {
			if err := f.set(m, value); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		}
	}
	names := make([]string, len(metaFields))
	for i, f := range metaFields {
		names[i] = f.name
	}
	return fmt.Errorf("a briefing has no field %q to change; it has %s", name, strings.Join(names, ", "))
}

func metaValue(m *Meta, name string) string {
	for _, f := range metaFields {
		if f.name == name {
			return f.get(m)
		}
	}
	return ""
}
