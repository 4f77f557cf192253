package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// gold is what is read of a file of annotations.
type gold struct {
	Limits, Questions []struct{ Quote string }
}

func (g *gold) limits() (out []string) {
	for _, l := range g.Limits {
		out = append(out, l.Quote)
	}
	return out
}

func (g *gold) questions() (out []string) {
	for _, q := range g.Questions {
		out = append(out, q.Quote)
	}
	return out
}

// document is a text with what is known of its sentences.
type document struct {
	name      string
	group     string // the folder it comes from
	sentences []sentence
}

type sentence struct {
	features []string
	is       bool // it is annotated
	found    bool // the program proposes it
}

// read reads all documents; check says that what the program finds is wanted
// too, for which it needs weights that fit its signs.
func read(l learner, shared, folder string, check bool) ([]document, error) {
	var docs []document
	for _, group := range []struct{ name, path string }{
		{"gold", filepath.Join(shared, "corpora", "briefings")},
		{"own", filepath.Join(folder, "testdata", "own")},
	} {
		texts, err := filepath.Glob(filepath.Join(group.path, "texts", "*.txt"))
		if err != nil {
			return nil, err
		}
		for _, path := range texts {
			name := strings.TrimSuffix(filepath.Base(path), ".txt")
			data, err := os.ReadFile(filepath.Join(group.path, "gold", name+".json"))
			if err != nil {
				return nil, err
			}
			var g gold
			if err := json.Unmarshal(data, &g); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			d, err := readDocument(l, path, group.name, l.quotes(&g), check)
			if err != nil {
				return nil, err
			}
			docs = append(docs, d)
		}
	}
	for _, o := range l.without {
		files, err := filepath.Glob(filepath.Join(shared, "corpora", "headings", o.files))
		if err != nil {
			return nil, err
		}
		for i, path := range files {
			name := strings.TrimSuffix(filepath.Base(path), ".txt")
			if i%o.every != 0 || slices.Contains(o.but, name) || slices.ContainsFunc(docs, func(d document) bool { return d.name == name+".txt" }) {
				continue
			}
			d, err := readDocument(l, path, "others", nil, check)
			if err != nil {
				return nil, err
			}
			docs = append(docs, d)
		}
	}
	return docs, nil
}

func readDocument(l learner, path, group string, quotes []string, check bool) (document, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return document{}, err
	}
	doc, err := intake.Read(data, intake.Options{Source: path, Now: time.Unix(0, 0)})
	if err != nil {
		return document{}, err
	}
	s := extract.NewSource(&doc.Revision, doc.Meta)
	d := document{name: filepath.Base(path), group: group}
	var annotated, found []extract.Span
	for _, quote := range quotes {
		span := place(s.Text, quote)
		if span.End == 0 {
			return d, fmt.Errorf("%s: not in the text: %s", d.name, quote)
		}
		annotated = append(annotated, span)
	}
	if check {
		for _, a := range l.found(s) {
			found = append(found, extract.Span{Start: s.Byte(a.DocStart), End: s.Byte(a.DocEnd)})
		}
	}
	for _, e := range l.examples(s) {
		d.sentences = append(d.sentences, sentence{e.Features, meets(e.Span, annotated), meets(e.Span, found)})
	}
	return d, nil
}

// meets says whether a span shares half of itself with one of others, or half
// of that one.
func meets(span extract.Span, others []extract.Span) bool {
	return slices.ContainsFunc(others, func(o extract.Span) bool {
		return 2*(min(span.End, o.End)-max(span.Start, o.Start)) >= min(span.End-span.Start, o.End-o.Start)
	})
}

// place finds a quotation in a text, whatever blanks stand in either.
func place(text, quote string) extract.Span {
	if at := strings.Index(text, quote); at >= 0 {
		return extract.Span{Start: at, End: at + len(quote)}
	}
	words := strings.Fields(quote)
	for from := 0; ; {
		at := strings.Index(text[from:], words[0])
		if at < 0 {
			return extract.Span{}
		}
		start, end := from+at, from+at
		for _, w := range words {
			end += len(text[end:]) - len(strings.TrimLeft(text[end:], " \n\t\u00a0"))
			if !strings.HasPrefix(text[end:], w) {
				end = 0
				break
			}
			end += len(w)
		}
		if end > 0 {
			return extract.Span{Start: start, End: end}
		}
		from = start + 1
	}
}
