package theme

import (
	"reflect"
	"strings"
)

// What data files call by name: a sign, and the role that it is drawn in.

// Sign is a glyph by its name, those of a strip side by side; "" for an unknown one.
func (t *Theme) Sign(name string) string {
	switch glyph := field(t.Glyphs, name).(type) {
	case string:
		return glyph
	case []string:
		return strings.Join(glyph, "")
	}
	return ""
}

// Role is a style by its name, "" for an unknown one.
func (t *Theme) Role(name string) Style {
	style, _ := field(*t, name).(Style)
	return style
}

// field is a field of a struct by its name, nil for an unknown one.
func field(of any, name string) any {
	if v := reflect.ValueOf(of).FieldByName(name); v.IsValid() {
		return v.Interface()
	}
	return nil
}
