package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// tool builds a shared scorer and returns the path of the program.
func tool(shared, name, dir string) (string, error) {
	program := filepath.Join(dir, name)
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = filepath.Join(shared, "tools", name)
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building %s: %w: %s", name, err, out)
	}
	return program, nil
}

// goldTexts lists the texts of the gold briefings.
func goldTexts(shared string) ([]string, error) {
	return filepath.Glob(filepath.Join(shared, "corpora", "briefings", "texts", "*.txt"))
}

// goldTable scores kinds of records, parted by commas, on the gold briefings.
func goldTable(w io.Writer, shared, dir, title, kinds string) error {
	score, err := tool(shared, "goldscore", dir)
	if err != nil {
		return err
	}
	texts, err := goldTexts(shared)
	if err != nil {
		return err
	}
	for _, path := range texts {
		if err := inspect(path, dir); err != nil {
			return err
		}
	}
	corpus := filepath.Join(shared, "corpora", "briefings")
	out, err := exec.Command(score, "-kind", kinds, "-sys", dir, filepath.Join(corpus, "gold"), filepath.Join(corpus, "texts")).CombinedOutput()
	if err != nil {
		return fmt.Errorf("goldscore: %w: %s", err, out)
	}
	fmt.Fprintf(w, "Gold briefings, %s\n\n%s", title, out)
	return nil
}

// document takes a text in.
func document(path string) (intake.Document, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return intake.Document{}, err
	}
	return intake.Read(data, intake.Options{Source: filepath.Base(path)})
}

// inspect writes what goldscore reads of a document.
func inspect(path, dir string) error {
	doc, err := document(path)
	if err != nil {
		return err
	}
	out, err := json.Marshal(struct {
		briefings.Briefing
		Text string `json:"text"`
	}{extract.All(&doc.Revision, doc.Meta), doc.Revision.Text()})
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(path), ".txt") + ".json"
	return os.WriteFile(filepath.Join(dir, name), out, 0o600)
}
