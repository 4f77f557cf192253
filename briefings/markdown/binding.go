package markdown

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"dossier/briefings"
)

// binding ties one field of a record of type R to its key in the file. A kind's
// table of bindings is the one place that says how its fields are written and
// read, in the order in which they are written.
type binding[R any] struct {
	key   string
	write func(c *codec, r *R) []field
	read  func(c *codec, r *R, f field)
}

// codec is what bindings need to know of the briefing that is written or read.
type codec struct {
	id      string // of the briefing
	edited  bool   // its text was edited in the file
	slugs   map[string]string
	passage *passageIndex
	lints   []Lint
	lines   map[briefings.Handle]int // where records stand
	// loose are fields within fields that nothing knows; they are kept on the
	// record as remarks.
	loose []field
}

// write returns a record's fields; read sets them and returns those that no
// binding knows.
func write[R any](c *codec, table []binding[R], r *R) []field {
	var out []field
	for _, b := range table {
		for _, f := range b.write(c, r) {
			f.key = b.key
			out = append(out, f)
		}
	}
	return out
}

func read[R any](c *codec, table []binding[R], r *R, fields []field) (unknown []field) {
	for _, f := range fields {
		at := slices.IndexFunc(table, func(b binding[R]) bool { return b.key == f.key })
		if at < 0 {
			unknown = append(unknown, f)
			continue
		}
		table[at].read(c, r, f)
	}
	return unknown
}

// plain reads a field that has no fields of its own; what an editor put below it
// all the same is kept.
func plain[R any](set func(c *codec, r *R, f field)) func(*codec, *R, field) {
	return func(c *codec, r *R, f field) {
		set(c, r, f)
		c.loose = append(c.loose, f.subs...)
	}
}

// keys lists the keys of a table.
func keys[R any](table []binding[R]) []string {
	var out []string
	for _, b := range table {
		out = append(out, b.key)
	}
	return out
}

func one(value string) []field {
	if value == "" {
		return nil
	}
	return []field{{value: value}}
}

// words binds a string. omit is a value that need not be written.
func words[R any, S ~string](key string, at func(*R) *S, omit ...S) binding[R] {
	return coded(key, at, encode, decode, omit...)
}

// dated binds a date, which stands in a code span.
func dated[R any, S ~string](key string, at func(*R) *S) binding[R] {
	return coded(key, at, codeSpan, readCodeSpan)
}

// coded binds a string with its own way of writing.
func coded[R any, S ~string](key string, at func(*R) *S, enc, dec func(string) string, omit ...S) binding[R] {
	return binding[R]{key,
		func(_ *codec, r *R) []field {
			if slices.Contains(omit, *at(r)) {
				return nil
			}
			return one(enc(string(*at(r))))
		},
		plain(func(_ *codec, r *R, f field) { *at(r) = S(dec(f.value)) }),
	}
}

// list binds strings on one line, parted by commas; a key that stands there
// again adds to the list.
func list[R any, S ~string](key string, at func(*R) *[]S) binding[R] {
	return binding[R]{key,
		func(_ *codec, r *R) []field {
			var out []string
			for _, s := range *at(r) {
				out = append(out, string(s))
			}
			return one(encodeList(out))
		},
		plain(func(_ *codec, r *R, f field) {
			for _, s := range decodeList(f.value) {
				*at(r) = append(*at(r), S(s))
			}
		}),
	}
}

// lines binds strings that take a field each.
func lines[R any](key string, at func(*R) *[]string) binding[R] {
	return binding[R]{key,
		func(_ *codec, r *R) []field {
			var out []field
			for _, s := range *at(r) {
				out = append(out, field{value: encode(s)})
			}
			return out
		},
		plain(func(_ *codec, r *R, f field) { *at(r) = append(*at(r), decode(f.value)) }),
	}
}

func flag[R any](key string, at func(*R) *bool) binding[R] {
	return binding[R]{key,
		func(_ *codec, r *R) []field {
			if *at(r) {
				return one("yes")
			}
			return nil
		},
		plain(func(c *codec, r *R, f field) {
			switch strings.ToLower(decode(f.value)) {
			case "yes", "true", "x":
				*at(r) = true
			case "no", "false", "":
				*at(r) = false
			default:
				c.warn(f.line, "%s: %q is neither yes nor no", key, f.value)
			}
		}),
	}
}

// moment binds an instant, RFC 3339 in UTC; a bare date is midnight.
func moment[R any](key string, at func(*R) *briefings.Time) binding[R] {
	return binding[R]{key,
		func(_ *codec, r *R) []field { return one(printTime(*at(r))) },
		plain(func(c *codec, r *R, f field) {
			t, err := readTime(decode(f.value))
			if err != nil {
				c.warn(f.line, "%s: %q is no time such as 2026-01-14T09:12:00Z", key, f.value)
				return
			}
			*at(r) = t
		}),
	}
}

