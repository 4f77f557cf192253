package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

// times are durations of calls.
type times []time.Duration

func (t *times) take(do func() error) error {
	began := time.Now()
	err := do()
	*t = append(*t, time.Since(began))
	return err
}

// at returns a quantile.
func (t times) at(share float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(t))[int(float64(len(t)-1)*share)]
}

// quantiles are the columns of a table of times. On a busy machine the first
// two tell of the program and the others of its neighbours too.
var quantiles = []struct {
	name  string
	share float64
}{{"min", 0}, {"p10", 0.1}, {"p50", 0.5}, {"p99", 0.99}, {"max", 1}}

func heading(what string) {
	fmt.Printf("%-44s", what)
	for _, q := range quantiles {
		fmt.Printf("%9s", q.name)
	}
	fmt.Println()
}

// row prints times in milliseconds.
func (t times) row(what string) {
	fmt.Printf("  %-42s", what)
	for _, q := range quantiles {
		fmt.Printf("%9.3f", t.at(q.share).Seconds()*1000)
	}
	fmt.Println(" ms")
}

// ratio prints how many times as long these took.
func (t times) ratio(what string, of times) {
	fmt.Printf("  %-42s", what)
	for _, q := range quantiles {
		fmt.Printf("%8.2fx", t.at(q.share).Seconds()/of.at(q.share).Seconds())
	}
	fmt.Println()
}

// output is what a process wrote. Unlike a time it is the same on a busy machine.
type output struct{ calls, bytes int }

// outputSoFar reads it from Linux's /proc/self/io; elsewhere it is nothing.
func outputSoFar() (o output) {
	text, err := os.ReadFile("/proc/self/io")
	if err != nil {
		return o
	}
	for line := range strings.Lines(string(text)) {
		switch name, value, _ := strings.Cut(line, ": "); name {
		case "wchar":
			fmt.Sscan(value, &o.bytes)
		case "syscw":
			fmt.Sscan(value, &o.calls)
		}
	}
	return o
}

func (o *output) add(before, after output) {
	o.calls += after.calls - before.calls
	o.bytes += after.bytes - before.bytes
}

// row prints what was written in each round, if anything was.
func (o *output) row(rounds int) {
	if o.calls >= rounds {
		fmt.Printf("  %-42s%6.1f writes of %.1f KiB in all\n", "", float64(o.calls)/float64(rounds), float64(o.bytes)/1024/float64(rounds))
	}
}

// compare takes turns with the calls, one for each name, and prints each one's
// times and how the last compares with the first.
func compare(what string, rounds int, names []string, calls []func() error) error {
	taken, written := make([]times, len(calls)), make([]output, len(calls))
	for range rounds {
		for i, call := range calls {
			before := outputSoFar()
			if err := taken[i].take(call); err != nil {
				return fmt.Errorf("%s: %w", what, err)
			}
			written[i].add(before, outputSoFar())
		}
	}
	heading(what)
	for i, name := range names {
		taken[i].row(name)
		written[i].row(rounds)
	}
	if last := len(calls) - 1; last > 0 {
		taken[last].ratio(strings.TrimSpace(names[last]+" to "+names[0]), taken[0])
	}
	return nil
}
