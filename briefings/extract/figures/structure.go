package main

import (
	"encoding/json"
	"io"
	"os"

	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

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
