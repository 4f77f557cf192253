package command_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/briefings/corpustest"
	"dossier/briefings/sample"
	"dossier/ui/command"
)

func writeFile(path, text string) error { return os.WriteFile(path, []byte(text), 0o600) }

// inspected runs inspect and returns the JSON as any reader of it sees it.
func inspected(t *testing.T, args ...string) map[string]any {
	t.Helper()
	var out, problems bytes.Buffer
	if status := command.Main(append([]string{"inspect", "--json"}, args...), strings.NewReader(""), &out, &problems); status != 0 {
		t.Fatalf("inspect %v: exit status %d: %s", args, status, problems.String())
	}
	var value map[string]any
	if err := json.Unmarshal(out.Bytes(), &value); err != nil {
		t.Fatalf("inspect %v: %v", args, err)
	}
	return value
}

func TestInspectOffsetsOfTheSample(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.md")
	if err := os.WriteFile(path, sample.Article(), 0o600); err != nil {
		t.Fatal(err)
	}
	checkInspection(t, inspected(t, path))
}

func TestInspectOffsetsOfTheCorpora(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpustest.Path(t, "corpora", "briefings", "texts"), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, file := range append(files, corpustest.Path(t, "samples", "turkiye-drone-plant.txt")) {
		t.Run(filepath.Base(file), func(t *testing.T) { checkInspection(t, inspected(t, file)) })
	}
}

// checkInspection checks from the printed JSON alone that every list is one,
// that every record has its passage, and that every offset fits the text.
func checkInspection(t *testing.T, got map[string]any) {
	t.Helper()
	text := []rune(got["text"].(string))
	starts := map[string]int{}
	for _, s := range list(t, got, "sections") {
		section := s.(map[string]any)
		start, end := number(section["start"]), number(section["end"])
		starts[section["handle"].(string)] = start
		list(t, section, "roles")
		if title := section["title"].(string); start < 0 || end > len(text) || !strings.HasPrefix(string(text[start:end]), title) {
			t.Errorf("section %q is not at %d–%d", title, start, end)
		}
	}
	for _, kind := range []string{"events", "actors", "limits", "questions", "references", "annotations"} {
		for _, r := range list(t, got, kind) {
			record := r.(map[string]any)
			if record["origin"] == "extracted" && len(list(t, record, "anchors")) == 0 {
				t.Errorf("%v has no passage", record["handle"])
			}
		}
	}
	for _, x := range list(t, got, "timex") {
		expression := x.(map[string]any)
		start, end := number(expression["start"]), number(expression["end"])
		if start < 0 || end > len(text) || start >= end || string(text[start:end]) != expression["text"] {
			t.Errorf("timex %v is not at %d–%d", expression["text"], start, end)
		}
	}
	visit(got, func(path string, value map[string]any) {
		if _, ok := value["docStart"]; ok {
			checkAnchor(t, path, value, text, starts)
		}
	}, func(path string) {
		t.Errorf("%s is null", path)
	}, "")
}

func checkAnchor(t *testing.T, path string, a map[string]any, text []rune, starts map[string]int) {
	t.Helper()
	start, end := number(a["docStart"]), number(a["docEnd"])
	if start < 0 || end > len(text) || start >= end {
		t.Errorf("%s: %d–%d is no range of a text of %d code points", path, start, end, len(text))
		return
	}
	exact, prefix, suffix := a["exact"].(string), a["prefix"].(string), a["suffix"].(string)
	if got := string(text[start:end]); got != exact {
		t.Errorf("%s: the text has %q, the anchor %q", path, got, exact)
	}
	if !strings.HasSuffix(string(text[:start]), prefix) || !strings.HasPrefix(string(text[end:]), suffix) {
		t.Errorf("%s: prefix %q or suffix %q does not stand around %q", path, prefix, suffix, exact)
	}
	base := starts[a["section"].(string)]
	if number(a["start"]) != start-base || number(a["end"]) != end-base {
		t.Errorf("%s: %v–%v in section %v does not fit %d–%d", path, a["start"], a["end"], a["section"], start, end)
	}
}

// visit calls object for every JSON object and null for every null below value.
func visit(value any, object func(string, map[string]any), null func(string), path string) {
	switch v := value.(type) {
	case nil:
		null(path)
	case map[string]any:
		object(path, v)
		for name, inner := range v {
			visit(inner, object, null, path+"."+name)
		}
	case []any:
		for i, inner := range v {
			visit(inner, object, null, fmt.Sprintf("%s[%d]", path, i))
		}
	}
}

func list(t *testing.T, value map[string]any, name string) []any {
	t.Helper()
	l, ok := value[name].([]any)
	if !ok {
		t.Errorf("%s is %v, not a list", name, value[name])
	}
	return l
}

func number(value any) int {
	n, ok := value.(float64)
	if !ok {
		return -1
	}
	return int(n)
}
