package timex

import (
	"slices"
	"strings"

	"dossier/briefings/edtf"
)

// resolver takes the expressions of a text in order and gives each its value.
type resolver struct {
	*reading
	options   Options
	reference moment // the document's date
	manner    Manner
	last      moment // the last date mentioned
	lastDay   moment // the last one precise to the day
	lastMonth moment // the last one precise to the month or finer
	quarter   moment // the last quarter mentioned
	ancient   bool   // the text names years before Christ
}

func (r *reading) resolve(o Options) *Reading {
	s := &resolver{reading: r, options: o, manner: o.Manner}
	if !o.Reference.IsZero() {
		s.reference = momentOf(o.Reference)
	}
	s.drop()
	s.ancient = slices.ContainsFunc(r.expressions, func(e Expression) bool { return e.Form.has(fEra) && !e.Form.has(fOnly) })
	if s.manner == Guess {
		s.manner = s.guess()
	}
	for i := range r.expressions {
		s.value(i)
	}
	for i := range r.intervals {
		s.interval(&r.intervals[i])
	}
	s.sweep()
	slices.SortStableFunc(r.intervals, func(a, b Interval) int { return a.Start - b.Start })
	return &Reading{Expressions: r.expressions, Intervals: r.intervals, Manner: s.manner}
}

// drop sorts the expressions by place and leaves out those that stand in
// another one.
func (r *resolver) drop() {
	order := make([]int, 0, len(r.expressions))
	for i := range r.expressions {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.expressions[a].Start - r.expressions[b].Start })
	moved := make([]int, len(r.expressions))
	kept := make([]Expression, 0, len(order))
	var anchors []Expression
	for _, i := range order {
		moved[i] = -1
		if e := r.expressions[i]; !e.inner {
			moved[i] = len(kept)
			kept = append(kept, e)
		}
	}
	for i := range kept {
		if a := kept[i].anchor; a > 0 {
			anchors = append(anchors, r.expressions[a-1])
			kept[i].anchor = int32(len(anchors))
		}
	}
	for i := range r.intervals {
		in := &r.intervals[i]
		if in.From >= 0 {
			in.From = moved[in.From]
		}
		if in.To >= 0 {
			in.To = moved[in.To]
		}
		if in.Span >= 0 {
			in.Span = moved[in.Span]
		}
	}
	r.expressions, r.anchors = kept, anchors
}

// sweep leaves out what the context did not allow.
func (r *resolver) sweep() {
	moved := make([]int, len(r.expressions))
	kept := r.expressions[:0]
	for i, e := range r.expressions {
		moved[i] = -1
		if e.Value != "" {
			moved[i] = len(kept)
			kept = append(kept, e)
		}
	}
	r.expressions = kept
	intervals := r.intervals[:0]
	for _, in := range r.intervals {
		lost := false
		for _, end := range []*int{&in.From, &in.To, &in.Span} {
			if *end >= 0 {
				*end = moved[*end]
				lost = lost || *end < 0
			}
		}
		if !lost && !in.When.IsZero() {
			intervals = append(intervals, in)
		}
	}
	r.intervals = intervals
}

// momentOf turns an EDTF date into the moment that it begins with.
func momentOf(d edtf.Date) moment {
	earliest, _ := d.Bounds()
	m := moment{day: earliest, grain: unitDay}
	switch d.From.Precision {
	case edtf.ToMonth:
		return m.widen(unitMonth)
	case edtf.ToYear:
		return m.widen(unitYear)
	case edtf.ToSeason:
		return seasonMoment(d.From.Year, d.From.Month)
	case edtf.ToDay:
		return m
	}
	return moment{}
}

