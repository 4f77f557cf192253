package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/briefings/edtf"
	"dossier/briefings/extract/timex"
)

// A specification of Recognizers-Text: a sentence, the time at which it is
// said, and what is to be found in it.
type specification struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []expected
}

type expected struct {
	Text       string
	Start, End int // End is the last code point
	TypeName   string
	Resolution struct{ Values []resolution }
}

type resolution struct{ Timex, Mod, Value, Start, End string }

// Outcomes of a case.
const (
	passed     = "right"
	endIn      = "convention: the end that a range names belongs to it here, there it does not"
	partOf     = "convention: early, middle and late are a mark on the period here, a third or half of it there"
	coarser    = "convention: a shift by weeks, months or years is a week, month or year here (TimeML), a day there"
	impossible = "convention: there it has no value (30 February, any summer), here it is none or of a year"
	nearest    = "convention: last and next Friday are the nearest ones here, of the last and next week there"
	elsewise   = "found, another value"
	unsaid     = "found, but no date by our reading"
	missed     = "not found"
)

// outcomes are those of a case that is not right, in the order of the table.
var outcomes = []string{endIn, partOf, coarser, impossible, nearest, elsewise, unsaid, missed}

// tally counts the cases of the kinds that a briefing may hold. A case is right
// if the words overlap and the days or hours are among those wanted.
type tally struct {
	counts                map[string]map[string]int // kind -> outcome -> cases
	total, right, allowed int                       // allowed differ by a convention
}

// share is how many cases in a hundred are right or differ by a convention.
func (t *tally) share() float64 { return percent(t.right+t.allowed, t.total) }

// judgeAll judges the specifications of the shared folder. With
// DOSSIER_FIGURES_CASES set the sentences of those that are not right are
// printed.
func judgeAll(w io.Writer, shared string) (*tally, error) {
	data, err := os.ReadFile(specificationsIn(shared))
	if err != nil {
		return nil, err
	}
	var cases []specification
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &cases); err != nil {
		return nil, err
	}
	t := &tally{counts: map[string]map[string]int{}}
	for i := range cases {
		kind, outcome := judgeCase(&cases[i])
		if kind == "" {
			continue
		}
		t.count(kind, outcome)
		if out := os.Getenv("DOSSIER_FIGURES_CASES"); out != "" && outcome != passed {
			fmt.Fprintf(w, "%s, %s: %s\n", kind, outcome, cases[i].Input)
		}
	}
	return t, nil
}

func specificationsIn(shared string) string {
	return filepath.Join(shared, "corpora", "time", "recognizers-en.json")
}

func (t *tally) count(kind, outcome string) {
	if t.counts[kind] == nil {
		t.counts[kind] = map[string]int{}
	}
	t.counts[kind][outcome]++
	t.total++
	switch {
	case outcome == passed:
		t.right++
	case strings.HasPrefix(outcome, "convention"):
		t.allowed++
	}
}

// recognizers prints how the cases came out.
func recognizers(w io.Writer, shared string) error {
	t, err := judgeAll(w, shared)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "Recognizers-Text, English sentences with dates, date ranges and times (no time zones)\n\n")
	for _, kind := range []string{"date", "daterange", "time"} {
		n := 0
		for _, c := range t.counts[kind] {
			n += c
		}
		fmt.Fprintf(w, "%-10s %4d of %4d right, %5.1f %%\n", kind, t.counts[kind][passed], n, percent(t.counts[kind][passed], n))
		for _, outcome := range outcomes {
			if c := t.counts[kind][outcome]; c > 0 {
				fmt.Fprintf(w, "           %4d %s\n", c, outcome)
			}
		}
	}
	fmt.Fprintf(w, "%-10s %4d of %4d right, %5.1f %%; with differences of convention %4d, %5.1f %%\n\n", "together",
		t.right, t.total, percent(t.right, t.total), t.right+t.allowed, t.share())
	return nil
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

// judgeCase returns the kind of a sentence, "" if it is none of those that are
// counted, and how it came out. All that is wanted must be right.
func judgeCase(c *specification) (kind, outcome string) {
	kinds := []string{}
	for i := range c.Results {
		kinds = append(kinds, strings.TrimPrefix(c.Results[i].TypeName, "datetimeV2."))
	}
	slices.Sort(kinds)
	kinds = slices.Compact(kinds)
	for _, k := range kinds {
		if k != "date" && k != "daterange" && k != "time" {
			return "", ""
		}
	}
	if len(kinds) == 0 || len(c.Context.ReferenceDateTime) < 10 {
		return "", ""
	}
	kind = kinds[len(kinds)-1]
	reference, err := edtf.Parse(c.Context.ReferenceDateTime[:10])
	if err != nil {
		return "", ""
	}
	reading, err := timex.Read(c.Input, timex.Options{Reference: reference, Manner: timex.News, Language: "en"})
	if err != nil {
		return "", ""
	}
	outcome = passed
	for i := range c.Results {
		if got := judge(c.Input, reading, &c.Results[i]); got != passed {
			outcome = got
		}
	}
	return kind, outcome
}

