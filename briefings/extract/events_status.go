package extract

import (
	"sort"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// When a date lies, seen from the document's own.
type lie int

const (
	lieUnknown lie = iota
	liePast
	lieNow // the reference date lies in it
	lieFuture
)

func (r *eventReader) lie(d edtf.Date) lie {
	if r.reference.IsZero() {
		return lieUnknown
	}
	first, last := d.Bounds()
	today, _ := r.reference.Bounds()
	_, end := r.reference.Bounds()
	switch {
	case first == edtf.Earliest: // "by 2030"
		if last > today {
			return lieFuture
		}
		return liePast
	case last == edtf.Latest:
		last = first
	}
	switch {
	case last < today:
		return liePast
	case first > end:
		return lieFuture
	}
	return lieNow
}

// lies is where a dating lies: "mid-2026" and "late 2026" are ahead while the year
// has not come so far.
func (r *eventReader) lies(d dating) lie {
	where := r.lie(d.when)
	if where != lieNow || d.interval != nil {
		return where
	}
	first, last := d.when.Bounds()
	_, today := r.reference.Bounds()
	switch third := (last - first) / 3; {
	case d.first.Mod() == "MID" && first+third > today, d.first.Mod() == "END" && first+2*third > today:
		return lieFuture
	}
	return where
}

// status reads from the words around the date whether the thing came about; the
// date itself overrules what the words say of the future. It returns the rule
// in words, and the condition of a conditional event.
func (r *eventReader) status(d dating, clause Span) (briefings.EventStatus, string, string) {
	if r.superlative(d, clause) {
		return briefings.Occurred, "the last time before, by a superlative", ""
	}
	if d.first.Attributive && d.interval == nil && r.lie(d.when) == liePast {
		return briefings.Occurred, "the date is part of a name", ""
	}
	if words := r.before(Span{clause.Start, d.Start}, "denied"); words != "" && r.lie(d.when) != lieFuture {
		return briefings.Denied, "cue: " + words, ""
	}
	near := r.cut(d.Span, clause, "that")
	told, condition := r.told(d, near)
	if r.notUntil(d, near) {
		told[isNot] = ""
	}
	if told[isExpected] == "" {
		told[isExpected] = r.before(Span{clause.Start, d.Start}, "hedged")
	}
	status, why := decide(r.lies(d), told, r.open(d), d.first.Tense)
	if status != briefings.Conditional {
		condition = ""
	}
	return status, why, condition
}

// told finds the first cue of each status in what is near to a date, and the
// condition if there is one.
func (r *eventReader) told(d dating, near Span) (told *cuesTold, condition string) {
	told = &cuesTold{}
	for _, h := range r.cues(near) {
		cue := Span{r.words[h.from].Start, r.words[h.to-1].End}
		tells := h.cue.tells[0]
		if r.dated(cue) || r.besides(d, h.from) || r.ofAnother(d, h.from) && (tells == statuses[isScheduled] || tells == statuses[isPlanned] || tells == statuses[isExpected]) {
			continue
		}
		switch behind := cue.Start >= d.End; {
		case behind && (tells == "off" || tells == "moved"):
			tells = statuses[isNot]
		case tells == "moved":
			tells = statuses[isScheduled]
		}
		for i, status := range statuses {
			if tells != status || told[i] != "" {
				continue
			}
			if i >= isExpected && !r.nearest(d, near, cue) {
				continue
			}
			told[i] = between(r.source.Text, r.words, h.from, h.to)
			if i == isConditional {
				condition = conditionAt(r.source.Text, cue.Start, near.End)
			}
		}
	}
	return told, condition
}

// dated says whether a cue is a word of a date: the month of May is no verb.
func (r *eventReader) dated(cue Span) bool {
	i := sort.Search(len(r.all), func(i int) bool { return r.all[i].End > cue.Start })
	return i < len(r.all) && r.all[i].Start < cue.End
}

// besides says whether a cue behind a date opens another statement: "was halted
// in May and has not begun again".
func (r *eventReader) besides(d dating, from int) bool {
	if r.words[from].Start < d.End || from == 0 {
		return false
	}
	before := r.words[from-1]
	switch r.source.Words(before.Span) {
	case "and", "but", "or", "yet":
		return before.Start >= d.End
	}
	return false
}

// ofAnother says whether a cue stands in a clause with "which" behind a date that
// is part of a name: "the plan of July spoke of ten, eight of which were to …".
func (r *eventReader) ofAnother(d dating, from int) bool {
	for i := from - 1; i >= 0 && r.words[i].Start >= d.End; i-- {
		switch r.source.Words(r.words[i].Span) {
		case "which", "whom", "who", "whose":
			return true
		}
	}
	return false
}

// notUntil says whether something came only with the date: "was not signed
// until June 2023".
func (r *eventReader) notUntil(d dating, near Span) bool {
	if d.interval == nil || d.interval.From >= 0 || !strings.HasPrefix(strings.ToLower(r.source.Text[d.Start:d.End]), "until") {
		return false
	}
	for _, h := range r.cues(Span{near.Start, d.Start}) {
		if h.cue.tells[0] == "not-occurred" || h.cue.tells[0] == "not" {
			return true
		}
	}
	return false
}

// before finds a cue that bears on what follows it, in another clause too:
// "denied reports that it sold them in 2024", "it is likely that".
func (r *eventReader) before(span Span, tells string) string {
	for _, h := range r.cues(span) {
		if h.cue.tells[0] == tells {
			return between(r.source.Text, r.words, h.from, h.to)
		}
	}
	return ""
}

// nearest says whether no other date of the clause stands nearer to a cue than d.
func (r *eventReader) nearest(d dating, clause, cue Span) bool {
	mine := distance(d.Span, cue)
	first := sort.Search(len(r.all), func(i int) bool { return r.all[i].Start >= clause.Start })
	for i := first; i < len(r.all) && r.all[i].End <= clause.End; i++ {
		if other := r.all[i].Span; other != d.Span && distance(other, cue) < mine {
			return false
		}
	}
	return true
}

func distance(a, b Span) int { return max(a.Start-b.End, b.Start-a.End, 0) }

// cuesTold holds, for each of statuses, the words that told it.
type cuesTold [10]string

// statuses are what cues may tell, in the order of their strength.
var statuses = [...]string{"not-occurred", "conditional", "expected", "scheduled", "planned", "ongoing", "occurred", "unknown", "would", "left-out"}

const (
	isNot = iota
	isConditional
	isExpected
	isScheduled
	isPlanned
	isOngoing
	isOccurred
	isUnknown
	isWished
	isLeftOut
)

// decide weighs the cues against where the date lies.
func decide(where lie, told *cuesTold, isOpen bool, tense int) (briefings.EventStatus, string) {
	cue := func(i int, s briefings.EventStatus) (briefings.EventStatus, string) { return s, "cue: " + told[i] }
	planned := isPlanned
	if told[isScheduled] != "" {
		planned = isScheduled
	}
	switch {
	case told[isUnknown] != "" && where != lieFuture:
		return cue(isUnknown, briefings.UnknownStatus)
	case told[isNot] != "" && where != lieFuture:
		return cue(isNot, briefings.NotOccurred)
	case told[isLeftOut] != "":
		return cue(isLeftOut, briefings.NotOccurred)
	case where != liePast && told[isConditional] != "":
		return cue(isConditional, briefings.Conditional)
	case where == lieFuture && told[isWished] != "":
		return cue(isWished, briefings.Conditional)
	case where != liePast && told[isExpected] != "":
		return cue(isExpected, briefings.Expected)
	case where == lieFuture && told[planned] != "":
		return cue(planned, briefings.Planned)
	case where == lieFuture:
		return briefings.Planned, "the date lies ahead of the document's"
	case where != liePast && told[planned] != "" && told[isOccurred] == "" && (tense >= 0 || planned == isScheduled):
		return cue(planned, briefings.Planned)
	case isOpen:
		return briefings.Ongoing, "since then, with no end named"
	case where == lieNow && told[isOngoing] != "":
		return cue(isOngoing, briefings.Ongoing)
	case where == liePast && told[isScheduled] != "" && told[isConditional] == "":
		return cue(isScheduled, briefings.Planned)
	case where == lieUnknown:
		return briefings.Occurred, "told as having happened"
	}
	return briefings.Occurred, "the date does not lie ahead of the document's"
}

// open says whether the dating is "since" a date.
func (r *eventReader) open(d dating) bool {
	return d.interval != nil && d.interval.To < 0 && strings.HasPrefix(d.interval.Rule, "since")
}

// conditionAt is the condition in the source's words: from its cue to the end
// of the clause or the next comma.
func conditionAt(text string, from, to int) string {
	words := text[from:to]
	if at := strings.IndexAny(words, ",;"); at > 0 {
		words = words[:at]
	}
	return strings.TrimRight(words, ". ")
}
