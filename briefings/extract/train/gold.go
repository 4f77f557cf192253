package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// gold is what is read of a file of annotations.
type gold struct {
	Limits    []struct{ Quote, Transfer string }
	Questions []struct {
		Quote string
		Kinds []string
	}
}

// passage is an annotated one: its words, and what they tell.
type passage struct {
	quote string
	tells []string
}

func (g *gold) limits() (out []passage) {
	for _, l := range g.Limits {
		out = append(out, passage{l.Quote, []string{l.Transfer}})
	}
	return out
}

func (g *gold) questions() (out []passage) {
	for _, q := range g.Questions {
		out = append(out, passage{q.Quote, q.Kinds})
	}
	return out
}

// document is a text with what is known of its sentences.
type document struct {
	name      string
	group     group
	sentences []sentence
}

// group says what the rules know of a document.
type group struct {
	name string
	// fresh texts were annotated without the rules and read by none who wrote
	// them: only of these is learnt how much a cue is worth and how frequent
	// what is looked for is.
	fresh bool
}

type sentence struct {
	text     string
	features []string
	is       bool     // it is annotated
	tells    []string // what the annotation says of it
	found    bool     // the program proposes it
}

// corpora are the folders that are learnt from.
type corpora struct {
	shared  string   // the shared folder
	extract string   // the folder of the package
	known   []string // folders of texts and gold that rules were written with in view
	fresh   []string // such folders that they were not
}

// folder is where documents of a group stand.
type folder struct {
	group group
	paths []string
}

// read reads all documents.
func (c corpora) read(l learner) ([]document, error) {
	own := filepath.Join(c.extract, "testdata")
	folders := []folder{
		{group{name: "shared"}, []string{filepath.Join(c.shared, "corpora", "briefings")}},
		{group{name: "own"}, []string{filepath.Join(own, "own"), filepath.Join(own, "held"), filepath.Join(own, "forms"), filepath.Join(own, "forms-held")}},
		{group{name: "known"}, c.known},
	}
	for i, path := range c.fresh {
		folders = append(folders, folder{group{name: fmt.Sprint("fresh-", i+1), fresh: true}, []string{path}})
	}
	var docs []document
	for _, f := range folders {
		for _, path := range f.paths {
			of, err := annotated(l, f.group, path)
			if err != nil {
				return nil, err
			}
			docs = append(docs, of...)
		}
	}
	sentences, err := single(l, filepath.Join(own, "sentences-en.txt"))
	if err != nil {
		return nil, err
	}
	docs = append(docs, sentences)
	return l.addOthers(docs, c.shared)
}

// annotated reads a folder with texts and gold.
func annotated(l learner, of group, folder string) ([]document, error) {
	texts, err := filepath.Glob(filepath.Join(folder, "texts", "*.txt"))
	if err == nil && len(texts) == 0 {
		err = fmt.Errorf("%s has no texts/*.txt", folder)
	}
	if err != nil {
		return nil, err
	}
	var docs []document
	for _, path := range texts {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		data, err := os.ReadFile(filepath.Join(folder, "gold", name+".json"))
		if err != nil {
			return nil, err
		}
		var g gold
		if err := json.Unmarshal(data, &g); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		d, err := readDocument(l, of, path, l.passages(&g))
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// single reads sentences that stand for themselves: a line for each, what it is
// (its letters) before a tab.
func single(l learner, path string) (document, error) {
	d := document{name: filepath.Base(path), group: group{name: "sentences"}}
	data, err := os.ReadFile(path)
	if err != nil {
		return d, err
	}
	for line := range strings.Lines(string(data)) {
		is, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		s, err := source("# A title\n\n## A section\n\n"+text, intake.Options{Format: briefings.FormatMarkdown})
		if err != nil {
			return d, err
		}
		for _, e := range l.examples(s) {
			d.sentences = append(d.sentences, sentence{text: text, features: e.Features, is: strings.Contains(is, l.letter)})
		}
	}
	return d, nil
}

// addOthers adds texts on other matters.
func (l learner) addOthers(docs []document, shared string) ([]document, error) {
	for _, o := range l.without {
		files, err := filepath.Glob(filepath.Join(shared, "corpora", "headings", o.files))
		if err != nil {
			return nil, err
		}
		for i, path := range files {
			name := filepath.Base(path)
			if i%o.every != 0 || slices.Contains(o.but, name) || slices.ContainsFunc(docs, func(d document) bool { return d.name == name }) {
				continue
			}
			d, err := readDocument(l, group{name: "others"}, path, nil)
			if err != nil {
				return nil, err
			}
			d.sentences = slices.DeleteFunc(d.sentences, func(s sentence) bool { return slices.Contains(s.features, o.unmarked) })
			docs = append(docs, d)
		}
	}
	return docs, nil
}

func source(text string, options intake.Options) (*extract.Source, error) {
	options.Now = time.Unix(0, 0)
	doc, err := intake.Read([]byte(text), options)
	if err != nil {
		return nil, err
	}
	return extract.NewSource(&doc.Revision, doc.Meta), nil
}

func readDocument(l learner, of group, path string, passages []passage) (document, error) {
	d := document{name: filepath.Base(path), group: of}
	data, err := os.ReadFile(path)
	if err != nil {
		return d, err
	}
	s, err := source(string(data), intake.Options{Source: path})
	if err != nil {
		return d, err
	}
	var annotated, found []extract.Span
	for _, p := range passages {
		span := place(s.Text, p.quote)
		if span.End == 0 {
			return d, fmt.Errorf("%s: not in the text: %s", d.name, p.quote)
		}
		annotated = append(annotated, span)
	}
	for _, a := range l.found(s) {
		found = append(found, extract.Span{Start: s.Byte(a.DocStart), End: s.Byte(a.DocEnd)})
	}
	for _, e := range l.examples(s) {
		one := sentence{text: s.Words(e.Span), features: e.Features, is: meets(e.Span, annotated), found: meets(e.Span, found)}
		for i, a := range annotated {
			if meets(e.Span, []extract.Span{a}) {
				one.tells = append(one.tells, passages[i].tells...)
			}
		}
		d.sentences = append(d.sentences, one)
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

// place finds a quotation in a text, whatever blanks and bars of tables stand in
// either.
func place(text, quote string) extract.Span {
	if at := strings.Index(text, quote); at >= 0 {
		return extract.Span{Start: at, End: at + len(quote)}
	}
	words := strings.FieldsFunc(quote, func(r rune) bool { return unicode.IsSpace(r) || r == '|' })
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
