package store

import (
	"bytes"
	"slices"

	"github.com/fxamacker/cbor/v2"

	"dossier/briefings"
)

// partedFrom takes what a step made of a record out of what stands there now, field by
// field. A new text may have moved the passages; they stay where they stand.
func (c *codec) partedFrom(before, after, stands briefings.Record, moved bool) (briefings.Record, error) {
	before, after = before.Clone(), after.Clone()
	known := standAs(after, stands)
	if again := standAs(before, stands); moved && known && !again {
		return nil, errChangedSince // where its old passage stands in the new text, no step tells
	}
	var raw [3]cbor.RawMessage
	for i, r := range []briefings.Record{before, after, stands} {
		var err error
		if raw[i], err = c.enc.Marshal(r); err != nil {
			return nil, err
		}
	}
	back, err := c.parted(raw[0], raw[1], raw[2])
	if err != nil {
		return nil, err
	}
	return c.record(stands.Kind(), back)
}

// standAs gives the passages of a record the places at which the same ones stand in
// another, with what follows from the text and the count of writes. It says whether
// all are there.
func standAs(r, stands briefings.Record) (all bool) {
	h, s := r.Common(), stands.Common()
	h.Version, h.Modified = s.Version, s.Modified
	all = true
	place := func(a *briefings.Anchor, there []briefings.Anchor) {
		at := slices.IndexFunc(there, samePassage(a))
		if at < 0 {
			all = false
			return
		}
		*a = there[at]
	}
	for i := range h.Anchors {
		place(&h.Anchors[i], s.Anchors)
	}
	switch r := r.(type) {
	case *briefings.Actor:
		r.Mentions = stands.(*briefings.Actor).Mentions
	case *briefings.Reference:
		r.Cited = stands.(*briefings.Reference).Cited
	case *briefings.Question:
		var cited []briefings.Anchor
		for _, e := range stands.(*briefings.Question).Evidence {
			if e.Anchor != nil {
				cited = append(cited, *e.Anchor)
			}
		}
		for i := range r.Evidence {
			if at := r.Evidence[i].Anchor; at != nil {
				moved := *at
				if slices.ContainsFunc(cited, func(t briefings.Anchor) bool { return t.Exact == moved.Exact }) {
					place(&moved, cited)
				}
				r.Evidence[i].Anchor = &moved
			}
		}
	}
	return all
}

// samePassage finds a passage by its words.
func samePassage(a *briefings.Anchor) func(briefings.Anchor) bool {
	exact, prefix := a.Exact, a.Prefix
	return func(o briefings.Anchor) bool { return o.Exact == exact && o.Prefix == prefix }
}

// parted takes out of a value what a step made of it: a field of a mapping or an
// element of a list by itself. errChangedSince where another value stands there.
func (c *codec) parted(before, after, stands cbor.RawMessage) (cbor.RawMessage, error) {
	switch {
	case bytes.Equal(before, after), bytes.Equal(before, stands):
		return stands, nil
	case bytes.Equal(after, stands):
		return before, nil
	case each3(isMap, before, after, stands):
		return c.partedFields(before, after, stands)
	case each3(isList, before, after, stands):
		return c.partedElements(before, after, stands)
	}
	return nil, errChangedSince
}

// Major types of CBOR (RFC 8949, 3.1).
const (
	majorList = 4
	majorMap  = 5
	cborNull  = 0xf6
)

func isMap(v cbor.RawMessage) bool  { return len(v) == 0 || v[0]>>5 == majorMap }
func isList(v cbor.RawMessage) bool { return len(v) == 0 || v[0] == cborNull || v[0]>>5 == majorList }

func each3(is func(cbor.RawMessage) bool, a, b, c cbor.RawMessage) bool {
	return is(a) && is(b) && is(c)
}

func (c *codec) partedFields(before, after, stands cbor.RawMessage) (cbor.RawMessage, error) {
	var fields [3]map[string]cbor.RawMessage
	for i, raw := range []cbor.RawMessage{before, after, stands} {
		if len(raw) == 0 {
			continue
		}
		if err := c.dec.Unmarshal(raw, &fields[i]); err != nil {
			return nil, err
		}
	}
	out := map[string]cbor.RawMessage{}
	for _, of := range fields {
		for name := range of {
			back, err := c.parted(fields[0][name], fields[1][name], fields[2][name])
			if err != nil {
				return nil, err
			}
			if len(back) > 0 {
				out[name] = back
			}
		}
	}
	return c.enc.Marshal(out)
}

func (c *codec) partedElements(before, after, stands cbor.RawMessage) (cbor.RawMessage, error) {
	var lists [3][]cbor.RawMessage
	for i, raw := range []cbor.RawMessage{before, after, stands} {
		if len(raw) == 0 {
			continue
		}
		if err := c.dec.Unmarshal(raw, &lists[i]); err != nil {
			return nil, err
		}
	}
	gone, out := beyond(lists[0], lists[1]), lists[2]
	for _, made := range beyond(lists[1], lists[0]) {
		at := slices.IndexFunc(out, func(e cbor.RawMessage) bool { return bytes.Equal(e, made) })
		if at < 0 {
			return nil, errChangedSince
		}
		if len(gone) > 0 {
			out[at], gone = gone[0], gone[1:]
		} else {
			out = slices.Delete(out, at, at+1)
		}
	}
	return c.enc.Marshal(append(out, gone...))
}

// beyond are the elements of a list that another does not have.
func beyond(list, other []cbor.RawMessage) (out []cbor.RawMessage) {
	for _, e := range list {
		if !slices.ContainsFunc(other, func(o cbor.RawMessage) bool { return bytes.Equal(o, e) }) {
			out = append(out, e)
		}
	}
	return out
}
