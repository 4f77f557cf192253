package revise

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"dossier/briefings"
)

// Exchanged says what came in from another analyst's copy of a briefing.
type Exchanged struct {
	// New are records that were not here: those that somebody signed are of
	// origin "imported" until they are reviewed; a line that nobody signed was
	// added to the file by hand.
	New       []briefings.Handle
	Changed   []briefings.Handle // records with something taken from the other copy
	Fields    []string           // of the briefing itself, taken from it
	Conflicts []Conflict         // fields that both changed: ours stands, theirs waits beside it
	Renamed   []Pair             // New is the handle here of what is Analyst there
	// Passed counts records that the copy has as they were before I changed
	// them, or as another machine read them. Mine stands.
	Passed int
}

// Exchange merges a colleague's copy of a briefing (theirs, read from a full
// export) into one's own (mine), by record and field. Both must be of the same
// text. Where one side changed a field, that side's value is taken; where both
// did, mine stands and theirs waits in Pending. Nothing of mine goes, and what a
// person rejected here stays rejected. The arguments are left as they are.
func Exchange(mine, theirs *briefings.Briefing) (briefings.Briefing, Exchanged) {
	out := *mine
	out.Questions, out.Events, out.Actors, out.Limits, out.References, out.Annotations = nil, nil, nil, nil, nil, nil
	x := &exchange{mine: mine, names: map[briefings.Handle]briefings.Handle{}, here: map[briefings.Handle]briefings.Record{}}
	x.mergeMeta(&out.Meta, &theirs.Meta)
	x.recognise(theirs)
	for _, r := range mine.Records() {
		r = r.Clone()
		if t := x.here[r.Common().Handle]; t != nil {
			t = t.Clone()
			x.rename(t)
			x.merge(r, t)
		}
		out.Add(r)
	}
	for _, r := range theirs.Records() {
		h := r.Common().Handle
		renamed := x.names[h]
		if x.here[cmp.Or(renamed, h)] != nil {
			continue
		}
		r = r.Clone()
		x.rename(r)
		if renamed != "" {
			x.report.Renamed = append(x.report.Renamed, Pair{renamed, h})
		}
		head := r.Common()
		arrive(head)
		x.report.New = append(x.report.New, head.Handle)
		out.Add(r)
	}
	return out, x.report
}

// arrive marks what somebody else made as not reviewed here.
func arrive(h *briefings.Head) {
	if h.Origin == briefings.OriginAnalyst && h.By != "" {
		h.Origin = briefings.OriginImported
	}
	h.Reviewed, h.ReviewedBy, h.Version = briefings.Time{}, "", 0
}

// Arrive marks what others than analyst made in a briefing that comes in from a
// file as imported, and so to be reviewed.
func Arrive(b *briefings.Briefing, analyst string) {
	for _, r := range b.Records() {
		if h := r.Common(); h.By != "" && h.By != analyst {
			arrive(h)
		}
	}
}

type exchange struct {
	passed bool // of the record under way, a field was left as it is here
	mine   *briefings.Briefing
	names  map[briefings.Handle]briefings.Handle // theirs to the handle that it has here, where that is another
	here   map[briefings.Handle]briefings.Record // mine to the record of theirs that it is
	report Exchanged
}

// recognise finds which records of theirs are mine, under the same handle or under
// the one that an earlier exchange gave them; and gives a new one to those whose
// handle is here another record's: two people made them apart.
func (x *exchange) recognise(theirs *briefings.Briefing) {
	taken := map[briefings.Handle]bool{}
	for _, r := range slices.Concat(x.mine.Records(), theirs.Records()) {
		taken[r.Common().Handle] = true
	}
	var strangers []briefings.Record
	for _, t := range theirs.Records() {
		h := t.Common().Handle
		switch m := x.mine.Record(h); {
		case m != nil && sameOrigin(m, t):
			x.here[h] = t
		default:
			strangers = append(strangers, t)
		}
	}
	for _, t := range strangers {
		h := t.Common().Handle
		if known := x.underAnotherName(t); known != "" {
			x.here[known], x.names[h] = t, known
		} else if x.mine.Record(h) != nil {
			name := briefings.NewHandle(t.Kind(), t.Line(), func(h briefings.Handle) bool { return taken[h] })
			taken[name], x.names[h] = true, name
		}
	}
}

