package briefings

import (
	"cmp"
	"slices"
	"strings"

	"dossier/briefings/edtf"
)

// Profile is what the briefings of a library say of one actor. It is filled
// briefing by briefing with Add and ended with Settle.
type Profile struct {
	Name      string       `json:"name"`
	Type      ActorType    `json:"kind"`
	Aliases   []Alias      `json:"aliases"`
	Mentions  int          `json:"mentions"`  // in all briefings
	Briefings []Appearance `json:"briefings"` // the latest first, undated ones last
	Years     []YearCount  `json:"years"`     // in order, without gaps; undated ones are left out
	With      []Companion  `json:"with"`      // most often first
	Events    []Spoken     `json:"-"`         // in order of time
	Limits    []Spoken     `json:"-"`
	Questions []Spoken     `json:"-"` // open ones first
	Notes     []Spoken     `json:"-"` // that people wrote about the actor
	Works     []Spoken     `json:"-"` // references that the actor brought out or wrote

	at map[companion]int // of With
}

// companion is what an actor is known by beyond one briefing: those of a name and
// kind are one.
type companion struct {
	folded string
	kind   ActorType
}

// Appearance is one briefing that an actor is spoken of in.
type Appearance struct {
	Summary  `json:"-"`
	Briefing string `json:"briefing"` // id
	Slug     string `json:"slug"`
	Title    string `json:"title"`
	Date     string `json:"date"` // EDTF; the reference date where the text has none
	Handle   Handle `json:"handle"`
	Mentions int    `json:"mentions"`
	Actor    *Actor `json:"-"`
}

// YearCount says how often an actor is spoken of in the briefings of a year.
type YearCount struct {
	Year      string `json:"year"`
	Mentions  int    `json:"mentions"`
	Briefings int    `json:"briefings"`
}

// Companion is another actor that is spoken of close by.
type Companion struct {
	Name  string    `json:"name"`
	Type  ActorType `json:"kind"`
	Times int       `json:"times"` // mentions of the profile's actor that have one close by
}

// Spoken is a record of some briefing that speaks of the actor.
type Spoken struct {
	Briefing Summary
	Within   *Briefing // that it is of, with its sections and no records but the names of actors
	Record   Record
}

// NewProfile begins the profile of an actor.
func NewProfile(name string, kind ActorType) *Profile {
	return &Profile{Name: name, Type: kind, at: map[companion]int{}}
}

// Is says whether an actor of a briefing is the profile's: of its name and kind.
func (p *Profile) Is(a *Actor) bool {
	return a.Live() && a.Type == p.Type && Fold(a.Name) == Fold(p.Name)
}

// Add takes in a briefing that speaks of the actor; one that does not adds
// nothing.
func (p *Profile) Add(s Summary, b *Briefing) {
	for i := range b.Actors {
		if a := &b.Actors[i]; p.Is(a) {
			own := *a // not all of its briefing is to stay for it
			p.appear(s, &own, cmp.Or(b.Date, b.Reference.Date))
			p.accompany(b, a)
			p.speak(s, b, a)
		}
	}
}

func (p *Profile) appear(s Summary, a *Actor, date string) {
	p.Mentions += len(a.Mentions)
	p.Briefings = append(p.Briefings, Appearance{s, s.ID, s.Slug, s.Title, date, a.Handle, len(a.Mentions), a})
	for _, alias := range a.Aliases {
		if !slices.ContainsFunc(p.Aliases, func(known Alias) bool { return known.Text == alias.Text }) {
			p.Aliases = append(p.Aliases, alias)
		}
	}
	if year := yearOf(date); year != "" {
		at := slices.IndexFunc(p.Years, func(y YearCount) bool { return y.Year == year })
		if at < 0 {
			at = len(p.Years)
			p.Years = append(p.Years, YearCount{Year: year})
		}
		p.Years[at].Mentions += len(a.Mentions)
		p.Years[at].Briefings++
	}
}

// yearOf is the year of a date, "" if it has none.
func yearOf(date string) string {
	if len(date) < 4 || strings.Trim(date[:4], "0123456789") != "" {
		return ""
	}
	return date[:4]
}

