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
	// here is what shows at the bottom as long as one is in the view, and no
	// question is asked there that would take the next key for a letter; "" where
	// it is not looked for.
	here string
}

// opening is an action, and what shows once that which it reads from the library is
// there; "" where it reads nothing. key is one that sets it off.
type opening struct{ action, shows, key string }

const (
	inLibrary  = `\d.of.\d+\s*$`
	onBoard    = `(go.there|Esc.stops|stopped:)`
	inBriefing = `(\d%|top|end|all)\s*$`
	// opened is the header of a briefing, which the preview of the list is not, or the
	// page of an actor.
	opened = `(\d.(min|h)\s\s|Enter.goes.there)`
)

const (
	onText   = "pane-text"
	onActors = "pane-actors"
)

// known are the views that the program may have; which panes and boards there are it
// knows itself.
func known() []view {
	all := []view{{name: "library", open: []opening{{action: onText}}, lists: true, here: inLibrary}}
	panes := reader.Panes()
	// Last of the lists: what is judged of actors there makes all others slower to read.
	boards := slices.DeleteFunc(slices.Clone(panes), func(p reader.Pane) bool { return p.Noun == "" })
	slices.SortStableFunc(boards, func(a, b reader.Pane) int { return last(a) - last(b) })
	for _, p := range boards {
		all = append(all, view{name: "board of " + p.Noun, open: []opening{{action: string(p.Action), shows: `\d+.` + p.Noun}}, lists: true, here: onBoard})
	}
	all = append(all, view{name: "text", open: []opening{{action: onText}}, here: inBriefing})
	for _, p := range panes {
		all = append(all, view{name: p.Name, open: []opening{{action: string(p.Action)}}, here: inBriefing})
	}
	return append(all, []view{
		{name: "side by side", open: []opening{{action: "compare", shows: "Side.by.side.with"}, {action: "go", shows: `\d+.changes`}},
			left: []string{"clear", onText, "compare", "help"}},
		{name: "page of an actor", open: []opening{{action: onActors}, {action: "actor-page", shows: "Enter.goes.there"}}, typed: true},
		{name: "help", open: []opening{{action: "help"}}, typed: true},
		{name: "palette", open: []opening{{action: "palette"}}, typed: true},
		{name: "search", open: []opening{{action: onText}, {action: "search"}}, typed: true},
		{name: "filter", open: []opening{{action: string(boards[0].Action)}, {action: "filter"}}, typed: true},
		{name: "note", open: []opening{{action: onText}, {action: "note"}}, typed: true},
	}...)
}

func last(p reader.Pane) int {
	if p.Action == onActors {
		return 1
	}
	return 0
}

// views are those that the keys lead to.
func views(bindings []reader.Binding) (all []view) {
	keys := map[string]string{}
	for _, b := range bindings {
		if len(b.Keys) > 0 {
			keys[string(b.Action)] = b.Keys[0]
		}
	}
	for _, v := range known() {
		for i := range v.open {
			v.open[i].key = keys[v.open[i].action]
		}
		if !slices.ContainsFunc(v.open, func(o opening) bool { return o.key == "" }) {
			all = append(all, v)
		}
	}
	return all
}

func viewNames(bindings []reader.Binding) (names []string) {
	for _, v := range views(bindings) {
		names = append(names, v.name)
	}
	return names
}

// typing are the keys that mean the same wherever one writes.
var typing = []string{"e", "backspace", "down", "up", "pgdown", "pgup", "space", "esc"}

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
	slices.SortStableFunc(all, func(a, b press) int { return int(v.leads(a)) - int(v.leads(b)) })
	return all
}

// ending are the actions that end the program or leave the view for good: no
// frame shows what they do.
var ending = []string{"quit", "suspend", "leave"}

// leading is where a key leads from a list.
type leading int

const (
	nowhere   leading = iota
	intoOne           // a briefing
	elsewhere         // another list
)

// ofRecords are the actions that open the briefing of a board's row.
var ofRecords = []string{"go", "answer", "reopen", "accept", "reject", "edit", "comment", "grade", "provenance", "copy-id", "browse",
	"same", "not-same", "rename", "retype", "hide"}

func (v *view) leads(p press) leading {
	switch {
	case !v.lists:
		return nowhere
	case strings.HasPrefix(p.action, "pane-"):
		return elsewhere
	case p.action == "go" || v.reads() && slices.Contains(ofRecords, p.action):
		return intoOne
	}
	return nowhere
}

// moving are the actions after which every view is as it was, adjusting those
// after which a briefing is: nothing has to be closed before the next press.
var (
	moving = []string{"line-down", "line-up", "half-down", "half-up", "page-down", "page-up", "top", "bottom",
		"backspace", "up", "down", "pgup", "pgdown"}
	adjusting = []string{"next-section", "previous-section", "next-paragraph", "previous-paragraph",
		"narrower", "wider", "wider-pane", "narrower-pane", "taller-pane", "shorter-pane"}
)

func (v *view) stays(p press) bool {
	return slices.Contains(moving, p.action) || !v.lists && slices.Contains(adjusting, p.action)
}

// before is what is pressed in front of a key that would have nothing to do else.
func before(p press) (keys string) {
	switch p.action {
	case "top":
		return "G"
	case "bottom":
		return "g"
	case "backspace":
		return "e"
	}
	return ""
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
	case v.typed && (p.action == "e" || p.action == "space"):
		keys = spell("backspace")
	case v.reads() && !v.lists:
		return append([]string{returning(strings.Repeat(escape, 2))}, v.enter()...)
	case v.leads(p) == elsewhere:
		keys = strings.Repeat(escape, 2) + toLibrary + spell(v.open[0].key)
	case v.leads(p) == intoOne:
		settled := "wait " + opened
		if p.action != "go" { // what is done at once is back on the board, what is not stays in the briefing
			settled = "sleep 500ms"
		}
		return append([]string{settled, returning(strings.Repeat(escape, 2) + toLibrary)}, v.enter()...)
	case v.lists:
	case p.action == "zen":
		keys = spell(p.key)
	default:
		for _, o := range v.open {
			keys += spell(o.key)
		}
	}
	return []string{returning(keys)}
}

// toLibrary is typed to get to the list of briefings.
var toLibrary = ":library" + spell("enter")

// reads says whether the view shows what is read while it opens.
func (v *view) reads() bool {
	return slices.ContainsFunc(v.open, func(o opening) bool { return o.shows != "" })
}

func returning(keys string) string { return "key " + keys + " as " + between + " quiet 20ms" }

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
	"alt+right": "\x1b[1;3C", "insert": "\x1b[2~", "ctrl+up": "\x1b[1;5A", "ctrl+down": "\x1b[1;5B",
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
