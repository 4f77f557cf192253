package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"dossier/briefings/edtf"
	"dossier/briefings/extract/timex"
)

// measureTime scores time expressions on the narratives of WikiWars, on the
// sentences of Recognizers-Text, and the timeline on the gold briefings.
func measureTime(w io.Writer, shared string) error {
	dir, err := os.MkdirTemp("", "figures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := wikiwars(w, shared, dir); err != nil {
		return err
	}
	if err := recognizers(w, shared); err != nil {
		return err
	}
	return goldTable(w, shared, dir, "timeline", "events")
}

// expression is one line of what timescore reads.
type expression struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

func wikiwars(w io.Writer, shared, dir string) error {
	score, err := tool(shared, "timescore", dir)
	if err != nil {
		return err
	}
	gold := filepath.Join(shared, "corpora", "time", "wikiwars")
	texts, err := exec.Command(score, "text", "-gold", gold).Output()
	if err != nil {
		return fmt.Errorf("timescore text: %w", err)
	}
	var system bytes.Buffer
	size, spent, allocated := 0, time.Duration(0), uint64(0)
	documents := json.NewDecoder(bytes.NewReader(texts))
	for documents.More() {
		var d struct{ Doc, DCT, Text string }
		if err := documents.Decode(&d); err != nil {
			return err
		}
		reading, took, bytes, err := timed(d.Text, d.DCT)
		if err != nil {
			return err
		}
		size, spent, allocated = size+len(d.Text), spent+took, allocated+bytes
		lines := json.NewEncoder(&system)
		for _, e := range reading.Expressions {
			if err := lines.Encode(expression{d.Doc, e.Start, e.End, e.Type().String(), e.Value}); err != nil {
				return err
			}
		}
	}
	file := filepath.Join(dir, "system.jsonl")
	if err := os.WriteFile(file, system.Bytes(), 0o600); err != nil {
		return err
	}
	out, err := exec.Command(score, "score", "-gold", gold, "-sys", file).CombinedOutput()
	fmt.Fprintf(w, "WikiWars, training part (narrative)\n\n%s\n", out)
	fmt.Fprintf(w, "speed: %.1f MB/s on one core, %.2f bytes allocated for a byte of text\n\n",
		float64(size)/1e6/spent.Seconds(), float64(allocated)/float64(size))
	if err != nil {
		return err
	}
	return others(w, score, gold, dir, texts)
}

// others scores two other Go libraries on the same texts. They are a module of
// their own; where it cannot be built, for want of a network, that is said.
func others(w io.Writer, score, gold, dir string, texts []byte) error {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return fmt.Errorf("finding the module: %w", err)
	}
	program := filepath.Join(dir, "rivals")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = filepath.Join(strings.TrimSpace(string(root)), "briefings", "extract", "figures", "rivals")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(w, "go-dateparser and when: not measured, they could not be built: %s\n", bytes.TrimSpace(out))
		return nil
	}
	for _, name := range []string{"dateparser", "when"} {
		read := exec.Command(program, name)
		read.Stdin = bytes.NewReader(texts)
		found, err := read.Output()
		if err != nil {
			return fmt.Errorf("running %s: %w", name, err)
		}
		file := filepath.Join(dir, name+".jsonl")
		if err := os.WriteFile(file, found, 0o600); err != nil {
			return err
		}
		out, err := exec.Command(score, "score", "-gold", gold, "-sys", file).CombinedOutput()
		if err != nil {
			return fmt.Errorf("scoring %s: %w: %s", name, err, out)
		}
		fmt.Fprintf(w, "the same by %s\n\n%s\n", name, out)
	}
	return nil
}

// timed reads a text several times and returns the fastest.
func timed(text, reference string) (reading *timex.Reading, took time.Duration, allocated uint64, err error) {
	date, err := edtf.Parse(reference)
	if err != nil {
		return nil, 0, 0, err
	}
	var before, after runtime.MemStats
	for round := range 25 {
		runtime.ReadMemStats(&before)
		start := time.Now()
		if reading, err = timex.Read(text, timex.Options{Reference: date}); err != nil {
			return nil, 0, 0, err
		}
		if t := time.Since(start); round == 0 || t < took {
			took = t
		}
		runtime.ReadMemStats(&after)
		allocated = after.TotalAlloc - before.TotalAlloc
	}
	return reading, took, allocated, nil
}