// accompany counts who is spoken of close by.
func (p *Profile) accompany(b *Briefing, a *Actor) {
	own := Spots(a.Mentions)
	for i := range b.Actors {
		other := &b.Actors[i]
		if other.Handle == a.Handle || !other.Live() || other.Hidden {
			continue
		}
		times := Together(b.Sections, own, Spots(other.Mentions))
		if times == 0 {
			continue
		}
		one := companion{Fold(other.Name), other.Type}
		at, known := p.at[one]
		if !known {
			at = len(p.With)
			p.at[one], p.With = at, append(p.With, Companion{Name: other.Name, Type: other.Type})
		}
		p.With[at].Times += times
	}
}

// speak collects the records that speak of the actor.
func (p *Profile) speak(s Summary, b *Briefing, a *Actor) {
	in := &Briefing{Meta: b.Meta, Sections: b.Sections}
	for i := range b.Events {
		if e := b.Events[i]; e.Live() && slices.Contains(e.Actors, a.Handle) {
			p.Events = append(p.Events, Spoken{s, in, &e})
		}
	}
	for i := range b.Limits {
		l := b.Limits[i]
		if l.Live() && (slices.Contains(l.Holder, string(a.Handle)) || slices.Contains(l.Recipient, string(a.Handle)) || a.within(l.Anchors)) {
			p.Limits = append(p.Limits, Spoken{s, in, &l})
			in.name(b, slices.Concat(l.Holder, l.Recipient))
		}
	}
	for i := range b.Questions {
		if q := b.Questions[i]; q.Live() && a.within(q.Anchors) {
			p.Questions = append(p.Questions, Spoken{s, in, &q})
		}
	}
	for i := range b.References {
		if r := b.References[i]; r.Live() && a.Published(&r) {
			p.Works = append(p.Works, Spoken{s, in, &r})
		}
	}
	for i := range b.Annotations {
		if n := b.Annotations[i]; n.Live() && n.Re == a.Handle {
			p.Notes = append(p.Notes, Spoken{s, in, &n})
		}
	}
}

// name takes over the names of actors, by their handles.
func (b *Briefing) name(from *Briefing, handles []string) {
	for i := range from.Actors {
		if a := &from.Actors[i]; slices.Contains(handles, string(a.Handle)) {
			b.Actors = append(b.Actors, Actor{Head: Head{Handle: a.Handle}, Name: a.Name, Type: a.Type})
		}
	}
}

// within says whether an actor is mentioned in one of some passages.
func (a *Actor) within(passages []Anchor) bool {
	return slices.ContainsFunc(passages, func(passage Anchor) bool { return passage.Placed() && a.spokenOf(passage) })
}

// Settle puts everything into its order.
func (p *Profile) Settle() {
	slices.SortStableFunc(p.Briefings, func(x, y Appearance) int {
		return cmp.Or(strings.Compare(y.Date, x.Date), strings.Compare(Fold(x.Title), Fold(y.Title)))
	})
	slices.SortFunc(p.Years, func(x, y YearCount) int { return strings.Compare(x.Year, y.Year) })
	p.Years = withoutGaps(p.Years)
	slices.SortStableFunc(p.With, func(x, y Companion) int {
		return cmp.Or(y.Times-x.Times, strings.Compare(Fold(x.Name), Fold(y.Name)))
	})
	when := func(s Spoken) edtf.Date {
		d, _ := edtf.Parse(s.Record.(*Event).When)
		return d
	}
	slices.SortStableFunc(p.Events, func(x, y Spoken) int { return edtf.Compare(when(x), when(y)) })
	slices.SortStableFunc(p.Questions, func(x, y Spoken) int {
		closed := func(s Spoken) int {
			if s.Record.(*Question).Status.Closed() {
				return 1
			}
			return 0
		}
		return closed(x) - closed(y)
	})
}

// yearsMost bounds the years that are filled in between two.
const yearsMost = 60

// withoutGaps adds the years in which nothing was said.
func withoutGaps(years []YearCount) []YearCount {
	var out []YearCount
	for _, y := range years {
		for n := 0; len(out) > 0 && n < yearsMost; n++ {
			next := nextYear(out[len(out)-1].Year)
			if next >= y.Year {
				break
			}
			out = append(out, YearCount{Year: next})
		}
		out = append(out, y)
	}
	return out
}

// nextYear counts a year of four digits on by one.
func nextYear(year string) string {
	digits := []byte(year)
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] != '9' {
			digits[i]++
			break
		}
		digits[i] = '0'
	}
	return string(digits)
}