// judge compares one wanted result with everything read at its place.
func judge(text string, reading *timex.Reading, want *expected) string {
	points := []rune(text)
	start := len(string(points[:want.Start]))
	end := len(string(points[:min(want.End+1, len(points))]))
	outcome := missed
	if unresolved(want) {
		return impossible
	}
	better := func(o string) {
		order := []string{missed, unsaid, elsewise, nearest, coarser, partOf, endIn, passed}
		if slices.Index(order, o) > slices.Index(order, outcome) {
			outcome = o
		}
	}
	for i := range reading.Intervals {
		if in := &reading.Intervals[i]; in.Start < end && in.End > start {
			better(compare(in.When, "", want))
			if outcome == elsewise && endsBefore(reading, in, want) {
				better(endIn)
			}
			if outcome == elsewise && within(in.When, want) && (partial(reading, in.From) || partial(reading, in.To)) {
				better(partOf)
			}
		}
	}
	for i := range reading.Expressions {
		if e := &reading.Expressions[i]; e.Start < end && e.End > start {
			clock := ""
			if at := strings.Index(e.Value, "T"); at > 0 && e.Type() == timex.Time {
				clock = e.Value[at:]
			}
			better(compare(e.When, clock, want))
			switch {
			case outcome == elsewise && within(e.When, want) && e.Mod() != "":
				better(partOf)
			case outcome == elsewise && within(e.When, want) && e.Deictic():
				better(coarser)
			case outcome == elsewise && aWeekOff(e, want):
				better(nearest)
			}
		}
	}
	return outcome
}

func compare(when edtf.Date, clock string, want *expected) string {
	if when.IsZero() && clock == "" {
		return unsaid
	}
	first, last := when.Bounds()
	for _, v := range want.Resolution.Values {
		switch {
		case strings.HasPrefix(v.Timex, "T") && clock != "" && sameClock(v.Timex, clock):
			return passed
		case strings.HasPrefix(v.Timex, "T"):
			continue
		case v.Value == "not resolved":
			continue
		}
		from, to, open := wanted(v)
		switch {
		case open:
			if first == from && last == edtf.Latest || last == to-1 && first == edtf.Earliest {
				return passed
			}
		case first == from && last == to-1:
			return passed
		}
	}
	return elsewise
}

// endsBefore says whether a range is as wanted but for its end, which is left
// out there.
func endsBefore(reading *timex.Reading, in *timex.Interval, want *expected) bool {
	first, _ := in.When.Bounds()
	end, _ := edtf.On(in.When.To).Bounds()
	if in.To >= 0 && !reading.Expressions[in.To].When.IsZero() {
		end, _ = reading.Expressions[in.To].When.Bounds()
	}
	for _, v := range want.Resolution.Values {
		if from, to, open := wanted(v); !open && first == from && end == to {
			return true
		}
	}
	return false
}

// within says whether what is wanted lies in a date.
func within(when edtf.Date, want *expected) bool {
	first, last := when.Bounds()
	for _, v := range want.Resolution.Values {
		from, to, open := wanted(v)
		if v.Value != "not resolved" && (!open && first <= from && last >= to-1 || open && (first <= from && from <= last || first <= to-1 && to-1 <= last)) {
			return true
		}
	}
	return false
}

// aWeekOff says whether "last Friday" or "next Friday" is a week from the one
// that is wanted.
func aWeekOff(e *timex.Expression, want *expected) bool {
	first, last := e.When.Bounds()
	for _, v := range want.Resolution.Values {
		from, _, open := wanted(v)
		if first == last && !open && strings.HasPrefix(e.Rule, "weekday-") && (first-from == 7 || from-first == 7) {
			return true
		}
	}
	return false
}

func partial(reading *timex.Reading, i int) bool { return i >= 0 && reading.Expressions[i].Mod() != "" }

// unresolved says whether only "not resolved" is wanted.
func unresolved(want *expected) bool {
	for _, v := range want.Resolution.Values {
		if v.Value != "not resolved" {
			return false
		}
	}
	return true
}

// wanted turns a resolution into its first day and the day behind its last.
func wanted(v resolution) (from, to edtf.DayNumber, open bool) {
	day := func(s string) (edtf.DayNumber, bool) {
		d, err := edtf.Parse(s[:min(10, len(s))])
		if err != nil {
			return 0, false
		}
		n, _ := d.Bounds()
		return n, true
	}
	if v.Value != "" {
		n, _ := day(v.Value)
		return n, n + 1, false
	}
	from, hasFrom := day(v.Start)
	to, hasTo := day(v.End)
	return from, to, !hasFrom || !hasTo
}

// sameClock compares T06, T06:00 and T06:00:00.
func sameClock(a, b string) bool {
	trim := func(s string) string { return strings.TrimSuffix(strings.TrimSuffix(s, ":00"), ":00") }
	return trim(a) == trim(b)
}