// underAnotherName returns the handle here of a record of theirs that was made by
// the same hand at the same moment; where several were, the one that reads alike.
func (x *exchange) underAnotherName(t briefings.Record) briefings.Handle {
	h := t.Common()
	if machineMade(h) || h.By == "" || h.Created.IsZero() {
		return ""
	}
	var found, alike []briefings.Handle
	for _, m := range x.mine.Records() {
		o := m.Common()
		if x.here[o.Handle] != nil || machineMade(o) || m.Kind() != t.Kind() || o.By != h.By || !o.Created.Equal(h.Created) {
			continue
		}
		found = append(found, o.Handle)
		if m.Line() == t.Line() {
			alike = append(alike, o.Handle)
		}
	}
	switch {
	case len(alike) == 1:
		return alike[0]
	case len(found) == 1 && len(alike) == 0:
		return found[0]
	}
	return ""
}

// sameOrigin says whether two records of one handle were one once: made by the
// same hand at the same time, or read by a machine from the same words. A line
// that nobody signed was written into the file by hand, under the name that it
// was to have.
func sameOrigin(m, t briefings.Record) bool {
	if m.Kind() != t.Kind() {
		return false
	}
	x, y := m.Common(), t.Common()
	if machineMade(x) || machineMade(y) {
		return machineMade(x) && machineMade(y)
	}
	return x.By == y.By && x.Created.Equal(y.Created) || y.By == "" && y.Created.IsZero()
}

// rename gives a record of theirs the handles that hold here.
func (x *exchange) rename(r briefings.Record) {
	name := func(h briefings.Handle) briefings.Handle {
		if n := x.names[h]; n != "" {
			return n
		}
		return h
	}
	h := r.Common()
	h.Handle = name(h.Handle)
	switch r := r.(type) {
	case *briefings.Annotation:
		r.Re = name(r.Re)
	case *briefings.Event:
		for i := range r.Actors {
			r.Actors[i] = name(r.Actors[i])
		}
	case *briefings.Limit:
		for _, list := range [][]string{r.Holder, r.Recipient} {
			for i := range list {
				list[i] = string(name(briefings.Handle(list[i])))
			}
		}
	case *briefings.Reference:
		for i := range r.DerivedFrom {
			r.DerivedFrom[i] = name(r.DerivedFrom[i])
		}
	case *briefings.Question:
		r.From = name(r.From)
		for i := range r.Evidence {
			if e := &r.Evidence[i]; e.Briefing == "" || e.Briefing == x.mine.ID {
				e.Record = name(e.Record)
			}
		}
	}
}

// merge takes into mine what they changed.
func (x *exchange) merge(mine, theirs briefings.Record) {
	before := mine.Clone()
	x.passed = false
	h, t := mine.Common(), theirs.Common()
	values := map[string]string{}
	for _, f := range briefings.Fields(theirs) {
		values[f.Name] = f.Value
	}
	for _, f := range briefings.Fields(mine) {
		if value := values[f.Name]; value != f.Value {
			x.field(mine, t, f, value)
		} else if p, waits := h.Pending[f.Name]; waits && p.By == t.Edited[f.Name].By {
			briefings.DropPending(mine, f.Name) // who had it otherwise has come round
		}
	}
	if h.State == briefings.StateLive && t.State == briefings.StateRejected && !machineMade(h) {
		h.Pending = waiting(h.Pending, "state", string(t.State), t.By)
	} else if h.Live() && t.State == briefings.StateRejected {
		h.State = t.State
	}
	h.Unknown = unionUnknown(h.Unknown, t.Unknown)
	if q, ok := mine.(*briefings.Question); ok {
		x.mergeQuestion(q, theirs.(*briefings.Question))
	}
	if a, ok := mine.(*briefings.Actor); ok {
		o := theirs.(*briefings.Actor)
		a.Aliases, a.Not, a.Merges = union(a.Aliases, o.Aliases), union(a.Not, o.Not), union(a.Merges, o.Merges)
	}
	if !reflect.DeepEqual(before, mine) {
		x.report.Changed = append(x.report.Changed, h.Handle)
	}
	if x.passed {
		x.report.Passed++
	}
}

