// Rivals lets two other Go libraries read time expressions on the documents
// that timescore prints, so that all can be scored alike:
//
//	timescore text -gold DIR | go run . dateparser > system.jsonl
//	timescore text -gold DIR | go run . when       > system.jsonl
//
// It is a module of its own, so that neither comes into the program. Neither
// library tells the precision of a date in TIMEX3's terms: go-dateparser's
// period does, and for when the day is taken, which is what it resolves to.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	dateparser "github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-dateparser/date"
	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/common"
	"github.com/olebedev/when/rules/en"
)

type document struct{ Doc, DCT, Text string }

type expression struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

var rivals = map[string]func(document, time.Time) ([]expression, error){"dateparser": byDateparser, "when": byWhen}

func main() {
	if len(os.Args) != 2 || rivals[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: rivals dateparser|when < documents > expressions")
		os.Exit(2)
	}
	if err := run(os.Stdin, os.Stdout, rivals[os.Args[1]]); err != nil {
		fmt.Fprintln(os.Stderr, "rivals:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer, read func(document, time.Time) ([]expression, error)) error {
	documents, lines := json.NewDecoder(in), json.NewEncoder(out)
	for documents.More() {
		var d document
		if err := documents.Decode(&d); err != nil {
			return err
		}
		base, err := time.Parse(time.DateOnly, d.DCT)
		if err != nil {
			return err
		}
		found, err := read(d, base)
		if err != nil {
			return err
		}
		for _, e := range found {
			if err := lines.Encode(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// byDateparser searches each paragraph, since the search is meant for those.
func byDateparser(d document, base time.Time) ([]expression, error) {
	var out []expression
	at := 0
	cfg := &dateparser.Configuration{CurrentTime: base, Languages: []string{"en"}}
	for _, paragraph := range strings.SplitAfter(d.Text, "\n") {
		_, results, err := dateparser.Search(cfg, paragraph)
		if err != nil {
			results = nil // no language found: nothing read
		}
		from := 0
		for _, r := range results {
			i := strings.Index(paragraph[from:], r.Text)
			if i < 0 {
				continue
			}
			start := at + from + i
			out = append(out, expression{d.Doc, start, start + len(r.Text), "DATE", valueOf(r.Date)})
			from += i + len(r.Text)
		}
		at += len(paragraph)
	}
	return out, nil
}

func valueOf(d date.Date) string {
	switch d.Period {
	case date.Year:
		return d.Time.Format("2006")
	case date.Month:
		return d.Time.Format("2006-01")
	}
	return d.Time.Format(time.DateOnly)
}

// byWhen asks again behind each result, since one is given at a time.
func byWhen(d document, base time.Time) ([]expression, error) {
	parser := when.New(nil)
	parser.Add(en.All...)
	parser.Add(common.All...)
	var out []expression
	at := 0
	for _, paragraph := range strings.SplitAfter(d.Text, "\n") {
		for from := 0; ; {
			r, err := parser.Parse(paragraph[from:], base)
			if err != nil || r == nil || r.Text == "" {
				break
			}
			start := at + from + r.Index
			out = append(out, expression{d.Doc, start, start + len(r.Text), "DATE", r.Time.Format(time.DateOnly)})
			from += r.Index + len(r.Text)
		}
		at += len(paragraph)
	}
	return out, nil
}
