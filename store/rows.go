package store

import (
	"cmp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// row is what a list shows of a briefing, apart from its body, with what it is
// counted from. Every change of a briefing moves it to the end of the rows, so
// that a watcher of rows sees all changes.
type row struct {
	briefings.Summary
	Sections     int `json:"sections"`     // that the briefing has
	ReadSections int `json:"readSections"` // of these
	ReadRevision int `json:"readRevision"` // the one last read; 0 is none
}

// fill takes over what a row repeats of the meta data.
func (r *row) fill(m *briefings.Meta) {
	r.ID, r.Slug, r.Title, r.Date, r.Publisher = m.ID, m.Slug, m.Title, m.Date, m.Publisher
	r.Tags, r.TLP, r.Revision, r.Words = m.Tags, m.TLP, m.Revision, m.Words
	r.Created, r.Modified = m.Created, m.Modified
	if r.Reference = m.Reference; m.Date != "" {
		r.Reference = briefings.Dating{}
	}
	r.derive()
}

// complete reads from the meta data what earlier versions did not write into a row.
func (s *snapshot) complete(r *row) error {
	if r.Date != "" || r.Reference.Date != "" {
		return nil
	}
	m, _, err := fetch[struct {
		Reference briefings.Dating `json:"referenceDate"`
	}](s, metaKey(r.ID))
	r.Reference = m.Reference
	return err
}

// read takes over how far a person read.
func (r *row) read(p *briefings.Reading, sections []briefings.Section) {
	r.Sections, r.ReadSections, r.ReadRevision = len(sections), 0, p.Revision
	done := make(map[briefings.Handle]bool, len(p.Sections))
	for _, h := range p.Sections {
		done[h] = true
	}
	for i := range sections {
		if done[sections[i].Handle] {
			r.ReadSections++
		}
	}
	r.derive()
}

func (r *row) derive() {
	r.Read = 0
	if r.Sections > 0 {
		r.Read = float64(r.ReadSections) / float64(r.Sections)
	}
	r.Changed = r.ReadRevision > 0 && r.Revision > r.ReadRevision
}

// count takes over what the questions say: how many wait for an answer (live
// and not closed, proposed ones too), and the earliest day one is due.
func (r *row) count(s *snapshot, id string) error {
	r.Questions, r.Due = 0, ""
	return s.records(id, briefings.KindQuestion, func(record briefings.Record) error {
		r.add(record.(*briefings.Question))
		return nil
	})
}

func (r *row) add(q *briefings.Question) {
	if !q.Live() || q.Status.Closed() {
		return
	}
	r.Questions++
	if q.Due != "" && (r.Due == "" || q.Due < r.Due) {
		r.Due = q.Due
	}
}

// instant has a fixed width, so that keys sort by time.
const instant = "2006-01-02T15:04:05.000Z"

// sorted says how a list is read off its keys.
type sorted struct {
	prefix  string
	reverse bool
	key     func(*row) string
}

// order is a sorted view. Each has a key for every briefing; those of the
// default one hold the rows themselves, so that a first screen reads one range.
func order(by SortKey) (sorted, bool) {
	switch by {
	case ByUpdated, "":
		return sorted{rowPrefix, true, func(r *row) string { return r.Modified.UTC().Format(instant) }}, true
	case ByDue:
		return sorted{"i/due/", false, func(r *row) string { return cmp.Or(keyText(r.Due), "~") }}, true
	case ByPublished:
		return sorted{"i/published/", true, func(r *row) string { return keyText(r.Date) }}, true
	case ByTitle:
		return sorted{"i/title/", false, func(r *row) string { return keyText(briefings.Fold(r.Title)) }}, true
	}
	return sorted{}, false
}

func (o sorted) at(r *row) string { return o.prefix + o.key(r) + "/" + r.ID }

// sortKeys are the keys of a row in all sorted views.
func sortKeys(r *row) []string {
	var out []string
	for _, by := range []SortKey{ByUpdated, ByDue, ByPublished, ByTitle} {
		o, _ := order(by)
		out = append(out, o.at(r))
	}
	return out
}

// keyText bounds a text that goes into a key.
func keyText(text string) string {
	const most = 64
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return ' '
		}
		return r
	}, text)
	for len(text) > most {
		_, size := utf8.DecodeLastRuneInString(text[:most])
		text = text[:most-size]
	}
	return text
}

func (r *row) place() string { return rowKey(r.Modified, r.ID) }

// rowKey is where the row of a briefing stands that was last changed then.
func rowKey(modified time.Time, id string) string {
	by, _ := order(ByUpdated)
	return by.at(&row{Summary: briefings.Summary{ID: id, Modified: modified}})
}

// row reads what a list shows of a briefing.
func (s *snapshot) row(m *briefings.Meta) (row, error) { return s.rowAt(rowKey(m.Modified, m.ID)) }

// rowOf is row for who has only the id. Of the meta data it reads no more than
// it needs.
func (s *snapshot) rowOf(id string) (row, error) {
	m, found, err := fetch[struct {
		Modified briefings.Time `json:"modified"`
	}](s, metaKey(id))
	if err == nil && !found {
		err = &NotFoundError{Ref: id}
	}
	if err != nil {
		return row{}, err
	}
	return s.rowAt(rowKey(m.Modified, id))
}

func (s *snapshot) rowAt(key string) (row, error) {
	r, found, err := fetch[row](s, key)
	if err == nil && !found {
		err = s.codec.broken(key, "it is missing")
	}
	if err == nil {
		err = s.complete(&r)
	}
	return r, err
}

// setRow writes a row and moves it in the sorted views. The old one is nil for
// a new briefing.
func (c *change) setRow(old, now *row) error {
	gone := map[string]bool{}
	if old != nil {
		for _, key := range sortKeys(old) {
			gone[key] = true
		}
	}
	for _, key := range sortKeys(now) {
		there := gone[key]
		delete(gone, key)
		if there || key == now.place() {
			continue
		}
		if err := c.mark(key); err != nil {
			return err
		}
	}
	for key := range gone {
		if err := c.delete(key); err != nil {
			return err
		}
	}
	return c.put(now.place(), now)
}

// touch writes the meta data and the row of a briefing that is being changed.
func (c *change) touch(m *briefings.Meta, now time.Time, alter func(*row) error) error {
	old, err := c.row(m)
	if err != nil {
		return err
	}
	m.Modified = now
	if err := c.put(metaKey(m.ID), m); err != nil {
		return err
	}
	fresh := old
	fresh.fill(m)
	if alter != nil {
		if err := alter(&fresh); err != nil {
			return err
		}
	}
	return c.setRow(&old, &fresh)
}
