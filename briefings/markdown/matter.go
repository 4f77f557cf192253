package markdown

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dossier/briefings"
)

// matterKey ties a key of the front matter to a field of Meta.
type matterKey struct {
	key  string
	list bool
	get  func(*briefings.Meta) []string
	set  func(*briefings.Meta, []string) bool // false for a value that makes no sense
}

func metaText[S ~string](key string, at func(*briefings.Meta) *S) matterKey {
	return matterKey{key, false,
		func(m *briefings.Meta) []string { return []string{string(*at(m))} },
		func(m *briefings.Meta, v []string) bool {
			if len(v) > 0 {
				*at(m) = S(v[0])
			}
			return len(v) < 2
		},
	}
}

func metaList(key string, at func(*briefings.Meta) *[]string) matterKey {
	return matterKey{key, true,
		func(m *briefings.Meta) []string { return *at(m) },
		func(m *briefings.Meta, v []string) bool { *at(m) = v; return true },
	}
}

func metaTime(key string, at func(*briefings.Meta) *briefings.Time) matterKey {
	return matterKey{key, false,
		func(m *briefings.Meta) []string { return []string{printTime(*at(m))} },
		func(m *briefings.Meta, v []string) bool {
			if len(v) != 1 {
				return false
			}
			t, err := readTime(v[0])
			*at(m) = t
			return err == nil
		},
	}
}

// matterKeys are the keys that are known, in canonical order.
var matterKeys = []matterKey{
	metaText("id", func(m *briefings.Meta) *string { return &m.ID }),
	metaText("slug", func(m *briefings.Meta) *string { return &m.Slug }),
	metaText("title", func(m *briefings.Meta) *string { return &m.Title }),
	metaList("tags", func(m *briefings.Meta) *[]string { return &m.Tags }),
	metaList("author", func(m *briefings.Meta) *[]string { return &m.Author }),
	metaText("publisher", func(m *briefings.Meta) *string { return &m.Publisher }),
	metaText("source", func(m *briefings.Meta) *string { return &m.Source }),
	metaText("date", func(m *briefings.Meta) *string { return &m.Date }),
	metaText("reference-date", func(m *briefings.Meta) *string { return &m.Reference.Date }),
	metaText("reference-date-rule", func(m *briefings.Meta) *briefings.DatingRule { return &m.Reference.Rule }),
	metaTime("created", func(m *briefings.Meta) *briefings.Time { return &m.Created }),
	metaTime("modified", func(m *briefings.Meta) *briefings.Time { return &m.Modified }),
	metaText("lang", func(m *briefings.Meta) *string { return &m.Lang }),
	metaText("tlp", func(m *briefings.Meta) *briefings.TLP { return &m.TLP }),
	metaText("likelihood-scale", func(m *briefings.Meta) *string { return &m.Likelihood }),
	{"revision", false,
		func(m *briefings.Meta) []string {
			if m.Revision == 0 {
				return nil
			}
			return []string{strconv.Itoa(m.Revision)}
		},
		func(m *briefings.Meta, v []string) bool {
			var err error
			if len(v) == 1 {
				m.Revision, err = strconv.Atoi(v[0])
			}
			return err == nil && m.Revision >= 0
		},
	},
	{"edited", true,
		func(m *briefings.Meta) []string {
			var out []string
			for _, name := range slices.Sorted(maps.Keys(m.Edited)) {
				out = append(out, printMetaEdit(name, m.Edited[name]))
			}
			return out
		},
		func(m *briefings.Meta, v []string) bool {
			for _, s := range v {
				name, e, ok := readMetaEdit(s)
				if !ok {
					return false
				}
				if m.Edited == nil {
					m.Edited = map[string]briefings.Edit{}
				}
				m.Edited[name] = e
			}
			return true
		},
	},
	{"sample", false,
		func(m *briefings.Meta) []string {
			if m.Sample {
				return []string{"yes"}
			}
			return nil
		},
		func(m *briefings.Meta, v []string) bool {
			m.Sample = len(v) == 1 && (v[0] == "yes" || v[0] == "true")
			return true
		},
	},
}

// printMetaEdit writes which field of the briefing itself a person changed, as
// in `title (was "Drones"), by analyst-one, 2025-12-09`.
func printMetaEdit(name string, e briefings.Edit) string {
	return fmt.Sprintf("%s (was %q), by %s, %s", name, e.Was, e.By, printTime(e.At))
}

func readMetaEdit(s string) (name string, e briefings.Edit, ok bool) {
	name, rest, found := strings.Cut(s, " (was ")
	quoted, err := strconv.QuotedPrefix(rest)
	if !found || err != nil {
		return "", e, false
	}
	e.Was, _ = strconv.Unquote(quoted) // a quoted prefix is one
	rest, found = strings.CutPrefix(rest[len(quoted):], "), by ")
	at := strings.LastIndex(rest, ", ")
	if !found || at < 0 {
		return "", e, false
	}
	if when := rest[at+2:]; when != "" {
		if e.At, err = readTime(when); err != nil {
			return "", e, false
		}
	}
	e.By = rest[:at]
	return name, e, isFieldName(name)
}
