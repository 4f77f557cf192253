package reader

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// action is what a key, a word of the palette or a line of the help sets off.
type action string

// binding ties keys to an action; footer, help and palette are made from the
// bindings, so that none of them can go stale.
type binding struct {
	Group  string
	Action action
	Keys   []string
	Help   string
	Short  string // the word of the footer, "" for none
	Words  string // besides its own, that people look for it by
}

//go:embed keys.json
var keysJSON []byte

// bindings reads the built-in keys.
func bindings() ([]binding, error) {
	var all []binding
	if err := json.Unmarshal(keysJSON, &all); err != nil {
		return nil, fmt.Errorf("read the key bindings: %w", err)
	}
	return all, nil
}

// also are the words besides those of its help that the action is looked for by.
func (b *binding) also() []string {
	if b.Words == "" {
		return nil
	}
	return append(strings.Fields(b.Words), string(b.Action))
}

// Binding is what the keys of an action are and what it does.
type Binding = binding

// Bindings are the built-in keys, for who presses them all.
func Bindings() ([]Binding, error) { return bindings() }

// Pane is one of those beside the text. Noun is what its board lists, "" where it has
// none.
type Pane struct {
	Name, Noun string
	Action     action
}

// Panes are all panes, for who opens them all.
func Panes() (all []Pane) {
	for _, p := range panes() {
		all = append(all, Pane{string(p.id), p.noun, paneAction(p.id)})
	}
	return all
}

// rebind gives actions other keys.
func rebind(all []binding, keys map[string][]string) error {
	for name, chosen := range keys {
		i := slices.IndexFunc(all, func(b binding) bool { return string(b.Action) == name })
		if i < 0 {
			return fmt.Errorf("the config file binds keys to %q, which is no action; : lists them all by name", name)
		}
		all[i].Keys = chosen
	}
	return nil
}

// keymap finds the action of a key.
type keymap map[string]action

// newKeymap refuses a key that is bound twice.
func newKeymap(all []binding) (keymap, error) {
	m := keymap{}
	for _, b := range all {
		for _, key := range b.Keys {
			if other, taken := m[key]; taken {
				return nil, fmt.Errorf("the key %q is bound to %q and to %q; take it from one of them", key, other, b.Action)
			}
			m[key] = b.Action
		}
	}
	return m, nil
}

// keyLabel is how a key is written on the screen.
func keyLabel(key string) string {
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "Ctrl-" + strings.ToUpper(rest)
	}
	if label, ok := keyLabels[key]; ok {
		return label
	}
	return key
}

var keyLabels = map[string]string{
	"enter": "Enter", "esc": "Esc", "tab": "Tab", "shift+tab": "Shift-Tab", "space": "Space", "backspace": "Backspace",
	"alt+right": "Alt-→", "insert": "Ins",
	"up": "↑", "down": "↓", "left": "←", "right": "→", "pgup": "PgUp", "pgdown": "PgDn", "home": "Home", "end": "End",
}