// field decides on one field with two values.
func (x *exchange) field(mine briefings.Record, t *briefings.Head, f briefings.Field, value string) {
	h := mine.Common()
	ours, weEdited := h.Edited[f.Name]
	edit, theyEdited := t.Edited[f.Name]
	switch {
	case setFields[f.Name] && (weEdited || theyEdited):
		value = mergedSet(baseOf(h, t, f.Name), f.Value, value)
		if briefings.AssignField(mine, f.Name, value) == nil && theyEdited && !weEdited {
			h.Edited = withEdit(h.Edited, f.Name, edit)
		}
	case weEdited && ours.Was == value, weEdited && h.Base[f.Name] == value:
		x.passed = true // ours is a change of what they have
	case theyEdited && (!weEdited || edit.Was == f.Value):
		if briefings.AssignField(mine, f.Name, value) == nil {
			h.Edited = withEdit(h.Edited, f.Name, edit)
			if base, ok := t.Base[f.Name]; ok {
				h.Base = maps.Clone(h.Base)
				if h.Base == nil {
					h.Base = map[string]string{}
				}
				h.Base[f.Name] = base
			}
		}
	case !theyEdited && machineMade(h):
		// Another version of an extractor, or another reference date; the next
		// reading here decides.
		x.passed = true
	default:
		if h.Pending[f.Name].Value == value {
			return // it waits already
		}
		h.Pending = waiting(h.Pending, f.Name, value, cmp.Or(edit.By, t.By))
		x.report.Conflicts = append(x.report.Conflicts, Conflict{h.Handle, f.Name, f.Value, value})
	}
}

func baseOf(h, t *briefings.Head, field string) string {
	for _, head := range []*briefings.Head{t, h} {
		if b, ok := head.Base[field]; ok {
			return b
		}
		if e, ok := head.Edited[field]; ok {
			return e.Was
		}
	}
	return ""
}

func withEdit(m map[string]briefings.Edit, field string, e briefings.Edit) map[string]briefings.Edit {
	m = maps.Clone(m)
	if m == nil {
		m = map[string]briefings.Edit{}
	}
	m[field] = e
	return m
}

func waiting(m map[string]briefings.Proposal, field, value, by string) map[string]briefings.Proposal {
	m = maps.Clone(m)
	if m == nil {
		m = map[string]briefings.Proposal{}
	}
	m[field] = briefings.Proposal{Value: value, By: by}
	return m
}

// mergeQuestion joins answers and evidence. A question that both answered keeps
// the answer accepted here; theirs is there as a proposal.
func (x *exchange) mergeQuestion(q, theirs *briefings.Question) {
	for _, a := range theirs.Answers {
		if slices.ContainsFunc(q.Answers, func(o briefings.Answer) bool { return o.Text == a.Text && o.By == a.By && o.At.Equal(a.At) }) {
			continue
		}
		if a.State == briefings.AnswerAccepted && (q.Current() != nil || q.Status.Closed()) {
			a.State = briefings.AnswerProposed
			x.report.Conflicts = append(x.report.Conflicts, Conflict{q.Handle, "answer", currentText(q), a.Text})
		} else if a.State == briefings.AnswerAccepted {
			q.Status, q.Reason, q.Proposed = theirs.Status, theirs.Reason, false
		}
		q.Answers = append(q.Answers, a)
	}
	x.closed(q, theirs)
	for _, e := range theirs.Evidence {
		if !slices.ContainsFunc(q.Evidence, func(o briefings.Evidence) bool {
			return o.Briefing == e.Briefing && o.Record == e.Record && samePlace(o.Anchor, e.Anchor)
		}) {
			q.Evidence = append(q.Evidence, e)
		}
	}
	for _, i := range theirs.Indicators {
		if !slices.ContainsFunc(q.Indicators, func(o briefings.Indicator) bool { return o.Text == i.Text }) {
			q.Indicators = append(q.Indicators, i)
		}
	}
	q.Proposed = q.Proposed && theirs.Proposed
}

// closed lets it wait that a colleague gave up a question that is open here: no
// answer says who closed it when.
func (x *exchange) closed(q, theirs *briefings.Question) {
	gaveUp := theirs.Status == briefings.Withdrawn || theirs.Status == briefings.Unanswerable || theirs.Status == briefings.Deferred
	value := string(theirs.Status)
	if !gaveUp || q.Status.Closed() || q.Status == theirs.Status || q.Pending["status"].Value == value {
		return
	}
	q.Pending = waiting(q.Pending, "status", value, "their copy")
	x.report.Conflicts = append(x.report.Conflicts, Conflict{q.Handle, "status", string(q.Status), value})
}

func currentText(q *briefings.Question) string {
	if a := q.Current(); a != nil {
		return a.Text
	}
	return string(q.Status)
}

func samePlace(x, y *briefings.Anchor) bool {
	if x == nil || y == nil {
		return x == y
	}
	return x.Exact == y.Exact && x.DocStart == y.DocStart
}

func unionUnknown(x, y []briefings.KV) []briefings.KV {
	out := slices.Clone(x)
	for _, kv := range y {
		if !slices.ContainsFunc(out, func(o briefings.KV) bool { return o.Key == kv.Key }) {
			out = append(out, kv)
		}
	}
	return out
}
