// Train learns what signs of limits and of open questions are worth together,
// and writes the weights that the extractors use:
//
//	go run ./briefings/extract/train [-shared ../shared]
//
// It learns from the gold briefings, from our own annotated documents in
// testdata/own, and, as text without a limit, from web posts on other matters.
// It prints what it would find in documents that it did not learn from: each is
// left out once. The same inputs give the same file.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"dossier/briefings/corpustest"
)

func main() {
	shared := flag.String("shared", corpustest.Dir(), "folder that holds corpora and tools")
	extract := flag.String("extract", filepath.Join("briefings", "extract"), "folder of the package extract: own documents in, weights out")
	check := flag.Bool("check", true, "leave each document out once and print what is found in it")
	flag.Parse()
	for _, l := range learners {
		if err := l.run(*shared, *extract, *check); err != nil {
			fmt.Fprintln(os.Stderr, "train:", err)
			os.Exit(1)
		}
	}
}