// value gives one expression its value and notes it as the last date.
func (r *resolver) value(i int) {
	e := &r.expressions[i]
	f := &e.Form
	if f.has(fOnly) && !r.applies(i) || r.titled(e) {
		return
	}
	if known, ok := r.options.Known[e.Start]; ok && r.pin(e, known) {
		return
	}
	switch {
	case f.has(fReference):
		e.Value = referenceValue(f.get(fReference))
		return
	case f.Type == Duration:
		e.Value = duration(f)
		if e.anchor > 0 {
			if e.moment = r.moment(&r.anchors[e.anchor-1], i); e.moment.ok() {
				e.When, e.Tense = e.share(), r.tense(e.Start, e.End)
				r.note(e.moment, e)
			}
			return
		}
		e.When = r.stretch(f)
		return
	case f.Type == Set:
		e.Value = set(f)
		return
	case f.has(fSign) && f.or(fNumber, 1) == some:
		e.Value = referenceValue(max(-1, min(1, f.get(fSign))))
		return
	}
	var m moment
	if f.get(fBase) == baseEvent {
		m = r.counted(f, e.moment)
	} else if e.anchor > 0 {
		anchor := r.anchors[e.anchor-1]
		m = r.counted(f, r.moment(&anchor, i))
	} else {
		m = r.moment(e, i)
	}
	if !m.ok() {
		e.Value = f.String()
		if f.has(fSign) && f.get(fSign) == 0 && f.get(fUnit) == unitDay {
			e.Value = referenceValue(0)
		}
		return
	}
	e.moment, e.Tense = m, r.tense(e.Start, e.End)
	r.print(e)
	if r.nowadays(e) {
		e.When = edtf.Date{}
	}
	r.note(m, e)
}

// pin gives an expression a date that somebody knows better; false for an
// interval, from which nothing is counted.
func (r *resolver) pin(e *Expression, known edtf.Date) bool {
	m := momentOf(known)
	if known.Interval || !m.ok() {
		return false
	}
	e.moment, e.Value, e.When, e.Tense = m, m.timex(), known, r.tense(e.Start, e.End)
	r.note(m, e)
	return true
}

// nowadays says whether "today" means no day but these times: with a verb of
// the present and none of another tense.
func (r *resolver) nowadays(e *Expression) bool {
	if !e.Form.today() || e.Tense != 0 {
		return false
	}
	at := r.tokenAt(e.Start)
	for k := max(0, at-tenseBefore); k < min(len(r.tokens), at+tenseBefore); k++ {
		switch {
		case r.tokens[k].classes&classPresent.set() != 0:
			return true
		case k >= at && r.endsSentence(k):
			return false
		}
	}
	return false
}

// titled says whether "Today" ends the name of a paper or a programme: "Defense
// News Today". Its capital tells, behind another one; at the beginning of a
// sentence every word has it.
func (r *resolver) titled(e *Expression) bool {
	at := r.tokenAt(e.Start)
	if !e.Form.today() || at == 0 || at == len(r.tokens) || !r.tokens[at].is(capital) {
		return false
	}
	before := &r.tokens[at-1]
	return before.is(capital) && before.is(letters) && !r.tokens[at].is(newline)
}

// applies says whether the context is as the rule demands. Where it is not, a
// date counted by a duration is left a duration; anything else is dropped.
func (r *resolver) applies(i int) bool {
	e := &r.expressions[i]
	f := &e.Form
	switch f.get(fOnly) {
	case onlyNarrative:
		if r.manner == Narrative {
			return true
		}
	case onlyFuture:
		if r.manner == News && r.tense(e.Start, e.End) >= 0 && e.before == nil {
			return true
		}
	case onlyAncient:
		if r.ancient {
			return true
		}
	case onlyEvent:
		if e.moment = r.happening(e, i); e.moment.ok() {
			return true
		}
	}
	if f.has(fSign) && f.has(fUnit) && e.core.Start >= 0 {
		f.Type = Duration
		f.drop(fSign)
		if e.before != nil {
			*f = *e.before
		}
		e.Start, e.End = e.core.Start, e.core.End
		e.Value, e.When = duration(f), r.stretch(f)
	}
	return false
}

// print fills Value and When from the moment.
func (r *resolver) print(e *Expression) {
	m, f := e.moment, &e.Form
	e.Value = m.timex()
	if m.grain == unitDay {
		e.Value += clock(f)
	}
	e.When = r.date(m)
	if f.hasAny(fAbout, fMod) && m.grain != unitDay {
		e.When.From.Approximate, e.When.To.Approximate = true, true
	}
}

