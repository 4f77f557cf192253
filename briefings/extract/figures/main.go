// Figures measures the extractors on the shared corpora with the shared
// scorers and prints one table for each kind:
//
//	go run ./briefings/extract/figures [-shared ../shared] [KIND...]
//
// As "figures headings FILE" it prints the outline of one file, which is how
// headscore calls it.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"dossier/briefings/corpustest"
)

// figure is one table: what it is called and how it is measured. shared is the
// folder that holds corpora and tools.
type figure struct {
	kind    string
	measure func(w io.Writer, shared string) error
}

// figures are printed in this order.
var figures = []figure{
	{"structure", measureStructure},
	{"time", measureTime},
	{"ledger", measureLedger},
	{"names", measureNames},
}

func main() {
	shared := flag.String("shared", corpustest.Dir(), "folder that holds corpora and tools")
	flag.Parse()
	parts := map[string]func(io.Writer, string) error{"headings": headings, "first-article": firstArticle}
	if args := flag.Args(); len(args) == 2 && parts[args[0]] != nil {
		if err := parts[args[0]](os.Stdout, args[1]); err != nil {
			fmt.Fprintln(os.Stderr, "figures:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(os.Stdout, *shared, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "figures:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, shared string, kinds []string) error {
	if shared == "" {
		return fmt.Errorf("there is no folder with corpora; name it with -shared or %s", corpustest.Variable)
	}
	for _, f := range figures {
		if len(kinds) > 0 && !slices.Contains(kinds, f.kind) {
			continue
		}
		fmt.Fprintf(w, "%s\n%s\n\n", f.kind, strings.Repeat("-", len(f.kind)))
		if err := f.measure(w, shared); err != nil {
			return fmt.Errorf("%s: %w", f.kind, err)
		}
		fmt.Fprintln(w)
	}
	return nil
}
