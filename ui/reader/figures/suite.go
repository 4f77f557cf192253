package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dossier/ui/reader"
)

// suite is what the bench is given.
type suite struct {
	Title       string       `json:"title"`
	Warmup      int          `json:"warmup"`
	Contestants []contestant `json:"contestants"`
}

type contestant struct {
	Name  string   `json:"name"`
	Cmd   []string `json:"cmd"`
	Dir   string   `json:"dir"`
	Ready string   `json:"ready"`
	Setup []string `json:"setup,omitempty"`
	Steps []string `json:"steps"`
}

// wanted are the keys to press in a view, and how often each.
type wanted struct {
	view  *view
	keys  []press
	times int
}

// all are all keys of the views that were named, of every view if none was.
func all(bindings []reader.Binding, only []string, times int) (out []wanted) {
	for _, v := range views(bindings) {
		if len(only) == 0 || slices.Contains(only, v.name) {
			out = append(out, wanted{&v, v.presses(bindings), times})
		}
	}
	return out
}

// lists is the copy of the library that the lists show.
const lists = "lists.db"

// empty begins the names of the runs of the program that does nothing; a number
// follows, that of the view behind it.
const empty = "empty program "

// suite has the empty program before each view, and once more at the end, so that
// what else the machine does meets both. A briefing gets a fresh copy of the
// library; the lists, which change little, share one.
func (s *settings) suite(folder string, wants []wanted) suite {
	out := suite{Title: "every key in every view"}
	idle := func(i int) contestant {
		return contestant{Name: fmt.Sprint(empty, i), Cmd: strings.Fields(s.empty), Dir: folder, Ready: ".",
			Steps: []string{fmt.Sprintf("key j x%d as key quiet 20ms", emptyPresses), "quit q"}}
	}
	for i, w := range wants {
		c := contestant{Name: w.view.name, Cmd: []string{s.program, "--library", filepath.Join(folder, lists)}, Dir: folder, Ready: "help", Steps: w.steps()}
		if !w.view.lists {
			copied := filepath.Join(folder, "briefing.db")
			c.Setup = []string{"cp", s.library, copied}
			c.Cmd = []string{s.program, "--library", copied, s.briefing}
		}
		out.Contestants = append(out.Contestants, idle(i), c)
	}
	out.Contestants = append(out.Contestants, idle(len(wants)))
	return out
}

// emptyPresses is how often the empty program's key is pressed before each view.
const emptyPresses = 40

// steps are what the bench does in a view.
func (w *wanted) steps() []string {
	steps := w.view.enter()
	for _, p := range w.keys {
		one := "key " + spell(p.key)
		made := before(p)
		if w.view.stays(p) && made == "" {
			steps = append(steps, fmt.Sprintf("%s x%d as %s quiet 20ms", one, w.times, p.name))
			continue
		}
		for range w.times {
			if made != "" {
				steps = append(steps, returning(made))
			}
			steps = append(steps, one+" as "+p.name+" quiet 20ms")
			if !w.view.stays(p) {
				steps = append(steps, w.view.back(p)...)
			}
			if w.view.here != "" {
				steps = append(steps, "wait "+w.view.here)
			}
		}
	}
	return append(steps, "quit <c-c>")
}
