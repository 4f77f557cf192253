package main

import (
	"slices"
	"strings"

	"dossier/ui/reader"
)

// view is a part of the program in which keys are pressed.
type view struct {
	name string
	// open are the keys that lead there, from wherever home leads to.
	open []string
	// lists is set where no briefing is open.
	lists bool
	// whole is what the view shows once it has read the library, "" for one that
	// reads nothing.
	whole string
	// typed is set where letters are letters: the keys of typing are pressed then.
	typed bool
}

var views = []view{
	{name: "library", open: []string{"0"}, lists: true},
	{name: "board of questions", open: []string{"2"}, lists: true, whole: `\d+.questions`},
	{name: "board of timelines", open: []string{"3"}, lists: true, whole: `\d+.entries`},
	{name: "board of actors", open: []string{"4"}, lists: true, whole: `\d+.actors`},
	{name: "board of limits", open: []string{"5"}, lists: true, whole: `\d+.limits`},
	{name: "board of references", open: []string{"6"}, lists: true, whole: `\d+.references`},
	{name: "board of notes", open: []string{"7"}, lists: true, whole: `\d+.notes`},
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
var typing = []string{"e", "space", "backspace", "down", "up", "pgdown", "pgup", "esc"}

// press is a key that is pressed in a view, and what it is called.
type press struct{ key, name, action string }

// presses are the keys that a view is measured by: those that leave it where it
// is first, so that a board is whole while they are pressed.
func (v *view) presses(bindings []reader.Binding) (all []press) {
	if v.typed {
		for _, key := range typing {
			all = append(all, press{key, key, key})
		}
		return all
	}
	for _, b := range bindings {
		if slices.Contains(ending, string(b.Action)) {
			continue
		}
		for _, key := range b.Keys {
			all = append(all, press{key, key + ":" + string(b.Action), string(b.Action)})
		}
	}
	slices.SortStableFunc(all, func(a, b press) int { return v.strays(a) - v.strays(b) })
	return all
}

// ending are the actions that end the program or leave the view for good.
var ending = []string{"quit", "suspend", "leave"}

// strays is 1 where a key leads out of a list: to another one, or to a briefing.
func (v *view) strays(p press) int {
	leads := strings.HasPrefix(p.action, "pane-") || slices.Contains([]string{"go", "actor-page", "search-everywhere"}, p.action)
	if v.lists && leads {
		return 1
	}
	return 0
}

// staying are the actions after which a view is as it was: nothing has to be
// closed before the next press. What they say in the status line they say anew.
var staying = []string{
	"line-down", "line-up", "half-down", "half-up", "page-down", "page-up", "top", "bottom",
	"next-section", "previous-section", "next-paragraph", "previous-paragraph",
	"narrower", "wider", "wider-pane", "narrower-pane", "taller-pane", "shorter-pane", "space", "e", "backspace", "up", "down", "pgup", "pgdown",
}

// between names the presses that lead back to a view; they are no figures.
const between = "(between)"

// escape is Esc as terminals send it that tell it from the beginning of another
// key. The others leave a program to wait whether more comes; that is a time the
// empty program would wait as well.
const escape = "\x1b[27u"

// back leads to the view again from wherever a key led, in one write: what lies
// over it is closed, and what the key did to the screen undone.
func (v *view) back(p press) (steps []string) {
	keys := escape
	switch {
	case v.strays(p) == 1:
		keys = strings.Repeat(escape, 2) + ":library" + spell("enter")
	case p.action == "zen":
		keys = spell(p.key)
	case v.lists:
		return []string{returning(keys)}
	}
	for _, key := range v.open {
		keys += spell(key)
	}
	return []string{returning(keys)}
}

func returning(keys string) string { return "key " + keys + " as " + between + " quiet 40ms" }

// enter opens the view and waits until it is whole.
func (v *view) enter() (steps []string) {
	for _, key := range v.open {
		steps = append(steps, returning(spell(key)))
	}
	if v.whole != "" {
		steps = append(steps, "wait "+v.whole)
	}
	return steps
}

// spelled are keys as the bench spells them, or the bytes that they send.
var spelled = map[string]string{
	"enter": "<enter>", "esc": escape, "tab": "<tab>", "shift+tab": "<s-tab>", "space": "<space>", "backspace": "<bs>", "<": "<lt>",
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
