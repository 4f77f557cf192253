package briefings

import "slices"

// Actor is someone or something that acts, is acted with, or is a named system
// in the matter.
type Actor struct {
	Head
	Name    string    `json:"name"` // canonical
	Type    ActorType `json:"kind"`
	Aliases []Alias   `json:"aliases"` // every different surface form, the name's own included if used
	// Mentions are all places where the actor is spoken of, in order. They are
	// derived and can be rebuilt; a person's "not this one" is kept in Not.
	Mentions []Anchor `json:"mentions"`
	Not      []Anchor `json:"not,omitempty"`
	Hidden   bool     `json:"hidden,omitempty"`
	// Merges explains each merge: "Ankara: capital that acts".
	Merges []string `json:"merges,omitempty"`
	// Into is, of a superseded actor, the one that a person merged it into.
	Into Handle `json:"into,omitempty"`
}

// ActorTypes are all kinds of actors.
func ActorTypes() []ActorType {
	return []ActorType{StateActor, Organization, Person, System, PlaceActor, Group}
}

// ActorType is a kind of actor.
type ActorType string

const (
	StateActor   ActorType = "state"
	Organization ActorType = "organization"
	Person       ActorType = "person"
	System       ActorType = "system" // a named weapon, vehicle, programme, product
	PlaceActor   ActorType = "place"
	Group        ActorType = "group"
)

// Alias is a surface form of an actor's name.
type Alias struct {
	Text string    `json:"text"`
	Type AliasType `json:"type"`
}

// AliasType says how an alias stands to the name.
type AliasType string

const (
	Variant      AliasType = "variant"
	Abbreviation AliasType = "abbreviation"
	Exonym       AliasType = "exonym"
	Metonym      AliasType = "metonym" // a capital for its government
)

func (*Actor) Kind() Kind     { return KindActor }
func (a *Actor) Line() string { return a.Name }
func (a *Actor) Clone() Record {
	c := *a
	c.Head = a.Head.clone()
	c.Aliases = slices.Clone(a.Aliases)
	c.Mentions = slices.Clone(a.Mentions)
	c.Not = slices.Clone(a.Not)
	c.Merges = slices.Clone(a.Merges)
	return &c
}
