package briefings

import (
	"fmt"
	"slices"
)

// Judgement is what a person said about actors: an entry of a log that is only
// ever added to. It names actors by a form of their name and their kind, not by
// handle, so that it holds in every later briefing too.
//
// The log is applied whenever a briefing is read (see Judgements); the records
// themselves stay as they were found. So an entry holds in every briefing at
// once, taking it back leaves nothing behind, and no re-import can undo it.
type Judgement struct {
	ID string      `json:"id"` // ULID
	At Time        `json:"at"`
	By string      `json:"by"`
	Op JudgementOp `json:"op"`
	// Briefing is the id of the one in which it was made, "" for none. NotThis
	// and Follow hold in that one only.
	Briefing string `json:"briefing,omitempty"`
	// Actor is the one that is judged.
	Actor ActorName `json:"actor,omitzero"`
	// Other is, of Same and NotSame, whom it is compared with.
	Other ActorName `json:"other,omitzero"`
	// Name is, of Rename, the new name; of Same, what Actor was called then.
	Name string `json:"name,omitempty"`
	// Type is, of Retype, the new kind.
	Type ActorType `json:"type,omitempty"`
	// Mention is, of NotThis, the place that speaks of somebody else; of Follow,
	// where that place is in a new text.
	Mention *Anchor `json:"mention,omitempty"`
	// Follows is, of Follow, the NotThis whose place moved.
	Follows string `json:"follows,omitempty"`
	// Undoes is the entry that this one takes back; its Op is Undo.
	Undoes string `json:"undoes,omitempty"`
}

// JudgementOp says what was judged.
type JudgementOp string

const (
	Same    JudgementOp = "same"     // Other is another name of Actor
	NotSame JudgementOp = "not-same" // Other is no name of Actor
	Rename  JudgementOp = "rename"
	Retype  JudgementOp = "retype"
	Hide    JudgementOp = "hide"
	NotThis JudgementOp = "not-this" // one mention only
	Follow  JudgementOp = "follow"   // by a machine: where a NotThis is in a new text
	Undo    JudgementOp = "undo"
)

// ActorName is how a judgement finds an actor in any briefing: the actor has a
// form that is equal when folded (see Fold), and is, or was found as, of the
// kind; "" is any.
type ActorName struct {
	Form string    `json:"form"`
	Type ActorType `json:"type,omitempty"`
}

// NameOf is by what a judgement finds an actor again, also after an earlier
// judgement was taken back: a form that the text uses, and the kind that it was
// found as.
func NameOf(a *Actor) ActorName {
	used := func(form string) bool {
		return slices.ContainsFunc(a.Mentions, func(m Anchor) bool { return Fold(m.Exact) == Fold(form) })
	}
	n := ActorName{a.Name, a.foundAs()}
	if was := a.Edited["name"].Was; was != "" && !used(a.Name) {
		n.Form = was
	}
	return n
}

// foundAs is the kind of an actor before a person changed it.
func (a *Actor) foundAs() ActorType {
	if e, edited := a.Edited["kind"]; edited && e.Was != "" {
		return ActorType(e.Was)
	}
	return a.Type
}

// Check refuses an entry that says nothing, or what can never be.
func (j *Judgement) Check() error {
	if j.Op == Undo {
		return nil
	}
	if j.Actor.Form == "" {
		return fmt.Errorf("a judgement needs the name of an actor")
	}
	switch j.Op {
	case Same, NotSame:
		switch {
		case j.Other.Form == "":
			return fmt.Errorf("say which other name %s is compared with", j.Actor.Form)
		case j.Op == Same && Fold(j.Actor.Form) == Fold(j.Other.Form) && j.Actor.Type == j.Other.Type:
			return fmt.Errorf("%s cannot be merged with itself", j.Actor.Form)
		case j.Op == Same && j.Actor.Type != "" && j.Other.Type != "" && (j.Actor.Type == Person) != (j.Other.Type == Person):
			return fmt.Errorf("%s is a %s and %s a %s; a person is never anything else", j.Actor.Form, j.Actor.Type, j.Other.Form, j.Other.Type)
		}
	case Rename:
		if j.Name == "" {
			return fmt.Errorf("say what %s is to be called", j.Actor.Form)
		}
	case Retype:
		if !slices.Contains(ActorTypes(), j.Type) {
			return fmt.Errorf("%q is none of the kinds of actors: state, organization, person, system, place, group", j.Type)
		}
	case NotThis, Follow:
		if j.Mention == nil || j.Briefing == "" {
			return fmt.Errorf("say which mention is not %s", j.Actor.Form)
		}
	case Hide:
	default:
		return fmt.Errorf("%q is no judgement", j.Op)
	}
	return nil
}

// called is the name of the actor that is judged, as it was shown.
func (j *Judgement) called() string {
	if j.Op == Same && j.Name != "" {
		return j.Name
	}
	return j.Actor.Form
}

// String says in a few words what was judged.
func (j Judgement) String() string {
	switch j.Op {
	case Same:
		return j.Other.Form + " is the same as " + j.called()
	case NotSame:
		return j.Other.Form + " is not " + j.Actor.Form
	case Rename:
		return j.Actor.Form + " is called " + j.Name
	case Retype:
		return fmt.Sprintf("%s is of the kind %s", j.Actor.Form, j.Type)
	case Hide:
		return j.Actor.Form + " is hidden"
	case NotThis:
		return "one “" + j.Mention.Exact + "” is not " + j.Actor.Form
	case Follow:
		return "the “" + j.Mention.Exact + "” that is not " + j.Actor.Form + " moved with its text"
	}
	return "take back a judgement"
}

// Standing returns the entries of a log that hold: those that no standing
// entry takes back. An undo can be undone. The mention of a NotThis is where
// the last Follow saw it.
func Standing(log []Judgement) []Judgement {
	undone := map[string]bool{}
	at := map[string]*Anchor{}
	var out []Judgement
	for i := len(log) - 1; i >= 0; i-- {
		j := log[i]
		switch {
		case undone[j.ID]:
		case j.Op == Undo:
			undone[j.Undoes] = true
		case j.Op == Follow:
			if at[j.Follows] == nil {
				at[j.Follows] = j.Mention
			}
		default:
			if moved := at[j.ID]; moved != nil {
				j.Mention = moved
			}
			out = append(out, j)
		}
	}
	slices.Reverse(out)
	return out
}

// Concerned returns the entry of a log that another one is about in the end,
// and whether it makes that hold: of an Undo of an Undo, the entry that holds
// again.
func Concerned(log []Judgement, j Judgement) (of Judgement, holds bool) {
	of, holds = j, true
	for of.Op == Undo {
		at := slices.IndexFunc(log, func(x Judgement) bool { return x.ID == of.Undoes })
		if at < 0 {
			break
		}
		of, holds = log[at], !holds
	}
	return of, holds
}
