// Figures measures the store and prints one table for each kind:
//
//	go run ./store/figures [-shared ../shared] [-sizes 10,100000] [-folder FOLDER] [KIND...]
//
// What is compared is measured in turns within one run, so that a busy machine
// bears on all of it alike. Every file is read through before each comparison,
// so that it lies in the page cache if the machine has the memory: the figures
// tell of the store, not of the disk's reading.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"

	"dossier/briefings/corpustest"
)

// figure is one table: what it is called and how it is measured.
type figure struct {
	kind    string
	measure func(context.Context, *bench) error
}

// figures are printed in this order.
var figures = []figure{
	{"memory", measureMemory},
	{"sizes", measureSizes},
	{"flatness", measureFlatness},
	{"screen", measureScreen},
	{"import", measureImport},
	{"contention", measureContention},
	{"upkeep", measureUpkeep},
}

// bench is what all measurements share.
type bench struct {
	shared string
	folder string       // of the generated libraries
	sizes  []int        // of the libraries, in briefings
	rounds int          // turns that are taken
	made   map[int]bool // small libraries that this run made
}

func main() {
	if len(os.Args) == 4 && roles[os.Args[1]] != nil {
		exit(roles[os.Args[1]](os.Args[2], os.Args[3]))
	}
	b := &bench{made: map[int]bool{}}
	sizes := flag.String("sizes", "10,100000", "numbers of briefings to compare")
	flag.StringVar(&b.shared, "shared", corpustest.Dir(), "folder that holds the corpora")
	flag.StringVar(&b.folder, "folder", "", "folder to keep the generated libraries in; without it they are removed")
	flag.IntVar(&b.rounds, "rounds", 300, "how many turns each comparison takes")
	flag.Parse()
	exit(b.run(*sizes, flag.Args()))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "figures:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

func (b *bench) run(sizes string, kinds []string) error {
	for _, s := range strings.Split(sizes, ",") {
		n := 0
		if _, err := fmt.Sscan(s, &n); err != nil || n < 10 {
			return fmt.Errorf("-sizes %s: name numbers from 10 on", sizes)
		}
		b.sizes = append(b.sizes, n)
	}
	if b.shared == "" {
		return fmt.Errorf("there is no folder with corpora; name it with -shared or %s", corpustest.Variable)
	}
	if b.folder == "" {
		folder, err := os.MkdirTemp("", "dossier-figures-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		b.folder = folder
	}
	fmt.Printf("%d processors, load %s\n\n", runtime.NumCPU(), load())
	for _, f := range figures {
		if len(kinds) > 0 && !slices.Contains(kinds, f.kind) {
			continue
		}
		fmt.Printf("%s\n%s\n\n", f.kind, strings.Repeat("-", len(f.kind)))
		if err := f.measure(context.Background(), b); err != nil {
			return fmt.Errorf("%s: %w", f.kind, err)
		}
		fmt.Println()
	}
	return nil
}

// load is how many processes waited for a processor in the last minute.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(text), " ")
	return first
}
