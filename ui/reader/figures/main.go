// Figures presses every bound key in every view of the reader and says how long
// each takes to show, beside a Bubble Tea program that does nothing:
//
//	go run ./ui/reader/figures -bench BENCH -empty "EMPTY -fps120" -library FILE [-presses 3] [-again 20] [VIEW...]
//	go run ./ui/reader/figures -idle 60s -library FILE
//
// Each key is pressed a few times first, which tells of most that they are quick.
// Those that are not are pressed more often, and judged by that alone: so the 95th
// percentile of one that is called slow is no single press, and none is called so
// for a moment in which the machine was busy. The empty program is pressed before
// and after each view, and each key is held against it there. Esc alone, for which
// a terminal program has to wait, is held against an empty program of this command
// that waits as long.
//
// BENCH is a program that types into others on a pseudo-terminal and times what
// shows; it is no part of this repository. It is given a suite as JSON, and gives
// one table of times as JSON back. The library is copied for each run, and what
// the keys export goes to a folder that is removed.
package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"dossier/ui/reader"
)

// settings are what a measurement is made with.
type settings struct {
	bench, empty, program, library, briefing, size string
	presses, again                                 int
	idling                                         time.Duration
	floor                                          bool
}

func main() {
	var s settings
	flag.StringVar(&s.bench, "bench", "", "the program that types and times")
	flag.StringVar(&s.empty, "empty", "", "the command line of a program that shows a line more for each j")
	flag.StringVar(&s.program, "program", "", "the dossier to measure; without it this one is built")
	flag.StringVar(&s.library, "library", "", "a library file with briefings in it")
	flag.StringVar(&s.briefing, "briefing", "", "the briefing that is read; without it the one with the most open questions")
	flag.StringVar(&s.size, "size", "120x40", "of the terminal")
	flag.IntVar(&s.presses, "presses", 3, "how often each key is pressed at first")
	flag.IntVar(&s.again, "again", 20, "how often those are pressed again that were slow then")
	flag.DurationVar(&s.idling, "idle", 0, "measure for so long what is used while nobody presses a key, and press none")
	flag.BoolVar(&s.floor, "floor", false, "be the empty program that Esc alone is measured in")
	flag.Parse()
	if err := s.run(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "figures:", err)
		os.Exit(1)
	}
}

func (s *settings) run(only []string) error {
	switch {
	case s.floor:
		return runFloor()
	case s.library == "":
		return fmt.Errorf("there is nothing to look at: name a library file with -library")
	case s.idling > 0:
	case s.bench == "":
		return fmt.Errorf("there is nothing to press keys with: name the bench with -bench")
	case s.empty == "":
		return fmt.Errorf("there is nothing to compare with: name an empty program with -empty")
	}
	folder, err := os.MkdirTemp("", "dossier-keys-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if s.program == "" {
		s.program = filepath.Join(folder, "dossier")
		if out, err := exec.Command("go", "build", "-o", s.program, "dossier").CombinedOutput(); err != nil {
			return fmt.Errorf("build the program: %w\n%s", err, out)
		}
	}
	if s.briefing == "" {
		if s.briefing, err = s.fullBriefing(); err != nil {
			return err
		}
	}
	if err := copyFile(filepath.Join(folder, lists), s.library); err != nil {
		return err
	}
	if s.idling > 0 {
		return s.idle(folder, os.Stdout)
	}
	return s.pressAll(folder, only)
}

// pressAll presses the keys of the views that were named, and those that are slow
// again.
func (s *settings) pressAll(folder string, only []string) error {
	bindings, err := reader.Bindings()
	if err != nil {
		return err
	}
	wants := all(bindings, only, s.presses)
	if len(wants) == 0 {
		return fmt.Errorf("there is no view %s; the views are %s", strings.Join(only, ", "), strings.Join(viewNames(bindings), ", "))
	}
	t := &table{keys: map[place]*taken{}, lone: map[string]times{}}
	suite := s.suite(folder, wants)
	others, err := s.apart(folder, filepath.Join(folder, lists))
	if err != nil {
		return err
	}
	suite.Contestants = append(suite.Contestants, others...)
	for {
		m, err := s.measure(folder, suite)
		if err != nil {
			return err
		}
		if t.add(m); t.rounds == 2 || len(t.slow()) == 0 {
			break
		}
		suite = s.suite(folder, t.again(wants, s.again))
	}
	t.print(os.Stdout, wants)
	return nil
}

// copyFile copies the library as it lies on the disk.
func copyFile(to, from string) error {
	if out, err := exec.Command("cp", from, to).CombinedOutput(); err != nil {
		return fmt.Errorf("copy %s: %w: %s", from, err, out)
	}
	return nil
}

// fullBriefing is the slug of the briefing with the most open questions: its panes have
// rows to go through.
func (s *settings) fullBriefing() (string, error) {
	out, err := exec.Command(s.program, "--library", s.library, "list", "--json").Output()
	type briefing struct {
		Slug          string
		OpenQuestions int
	}
	var listed struct{ Briefings []briefing }
	if err == nil {
		err = json.Unmarshal(out, &listed)
	}
	if err != nil || len(listed.Briefings) == 0 {
		return "", fmt.Errorf("list the library %s: it has no briefing to read (%v)", s.library, err)
	}
	return slices.MaxFunc(listed.Briefings, func(a, b briefing) int { return cmp.Compare(a.OpenQuestions, b.OpenQuestions) }).Slug, nil
}

// noChange is how long the bench waits for a key to show something.
const noChange = 150 * time.Millisecond

// measure lets the bench run a suite.
func (s *settings) measure(folder string, what suite) (*measured, error) {
	in, out := filepath.Join(folder, "suite.json"), filepath.Join(folder, "out.json")
	data, err := json.Marshal(what)
	if err == nil {
		err = os.WriteFile(in, data, 0o600)
	}
	if err != nil {
		return nil, err
	}
	c := exec.Command(s.bench, "run", "--size", s.size, "--runs", "1", "--no-change", noChange.String(), "--timeout", "60s", "--json", out, in)
	c.Stderr = os.Stderr
	said, failed := c.Output() // of one view, perhaps; the others are measured all the same
	if data, err = os.ReadFile(out); err != nil {
		return nil, fmt.Errorf("run %s: %w\n%s", s.bench, errors.Join(failed, err), said)
	}
	var all []measured // one for each suite
	if err := json.Unmarshal(data, &all); err != nil || len(all) != 1 {
		return nil, fmt.Errorf("read what the bench measured: %d tables (%v)", len(all), err)
	}
	return &all[0], nil
}
