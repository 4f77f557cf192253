// Mutations measures how passages are found again: it edits the documents of the
// shared corpora in known ways and says of each anchor whether it was placed
// where its words went.
//
//	go run ./briefings/revise/mutations [-shared ../shared] [-texts GLOB] [-half 1] [-anchors 40] [-seed 1] [-seeds 1] [-show]
//
// The edits are made to about one sentence in ten. "WRONG" is the figure that
// counts: anchors that were placed in silence on another passage. It has to be
// zero. Placements whose margin is narrow are told to be guesses ("told", and "amiss"
// where they are on another passage).
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"text/tabwriter"

	"dossier/briefings"
	"dossier/briefings/corpustest"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

func main() {
	shared := flag.String("shared", corpustest.Dir(), "folder that holds the corpora")
	anchors := flag.Int("anchors", 40, "anchors for each document and kind of edit; 0 for one on every sentence")
	seed := flag.Uint64("seed", 1, "of the random edits")
	seeds := flag.Uint64("seeds", 1, "how many seeds, from that one on")
	glob := flag.String("texts", "", "plain texts below the folder instead of the usual ones, such as corpora/headings/digitalgov-mixed/*.txt")
	half := flag.Int("half", 0, "1 or 2 for every other document only: one half to develop on, one to judge by")
	show := flag.Bool("show", false, "print what was placed wrongly or missed")
	flag.Parse()
	if *glob != "" {
		texts = []string{*glob}
	}
	if err := run(os.Stdout, *shared, *half, *anchors, *seed, *seeds, *show); err != nil {
		fmt.Fprintln(os.Stderr, "mutations:", err)
		os.Exit(1)
	}
}

// texts are the folders whose plain texts are edited.
var texts = []string{"corpora/briefings/texts/*.txt", "corpora/headings/crs/*.txt", "samples/*.txt"}

func run(w io.Writer, shared string, half, anchors int, seed, seeds uint64, show bool) error {
	if shared == "" {
		return fmt.Errorf("there is no folder with corpora; name it with -shared or %s", corpustest.Variable)
	}
	var sources []*extract.Source
	for _, pattern := range texts {
		names, err := filepath.Glob(filepath.Join(shared, pattern))
		if err != nil {
			return err
		}
		for i, name := range names {
			if half > 0 && i%2 != half-1 {
				continue
			}
			s, err := prepare(name)
			if err != nil {
				return err
			}
			if len(s.Sentences) > 0 {
				sources = append(sources, s)
			}
		}
	}
	if len(sources) == 0 {
		return fmt.Errorf("no texts under %s", shared)
	}
	return measure(w, sources, anchors, seed, seeds, show)
}

func prepare(name string) (*extract.Source, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	doc, err := intake.Read(data, intake.Options{Source: name})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	doc.Revision.Number = 1
	return extract.NewSource(&doc.Revision, doc.Meta), nil
}

func measure(w io.Writer, sources []*extract.Source, anchors int, seed, seeds uint64, show bool) error {
	fmt.Fprintf(w, "%d documents, %d anchors for each and each kind of edit, seeds %d to %d\n\n", len(sources), anchors, seed, seed+seeds-1)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "edit\tanchors\tstand\tkept\tmoved\ttold\tmissed\t|\tdrifted\tnot placed\t|\tamiss\tWRONG\ttwin\t|\tdigits changed\tmarked\t")
	var total row
	for n, m := range mutations {
		var r row
		for more := range seeds {
			r.add(mutated(sources, m, n, anchors, seed+more, show))
		}
		r.print(t, m.name)
		total.add(r)
	}
	total.print(t, "total")
	if err := t.Flush(); err != nil {
		return err
	}
	total.summary(w)
	return printSpread(w, &total.right, &total.amissBy)
}

// mutated is what became of the anchors of all documents under the nth kind of edit.
func mutated(sources []*extract.Source, m mutation, n, anchors int, seed uint64, show bool) row {
	var r row
	for i, s := range sources {
		rng := rand.New(rand.NewPCG(seed, uint64(n)<<32|uint64(i)))
		got, ok := trial(rng, s, m, anchors, func(a briefings.Anchor, there string) {
			if show {
				fmt.Fprintf(os.Stderr, "%s, seed %d: %q < %q > %q: %s\n", m.name, seed, a.Prefix, a.Exact, a.Suffix, there)
			}
		})
		if ok {
			r.add(got)
		}
	}
	return r
}

func (r *row) summary(w io.Writer) {
	fmt.Fprintf(w, "\n%d of %d passages that stand word for word were placed, %d of them told to be a guess; of those that the texts tell, all but %d of %d.\n",
		r.kept+r.moved+r.told, r.stands, r.told, r.unplaced[told], r.stands-r.unplaced[apart]-r.unplaced[anew])
	fmt.Fprintf(w, "  whose words stand once in each text: %d of %d placed\n", r.oncePlaced, r.once)
	fmt.Fprintf(w, "  with a letter or a digit: %s; without: %s; %d of the placed stand beside an equal sentence\n", r.worded, r.bare, r.byAThread)
	for why, n := range r.unplaced {
		fmt.Fprintf(w, "  %4d not placed: %s\n", n, reason(why))
	}
	fmt.Fprintln(w)
}

func (o outcome) String() string {
	return fmt.Sprintf("%d of %d placed, %d missed that the texts tell, %d wrong", o.placed, o.stands, o.missed, o.wrong)
}

func (r *row) print(w io.Writer, name string) {
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t|\t%d\t%d\t|\t%d\t%d\t%d\t|\t%d\t%d\t\n", name, r.anchors, r.stands, r.kept, r.moved, r.told, r.missed,
		r.drifted, r.unplacedChanged, r.amiss, r.wrong, r.twin, r.graveChanged, r.graveShown)
}
