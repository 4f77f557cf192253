// Train learns the tagger's model from corpora and writes it:
//
//	go run ./briefings/extract/names/train [-shared ../shared] [-o FILE] [CORPUS...]
//
// A corpus is a file of JSON lines as nerscore reads them. Without one, every
// corpus that is free to train on is taken (see NOTICE). The same corpora give
// the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"dossier/briefings/corpustest"
	"dossier/briefings/extract/names/linear"
)

func main() {
	shared := flag.String("shared", corpustest.Dir(), "folder that holds corpora")
	out := flag.String("o", filepath.Join("briefings", "extract", "names", "model.bin"), "where the model goes")
	skip := flag.String("skip", "", "leave out documents: K/N is every N-th from the K-th on of re3d and gold, or a file's name")
	epochs := flag.Int("epochs", 8, "passes over the examples in a run")
	runs := flag.Int("runs", 3, "models that are averaged")
	drop := flag.Float64("drop", 0.07, "least weight that is kept")
	verbose := flag.Bool("v", false, "tell how it goes")
	flag.Parse()
	options := linear.Options{Epochs: *epochs, Runs: *runs, Seed: 1, Least: 2, Dropout: 0.2, Margin: 3, Drop: float32(*drop)}
	if *verbose {
		options.Report = func(epoch, wrong int) { fmt.Fprintf(os.Stderr, "epoch %d: %d sentences wrong\n", epoch, wrong) }
	}
	if err := run(*shared, *out, *skip, flag.Args(), options); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(shared, out, skip string, files []string, options linear.Options) error {
	corpora, err := choose(shared, files, skip)
	if err != nil {
		return err
	}
	var examples []linear.Example
	for _, c := range corpora {
		docs, err := c.read()
		if err != nil {
			return err
		}
		for i := range docs {
			for range c.weight {
				examples = c.examples(&docs[i], examples)
			}
		}
	}
	if len(examples) == 0 {
		return fmt.Errorf("there is nothing to learn from: name a corpus or the folder that holds them with -shared")
	}
	model := linear.Train(examples, options)
	fmt.Fprintf(os.Stderr, "%d sentences of %d corpora, %d bytes\n", len(examples), len(corpora), len(model))
	return os.WriteFile(out, model, 0o644)
}
