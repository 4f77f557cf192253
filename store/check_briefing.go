package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"dossier/briefings"
	"dossier/store/engine"
)

// inspection is the check of one briefing.
type inspection struct {
	*checker
	s     *snapshot
	id    string
	b     *briefings.Briefing
	texts map[int]*text // canonical texts by revision
}

// text is a canonical text that can be read by code points.
type text struct {
	whole   string
	locator *briefings.Locator
	points  int
}

// briefing proves one briefing.
func (k *checker) briefing(s *snapshot, id string) error {
	in := &inspection{checker: k, s: s, id: id, texts: map[int]*text{}}
	b, err := s.briefing(id)
	if err != nil {
		return k.broken(id, metaKey(id), ignoreGone(err))
	}
	if in.b = b; b.ID != id {
		k.add(id, metaKey(id), "says that its id is %s", b.ID)
	}
	for _, prove := range []func() error{in.revisions, in.sections, in.records, in.row, in.found, in.history} {
		if err := prove(); err != nil {
			if err = k.broken(id, b.Slug, err); err != nil {
				return err
			}
		}
	}
	return nil
}

// ignoreGone passes over a briefing that was purged since it was listed.
func ignoreGone(err error) error {
	if _, gone := err.(*NotFoundError); gone {
		return nil
	}
	return err
}

func (in *inspection) bad(where, format string, args ...any) {
	in.add(in.id, where, format, args...)
}

// revisions proves that all are there and their texts have their hashes.
func (in *inspection) revisions() error {
	found, err := keys(in.s, engine.Range{Prefix: revisionsPrefix(in.id)}, 0)
	if err != nil {
		return err
	}
	// Those before the first are with whom the briefing came from.
	if n := len(found); n == 0 || !slices.Contains(found, revisionKey(in.id, in.b.Revision)) || !slices.Contains(found, revisionKey(in.id, in.b.Revision-n+1)) {
		in.bad(in.b.Slug, "has %d revisions, which do not lead up to %d", n, in.b.Revision)
	}
	for _, key := range found {
		h, there, err := fetch[head](in.s, key)
		if err != nil || !there {
			return err
		}
		if key != revisionKey(in.id, h.Number) {
			in.bad(key, "says that it is revision %d", h.Number)
			continue
		}
		if err := in.revision(key, &h); err != nil {
			if err = in.broken(in.id, key, err); err != nil {
				return err
			}
		}
	}
	return nil
}

