package revise

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"dossier/briefings"
)

// Refusal is a value of a file that a field does not take.
type Refusal struct {
	Record briefings.Handle // "" for a field of the briefing itself
	Value  string
	Cause  error
}

func (r Refusal) String() string {
	return fmt.Sprintf("%s is left as it was: %v", cmp.Or(string(r.Record), "the briefing"), r.Cause)
}

// ByHand returns a record as it stands with what a person changed by hand in a file
// that was exported from it as it was, nil if nothing was changed: where the text was
// edited too, a record may stand otherwise by now, and that is no edit. A value that a
// field does not take is refused; the others are taken. A line that is
// missing in the file takes nothing away.
func ByHand(was, stands, file briefings.Record, by string, at briefings.Time) (out briefings.Record, refused []Refusal) {
	out = stands.Clone()
	values := map[string]string{}
	for _, f := range briefings.Fields(was) {
		values[f.Name] = f.Value
	}
	for _, f := range briefings.Fields(file) {
		if f.Value == values[f.Name] {
			continue
		}
		if err := briefings.SetField(out, f.Name, f.Value, by, at); err != nil {
			refused = append(refused, Refusal{file.Common().Handle, f.Value, err})
		}
	}
	h, f := out.Common(), file.Common()
	if f.State != was.Common().State && f.State != "" {
		h.State = f.State
	}
	h.Unknown = joined(h.Unknown, f.Unknown, func(kv briefings.KV) string { return kv.Key })
	h.Anchors = union(h.Anchors, newAnchors(slices.Concat(h.Anchors, was.Common().Anchors), f.Anchors))
	switch out := out.(type) {
	case *briefings.Question:
		questionByHand(out, was.(*briefings.Question), file.(*briefings.Question), by, at)
	case *briefings.Event:
		w, f := was.(*briefings.Event), file.(*briefings.Event)
		changed(&out.Literal, w.Literal, f.Literal)
	case *briefings.Annotation:
		w, f := was.(*briefings.Annotation), file.(*briefings.Annotation)
		changed(&out.Re, w.Re, f.Re)
	case *briefings.Reference:
		w, f := was.(*briefings.Reference), file.(*briefings.Reference)
		changed(&out.DOI, w.DOI, f.DOI)
		changed(&out.Key, w.Key, f.Key)
	case *briefings.Actor:
		changed(&out.Hidden, was.(*briefings.Actor).Hidden, file.(*briefings.Actor).Hidden)
		out.Aliases = joined(out.Aliases, file.(*briefings.Actor).Aliases, func(a briefings.Alias) string { return a.Text })
	}
	if reflect.DeepEqual(stands, out) {
		return nil, refused
	}
	return out, refused
}

// changed takes over what a file says otherwise than it was exported.
func changed[V comparable](stands *V, was, file V) {
	if file != was {
		*stands = file
	}
}

// questionByHand takes over what hangs on a question: status, answers, evidence and
// what to watch for. Evidence that nobody signed was linked by who edited the file.
func questionByHand(q, was, file *briefings.Question, by string, at briefings.Time) {
	if file.Status != was.Status {
		q.Status = file.Status
	}
	type signed struct {
		by   string
		at   int64
		text string
	}
	q.Answers = joined(q.Answers, file.Answers, func(a briefings.Answer) signed {
		if a.At.IsZero() {
			return signed{by: a.By, text: a.Text}
		}
		return signed{by: a.By, at: a.At.UnixNano()}
	})
	type place struct {
		briefing string
		record   briefings.Handle
		words    string
		at       int
	}
	where := func(e briefings.Evidence) place {
		p := place{briefing: e.Briefing, record: e.Record}
		if e.Anchor != nil {
			p.words, p.at = e.Anchor.Exact, e.Anchor.DocStart
		}
		return p
	}
	had := q.Evidence
	lost := func(e briefings.Evidence) bool {
		return e.Anchor != nil && !e.Anchor.Placed() && slices.ContainsFunc(had, func(o briefings.Evidence) bool {
			return o.Anchor != nil && o.Anchor.Exact == e.Anchor.Exact && o.Briefing == e.Briefing && o.Record == e.Record
		})
	}
	q.Evidence = joined(had, slices.DeleteFunc(slices.Clone(file.Evidence), lost), where)
	for i := range q.Evidence {
		e := &q.Evidence[i]
		switch {
		case e.By != "" || e.Offered:
		case i < len(had):
			e.By, e.At = had[i].By, had[i].At
		default:
			e.By, e.At = by, at
		}
	}
	q.Indicators = joined(q.Indicators, file.Indicators, func(i briefings.Indicator) string { return i.Text })
}

// joined is a list with what a file says of the same things, and what it has
// beyond it.
func joined[E any, K comparable](list, file []E, key func(E) K) []E {
	out := slices.Clone(list)
	for _, e := range file {
		same := func(o E) bool { return key(o) == key(e) }
		if i := slices.IndexFunc(out, same); i < 0 {
			out = append(out, e)
		} else {
			out[i] = e
		}
	}
	return out
}

// newAnchors are the passages of a file that a record does not have. One whose words
// it has, and which the text of the file does not, was lost by an edit of that.
func newAnchors(list, file []briefings.Anchor) (out []briefings.Anchor) {
	for _, a := range file {
		if !slices.ContainsFunc(list, func(o briefings.Anchor) bool { return samePlace(&o, &a) || !a.Placed() && o.Exact == a.Exact }) {
			out = append(out, a)
		}
	}
	return out
}
