package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// goldFile is what a gold briefing says of actors.
type goldFile struct {
	Actors []struct {
		Name    string
		Kind    string
		Aliases []string
	}
}

// readGold makes documents of the gold briefings' actors. Their files list
// names, not places: each occurrence of an alias as a word is a name of its
// type, the longest first; capitalised words elsewhere are left open.
func (c *corpus) readGold() ([]document, error) {
	files, err := filepath.Glob(filepath.Join(c.path, "gold", "*.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []document
	for i, path := range files {
		if c.skip.leavesOut(i) {
			continue
		}
		name := strings.TrimSuffix(filepath.Base(path), ".json")
		text, err := os.ReadFile(filepath.Join(c.path, "texts", name+".txt"))
		if err != nil {
			return nil, err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var gold goldFile
		if err := json.Unmarshal(data, &gold); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, document{ID: name, Text: string(text), Ents: gold.occurrences(string(text))})
	}
	return out, nil
}

var goldTypes = map[string]string{"state": "LOC", "place": "LOC", "organization": "ORG", "group": "ORG", "person": "PER", "system": "SYS"}

func (g *goldFile) occurrences(text string) []entity {
	type alias struct{ text, kind string }
	var aliases []alias
	for _, a := range g.Actors {
		for _, form := range append(a.Aliases, a.Name) {
			aliases = append(aliases, alias{form, goldTypes[a.Kind]})
		}
	}
	slices.SortStableFunc(aliases, func(a, b alias) int { return len(b.text) - len(a.text) })
	taken := make([]bool, len(text))
	var out []entity
	for _, a := range aliases {
		for at := 0; a.text != ""; {
			i := strings.Index(text[at:], a.text)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(a.text)
			if taken[start] || taken[at-1] || !apart(text, start, at) {
				continue
			}
			for k := start; k < at; k++ {
				taken[k] = true
			}
			s := utf8.RuneCountInString(text[:start])
			out = append(out, entity{S: s, E: s + utf8.RuneCountInString(a.text), T: a.kind})
		}
	}
	slices.SortFunc(out, func(a, b entity) int { return a.S - b.S })
	return out
}

// apart says whether text[start:end] begins and ends at the edges of words.
func apart(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return (start == 0 || !word(before)) && (end == len(text) || !word(after))
}
