// Train learns what signs and words of limits and of open questions are worth
// together, and writes the weights that the extractors use:
//
//	go run ./briefings/extract/train [-shared ../shared] [-known DIR,…] [-fresh DIR,…] [-check [-errors]]
//
// It learns from the shared gold briefings, from our own annotated documents and
// sentences in testdata, from text on other matters, and from further folders
// with texts and gold: those that rules were written with in view (-known) and
// those that they were not (-fresh). With -check it writes nothing and prints
// what it would find in documents that it did not learn from: a tenth of them is
// left out at a time. The same inputs give the same files.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dossier/briefings/corpustest"
)

func main() {
	shared := flag.String("shared", corpustest.Dir(), "folder that holds corpora and tools")
	extract := flag.String("extract", filepath.Join("briefings", "extract"), "folder of the package extract: own documents in, weights out")
	known := flag.String("known", "", "further folders of texts and gold, parted by commas")
	fresh := flag.String("fresh", "", "such folders that no rule was written with in view")
	check := flag.Bool("check", false, "leave each document out once and print what is found in it")
	errors := flag.Bool("errors", false, "with -check, list the sentences of fresh texts that are got wrong")
	flag.Parse()
	c := corpora{*shared, *extract, list(*known), list(*fresh)}
	for _, l := range learners {
		if err := l.run(c, *check, *errors); err != nil {
			fmt.Fprintln(os.Stderr, "train:", err)
			os.Exit(1)
		}
	}
}

func list(folders string) []string {
	return strings.FieldsFunc(folders, func(r rune) bool { return r == ',' })
}
