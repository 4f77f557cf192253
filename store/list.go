package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"dossier/briefings"
	"dossier/store/engine"
)

// pageRows is how many rows are read in one transaction, so that none keeps
// others waiting.
const pageRows = 2000

// List returns the briefings that a query asks for.
func (l *Library) List(ctx context.Context, q Query) ([]briefings.Summary, error) {
	by, known := order(q.Sort)
	if !known {
		return nil, fmt.Errorf("listing by %q: there is no such order; take updated, due, published or title", q.Sort)
	}
	since, err := parseSince(q.Since)
	if err != nil {
		return nil, err
	}
	wanted := func(r *row) bool {
		return (q.Tag == "" || slices.Contains(r.Tags, q.Tag)) && !r.Modified.Before(since)
	}
	if q.Limit == 0 && q.After == "" {
		return l.listAll(ctx, by, wanted)
	}
	out := []briefings.Summary{}
	after, more := q.After, true
	for more && (q.Limit == 0 || len(out) < q.Limit) {
		most := pageRows
		if q.Limit > 0 && q.Tag == "" && since.IsZero() {
			most = min(most, q.Limit-len(out))
		}
		err := l.view(ctx, func(s *snapshot) (err error) {
			var page []row
			page, after, more, err = s.page(by, after, most)
			for i := range page {
				if !wanted(&page[i]) {
					continue
				}
				if out = append(out, page[i].Summary); len(out) == q.Limit {
					break
				}
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Summaries returns what a list shows of some briefings, in their order; one that
// is gone is left out.
func (l *Library) Summaries(ctx context.Context, ids []string) (out []briefings.Summary, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		out = make([]briefings.Summary, 0, len(ids))
		for _, id := range ids {
			switch r, err := s.rowOf(id); {
			case err == nil:
				out = append(out, r.Summary)
			case !errors.As(err, new(*NotFoundError)):
				return err
			}
		}
		return nil
	})
	return out, err
}

// placed is a row with its place in a list.
type placed struct {
	key string
	of  briefings.Summary
}

// listAll reads the rows one behind the other and sorts them, which for all of
// them is quicker than to look each up in the sorted view. It begins with those
// that were changed longest ago: one that is changed meanwhile moves to where it
// is still to be read, and is read twice rather than not at all.
func (l *Library) listAll(ctx context.Context, by sorted, wanted func(*row) bool) ([]briefings.Summary, error) {
	var found []placed
	at := map[string]int{} // of an id in found
	for after, more := "", true; more; {
		n := 0
		err := l.view(ctx, func(s *snapshot) error {
			return scan(s, engine.Range{Prefix: rowPrefix, After: after}, func(key string, r row) (bool, error) {
				n, after = n+1, key
				i, again := at[r.ID]
				if !again {
					i = len(found)
					at[r.ID], found = i, append(found, placed{})
				}
				if found[i] = (placed{}); !wanted(&r) {
					return n < pageRows, nil
				}
				err := s.complete(&r)
				found[i] = placed{by.at(&r), r.Summary}
				return n < pageRows, err
			})
		})
		if err != nil {
			return nil, err
		}
		more = n == pageRows
	}
	found = slices.DeleteFunc(found, func(p placed) bool { return p.key == "" })
	slices.SortFunc(found, func(a, b placed) int { return strings.Compare(a.key, b.key) })
	if by.reverse {
		slices.Reverse(found)
	}
	out := make([]briefings.Summary, len(found))
	for i := range found {
		out[i] = found[i].of
	}
	return out, nil
}

// page reads the rows behind one in a sorted view; after is a briefing's id,
// and for the next page the last one's.
func (s *snapshot) page(by sorted, after string, most int) (page []row, last string, more bool, err error) {
	r := engine.Range{Prefix: by.prefix, Reverse: by.reverse}
	if after != "" {
		from, err := s.rowOf(after)
		if err != nil {
			return nil, "", false, err
		}
		r.After = by.at(&from)
	}
	for item, err := range s.Scan(r) {
		if err != nil {
			return nil, "", false, err
		}
		one, err := s.listed(by, item)
		if err != nil {
			return nil, "", false, err
		}
		page, last = append(page, one), one.ID
		if len(page) == most {
			return page, last, true, nil
		}
	}
	return page, last, false, nil
}

// listed reads the row that an item of a sorted view holds, or leads to.
func (s *snapshot) listed(by sorted, item engine.Item) (r row, err error) {
	if by.prefix == rowPrefix {
		if err = s.codec.decode(item.Key, item.Value, &r); err == nil {
			err = s.complete(&r)
		}
		return r, err
	}
	if r, err = s.rowOf(idAtEnd(item.Key)); errors.As(err, new(*NotFoundError)) {
		err = s.codec.broken(item.Key, "it leads to no briefing")
	}
	return r, err
}

func parseSince(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("listing since %q: that is no day; write it like 2025-12-01", text)
}

// Count returns how many briefings there are.
func (l *Library) Count(ctx context.Context) (n int, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		n, _, err = fetch[int](s, countKey)
		return err
	})
	return n, err
}

// Each hands over the live records of a kind in all briefings, briefing by
// briefing in the order of their import. do runs outside of any transaction.
func (l *Library) Each(ctx context.Context, kind briefings.Kind, do func(briefings.Summary, briefings.Record) error) error {
	if curates(kind) {
		anything := false
		err := l.view(ctx, func(s *snapshot) error {
			judged, err := s.ready()
			anything = err == nil && !judged.None()
			return err
		})
		if err != nil {
			return err
		}
		if anything {
			return l.eachCurated(ctx, kind, do)
		}
	}
	var of row
	return l.handOver(ctx, do, func(s *snapshot, after string) ([]entryOf, string, bool, error) {
		return s.recordPage(kind, after, &of)
	})
}

// handOver reads page by page, each in a transaction of its own, and hands the
// records over between them. read gives what stands behind a key, the last key
// that it looked at, and whether more may come.
func (l *Library) handOver(ctx context.Context, do func(briefings.Summary, briefings.Record) error,
	read func(s *snapshot, after string) (page []entryOf, last string, more bool, err error)) error {
	for after, more := "", true; more; {
		var page []entryOf
		err := l.view(ctx, func(s *snapshot) (err error) {
			page, after, more, err = read(s, after)
			return err
		})
		if err != nil {
			return err
		}
		for _, e := range page {
			if err := do(e.of, e.record); err != nil {
				return err
			}
		}
	}
	return nil
}

type entryOf struct {
	of     briefings.Summary
	record briefings.Record
}

// recordPage reads live records of a kind behind a key. of is the row of the
// briefing that the page before ended in.
func (s *snapshot) recordPage(kind briefings.Kind, after string, of *row) (page []entryOf, last string, more bool, err error) {
	read := 0
	for item, err := range s.recordsBehind(kind, after) {
		if err != nil {
			return nil, "", false, err
		}
		if read++; read > pageRows {
			return page, last, true, nil
		}
		if last = item.Key; item.Value == nil {
			continue
		}
		r, err := s.decodeRecord(item.Key, kind, item.Value)
		if err != nil {
			return nil, "", false, err
		}
		if !r.Common().Live() {
			continue
		}
		if id := idIn(item.Key); id != of.ID {
			if *of, err = s.rowOf(id); err != nil {
				return nil, "", false, err
			}
		}
		page = append(page, entryOf{of.Summary, r})
	}
	return page, last, false, nil
}

// recordsBehind walks the records of a kind in all briefings from behind a key.
// Where they stand among others, an item without a value comes before those of
// each briefing: a page may end there though there are none for long.
func (s *snapshot) recordsBehind(kind briefings.Kind, after string) iter.Seq2[engine.Item, error] {
	if kind == briefings.KindQuestion {
		return s.Scan(engine.Range{Prefix: questionPrefix, After: after})
	}
	return func(yield func(engine.Item, error) bool) {
		for id := idIn(after); ; after = "" {
			for item, err := range s.Scan(engine.Range{Prefix: recordsIn(id, kind), After: after}) {
				if !yield(item, err) {
					return
				}
			}
			var err error
			if id, err = s.next("", id); err == nil && id == "" {
				return
			}
			if !yield(engine.Item{Key: recordsIn(id, kind)}, err) || err != nil {
				return
			}
		}
	}
}

// next returns the first briefing behind another, in the order of their import,
// of which the id begins so; "" if there is none.
func (s *snapshot) next(begins, id string) (string, error) {
	found, err := keys(s, engine.Range{Prefix: briefingPrefix + begins, After: behind(id)}, 1)
	if err != nil || len(found) == 0 {
		return "", err
	}
	return idIn(found[0]), nil
}