func (in *inspection) revision(key string, h *head) error {
	raw, _, err := in.s.source(in.id, h)
	if err != nil {
		return err
	}
	if hashOf(raw) != h.RawHash {
		in.bad(key, "the received bytes do not have their hash")
	}
	rev := briefings.Revision{}
	for n := range h.Parts {
		blocks, err := in.s.part(in.id, h, n)
		if err != nil {
			return err
		}
		if h.Parts[n].Block != len(rev.Blocks) {
			in.bad(key, "part %d of its text does not begin with block %d", n, len(rev.Blocks))
		}
		rev.Blocks = append(rev.Blocks, blocks...)
	}
	whole := rev.Text()
	if hashOf([]byte(whole)) != h.TextHash {
		in.bad(key, "the canonical text does not have its hash")
	}
	if len(rev.Blocks) != h.Blocks || h.Blocks > 0 && rev.Blocks[h.Blocks-1].End != h.End {
		in.bad(key, "has not the length that it says")
	}
	in.texts[h.Number] = &text{whole, briefings.NewLocator(whole, nil), h.End}
	holder, _, err := fetch[string](in.s, hashKey(h.RawHash))
	if err == nil && holder != in.id {
		in.bad(key, "is not found by its hash")
	}
	return err
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// sections proves that they follow each other within the text.
func (in *inspection) sections() error {
	end, seen := 0, map[briefings.Handle]bool{}
	current := in.texts[in.b.Revision]
	for _, sec := range in.b.Sections {
		switch {
		case sec.Start < end || sec.End < sec.Start || current != nil && sec.End > current.points:
			in.bad(string(sec.Handle), "the section lies at %d to %d, which is not behind the one before it and in the text", sec.Start, sec.End)
		case seen[sec.Handle]:
			in.bad(string(sec.Handle), "two sections are called so")
		}
		seen[sec.Handle], end = true, sec.End
	}
	return nil
}

// records proves each record of the briefing.
func (in *inspection) records() error {
	for _, r := range in.b.Records() {
		h := r.Common()
		where := string(h.Handle)
		stored, err := in.s.record(in.id, r.Kind(), h.Handle)
		if err != nil {
			return err
		}
		if stored == nil || h.Handle.Kind() != r.Kind() {
			in.bad(where, "the record stands under another handle's key")
		}
		if h.Origin == briefings.OriginExtracted && len(h.Anchors) == 0 {
			in.bad(where, "is extracted and points at no passage")
		}
		if h.Version < 1 || h.Created.IsZero() || h.Modified.Before(h.Created) {
			in.bad(where, "has no count or time of its writes")
		}
		for _, a := range anchors(r) {
			in.anchor(where, a)
		}
	}
	return nil
}

// anchors returns all anchors of a record into its own briefing.
func anchors(r briefings.Record) []briefings.Anchor {
	out := append([]briefings.Anchor(nil), r.Common().Anchors...)
	switch r := r.(type) {
	case *briefings.Actor:
		out = append(append(out, r.Mentions...), r.Not...)
	case *briefings.Reference:
		out = append(out, r.Cited...)
	}
	return out
}

// anchor proves that an anchor names a section that there is, and that its
// quote stands where it says. One that was found by likeness, or not at all, has
// another text there.
func (in *inspection) anchor(where string, a briefings.Anchor) {
	if !a.Placed() || a.Revision != 0 && a.Revision != in.b.Revision {
		return
	}
	start := 0
	if a.Section != "" {
		i := 0
		for ; i < len(in.b.Sections) && in.b.Sections[i].Handle != a.Section; i++ {
		}
		if i == len(in.b.Sections) {
			in.bad(where, "points into the section %s, which there is not", a.Section)
			return
		}
		start = in.b.Sections[i].Start
	}
	current := in.texts[in.b.Revision]
	switch {
	case current == nil:
	case a.DocStart < 0 || a.DocEnd < a.DocStart || a.DocEnd > current.points:
		in.bad(where, "points at %d to %d, beyond the text", a.DocStart, a.DocEnd)
	case a.State != briefings.Drifted && current.between(a.DocStart, a.DocEnd) != a.Exact:
		in.bad(where, "its quote does not stand at %d to %d", a.DocStart, a.DocEnd)
	case start+a.Start != a.DocStart:
		in.bad(where, "its place in the section is not its place in the text")
	}
}

func (t *text) between(start, end int) string {
	return t.whole[t.locator.Byte(start):t.locator.Byte(end)]
}

// row proves that the list shows what a rebuild would.
func (in *inspection) row() error {
	place := rowKey(in.b.Modified, in.id)
	stored, found, err := fetch[row](in.s, place)
	if err != nil {
		return err
	}
	if !found {
		in.bad(place, "the list has no row for it")
		return nil
	}
	if err := in.s.complete(&stored); err != nil {
		return err
	}
	reading, _, err := fetch[briefings.Reading](in.s, readingKey(in.id))
	if err != nil {
		return err
	}
	fresh := row{}
	fresh.fill(&in.b.Meta)
	fresh.read(&reading, in.b.Sections)
	if err := fresh.count(in.s, in.id); err != nil {
		return err
	}
	a, err := in.s.codec.enc.Marshal(&stored)
	if err != nil {
		return err
	}
	b, err := in.s.codec.enc.Marshal(&fresh)
	if err == nil && !bytes.Equal(a, b) {
		in.bad(place, "the list shows something else than the briefing says")
	}
	return err
}

// found proves that the briefing is found by all its keys.
func (in *inspection) found() error {
	r, found, err := fetch[row](in.s, rowKey(in.b.Modified, in.id))
	if err != nil || !found { // which in.row tells
		return err
	}
	want := append(sortKeys(&r), slugKey(in.b.Slug))
	if in.b.Source != "" {
		want = append(want, bySource(in.b.Source)+in.id)
	}
	for _, key := range want {
		value, err := in.s.Get(key)
		if err != nil {
			return err
		}
		if value == nil {
			in.bad(key, "the briefing is not found by this key")
		}
	}
	return nil
}

// history proves that each step can be read, that what it takes back is there,
// and that every record is what the last step that concerns it made of it.
func (in *inspection) history() error {
	known := map[string]bool{}
	settled := map[briefings.Handle]bool{}
	var takenBack []string
	err := in.s.steps(in.id, func(st *step) (bool, error) {
		known[st.ID] = true
		takenBack = append(takenBack, st.Undoes+st.Redoes)
		for _, p := range st.Parts {
			if settled[p.Handle] {
				continue
			}
			settled[p.Handle] = true
			if err := in.settled(&p); err != nil {
				return false, err
			}
		}
		return true, nil
	})
	if err != nil {
		return err
	}
	for _, id := range takenBack {
		if id != "" && !known[id] {
			in.bad(historyPrefix(in.id)+id, "is taken back by a later step and is not there")
		}
	}
	return nil
}

func (in *inspection) settled(p *part) error {
	after, err := in.s.codec.record(p.Kind, p.After)
	if err != nil {
		return err
	}
	stands, err := in.s.record(in.id, p.Kind, p.Handle)
	if err != nil {
		return err
	}
	same, err := in.s.codec.sameContent(after, stands)
	if err == nil && !same {
		in.bad(string(p.Handle), "is not what its history says")
	}
	return err
}
