package command

import (
	_ "embed"
	"encoding/json"
	"reflect"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

func (s *session) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of what --json prints",
		Long: `Schema prints the JSON Schema (draft 2020-12) of what "export --format json",
"show --json" and "inspect --json" print. Its $defs describe what the other commands
print beside "version", each record with the same names everywhere:

  list                 briefings: Summary
  search               query, count, results: result
  questions, timeline, limits, references, notes
                       the list of that pane: Question, Event …, each with the id
                       and the slug of its briefing in front
  actors               actors: Actor; of one, actor: Profile, and its records
  agenda               questions: Question with reasons; expectations: Question
  history              changes: Change
  annotate, edit       records: Question, Event …
  import, reextract    documents: outcome
  check                briefings, problems: problem; of a file, lints: lint
  actors judgements    judgements: Judgement
  inspect              also timex: timex

Within a version fields may come, and none goes or changes its meaning.`,
		Example: "  dossier schema > briefing.schema.json",
		Args:    words(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			schema, err := jsonSchema()
			if err != nil {
				return err
			}
			return printJSON(s.out, &schema)
		},
	}
}

// schemaWords say what a field is for, by "Type.field"; a type by its name. The
// schema itself is made from the types, so that it cannot go stale.
//
//go:embed schema.json
var schemaWords []byte

// jsonSchema describes what export --format json prints.
func jsonSchema() (map[string]any, error) {
	m := schemaMaker{defs: map[string]any{}}
	if err := json.Unmarshal(schemaWords, &m.words); err != nil {
		return nil, err
	}
	root := m.object(reflect.TypeFor[inspection]())
	for _, t := range besides {
		m.value(t)
	}
	root["$schema"], root["title"], root["$defs"] = "https://json-schema.org/draft/2020-12/schema", "A briefing of dossier", m.defs
	return root, nil
}

// besides are what other commands print, around records or without any.
var besides = []reflect.Type{reflect.TypeFor[briefings.Summary](), reflect.TypeFor[result](), reflect.TypeFor[briefings.Profile](), reflect.TypeFor[reason](),
	reflect.TypeFor[briefings.Change](), reflect.TypeFor[outcome](), reflect.TypeFor[problem](), reflect.TypeFor[lint](), reflect.TypeFor[briefings.Judgement](), reflect.TypeFor[timex]()}

type schemaMaker struct {
	defs  map[string]any
	words map[string]string
}

// object describes a struct; what it embeds it has, too.
func (m *schemaMaker) object(t reflect.Type) map[string]any {
	properties, required, all := map[string]any{}, []string{}, []any{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-", !f.IsExported():
		case f.Anonymous && name == "":
			all = append(all, m.value(f.Type))
		default:
			v := m.value(f.Type)
			if words := m.words[t.Name()+"."+name]; words != "" {
				v["description"] = words
			}
			if choice := choicesOf(t, name); choice != nil && v["type"] == "string" {
				v["enum"] = choice
			}
			properties[name] = v
			if !strings.Contains(options, "omit") {
				required = append(required, name)
			}
		}
	}
	out := map[string]any{"type": "object", "properties": properties}
	if words := m.words[t.Name()]; words != "" {
		out["description"] = words
	}
	if len(required) > 0 {
		out["required"] = required
	}
	if len(all) > 0 {
		out["allOf"] = all
	}
	return out
}

// value describes any type; structs are described once, under their name.
func (m *schemaMaker) value(t reflect.Type) map[string]any {
	switch {
	case t == reflect.TypeFor[time.Time]():
		return map[string]any{"type": "string", "format": "date-time"}
	case t == reflect.TypeFor[briefings.Record]():
		var kinds []any
		for _, k := range briefings.Kinds {
			kinds = append(kinds, m.value(reflect.TypeOf(briefings.NewRecord(k)).Elem()))
		}
		return map[string]any{"anyOf": kinds}
	case t.Kind() == reflect.Pointer:
		return m.value(t.Elem())
	case t.Kind() == reflect.Slice:
		return map[string]any{"type": "array", "items": m.value(t.Elem())}
	case t.Kind() == reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": m.value(t.Elem())}
	case t.Kind() == reflect.Struct:
		if _, known := m.defs[t.Name()]; !known {
			m.defs[t.Name()] = nil // a type may hold itself
			m.defs[t.Name()] = m.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + t.Name()}
	}
	return map[string]any{"type": jsonTypes[t.Kind()]}
}

var jsonTypes = map[reflect.Kind]string{
	reflect.String: "string", reflect.Bool: "boolean", reflect.Int: "integer", reflect.Int64: "integer", reflect.Float64: "number",
}

// choicesOf are the only values that a field of a record takes, nil for any.
func choicesOf(t reflect.Type, name string) []string {
	r, ok := reflect.New(t).Interface().(briefings.Record)
	if !ok {
		return nil
	}
	for _, f := range briefings.Fields(r) {
		if f.Name == name {
			return f.Words
		}
	}
	return nil
}
