package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// headingFolders are the folders of documents with known headings, and which
// files of them count.
var headingFolders = []struct{ title, folder, files string }{
	{"CRS products as pasted from the page", "crs", "*"},
	{"of these In Focus", "crs", "IF*"},
	{"DigitalGov, lines with a blank one now and then", "digitalgov-mixed", "*"},
	{"DigitalGov, wrapped at 72 columns", "digitalgov-wrap", "*"},
}

// measureStructure scores headings on the headings corpora, and sections and
// references on the gold briefings.
func measureStructure(w io.Writer, shared string) error {
	dir, err := os.MkdirTemp("", "figures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := measureHeadings(w, shared, dir); err != nil {
		return err
	}
	return goldTable(w, shared, dir, "sections and references", "sections,references")
}

// measureHeadings runs headscore with this very program as the one to score.
func measureHeadings(w io.Writer, shared, dir string) error {
	score, err := tool(shared, "headscore", dir)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for i, f := range headingFolders {
		folder := filepath.Join(dir, fmt.Sprint("headings", i))
		texts, err := selectFiles(filepath.Join(shared, "corpora", "headings", f.folder), f.files, folder)
		if err != nil {
			return err
		}
		out, err := exec.Command(score, "score", "-cmd", self+" headings", folder).CombinedOutput()
		if err != nil {
			return fmt.Errorf("headscore: %w: %s", err, out)
		}
		line := string(out)
		if at := strings.LastIndex(line, "first="); at > 0 {
			line = line[:at] // how fast headscore can start a program
		}
		speed, err := intakeSpeed(texts)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\n  %s\n  finding headings %.1f MB/s on one core\n\n", f.title, strings.TrimSpace(line), speed)
	}
	return nil
}

// selectFiles links the files of a corpus that count into a folder of their own
// and returns the texts.
func selectFiles(corpus, pattern, folder string) (texts []string, err error) {
	if err := os.Mkdir(folder, 0o700); err != nil {
		return nil, err
	}
	golds, err := filepath.Glob(filepath.Join(corpus, pattern+".gold.json"))
	if err != nil {
		return nil, err
	}
	for _, gold := range golds {
		text := strings.TrimSuffix(gold, ".gold.json") + ".txt"
		for _, file := range []string{gold, text} {
			target, err := filepath.Abs(file)
			if err != nil {
				return nil, err
			}
			if err := os.Symlink(target, filepath.Join(folder, filepath.Base(file))); err != nil {
				return nil, err
			}
		}
		data, err := os.ReadFile(text)
		if err != nil {
			return nil, err
		}
		texts = append(texts, string(data))
	}
	return texts, nil
}

// intakeSpeed returns how many megabytes of plain text a second become
// CommonMark with its headings marked: the best of several rounds.
func intakeSpeed(texts []string) (float64, error) {
	const rounds = 8
	size, best := 0, time.Duration(0)
	for _, text := range texts {
		size += len(text)
	}
	if size == 0 {
		return 0, fmt.Errorf("no texts to measure on")
	}
	for round := range rounds {
		start := time.Now()
		for _, text := range texts {
			intake.FromText(text)
		}
		if took := time.Since(start); round == 0 || took < best {
			best = took
		}
	}
	return float64(size) / 1e6 / best.Seconds(), nil
}

// outline is what headscore reads of a program.
type outline struct {
	Title    string        `json:"title"`
	Headings []headingText `json:"headings"`
}

type headingText struct {
	Text string `json:"text"`
}

// headings prints the outline of a file as headscore wants it.
func headings(w io.Writer, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	doc, err := intake.Read(data, intake.Options{Source: path})
	if err != nil {
		return err
	}
	out := outline{Title: doc.Revision.Title(), Headings: []headingText{}}
	for _, s := range extract.Sections(&doc.Revision) {
		if s.Title != "" {
			out.Headings = append(out.Headings, headingText{s.Title})
		}
	}
	return json.NewEncoder(w).Encode(out)
}
