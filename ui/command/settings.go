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
	Author string              `yaml:"author"`
	Theme  string              `yaml:"theme"`
	ASCII  bool                `yaml:"ascii"`
	Mouse  bool                `yaml:"mouse"`
	Keys   map[string][]string `yaml:"keys"`
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
	var s settings
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
