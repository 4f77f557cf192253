package store

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"dossier/briefings"
	"dossier/store/engine"
)

// Take is handed a record of a briefing, with its place among all of them. It
// may keep the record.
type Take = func(place int, r briefings.Record)

// Begin is handed a briefing with its sections and without its records, and its
// actors as people judged them; nil where nobody judged any. What it returns is
// handed the records.
type Begin = func(b *briefings.Briefing, judged *briefings.Cast) Take

const (
	// gatherRecords is how many records of a briefing are read in a transaction,
	// which takes a few milliseconds: there may be tens of thousands.
	gatherRecords = 500
	// gatherRest lies between two of them. Whoever waits for the library, or for
	// a processor to answer a key, has its turn then.
	gatherRest = time.Millisecond
	// gatherTries is how often it is begun anew because the briefing was changed
	// meanwhile, each time with gatherLonger times as many records in a transaction,
	// before it is read in one.
	gatherTries  = 3
	gatherLonger = 4
)

// Gather hands over all records of a briefing, also those that are not live, as
// people judged them: its actors first, the others kind by kind, and in no order
// but that which their places say. Those that came with the text have the places
// in which they came, others follow in the order in which they were made. Where
// the briefing changes meanwhile, it begins anew.
func (l *Library) Gather(ctx context.Context, id string, begin Begin) error {
	most := gatherRecords
	for range gatherTries {
		if done, err := l.gathered(ctx, id, most, begin); done || err != nil {
			return err
		}
		most *= gatherLonger
	}
	_, err := l.gathered(ctx, id, math.MaxInt, begin)
	return err
}

// gathered reads a briefing in as many transactions as it takes, so many records
// in each; false if it changed between them.
func (l *Library) gathered(ctx context.Context, id string, most int, begin Begin) (done bool, err error) {
	var g *gathering
	var asOf string // the briefing's last step
	for more := true; more; {
		if g != nil {
			time.Sleep(gatherRest)
		}
		err := l.view(ctx, func(s *snapshot) (err error) {
			last, err := s.lastStep(id)
			if err != nil {
				return err
			}
			if more = false; g == nil {
				var judged *briefings.Judgements
				if judged, err = s.ready(); err == nil {
					asOf = last
					g, err = s.gather(id, judged, begin)
				}
			} else if last != asOf {
				return nil
			}
			if err == nil {
				more, err = s.gatherMore(g, most)
				done = !more
			}
			return err
		})
		if err != nil {
			return false, err
		}
	}
	return done, nil
}

// gathering is a briefing of which the records are handed over bit by bit.
type gathering struct {
	briefing *briefings.Briefing
	begin    Begin
	take     Take                       // nil before it begins
	place    map[briefings.Handle]int32 // of the records that came with the text
	late     []briefings.Record         // that did not
	judged   *briefings.Judgements      // nil to leave the actors as they are stored
	actors   []briefings.Actor          // that wait for all of them to be there, where people judged
	cast     *briefings.Cast            //
	left     []briefings.Kind           // that are not read to their end
	after    string                     // key of the last record that was read
}

// gather reads what a briefing has besides its records.
func (s *snapshot) gather(id string, judged *briefings.Judgements, begin Begin) (*gathering, error) {
	meta, err := s.meta(id)
	if err != nil {
		return nil, err
	}
	o, _, err := fetch[outline](s, outlineKey(id))
	if err != nil {
		return nil, err
	}
	g := &gathering{begin: begin, place: make(map[briefings.Handle]int32, len(o.Order)), left: actorsFirst, judged: judged}
	g.briefing = &briefings.Briefing{Meta: meta, Sections: o.sections(),
		Events: []briefings.Event{}, Actors: []briefings.Actor{}, Limits: []briefings.Limit{},
		Questions: []briefings.Question{}, References: []briefings.Reference{}, Annotations: []briefings.Annotation{}}
	for i, h := range o.Order {
		g.place[h] = int32(i)
	}
	if judged == nil || judged.None() {
		g.take = begin(g.briefing, nil)
	}
	return g, nil
}

// actorsFirst are the kinds in the order in which they are read: what was judged
// of the actors shows in the others.
var actorsFirst = []briefings.Kind{briefings.KindActor, briefings.KindQuestion, briefings.KindEvent,
	briefings.KindLimit, briefings.KindReference, briefings.KindAnnotation}

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
			g.add(r)
			g.after = item.Key
		}
		if g.take == nil {
			g.judge()
		}
	}
	g.handLate()
	return false, nil
}

// add hands a record over, unless it has to wait.
func (g *gathering) add(r briefings.Record) {
	if a, ok := r.(*briefings.Actor); ok && g.take == nil {
		g.actors = append(g.actors, *a)
		return
	}
	if g.cast != nil {
		g.cast.Curate(r)
	}
	if place, placed := g.place[r.Common().Handle]; placed {
		g.take(int(place), r)
	} else {
		g.late = append(g.late, r)
	}
}

// judge begins once all actors are there.
func (g *gathering) judge() {
	actors := g.actors
	if g.cast = g.judged.Cast(&briefings.Briefing{Meta: g.briefing.Meta, Actors: actors}); g.cast != nil {
		actors, g.cast.Actors = g.cast.Actors, nil
	}
	g.take = g.begin(g.briefing, g.cast)
	for i := range actors {
		g.add(&actors[i])
	}
	g.actors = nil
}

// handLate hands over what did not come with the text.
func (g *gathering) handLate() {
	slices.SortFunc(g.late, func(a, b briefings.Record) int {
		x, y := a.Common(), b.Common()
		return cmp.Or(x.Created.Compare(y.Created), strings.Compare(string(x.Handle), string(y.Handle)))
	})
	for i, r := range g.late {
		g.take(len(g.place)+i, r)
	}
}