func printTime(t briefings.Time) string {
	switch t = t.UTC(); {
	case t.IsZero():
		return ""
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339Nano)
}

func readTime(s string) (briefings.Time, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	return t.UTC(), err
}

// parts binds a list of structures: the value of each is one of its strings, the
// rest are sub-fields.
func parts[R, P any](key string, at func(*R) *[]P, head binding[P], table []binding[P]) binding[R] {
	return binding[R]{key,
		func(c *codec, r *R) []field {
			var out []field
			for i := range *at(r) {
				p := &(*at(r))[i]
				f := field{subs: write(c, table, p)}
				if h := head.write(c, p); len(h) > 0 {
					f.value = h[0].value
				}
				out = append(out, f)
			}
			return out
		},
		func(c *codec, r *R, f field) {
			var p P
			head.read(c, &p, f.alone())
			c.loose = append(c.loose, read(c, table, &p, f.subs)...)
			*at(r) = append(*at(r), p)
		},
	}
}

// edits binds the fields that a person changed: "when (was `2025-12`), by
// analyst-one, 2025-12-09".
func edits(key string, at func(*briefings.Head) *map[string]briefings.Edit) binding[briefings.Head] {
	type edit struct {
		name string
		briefings.Edit
	}
	head := words("", func(e *edit) *string { return &e.name })
	table := []binding[edit]{
		words("was", func(e *edit) *string { return &e.Was }),
		words("by", func(e *edit) *string { return &e.By }),
		moment("at", func(e *edit) *briefings.Time { return &e.At }),
	}
	return binding[briefings.Head]{key,
		func(c *codec, h *briefings.Head) []field {
			var out []field
			for _, name := range slices.Sorted(maps.Keys(*at(h))) {
				e := edit{name, (*at(h))[name]}
				if short, ok := shortEdit(e.name, e.Edit); ok {
					out = append(out, field{value: short})
				} else {
					out = append(out, field{value: encode(e.name), subs: write(c, table, &e)})
				}
			}
			return out
		},
		func(c *codec, h *briefings.Head, f field) {
			var e edit
			name, short, ok := readShortEdit(f.value)
			if ok {
				e.name, e.Edit = name, short
			} else {
				head.read(c, &e, f.alone())
			}
			c.loose = append(c.loose, read(c, table, &e, f.subs)...)
			if *at(h) == nil {
				*at(h) = map[string]briefings.Edit{}
			}
			(*at(h))[e.name] = e.Edit
		},
	}
}

// shortEdit writes an edit on one line if that reads back.
func shortEdit(name string, e briefings.Edit) (string, bool) {
	s := fmt.Sprintf("%s (was `%s`), by %s, %s", name, e.Was, e.By, printTime(e.At))
	if oneLine(s) != s || encode(e.By) != e.By || codeSpan(strings.ReplaceAll(e.Was, " ", "_")) != "`"+strings.ReplaceAll(e.Was, " ", "_")+"`" {
		return "", false
	}
	n, back, ok := readShortEdit(s)
	return s, ok && n == name && back.Was == e.Was && back.By == e.By && back.At.Equal(e.At)
}

func readShortEdit(s string) (name string, e briefings.Edit, ok bool) {
	name, rest, found := strings.Cut(s, " (was `")
	was, rest, found2 := strings.Cut(rest, "`), by ")
	at := strings.LastIndex(rest, ", ")
	if !found || !found2 || at < 0 {
		return "", e, false
	}
	t, err := readTime(rest[at+2:])
	return name, briefings.Edit{By: rest[:at], At: t, Was: was}, err == nil && isFieldName(name)
}

func isFieldName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-'
	})
}

// named binds a map from the names of fields, one field of the file for each.
func named[V any](key string, at func(*briefings.Head) *map[string]V, table []binding[V]) binding[briefings.Head] {
	return binding[briefings.Head]{key,
		func(c *codec, h *briefings.Head) []field {
			var out []field
			for _, name := range slices.Sorted(maps.Keys(*at(h))) {
				v := (*at(h))[name]
				out = append(out, field{value: encode(name), subs: write(c, table, &v)})
			}
			return out
		},
		func(c *codec, h *briefings.Head, f field) {
			var v V
			c.loose = append(c.loose, read(c, table, &v, f.subs)...)
			if *at(h) == nil {
				*at(h) = map[string]V{}
			}
			(*at(h))[decode(f.value)] = v
		},
	}
}

// base binds what an extractor last produced for edited fields.
func base(key string, at func(*briefings.Head) *map[string]string) binding[briefings.Head] {
	return named(key, at, []binding[string]{words("value", func(s *string) *string { return s })})
}

// pending binds values that wait beside fields.
func pending(key string, at func(*briefings.Head) *map[string]briefings.Proposal) binding[briefings.Head] {
	return named(key, at, []binding[briefings.Proposal]{
		words("value", func(p *briefings.Proposal) *string { return &p.Value }),
		words("by", func(p *briefings.Proposal) *string { return &p.By }),
	})
}
