package main

import (
	"fmt"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
)

// What is measured apart: keys of which the time is not the reader's, beside a
// program that has to wait for the same.
const (
	loneEsc  = "Esc alone"
	escFloor = empty + "for Esc alone"
)

// lonePresses is how often Esc alone is pressed in each program.
const lonePresses = 20

// apart presses Esc as terminals send it that do not tell it from the beginning of
// another key: to close the help, and in the floor program.
func (s *settings) apart(folder, library string) ([]contestant, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	help := contestant{Name: loneEsc, Cmd: []string{s.program, "--library", library}, Dir: folder, Ready: "help"}
	for range lonePresses {
		help.Steps = append(help.Steps, returning("?"), "key <esc> as esc quiet 20ms")
	}
	help.Steps = append(help.Steps, "quit <c-c>")
	return []contestant{{Name: escFloor, Cmd: []string{self, "-floor"}, Dir: folder, Ready: ".",
		Steps: []string{fmt.Sprintf("key <esc> x%d as esc quiet 20ms", lonePresses), "quit <c-c>"}}, help}, nil
}

// printApart says what was measured apart, and what is not measured at all.
func (t *table) printApart(to io.Writer) {
	fmt.Fprintf(to, "\nnot the reader's own time%29s %8s   %s\n", "p50 ms", "p95 ms", "of the empty program")
	line := func(what string, took, beside times) {
		if len(took) > 0 && len(beside) > 0 {
			fmt.Fprintf(to, "%-46s %6.1f %8.1f   %5.1f %7.1f\n", what, took.percentile(50), took.percentile(95), beside.percentile(50), beside.percentile(95))
		}
	}
	line("Esc alone: is it the beginning of another key?", t.lone[loneEsc], t.lone[escFloor])
	line("Ctrl-C to the end of the program", t.quit, t.quitEmpty)
	fmt.Fprintln(to, unmeasured)
}

// unmeasured says which bound keys are not pressed, and why.
const unmeasured = "not pressed: q, which is Esc or Ctrl-C; Ctrl-Z, which gives the terminal to the shell; Ctrl-G, which starts another program"

// floor is a program that shows a line more for whatever key.
type floor struct{ lines int }

func (f floor) Init() tea.Cmd { return nil }

func (f floor) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if key.String() == "ctrl+c" {
			return f, tea.Quit
		}
		f.lines++
	}
	return f, nil
}

func (f floor) View() tea.View {
	v := tea.NewView(fmt.Sprintf("line %d", f.lines))
	v.AltScreen = true
	return v
}

func runFloor() error {
	_, err := tea.NewProgram(floor{}, tea.WithFPS(120)).Run()
	return err
}
