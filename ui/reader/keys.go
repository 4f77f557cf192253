package reader

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
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

// KeyError says what is wrong with the keys that a person has bound, and to which
// actions: to one of them at least.
type KeyError struct {
	Why     string
	Actions []string
}

func (e *KeyError) Error() string { return e.Why }

// rebind gives actions other keys.
func rebind(all []binding, keys map[string][]string) error {
	for name, chosen := range keys {
		i := slices.IndexFunc(all, func(b binding) bool { return string(b.Action) == name })
		if i < 0 {
			return &KeyError{fmt.Sprintf("the config file binds keys to %q, which is no action; : lists them all by name", name), []string{name}}
		}
		for _, key := range chosen {
			if !isKey(key) {
				return &KeyError{fmt.Sprintf("there is no key %q for %q; keys are written like n, N, ctrl+n, alt+left, shift+tab, enter, space, pgdown, f5", key, name), []string{name}}
			}
		}
		all[i].Keys = chosen
	}
	return nil
}

// modifiers stand before a key's name in this order.
var modifiers = []string{"ctrl+", "alt+", "shift+", "meta+", "hyper+", "super+"}

// namedKey is a key that has a name and no letter, as Bubble Tea calls it.
var namedKey = regexp.MustCompile(`^(enter|esc|tab|backspace|space|up|down|left|right|home|end|pgup|pgdown|insert|delete|begin|find|select|f[1-9][0-9]?)$`)

// isKey says whether a terminal can send a key of that name.
func isKey(key string) bool {
	for _, m := range modifiers {
		if rest, has := strings.CutPrefix(key, m); has && rest != "" {
			key = rest
		}
	}
	return utf8.RuneCountInString(key) == 1 || namedKey.MatchString(key)
}

// keymap finds the action of a key.
type keymap map[string]action

// newKeymap refuses a key that is bound twice.
func newKeymap(all []binding) (keymap, error) {
	m := keymap{}
	for _, b := range all {
		for _, key := range b.Keys {
			if other, taken := m[key]; taken {
				return nil, &KeyError{fmt.Sprintf("the key %q is bound to %q and to %q; take it from one of them", key, other, b.Action), []string{string(other), string(b.Action)}}
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
