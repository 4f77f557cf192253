package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossier/briefings"
	"dossier/briefings/sample"
)

// frozenSample is the built-in sample with what the reader's tests froze of it.
func frozenSample(t *testing.T) *inspection {
	t.Helper()
	_, rev := sample.Document()
	data, err := os.ReadFile(filepath.Join("..", "reader", "testdata", "sample.json"))
	if err != nil {
		t.Fatal(err)
	}
	out := inspection{Version: jsonVersion, Text: rev.Text()}
	if err := json.Unmarshal(data, &out.Briefing); err != nil {
		t.Fatal(err)
	}
	return &out
}

// The JSON of the sample is in testdata (-update writes it), and is as the schema
// says.
func TestTheSampleAsJSON(t *testing.T) {
	var out bytes.Buffer
	if err := printJSON(&out, frozenSample(t)); err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, out.Bytes())
	for _, fault := range faultsOf(t, out.Bytes()) {
		t.Error(fault)
	}
	var back inspection
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || !cmp.Equal(*frozenSample(t), back, cmpopts.EquateEmpty()) {
		t.Errorf("it does not read back: %v\n%s", err, cmp.Diff(*frozenSample(t), back, cmpopts.EquateEmpty()))
	}
}

func TestTheSchemaFindsFaults(t *testing.T) {
	for _, c := range []struct{ name, find, put, want string }{
		{"an unknown name", `"docStart"`, `"docstart"`, "docstart is not described"},
		{"a missing field", `"exact": "`, `"exakt": "`, "exact is missing"},
		{"another type", `"docStart": `, `"docStart": "x", "ignored": `, "docStart is no integer"},
		{"a word that the field does not take", `"transfer": "withheld"`, `"transfer": "kept"`, `transfer may not be "kept"`},
	} {
		var out bytes.Buffer
		if err := printJSON(&out, frozenSample(t)); err != nil {
			t.Fatal(err)
		}
		broken := strings.Replace(out.String(), c.find, c.put, 1)
		if got := strings.Join(faultsOf(t, []byte(broken)), "\n"); broken == out.String() || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// Whatever is described is there to be described, and whatever is there is described.
func TestTheSchemaDescribesWhatThereIs(t *testing.T) {
	var words map[string]string
	if err := json.Unmarshal(schemaWords, &words); err != nil {
		t.Fatal(err)
	}
	schema, err := jsonSchema()
	if err != nil {
		t.Fatal(err)
	}
	defs := schema["$defs"].(map[string]any)
	for key := range words {
		name, field, _ := strings.Cut(key, ".")
		def, ok := defs[name].(map[string]any)
		if name == "inspection" {
			def, ok = schema, true
		}
		if !ok {
			t.Errorf("%s is no type of the schema", name)
		} else if _, ok := def["properties"].(map[string]any)[field]; field != "" && !ok {
			t.Errorf("%s has no field %s", name, field)
		}
	}
	for name, def := range defs {
		for field, schema := range def.(map[string]any)["properties"].(map[string]any) {
			if schema.(map[string]any)["description"] == nil {
				t.Errorf("nothing says what %s.%s is for", name, field)
			}
		}
	}
	for _, k := range briefings.Kinds {
		if name := reflect.TypeOf(briefings.NewRecord(k)).Elem().Name(); defs[name] == nil {
			t.Errorf("the schema says nothing of %s", name)
		}
	}
}

// faultsOf checks a value against the schema as far as the schema goes.
func faultsOf(t *testing.T, data []byte) []string {
	t.Helper()
	schema, err := jsonSchema()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	var value any
	if err := json.Unmarshal(raw, &root); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	v := validator{defs: root["$defs"].(map[string]any)}
	v.check("the briefing", root, value)
	slices.Sort(v.faults)
	return slices.Compact(v.faults)
}

type validator struct {
	defs   map[string]any
	faults []string
}

func (v *validator) fault(format string, args ...any) {
	v.faults = append(v.faults, fmt.Sprintf(format, args...))
}

func (v *validator) resolve(schema map[string]any) map[string]any {
	if ref, ok := schema["$ref"].(string); ok {
		return v.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	return schema
}

// properties collects what a schema and those it is made of describe.
func (v *validator) properties(schema map[string]any, into map[string]any) (required []any) {
	schema = v.resolve(schema)
	own, _ := schema["properties"].(map[string]any)
	for name, p := range own {
		into[name] = p
	}
	required, _ = schema["required"].([]any)
	parts, _ := schema["allOf"].([]any)
	for _, part := range parts {
		required = append(required, v.properties(part.(map[string]any), into)...)
	}
	return required
}

func (v *validator) check(name string, schema map[string]any, value any) {
	schema = v.resolve(schema)
	want, _ := schema["type"].(string)
	switch value := value.(type) {
	case map[string]any:
		if want != "object" {
			v.fault("%s is no %s", name, want)
		}
		if of, ok := schema["additionalProperties"].(map[string]any); ok {
			for key, e := range value {
				v.check(name+"."+key, of, e)
			}
			return
		}
		known := map[string]any{}
		for _, r := range v.properties(schema, known) {
			if _, there := value[r.(string)]; !there {
				v.fault("%s is missing", r)
			}
		}
		for key, e := range value {
			if p, ok := known[key].(map[string]any); ok {
				v.check(key, p, e)
			} else {
				v.fault("%s is not described", key)
			}
		}
	case []any:
		if want != "array" {
			v.fault("%s is no %s", name, want)
			return
		}
		for _, e := range value {
			v.check(name, schema["items"].(map[string]any), e)
		}
	case string:
		if want != "string" {
			v.fault("%s is no %s", name, want)
		}
		if choices, ok := schema["enum"].([]any); ok && !slices.Contains(choices, any(value)) {
			v.fault("%s may not be %q", name, value)
		}
	case float64:
		if want != "number" && (want != "integer" || value != float64(int(value))) {
			v.fault("%s is no %s", name, want)
		}
	case bool:
		if want != "boolean" {
			v.fault("%s is no %s", name, want)
		}
	}
}
