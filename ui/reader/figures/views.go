package main

import (
	"fmt"
	"slices"
	"strings"

	"dossier/ui/reader"
)

// view is a part of the program in which keys are pressed.
type view struct {
	name string
	// open are the keys that lead there from the start, and again from wherever a
	// key led.
	open []string
	// lists is set where no briefing is open.
	lists bool
	// typed is set where letters are letters: the keys of typing are pressed then.
	typed bool
}

var views = []view{
	{name: "library", open: []string{"0"}, lists: true},
	{name: "board of questions", open: []string{"2"}, lists: true},
	{name: "board of timelines", open: []string{"3"}, lists: true},
	{name: "board of actors", open: []string{"4"}, lists: true},
	{name: "board of notes", open: []string{"7"}, lists: true},
	{name: "text", open: []string{"0"}},
	{name: "outline", open: []string{"1"}},
	{name: "questions", open: []string{"2"}},
	{name: "timeline", open: []string{"3"}},
	{name: "actors", open: []string{"4"}},
	{name: "limits", open: []string{"5"}},
	{name: "references", open: []string{"6"}},
	{name: "notes", open: []string{"7"}},
	{name: "review", open: []string{"8"}},
	{name: "side by side", open: []string{"C", "enter"}},
	{name: "page of an actor", open: []string{"4", "P"}, typed: true},
	{name: "help", open: []string{"?"}, typed: true},
	{name: "palette", open: []string{":"}, typed: true},
	{name: "search", open: []string{"0", "/"}, typed: true},
	{name: "filter", open: []string{"3", "&"}, typed: true},
	{name: "note", open: []string{"0", "a"}, typed: true},
}

func viewNames() []string {
	names := make([]string, len(views))
	for i, v := range views {
		names[i] = v.name
	}
	return names
}

// typing are the keys that mean the same wherever one writes.
var typing = []string{"e", "space", "backspace", "down", "up", "pgdown", "pgup"}

// ending are the actions that end the program or leave the view for good; so do
// those that list briefings where none is open.
var ending = []string{"quit", "suspend", "leave", "library"}

// between names the presses that lead back to a view; they are no figures.
const between = "(between)"

// steps are what the bench does in a view.
func (v *view) steps(bindings []reader.Binding, presses int) []string {
	steps := v.enter()
	press := func(key, name string) {
		for range presses {
			steps = append(steps, "key "+spell(key)+" as "+name)
			if !v.typed {
				steps = append(steps, v.back(name)...)
			}
		}
	}
	if v.typed {
		for _, key := range typing {
			press(key, key)
		}
		return append(steps, "quit <c-c>")
	}
	for _, b := range bindings {
		if slices.Contains(ending, string(b.Action)) {
			continue
		}
		for _, key := range b.Keys {
			press(key, key+":"+string(b.Action))
		}
	}
	return append(steps, "quit <c-c>")
}

func (v *view) enter() (steps []string) {
	for _, key := range v.open {
		steps = append(steps, "key "+spell(key)+" as "+between)
	}
	return steps
}

// back closes what a key opened, and goes to the view again.
func (v *view) back(name string) []string {
	steps := []string{"key <esc> as " + between}
	if v.lists && strings.HasSuffix(name, ":go") { // a briefing opens, or the page of an actor
		steps = []string{"sleep 500ms", "key <esc> as " + between, "key 0 as " + between, "key q as " + between}
	}
	return append(steps, v.enter()...)
}

// spelled are keys as the bench spells them, or the bytes that they send.
var spelled = map[string]string{
	"enter": "<enter>", "esc": "<esc>", "tab": "<tab>", "shift+tab": "<s-tab>", "space": "<space>", "backspace": "<bs>", "<": "<lt>",
	"up": "<up>", "down": "<down>", "left": "<left>", "right": "<right>", "home": "<home>", "end": "<end>", "pgup": "<pgup>", "pgdown": "<pgdn>",
	"alt+right": "\x1b[1;3C", "ctrl+up": "\x1b[1;5A", "ctrl+down": "\x1b[1;5B",
}

func spell(key string) string {
	if s, ok := spelled[key]; ok {
		return s
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "<c-" + letter + ">"
	}
	return key
}

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

// empty is the name of the program that does nothing.
const empty = "empty program"

// suite has the empty program first, and then each view with a fresh copy of the
// library.
func (s *settings) suite(folder string, bindings []reader.Binding, only []string) suite {
	out := suite{Title: "every key in every view", Contestants: []contestant{{Name: empty, Cmd: strings.Fields(s.empty), Dir: folder,
		Ready: ".", Steps: []string{fmt.Sprintf("key j x%d as key", 20*s.presses), "quit q"}}}}
	copied := folder + "/library.db"
	for _, v := range views {
		if len(only) > 0 && !slices.Contains(only, v.name) {
			continue
		}
		c := contestant{Name: v.name, Cmd: []string{s.program, "--library", copied}, Dir: folder, Ready: "help",
			Setup: []string{"cp", s.library, copied}, Steps: v.steps(bindings, s.presses)}
		if !v.lists {
			c.Cmd = append(c.Cmd, s.briefing)
		}
		out.Contestants = append(out.Contestants, c)
	}
	return out
}
