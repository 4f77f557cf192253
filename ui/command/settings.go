package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"go.yaml.in/yaml/v4"

	"dossier/ui/reader"
)

// settings are what a person keeps in the config file, all of it optional:
//
//	author: analyst-one
//	theme: light            # dark or light; without it the terminal is asked
//	ascii: true             # signs of ASCII only
//	mouse: true             # the mouse for the program
//	keys:
//	  next-section: ["]", ctrl+n]
type settings struct {
	Author string           `yaml:"author"`
	Theme  string           `yaml:"theme"`
	ASCII  bool             `yaml:"ascii"`
	Mouse  bool             `yaml:"mouse"`
	Keys   map[string]bound `yaml:"keys"`
	path   string
}

// bound are the keys of an action, and the line on which the file has them.
type bound struct {
	keys []string
	line int
}

// UnmarshalYAML keeps the line for who is told that a key is none.
func (b *bound) UnmarshalYAML(n *yaml.Node) error {
	b.line = n.Line
	return n.Decode(&b.keys)
}

// bindings are the keys by the names of their actions.
func (s *settings) bindings() map[string][]string {
	all := make(map[string][]string, len(s.Keys))
	for action, b := range s.Keys {
		all[action] = b.keys
	}
	return all
}

// placed says where in the config file stands what the reader refuses.
func (s *settings) placed(err error) error {
	var refused *reader.KeyError
	if !errors.As(err, &refused) {
		return err
	}
	line := 0
	for _, action := range refused.Actions {
		line = max(line, s.Keys[action].line)
	}
	return fmt.Errorf("%s:%d: %w", s.path, line, err)
}

// settingsPath is where the config file lies by the XDG Base Directory
// Specification, unless DOSSIER_CONFIG names another.
func settingsPath() string {
	if path := os.Getenv("DOSSIER_CONFIG"); path != "" {
		return path
	}
	return filepath.Join(xdg.ConfigHome, "dossier", "config.yaml")
}

// readSettings reads the config file; one that is not there is empty.
func readSettings(path string) (settings, error) {
	s := settings{path: path}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, fmt.Errorf("read the config file: %w", err)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&s); err != nil && !errors.Is(err, io.EOF) {
		return settings{}, fmt.Errorf("%s: %w; it takes author, theme, ascii, mouse and keys", path, err)
	}
	if s.Theme != "" && s.Theme != "dark" && s.Theme != "light" {
		return settings{}, fmt.Errorf("%s: there is no theme %q; the themes are dark and light", path, s.Theme)
	}
	return s, nil
}
