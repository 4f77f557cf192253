package timex

import "slices"

// reading is the state of reading one text.
type reading struct {
	matcher
	expressions []Expression
	intervals   []Interval
	anchors     []Expression // what expressions are counted from
}

// parse runs the stages over a text.
func (l *Language) parse(text string) *reading {
	r := &reading{}
	r.language, r.text = l, text
	r.tokens = l.compose(l.scan(text, make([]token, 0, len(text)/5+16)))
	for i := range r.tokens {
		r.tokens[i].expr = -1
	}
	for stage := range stageCount {
		if root := l.stages[stage]; root != nil {
			r.run(root)
		}
	}
	return r
}

// run does one stage: what matches becomes one token.
func (r *reading) run(root *node) {
	out := 0
	for i := 0; i < len(r.tokens); {
		if !r.longest(root, i) {
			if out != i {
				r.tokens[out] = r.tokens[i]
			}
			out++
			i++
			continue
		}
		n := len(r.best)
		t, ok := r.make(i, n)
		switch {
		case ok:
			r.tokens[out] = t
			out++
		case r.language.rules[r.rule].kind == makeNothing:
			copy(r.tokens[out:], r.tokens[i:i+n])
			out += n
		default: // no such day: what stands in it may still be a date
			n = 1
			r.tokens[out] = r.tokens[i]
			out++
		}
		i += n
	}
	r.tokens = r.tokens[:out]
}

// make builds the expression that the best match stands for.
func (r *reading) make(start, n int) (token, bool) {
	rule := &r.language.rules[r.rule]
	parts := r.tokens[start : start+n]
	t := token{start: parts[0].start, end: parts[n-1].end, flags: parts[0].flags&(glued|newline|capital) | merged, expr: -1}
	switch rule.kind {
	case makeNothing:
		return t, false
	case makeRange, makeFrom, makeUntil, makeAfter, makeBefore, makeLasting:
		if r.isMonth(rule, parts) {
			e := Expression{Start: int(t.start), End: int(t.end), Rule: rule.name}
			e.Form.put(fYear, int(parts[0].num))
			e.Form.put(fMonth, int(parts[2].num))
			r.add(e, &t)
			return t, true
		}
		r.interval(rule, parts, &t)
	case makeSame, makeMoved, makeCounted:
		r.changed(rule, parts, &t)
	default:
		e := Expression{Start: int(t.start), End: int(t.end), Rule: rule.name}
		e.Form.Type = [...]Type{makeDate: Date, makeTime: Time, makeSpan: Duration, makeSet: Set, makeRef: Date}[rule.kind]
		r.fill(&e.Form, rule, parts, false)
		if !e.Form.sane() {
			return t, false
		}
		r.add(e, &t)
	}
	return t, true
}

// add keeps an expression and makes the token stand for it.
func (r *reading) add(e Expression, t *token) {
	t.expr = int32(len(r.expressions))
	t.classes = classOf(&e.Form)
	r.expressions = append(r.expressions, e)
}

func classOf(f *Form) classSet {
	if f.has(fReference) {
		return classRef.set()
	}
	return [...]classSet{classDate.set(), classTime.set(), classSpan.set(), classSet_.set()}[f.Type]
}

// fill sets the fields of a form from what the elements captured and what the
// rule says.
func (r *reading) fill(f *Form, rule *rule, parts []token, second bool) {
	for i, e := range r.best {
		name := e.capture
		if name == "" {
			continue
		}
		if len(name) > 3 && name[:3] == "to." {
			if !second {
				continue
			}
			name = name[3:]
		}
		if x, ok := fieldNames[name]; ok && parts[i].expr < 0 {
			f.put(x, parts[i].value(e.test.class))
		}
	}
	for _, a := range rule.set {
		if a.second && !second {
			continue
		}
		if a.capture == "" {
			f.put(a.field, a.value)
			continue
		}
		for i, e := range r.best {
			if e.capture == a.capture {
				f.put(a.field, a.factor*parts[i].value(e.test.class))
			}
		}
	}
}

