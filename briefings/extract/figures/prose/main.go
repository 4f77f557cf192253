// Command prose marks names with github.com/jdkato/prose/v2, for comparison:
// it reads and prints JSON lines as nerscore reads them. It is a module of its
// own, so that the program does not depend on prose.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

type document struct {
	ID   string `json:"id"`
	Text string `json:"text,omitempty"`
	Ents []span `json:"ents"`
}

type span struct {
	S int    `json:"s"`
	E int    `json:"e"`
	T string `json:"t"`
}

var types = map[string]string{"PERSON": "PER", "GPE": "LOC", "ORG": "ORG", "ORGANIZATION": "ORG"}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "prose:", err)
		os.Exit(1)
	}
}

func run(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return err
		}
		tagged, err := prose.NewDocument(d.Text)
		if err != nil {
			return err
		}
		d.Ents = []span{}
		at := 0
		for _, e := range tagged.Entities() { // in order, without places
			i := strings.Index(d.Text[at:], e.Text)
			if i < 0 || types[e.Label] == "" {
				continue
			}
			at += i
			s := utf8.RuneCountInString(d.Text[:at])
			d.Ents = append(d.Ents, span{s, s + utf8.RuneCountInString(e.Text), types[e.Label]})
			at += len(e.Text)
		}
		d.Text = ""
		if err := out.Encode(d); err != nil {
			return err
		}
	}
	return lines.Err()
}
