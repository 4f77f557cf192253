package command_test

import (
	"encoding/json"
	"errors"
	"os/exec"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// status runs a command and checks its exit status, which "exec" does not tell:
//
//	status 3 dossier show no-such-briefing
//
// "any" takes every status.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command...")
	}
	want, err := strconv.Atoi(args[0])
	if args[0] != "any" {
		ts.Check(err)
	}
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want && args[0] != "any" {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// writeBytes writes a file from a Go string, for bytes that a script cannot
// hold; a number in front repeats it:
//
//	bytes latin.txt "caf\xe9\n"
//	bytes large.txt 3000000 "words "
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: bytes FILE [TIMES] GO-STRING")
	}
	text, err := strconv.Unquote(`"` + args[len(args)-1] + `"`)
	ts.Check(err)
	if len(args) == 3 {
		times, err := strconv.Atoi(args[1])
		ts.Check(err)
		text = strings.Repeat(text, times)
	}
	ts.Check(writeFile(ts.MkAbs(args[0]), text))
}

// queryJSON looks into the JSON on standard output by a path of names and
// numbers; "*" collects from every element of a list, "len" counts one. The
// result is compared with the words that follow:
//
//	json sections.len 8
//	json briefings.*.slug  one two
func queryJSON(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 1 {
		ts.Fatalf("usage: json PATH WORDS...")
	}
	got := found(ts, args[0])
	if want := strings.Join(args[1:], " "); (got == want) == neg {
		ts.Fatalf("%s is %q, want %q (or not, with !)", args[0], got, want)
	}
}

// replaceIn replaces words in a file, as an editor does; NEW is a Go string:
//
//	replace OLD NEW FILE
func replaceIn(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace OLD NEW FILE")
	}
	text := ts.ReadFile(args[2])
	if !strings.Contains(text, args[0]) {
		ts.Fatalf("%s does not hold %q", args[2], args[0])
	}
	put, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(writeFile(ts.MkAbs(args[2]), strings.ReplaceAll(text, args[0], put)))
}

// deleteRecord takes a record out of a file of briefing Markdown, as an editor does:
//
//	delete q-site FILE
func deleteRecord(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: delete HANDLE FILE")
	}
	var kept []string
	inside, found := false, false
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		switch {
		case strings.HasSuffix(line, " ^"+args[0]+"\n"):
			inside, found = true, true
		case strings.TrimSpace(line) != "" && line[0] != ' ':
			inside = false
		}
		if !inside {
			kept = append(kept, line)
		}
	}
	if !found {
		ts.Fatalf("%s has no %s", args[1], args[0])
	}
	ts.Check(writeFile(ts.MkAbs(args[1]), strings.Join(kept, "")))
}

// letJSON puts what a path of the JSON on standard output leads to into a
// variable of the script:
//
//	let HANDLE limits.0.handle
func letJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: let NAME PATH")
	}
	ts.Setenv(args[0], found(ts, args[1]))
}

func found(ts *testscript.TestScript, path string) string {
	var value any
	if err := json.Unmarshal([]byte(ts.ReadFile("stdout")), &value); err != nil {
		ts.Fatalf("standard output is no JSON: %v", err)
	}
	return strings.Join(lookup(value, strings.Split(path, ".")), " ")
}

func lookup(value any, path []string) []string {
	if len(path) == 0 || path[0] == "" {
		return []string{printed(value)}
	}
	switch v := value.(type) {
	case map[string]any:
		inner, ok := v[path[0]]
		if !ok {
			return []string{"(absent)"}
		}
		return lookup(inner, path[1:])
	case []any:
		switch {
		case path[0] == "len":
			return []string{strconv.Itoa(len(v))}
		case path[0] == "*":
			var all []string
			for _, e := range v {
				all = append(all, lookup(e, path[1:])...)
			}
			return all
		}
		if i, err := strconv.Atoi(path[0]); err == nil && i < len(v) {
			return lookup(v[i], path[1:])
		}
	}
	return []string{"(absent)"}
}

func printed(value any) string {
	if text, ok := value.(string); ok {
		return text
	}
	out, err := json.Marshal(value)
	if err != nil {
		return err.Error()
	}
	return string(out)
}