// changed takes an expression that stands in the match further: "early" +
// date, duration + "ago", duration + "after" + date.
func (r *reading) changed(rule *rule, parts []token, t *token) {
	main, anchor := int32(-1), int32(-1)
	if rule.kind == makeMoved && !slices.ContainsFunc(parts, func(t token) bool { return t.expr >= 0 }) {
		main = int32(len(r.expressions)) // "the day after" something that is no date
		r.expressions = append(r.expressions, Expression{Start: -1})
	}
	for i := range parts {
		if parts[i].expr < 0 {
			continue
		}
		isSpan := parts[i].classes&classSpan.set() != 0
		if main < 0 || rule.kind != makeSame && isSpan {
			main, anchor = parts[i].expr, main
		} else {
			anchor = parts[i].expr
		}
	}
	if rule.kind == makeMoved && anchor < 0 && r.expressions[main].Start >= 0 && r.expressions[main].Form.Type != Duration {
		anchor = main // "the day after" a date: the words make a new expression
		main = int32(len(r.expressions))
		r.expressions = append(r.expressions, Expression{})
	}
	e := &r.expressions[main]
	e.core = Span{e.Start, e.End}
	if e.Form.has(fSign) {
		before := e.Form
		e.before = &before
	}
	e.Start, e.End, e.Rule = int(t.start), int(t.end), rule.name
	r.fill(&e.Form, rule, parts, false)
	if rule.kind != makeSame {
		if rule.kind == makeMoved {
			e.Form.Type = Date
		}
		if anchor >= 0 {
			e.anchor = anchor + 1
			r.expressions[anchor].inner = true
		}
	} else if anchor >= 0 {
		r.expressions[anchor].inner = true
		e.Form.merge(&r.expressions[anchor].Form)
	}
	if e.Form.has(fType) {
		e.Form.Type = Type(e.Form.get(fType))
		e.Form.drop(fType)
	}
	t.expr, t.classes = main, classOf(&e.Form)
}

// merge takes over what another form says and this one does not.
func (f *Form) merge(other *Form) {
	for x := field(0); x < fieldCount; x++ {
		if other.has(x) && !f.has(x) {
			f.put(x, other.get(x))
		}
	}
	f.Type = max(f.Type, other.Type)
}

// interval joins two dates, or opens one at an end.
func (r *reading) interval(rule *rule, parts []token, t *token) {
	in := Interval{Start: int(t.start), End: int(t.end), From: -1, To: -1, Span: -1, Rule: rule.name}
	var found []int
	for i := range parts {
		if parts[i].expr >= 0 {
			found = append(found, int(parts[i].expr))
		}
	}
	switch {
	case rule.kind == makeFrom, rule.kind == makeAfter:
		in.From, in.Beyond = found[0], rule.kind == makeAfter
	case rule.kind == makeUntil, rule.kind == makeBefore:
		in.To, in.Beyond = found[0], rule.kind == makeBefore
	case rule.kind == makeLasting:
		in.Span, in.From = found[0], found[1]
	case len(found) == 2:
		in.From, in.To = found[0], found[1]
	default:
		in.From, in.To = r.pair(rule, parts)
	}
	if len(found) == 1 {
		t.expr, t.classes = int32(found[0]), 0
	}
	r.intervals = append(r.intervals, in)
}

// isMonth tells 2015-12, a month, from 2012-15, a range of years.
func (r *reading) isMonth(rule *rule, parts []token) bool {
	if len(parts) != 3 || parts[2].classes&classTwo.set() == 0 || r.best[2].capture != "to.yy" {
		return false
	}
	yy, year := parts[2].num, parts[0].num%100
	return yy >= 1 && yy <= 12 && yy <= year && year < 80
}

// pair makes the two dates of a range that shares parts: "1–3 September 1939".
func (r *reading) pair(rule *rule, parts []token) (int, int) {
	joint, begin := 0, -1
	for i, e := range r.best {
		if e.joint {
			joint = i
		}
		if begin < 0 && e.capture != "" {
			begin = i
		}
	}
	first := Expression{Start: int(parts[begin].start), End: int(parts[joint-1].end), Rule: rule.name}
	second := Expression{Start: int(parts[joint+1].start), End: int(parts[len(parts)-1].end), Rule: rule.name}
	r.fill(&first.Form, rule, parts, false)
	r.fill(&second.Form, rule, parts, true)
	if f := &second.Form; f.has(fYY) && f.has(fYear) { // 1955–60
		year := f.get(fYear) - f.get(fYear)%100 + f.get(fYY)
		if year < f.get(fYear) {
			year += 100
		}
		f.put(fYear, year)
		f.drop(fYY)
	}
	at := len(r.expressions)
	r.expressions = append(r.expressions, first, second)
	return at, at + 1
}