// date is the moment as EDTF; a fiscal one by the fiscal calendar, if known,
// where it is finer than a year.
func (r *resolver) date(m moment) edtf.Date {
	if start := r.options.FiscalStart; m.fiscal && m.grain != unitYear {
		if start > 0 {
			m.fiscal = false
			y, mo, _ := m.civil()
			from := y*12 + mo - 1 - (13 - start)
			months := 3
			if m.grain == unitHalf {
				months = 6
			}
			a, b := monthsMoment(from), monthsMoment(from+months-1)
			return edtf.Between(a.date().From, b.date().From)
		}
		d := m.date()
		d.From.Approximate, d.To.Approximate = true, true
		return d
	}
	return m.date()
}

// note remembers the last dates.
func (r *resolver) note(m moment, e *Expression) {
	if m.grain == unitCentury || m.grain == unitDecade || m.fiscal && r.manner == News || r.aside(e) {
		return
	}
	if m.grain <= unitMonth {
		r.lastMonth = m
	}
	r.last = m
	if m.grain == unitDay {
		r.lastDay = m
	}
	if m.grain == unitQuarter {
		r.quarter = m
	}
}

// aside says whether a date only looks aside from the story: in brackets,
// behind "since", or a year of the future in a narrative.
func (r *resolver) aside(e *Expression) bool {
	k := r.tokenAt(e.Start)
	if k > 0 && r.tokens[k-1].classes&classAside.set() != 0 {
		return true
	}
	if e.Attributive = r.attributive(k, e); e.Attributive {
		return true
	}
	return r.manner == Narrative && e.moment.grain == unitYear && e.Tense > 0
}

// attributive says whether a date stands before a noun, between an article and
// it: "the 1905 revolution".
func (r *resolver) attributive(k int, e *Expression) bool {
	next := r.tokenAt(e.End)
	if next >= len(r.tokens) {
		return false
	}
	article := k > 0 && r.tokens[k-1].classes&classDeterminer.set() != 0
	if !article && !(e.Form.hasAny(fMonth, fYear) && r.articled(e)) {
		return false
	}
	t := &r.tokens[next]
	return t.is(letters) && !t.is(newline) && !t.is(glued) && t.classes&(classSmall.set()|classFuture.set()|classPast.set()) == 0
}

// articled says whether the expression itself begins with an article.
func (r *resolver) articled(e *Expression) bool {
	first, _, _ := strings.Cut(r.text[e.Start:e.End], " ")
	w := r.language.words[strings.ToLower(first)]
	return w != nil && w.classes&classDeterminer.set() != 0
}

// base is what a shift of the form is counted from.
func (r *resolver) base(f *Form) moment {
	unit := f.or(fUnit, unitDay)
	narrative := r.manner == Narrative && r.last.ok()
	if f.get(fBase) == baseReference && !narrative {
		return r.reference
	}
	if !r.last.ok() {
		return r.reference
	}
	if unit <= unitWeek && r.last.grain != unitDay {
		if d := r.lastDay; d.ok() && d.widen(r.last.grain).day == r.last.day {
			return d
		}
		if unit < unitWeek {
			return r.lastDay
		}
	}
	return r.last
}

// counted is a moment that a duration away from a base.
func (r *resolver) counted(f *Form, base moment) moment {
	if !base.ok() {
		return base
	}
	n := f.get(fSign) * f.or(fNumber, 1)
	unit := f.or(fUnit, unitDay)
	switch {
	case f.has(fNth):
		return base.nth(f.get(fNth), unit)
	case f.get(fBase) == baseDate && base.grain == unitDay && unit < unitMonth && f.get(fSign) != 0:
		return base.away(n, unit) // counted from a day, weeks reach a day
	case base.grain > unit && base.grain != grainSeason && f.get(fBase) == baseReference && r.manner == News:
		return moment{} // the day within the reference month is not known
	}
	return base.shift(n, unit)
}
