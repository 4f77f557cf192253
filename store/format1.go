package store

import (
	"encoding/binary"
	"iter"
	"slices"
	"strings"

	"dossier/store/engine"
)

// Format 1 kept all briefings' values of a kind together, and rows apart from
// the sorted view that shows them:
//
//	b/ID           Meta                  r/LETTER/ID/HANDLE  a record
//	l/ID           row of the list       u/ID/HANDLE         a handle that was used
//	o/ID           sections              s/ID/N              head of a revision
//	p/ID           place of the reader   t/ID/N/K            blocks
//	h/ID/ULID      step of the history   w/ID/N/K            received bytes and Markdown
//	i/updated/TIME/ID
//
// The other keys and all values are those of format 2. Trial versions also had
// a key "!format".

// format1 reads a library of format 1 as one of format 2.
type format1 struct{ *codec }

func fromFormat1(c *codec) engine.Conversion {
	f := format1{c}
	return engine.Conversion{Walk: f.walk, Follow: f.follow}
}

// kept1 are the prefixes, in order, of what stands in the same place, or in that
// of another value.
var kept1 = []string{countKey, "b/", "c/", "d/", "i/", "j/", "r/q/"}

// walk gives the items of format 2 in their order.
func (f format1) walk(r engine.Reader, after string) iter.Seq2[engine.Item, error] {
	return func(yield func(engine.Item, error) bool) {
		if id := idIn(after); strings.HasPrefix(after, briefingPrefix) && !f.briefing(r, id, after, yield) {
			return
		}
		for _, prefix := range kept1 {
			for item, err := range r.Scan(engine.Range{Prefix: prefix, After: old1(after)}) {
				if err == nil && prefix == "b/" {
					if !f.briefing(r, idAtEnd(item.Key), "", yield) {
						return
					}
					continue
				}
				var now []engine.Item
				if err == nil {
					now, err = f.follow(r, item.Key)
				}
				if err != nil {
					yield(engine.Item{}, err)
					return
				}
				for _, one := range now {
					if !yield(one, nil) {
						return
					}
				}
			}
		}
	}
}

// old1 is the key of format 1 behind which the keys of format 2 behind another
// come from.
func old1(key string) string {
	if rest, ok := strings.CutPrefix(key, questionPrefix); ok {
		return "r/q/" + rest
	}
	if id := idIn(key); strings.HasPrefix(key, briefingPrefix) {
		return "b/" + id
	}
	return key
}

// briefing gives what is one briefing's own, from behind a key.
func (f format1) briefing(r engine.Reader, id, after string, yield func(engine.Item, error) bool) bool {
	var own []engine.Item
	for _, prefix := range []string{"b/", "h/", "o/", "p/", "r/a/", "r/e/", "r/l/", "r/n/", "r/r/", "s/", "t/", "u/", "w/"} {
		for item, err := range r.Scan(engine.Range{Prefix: prefix + id}) {
			if err != nil {
				return yield(engine.Item{}, err)
			}
			if key := renamed1(item.Key); key > after {
				own = append(own, f.moved(item, key))
			}
		}
	}
	slices.SortFunc(own, func(a, b engine.Item) int { return strings.Compare(a.Key, b.Key) })
	for _, item := range own {
		if !yield(item, nil) {
			return false
		}
	}
	return true
}

// renamed1 is what a key of format 1 is called in format 2.
func renamed1(key string) string {
	family, rest, _ := strings.Cut(key, "/")
	id, name, _ := strings.Cut(rest, "/")
	switch family {
	case "b":
		return within(id, "meta")
	case "h":
		return within(id, "log/"+name)
	case "o":
		return within(id, "outline")
	case "p":
		return within(id, "reading")
	case "r":
		of, handle, _ := strings.Cut(name, "/")
		if id == "q" {
			return questionPrefix + of + "/" + handle
		}
		return within(of, handle)
	case "s":
		return within(id, "revision/"+name)
	case "t":
		return within(id, "text/"+name)
	case "u":
		return within(id, "used/"+name)
	case "w":
		return within(id, "source/"+name)
	}
	return key
}

// follow gives what a key of format 1 is in format 2.
func (f format1) follow(r engine.Reader, key string) ([]engine.Item, error) {
	value, err := r.Get(key)
	if err != nil {
		return nil, err
	}
	id := idAtEnd(key)
	switch {
	case key == "!format":
		return nil, nil
	case strings.HasPrefix(key, "i/updated/"):
		if value == nil {
			return []engine.Item{{Key: key}}, nil
		}
		row, err := r.Get("l/" + id)
		if err != nil || row == nil {
			return nil, err
		}
		return []engine.Item{f.moved(engine.Item{Key: "l/" + id, Value: row}, key)}, nil
	case strings.HasPrefix(key, "l/"):
		var of row
		if value == nil { // what led to it is gone too
			return nil, nil
		}
		err := f.decode(key, value, &of)
		return []engine.Item{f.moved(engine.Item{Key: key, Value: value}, of.place())}, err
	}
	return []engine.Item{f.moved(engine.Item{Key: key, Value: value}, renamed1(key))}, nil
}

// moved puts a value under another key. One that was broken stays so, for check
// to tell.
func (f format1) moved(item engine.Item, to string) engine.Item {
	if item.Value == nil || to == item.Key {
		return engine.Item{Key: to, Value: item.Value}
	}
	value := item.Value
	if _, err := f.unwrap(item.Key, value, nil); err == nil {
		value = slices.Clone(value)
		end := len(value) - sumSize
		binary.BigEndian.PutUint32(value[end:], f.sum(to, value[:end]))
	}
	return engine.Item{Key: to, Value: value}
}

// problem1 says what is wrong with an item of format 1 that an upgrade would
// leave behind.
func problem1(r engine.Reader, item engine.Item) (string, error) {
	family, rest, _ := strings.Cut(item.Key, "/")
	of, _, _ := strings.Cut(rest, "/")
	leadsTo := briefingPrefix + of
	switch family {
	case countKey, "!format", "b", "c", "d", "j":
		return "", nil
	case "i":
		if of != "updated" {
			return "", nil
		}
		leadsTo = "l/" + idAtEnd(item.Key)
	case "h", "l", "o", "p", "s", "t", "u", "w":
	case "r":
		kind, rest, _ := strings.Cut(rest, "/")
		if len(kind) != 1 || !strings.Contains("aelnqr", kind) {
			return "is no key that a briefing has", nil
		}
		of, _, _ = strings.Cut(rest, "/")
		leadsTo = briefingPrefix + of
	default:
		return "is no key that a library has", nil
	}
	if value, err := r.Get(leadsTo); err != nil || value != nil {
		return "", err
	}
	return "belongs to a briefing that there is not", nil
}
