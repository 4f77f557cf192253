package main

import (
	"slices"
	"strings"

	"dossier/ui/reader"
)

// view is a part of the program in which keys are pressed.
type view struct {
	name string
	// open are the keys that lead there from the start.
	open []opening
	// lists is set where no briefing is open.
	lists bool
	// typed is set where letters are letters: the keys of typing are pressed then.
	typed bool
	// left are the actions that leave a view in which all others do; nil where any
	// may lead elsewhere.
	left []string
}

// opening is a key, and what shows once that which it reads from the library is
// there; "" where it reads nothing.
type opening struct{ key, shows string }

var views = []view{
	{name: "library", open: []opening{{"0", ""}}, lists: true},
	{name: "board of questions", open: []opening{{"2", `\d+.questions`}}, lists: true},
	{name: "board of timelines", open: []opening{{"3", `\d+.entries`}}, lists: true},
	{name: "board of actors", open: []opening{{"4", `\d+.actors`}}, lists: true},
	{name: "board of limits", open: []opening{{"5", `\d+.limits`}}, lists: true},
	{name: "board of references", open: []opening{{"6", `\d+.references`}}, lists: true},
	{name: "board of notes", open: []opening{{"7", `\d+.notes`}}, lists: true},
	{name: "text", open: []opening{{"0", ""}}},
	{name: "outline", open: []opening{{"1", ""}}},
	{name: "questions", open: []opening{{"2", ""}}},
	{name: "timeline", open: []opening{{"3", ""}}},
	{name: "actors", open: []opening{{"4", ""}}},
	{name: "limits", open: []opening{{"5", ""}}},
	{name: "references", open: []opening{{"6", ""}}},
	{name: "notes", open: []opening{{"7", ""}}},
	{name: "review", open: []opening{{"8", ""}}},
	{name: "side by side", open: []opening{{"C", "Side.by.side.with"}, {"enter", `\d+.changes`}}, left: []string{"clear", "pane-text", "compare", "help"}},
	{name: "page of an actor", open: []opening{{"4", ""}, {"P", "Enter.goes.there"}}, typed: true},
	{name: "help", open: []opening{{"?", ""}}, typed: true},
	{name: "palette", open: []opening{{":", ""}}, typed: true},
	{name: "search", open: []opening{{"0", ""}, {"/", ""}}, typed: true},
	{name: "filter", open: []opening{{"3", ""}, {"&", ""}}, typed: true},
	{name: "note", open: []opening{{"0", ""}, {"a", ""}}, typed: true},
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

// back leads to the view again from wherever a key led, in one write where
// nothing has to be read: what lies over it is closed, and what the key did to the
// screen undone.
func (v *view) back(p press) (steps []string) {
	keys := escape
	switch {
	case v.left != nil && !slices.Contains(v.left, p.action):
		return nil
	case v.reads() && !v.lists:
		return append([]string{returning(strings.Repeat(escape, 2))}, v.enter()...)
	case v.strays(p) == 1:
		keys = strings.Repeat(escape, 2) + ":library" + spell("enter")
	case p.action == "zen":
		keys = spell(p.key)
	case v.lists:
		return []string{returning(keys)}
	}
	for _, o := range v.open {
		keys += spell(o.key)
	}
	return []string{returning(keys)}
}

// reads says whether the view shows what is read while it opens.
func (v *view) reads() bool {
	return slices.ContainsFunc(v.open, func(o opening) bool { return o.shows != "" })
}

func returning(keys string) string { return "key " + keys + " as " + between + " quiet 40ms" }

// enter opens the view and waits until all of it is there.
func (v *view) enter() (steps []string) {
	for _, o := range v.open {
		steps = append(steps, returning(spell(o.key)))
		if o.shows != "" {
			steps = append(steps, "wait "+o.shows)
		}
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
