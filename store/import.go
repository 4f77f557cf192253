package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"dossier/briefings"
)

// Import takes a new briefing in, with its revision and its records, and gives
// it an id and a slug. One that brings an id, times and the number of its
// revision along, as briefing Markdown does, keeps them, so that what names an
// earlier revision goes on to mean that; an id that the library has is refused.
// Where the library has the same bytes already, nothing changes and the answer
// names the briefing that holds them.
func (l *Library) Import(ctx context.Context, b briefings.Briefing, rev briefings.Revision) (out Imported, err error) {
	p, err := l.prepare(b, rev)
	if err != nil {
		return Imported{}, err
	}
	err = l.update(ctx, func(c *change) error {
		out, err = l.add(c, p)
		return err
	})
	if err != nil {
		return Imported{}, err
	}
	return out, nil
}

// prepared is a new briefing with all that can be encoded before the
// transaction, so that it keeps nobody waiting.
type prepared struct {
	meta      briefings.Meta
	rawHash   string
	questions []*briefings.Question
	sections  int
	values    []value
	step      step
}

func (p *prepared) size() (n int) {
	for _, v := range p.values {
		n += len(v.key) + len(v.bytes)
	}
	return n
}

func (l *Library) prepare(b briefings.Briefing, rev briefings.Revision) (*prepared, error) {
	if rev.RawHash == "" || len(rev.Blocks) == 0 {
		return nil, fmt.Errorf("importing %s: there is no text in it", cmp.Or(b.Source, b.Title, "a document"))
	}
	now := l.now()
	id, err := ulid.ParseStrict(b.ID)
	if err != nil {
		id, err = ulid.New(ulid.Timestamp(now), rand.Reader)
	}
	if err != nil {
		return nil, fmt.Errorf("importing %s: the clock shows %v, which cannot be; set it", b.Source, now)
	}
	rev.Number = max(b.Revision, 1)
	p := &prepared{meta: b.Meta, rawHash: rev.RawHash, sections: len(b.Sections)}
	p.meta.ID, p.meta.Revision, p.meta.Created, p.meta.Modified = id.String(), rev.Number, orNow(b.Created, now), orNow(b.Modified, now)
	p.meta.Author, p.meta.Tags = notNil(b.Author), notNil(b.Tags)
	if err := newRecords(&b, now); err != nil {
		return nil, err
	}
	for i := range b.Questions {
		p.questions = append(p.questions, &b.Questions[i])
	}
	if p.values, err = l.codec.revisionValues(p.meta.ID, &rev); err != nil {
		return nil, err
	}
	if err := l.encodeRecords(p, &b); err != nil {
		return nil, err
	}
	p.step = step{At: now, By: l.author, Op: briefings.OpImport, Note: importNote(&b, &rev)}
	return p, nil
}

func (l *Library) encodeRecords(p *prepared, b *briefings.Briefing) error {
	add := func(key string, v any) error {
		bytes, err := l.codec.encode(key, v)
		p.values = append(p.values, value{key, bytes})
		return err
	}
	for _, r := range b.Records() {
		if err := l.checkRecord(r); err != nil {
			return err
		}
		if err := add(recordKey(p.meta.ID, r.Kind(), r.Common().Handle), r); err != nil {
			return err
		}
	}
	return add(outlineKey(p.meta.ID), newOutline(b))
}

// newRecords gives the records of a new briefing what every stored record has.
func newRecords(b *briefings.Briefing, now time.Time) error {
	used := map[briefings.Handle]bool{}
	for _, r := range b.Records() {
		h := r.Common()
		if h.Handle == "" {
			h.Handle = briefings.NewHandle(r.Kind(), r.Line(), func(h briefings.Handle) bool { return used[h] })
		}
		if used[h.Handle] {
			return fmt.Errorf("importing %s: two records are called %s", cmp.Or(b.Source, b.Title), h.Handle)
		}
		used[h.Handle] = true
		h.Origin = cmp.Or(h.Origin, briefings.OriginExtracted)
		h.State = cmp.Or(h.State, briefings.StateLive)
		h.Created, h.Modified, h.Version = orNow(h.Created, now), orNow(h.Modified, now), 1
	}
	return nil
}

// orNow returns a time that a record brought along, else the present.
func orNow(t, now time.Time) time.Time {
	if t.IsZero() {
		return now
	}
	return t
}

func importNote(b *briefings.Briefing, rev *briefings.Revision) string {
	return fmt.Sprintf("revision %d from %s with %d records", rev.Number, cmp.Or(rev.Source, "standard input"), len(b.Records()))
}

// add writes a prepared briefing.
func (l *Library) add(c *change, p *prepared) (Imported, error) {
	if id, found, err := fetch[string](&c.snapshot, hashKey(p.rawHash)); err != nil || found {
		if err != nil {
			return Imported{}, err
		}
		m, err := c.meta(id)
		return Imported{ID: id, Slug: m.Slug, Revision: m.Revision, Unchanged: true}, err
	}
	id := p.meta.ID
	if _, taken, err := fetch[briefings.Meta](&c.snapshot, metaKey(id)); err != nil {
		return Imported{}, err
	} else if taken {
		return Imported{}, fmt.Errorf("importing %s: the library has a briefing with the id %s; make this a revision of it", cmp.Or(p.meta.Source, p.meta.Title), id)
	}
	slug, err := c.freeSlug(&p.meta)
	if err != nil {
		return Imported{}, err
	}
	m := p.meta
	m.Slug = slug
	for _, v := range p.values {
		if err := c.w.Put(v.key, v.bytes); err != nil {
			return Imported{}, err
		}
	}
	st := p.step
	err = errors.Join(
		c.put(metaKey(id), &m),
		c.put(slugKey(slug), id),
		c.put(hashKey(p.rawHash), id),
		c.moveSource(id, "", m.Source),
		c.addStep(id, &st),
		c.addCount(1),
		c.newRow(&m, p),
	)
	return Imported{ID: id, Slug: slug, Revision: m.Revision}, err
}

func (c *change) newRow(m *briefings.Meta, p *prepared) error {
	r := row{Sections: p.sections}
	r.fill(m)
	for _, q := range p.questions {
		r.add(q)
	}
	return c.setRow(nil, &r)
}

func (c *change) addCount(by int) error {
	n, _, err := fetch[int](&c.snapshot, countKey)
	if err != nil {
		return err
	}
	return c.put(countKey, n+by)
}

const slugWords = 6

// freeSlug makes a slug from date and title that no other briefing has.
func (c *change) freeSlug(m *briefings.Meta) (string, error) {
	base := cmp.Or(m.Slug, briefings.Slug(slugDate(m.Date)+" "+m.Title, slugWords+3), strings.ToLower(m.ID))
	base = strings.Trim(keyText(base), "-")
	candidate := base
	const few = 9
	for n := 2; ; n++ {
		_, taken, err := fetch[string](&c.snapshot, slugKey(candidate))
		if err != nil || !taken {
			return candidate, err
		}
		candidate = base + "-" + strconv.Itoa(n)
		if n > few { // the end of the id is random
			candidate = base + "-" + strings.ToLower(m.ID[len(m.ID)-n+few-4:])
		}
	}
}

// slugDate takes from an EDTF date what a name can show.
func slugDate(date string) string {
	day, _, _ := strings.Cut(date, "/")
	return strings.TrimRight(day, "?~%")
}

func notNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
