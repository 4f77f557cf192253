package command

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonVersion numbers the shape of what --json prints. A field may be added
// within a version; none changes its name or its meaning.
const jsonVersion = 1

// printJSON prints a value (a pointer) as indented JSON: lists are [] and never
// null, and characters that a terminal would obey or hide are escaped, which
// changes no string.
func printJSON(w io.Writer, value any) error {
	fillLists(reflect.ValueOf(value))
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(escapeHidden(b.Bytes()))
	return err
}

// fillLists replaces nil slices by empty ones wherever a pointer leads.
func fillLists(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			fillLists(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() || v.Type().Field(i).Anonymous {
				fillLists(f)
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			fillLists(v.MapIndex(key))
		}
	case reflect.Slice:
		if v.IsNil() && v.CanSet() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		if holdsLists(v.Type().Elem().Kind()) {
			for i := range v.Len() {
				fillLists(v.Index(i))
			}
		}
	}
}

func holdsLists(k reflect.Kind) bool {
	switch k {
	case reflect.Struct, reflect.Pointer, reflect.Interface, reflect.Slice, reflect.Map:
		return true
	}
	return false
}

// escapeHidden writes control and format characters and the private use area
// as \uXXXX. JSON allows them only inside strings, so that is always right.
func escapeHidden(in []byte) []byte {
	var out []byte
	from := 0
	for i := 0; i < len(in); {
		if in[i] < utf8.RuneSelf && in[i] != 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(in[i:])
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp) {
			out = append(out, in[from:i]...)
			out = appendEscape(out, r)
			from = i + size
		}
		i += size
	}
	if from == 0 {
		return in
	}
	return append(out, in[from:]...)
}

func appendEscape(out []byte, r rune) []byte {
	if r > 0xffff {
		high, low := utf16.EncodeRune(r)
		return appendEscape(appendEscape(out, high), low)
	}
	const hex = "0123456789abcdef"
	return append(out, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}
