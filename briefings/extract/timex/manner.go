package timex

// guess tells a narrative from news by its dates. News speaks of yesterday and
// Tuesday and of years near the reference year; a narrative names years long
// gone and hardly any deictic day. A short one has few of them, but begins with
// one.
func (r *resolver) guess() Manner {
	if !r.reference.ok() {
		return Narrative
	}
	far, near, deictic, bare := 0, 0, 0, 0
	year := r.reference.year()
	opensFar := false // the first year that is named is one long gone, and nothing stands before it
	for i := range r.expressions {
		f := &r.expressions[i].Form
		if f.has(fYear) && far+near+deictic+bare == 0 {
			opensFar = f.has(fEra) || f.get(fYear) < year-2
		}
		switch {
		case f.has(fSign) && f.get(fBase) == baseReference, f.has(fWeekday) && !f.hasAny(fDay, fMonth) && f.Type != Set:
			deictic++
		case !f.has(fYear):
			if f.has(fMonth) {
				bare++
			}
		case f.has(fEra), f.get(fYear) < year-2:
			far++
		default:
			near++
		}
	}
	long := bare >= 8 && 2*far > near // names years and then leaves them out
	switch {
	case far >= 8 && far > 5*deictic && (far > near || long):
		return Narrative
	case near == 0 && opensFar && far >= 3 && far+bare > 5*deictic: // a short one
		return Narrative
	}
	return News
}

// Detect finds the language of a text by its most frequent small words.
func Detect(text string) (*Language, error) {
	all, err := languages()
	if err != nil {
		return nil, err
	}
	const enough = 4096
	for len(text) > enough {
		text = text[:enough]
	}
	best, most := all["en"], 0
	for _, name := range []string{"en", "de"} {
		l := all[name]
		small, count := classSmall.set(), 0
		for _, t := range l.scan(text, nil) {
			if t.classes&small != 0 {
				count++
			}
		}
		if count > most {
			best, most = l, count
		}
	}
	return best, nil
}
