package store

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/store/engine"
)

// outline is the parts of a briefing that stand in an order: its sections, and
// the handles of the records that came with the text.
type outline struct {
	Sections []section          `json:"sections"`
	Order    []briefings.Handle `json:"order"`
}

// section is a Section with the field that its JSON form leaves out.
type section struct {
	briefings.Section
	Block int `json:"block"`
}

func newOutline(b *briefings.Briefing) outline {
	o := outline{Sections: make([]section, len(b.Sections))}
	for i, s := range b.Sections {
		o.Sections[i] = section{s, s.Block}
	}
	for _, r := range b.Records() {
		o.Order = append(o.Order, r.Common().Handle)
	}
	return o
}

func (o *outline) sections() []briefings.Section {
	out := make([]briefings.Section, len(o.Sections))
	for i, s := range o.Sections {
		out[i] = s.Section
		out[i].Block = s.Block
	}
	return out
}

// briefing reads a briefing as it is stored.
func (s *snapshot) briefing(id string) (*briefings.Briefing, error) {
	g, err := s.gather(id)
	if err != nil {
		return nil, err
	}
	if _, err := s.gatherMore(g, math.MaxInt); err != nil {
		return nil, err
	}
	return g.arranged(), nil
}

// gathering is a briefing of which the records are read bit by bit.
type gathering struct {
	briefing *briefings.Briefing
	place    map[briefings.Handle]int // of the records that came with the text
	shared   briefings.Shared
	left     []briefings.Kind // that are not read to their end
	after    string           // key of the last record that was read
}

// gather reads what a briefing has besides its records.
func (s *snapshot) gather(id string) (*gathering, error) {
	meta, err := s.meta(id)
	if err != nil {
		return nil, err
	}
	o, _, err := fetch[outline](s, outlineKey(id))
	if err != nil {
		return nil, err
	}
	g := &gathering{place: make(map[briefings.Handle]int, len(o.Order)), shared: briefings.Shared{}, left: briefings.Kinds[:]}
	g.briefing = &briefings.Briefing{Meta: meta, Sections: o.sections(),
		Events: []briefings.Event{}, Actors: []briefings.Actor{}, Limits: []briefings.Limit{},
		Questions: []briefings.Question{}, References: []briefings.Reference{}, Annotations: []briefings.Annotation{}}
	for i, h := range o.Order {
		g.place[h] = i
	}
	for kind, n := range o.kinds() {
		g.briefing.Grow(kind, n)
	}
	return g, nil
}

// gatherMore reads at most so many records more, and says whether there may be
// others.
func (s *snapshot) gatherMore(g *gathering, most int) (more bool, err error) {
	for ; len(g.left) > 0; g.left, g.after = g.left[1:], "" {
		kind := g.left[0]
		for item, err := range s.Scan(engine.Range{Prefix: recordsIn(g.briefing.ID, kind), After: g.after}) {
			if err != nil {
				return false, err
			}
			if most--; most < 0 {
				return true, nil
			}
			r, err := s.decodeRecord(item.Key, kind, item.Value)
			if err != nil {
				return false, err
			}
			g.shared.Record(r)
			g.briefing.Add(r)
			g.after = item.Key
		}
	}
	return false, nil
}

// arranged returns the briefing with its records in their order.
func (g *gathering) arranged() *briefings.Briefing {
	b := g.briefing
	arrange(b.Events, g.place)
	arrange(b.Actors, g.place)
	arrange(b.Limits, g.place)
	arrange(b.Questions, g.place)
	arrange(b.References, g.place)
	arrange(b.Annotations, g.place)
	return b
}

// kinds counts the records that came with the text by their kinds.
func (o *outline) kinds() map[briefings.Kind]int {
	letters := map[string]int{}
	for _, h := range o.Order {
		of, _, _ := strings.Cut(string(h), "-")
		letters[of]++
	}
	out := map[briefings.Kind]int{}
	for _, kind := range briefings.Kinds {
		out[kind] = letters[letter(kind)]
	}
	return out
}

// arrange puts records in their order. They are large and may be very many: what
// is sorted is their numbers, and then each is moved once.
func arrange[T any, R interface {
	*T
	briefings.Record
}](records []T, place map[briefings.Handle]int) {
	type numbered struct{ at, place int }
	order := make([]numbered, len(records))
	for i := range records {
		at, placed := place[R(&records[i]).Common().Handle]
		if !placed {
			at = len(place)
		}
		order[i] = numbered{i, at}
	}
	slices.SortFunc(order, func(a, b numbered) int {
		if c := a.place - b.place; c != 0 {
			return c
		}
		x, y := R(&records[a.at]).Common(), R(&records[b.at]).Common()
		return cmp.Or(x.Created.Compare(y.Created), strings.Compare(string(x.Handle), string(y.Handle)))
	})
	for first := range order {
		held, i := records[first], first
		for order[i].at != first {
			next := order[i].at
			records[i], order[i].at, i = records[next], i, next
		}
		records[i], order[i].at = held, i
	}
}
