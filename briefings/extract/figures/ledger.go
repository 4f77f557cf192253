package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// measureLedger scores limits and open questions on the gold briefings, and
// measures how fast both are read.
func measureLedger(w io.Writer, shared string) error {
	dir, err := os.MkdirTemp("", "figures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := goldTable(w, shared, dir, "limits and questions", "limits,questions"); err != nil {
		return err
	}
	texts, err := goldTexts(shared)
	if err != nil {
		return err
	}
	return ledgerSpeed(w, texts)
}

// ledgerSpeed prints how many megabytes a second each of the two reads: the
// best of several rounds over all texts, sources prepared beforehand.
func ledgerSpeed(w io.Writer, texts []string) error {
	size := 0
	var sources []*extract.Source
	for _, path := range texts {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		doc, err := intake.Read(data, intake.Options{Source: path})
		if err != nil {
			return err
		}
		s := extract.NewSource(&doc.Revision, doc.Meta)
		size += len(s.Text)
		sources = append(sources, s)
	}
	for _, f := range []struct {
		name string
		run  func(*extract.Source)
	}{
		{"limits", func(s *extract.Source) { extract.Limits(s, nil) }},
		{"questions", func(s *extract.Source) { extract.Questions(s, nil, nil) }},
	} {
		fmt.Fprintf(w, "reading %s: %.1f MB/s on one core\n", f.name, float64(size)/1e6/bestOf(func() {
			for _, s := range sources {
				f.run(s)
			}
		}).Seconds())
	}
	return nil
}

// bestOf returns the shortest of several runs: what the work takes when nothing
// else is in its way.
func bestOf(run func()) time.Duration {
	const rounds = 40
	best := time.Duration(0)
	for round := range rounds {
		start := time.Now()
		run()
		if took := time.Since(start); round == 0 || took < best {
			best = took
		}
	}
	return best
}
