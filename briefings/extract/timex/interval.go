package timex

import "dossier/briefings/edtf"

// stretch is the period that a duration reaches from the reference day:
// "the last three months", "the next five days".
func (r *resolver) stretch(f *Form) edtf.Date {
	if !f.has(fSign) || r.manner != News || r.reference.grain != unitDay || f.or(fNumber, 1) == some {
		return edtf.Date{}
	}
	if f.get(fUnit) == unitQuarter {
		return r.quarters(f.get(fSign) * f.or(fNumber, 1))
	}
	today := r.reference.day
	end := r.reference.away(f.get(fSign)*f.or(fNumber, 1), f.or(fUnit, unitDay))
	switch {
	case !end.ok():
		return edtf.Date{}
	case f.get(fSign) < 0:
		return edtf.Between(end.day.Point(), (today - 1).Point())
	}
	return edtf.Between((today + 1).Point(), end.day.Point())
}

// share is the beginning or the end of a period that a duration takes: "the
// first nine months of 2025". It has to be shorter than the period.
func (e *Expression) share() edtf.Date {
	whole, f := e.moment, &e.Form
	n, unit := f.or(fNumber, 1), f.or(fUnit, unitDay)
	if !whole.ok() || n == some || unit < unitDay || unit >= whole.grain && whole.grain != grainSeason {
		return edtf.Date{}
	}
	first, last := whole.date().Bounds()
	var from, to moment
	if f.get(fNth) > 0 {
		from = moment{day: first, grain: unitDay}
		to = from.away(n, unit)
		to.day--
	} else {
		to = moment{day: last, grain: unitDay}
		from = moment{day: last + 1, grain: unitDay}.away(-n, unit)
	}
	if !from.ok() || !to.ok() || from.day < first || to.day > last {
		return edtf.Date{}
	}
	if unit >= unitMonth {
		from, to = from.widen(min(unit, unitYear)).widen(unitMonth), to.widen(unitMonth)
		if unit >= unitYear {
			from, to = from.widen(unitYear), to.widen(unitYear)
		}
	}
	return edtf.Between(from.date().From, to.date().To)
}

// quarters are whole quarters before or after the present one.
func (r *resolver) quarters(n int) edtf.Date {
	from, to := 1, n
	if n < 0 {
		from, to = n, -1
	}
	first, last := r.reference.shift(from, unitQuarter), r.reference.shift(to, unitQuarter)
	if !first.ok() || !last.ok() {
		return edtf.Date{}
	}
	return edtf.Between(first.date().From, last.date().To)
}

// interval gives an interval its dates.
func (r *resolver) interval(in *Interval) {
	from, to := edtf.OpenEnd(), edtf.OpenEnd()
	if in.From >= 0 {
		from = r.end(in.From).From
	}
	if in.To >= 0 {
		to = r.end(in.To).To
	}
	if from.Precision == edtf.None || to.Precision == edtf.None || from.Precision == edtf.Open && to.Precision == edtf.Open {
		return
	}
	if in.Span >= 0 {
		to = r.expressions[in.From].until(&r.expressions[in.Span].Form)
	}
	if in.Beyond {
		from, to = beyond(from, to)
	}
	if in.From >= 0 && in.To >= 0 {
		from, to = r.order(in, from, to)
	}
	d := edtf.Between(from, to)
	if earliest, latest := d.Bounds(); earliest <= latest {
		in.When = d
	}
}

// until is the last day of a duration that begins with a date.
func (e *Expression) until(span *Form) edtf.Point {
	if n := span.or(fNumber, 1); e.moment.grain == unitDay && n != some {
		if m := e.moment.away(n, span.or(fUnit, unitDay)); m.ok() && m.day > e.moment.day {
			return (m.day - 1).Point()
		}
	}
	return edtf.OpenEnd()
}

// order puts right the years of a range that seems to end before it begins: of
// the date that names none.
func (r *resolver) order(in *Interval, from, to edtf.Point) (edtf.Point, edtf.Point) {
	first, _ := edtf.On(from).Bounds()
	_, last := edtf.On(to).Bounds()
	if r.expressions[in.To].Form.has(fReference) || r.expressions[in.From].Form.has(fReference) {
		return from, to
	}
	if first <= last && last-first < 366 || from.Precision > edtf.ToMonth || to.Precision > edtf.ToMonth {
		return from, to
	}
	a, b := &r.expressions[in.From], &r.expressions[in.To]
	paired := a.Rule == b.Rule && a.Form.has(fYear) && b.Form.has(fYear) && a.Form.get(fYear) == b.Form.get(fYear)
	floats := func(e *Expression) bool { return !e.Explicit() && !e.Form.has(fSign) }
	switch {
	case floats(b) && !(floats(a) && a.Tense > 0):
		to.Year = from.Year
		if edtf.Compare(edtf.On(to), edtf.On(from)) < 0 {
			to.Year++
		}
		b.move(to)
	case paired || floats(a):
		from.Year = to.Year
		if edtf.Compare(edtf.On(to), edtf.On(from)) < 0 {
			from.Year--
		}
		a.move(from)
	}
	return from, to
}

// move gives an expression another date of the same precision.
func (e *Expression) move(to edtf.Point) {
	e.When.From, e.When.To = to, to
	e.moment = momentOf(e.When)
	e.Value = e.moment.timex()
}

// end is the date of an end of an interval; "now" is the reference day.
func (r *resolver) end(i int) edtf.Date {
	e := &r.expressions[i]
	if e.Value == referenceValue(0) && r.reference.ok() {
		return r.reference.date()
	}
	return e.When
}

// beyond moves a bound to the far side of the period that it names.
func beyond(from, to edtf.Point) (edtf.Point, edtf.Point) {
	if from.Precision == edtf.Open {
		first, _ := edtf.On(to).Bounds()
		return from, (first - 1).Point()
	}
	_, last := edtf.On(from).Bounds()
	return (last + 1).Point(), to
}
