package extract

import (
	"slices"
	"strings"
	"unicode"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/extract/timex"
)

const eventGenerator = "timeline/1"

// Events proposes the entries of the timeline: every date or period of the
// calendar that the text gives for something. Durations and habits are none,
// and neither are the dates of cited works and of the document itself.
func Events(s *Source, actors []briefings.Actor) []briefings.Event {
	out := []briefings.Event{}
	reading := s.Times()
	if reading == nil {
		return out
	}
	r := &eventReader{source: s, times: reading, mentions: mentionsOf(s, actors), taken: map[briefings.Handle]bool{}}
	r.reference, _ = edtf.Parse(s.Meta.Reference.Date)
	r.all = datings(reading)
	for _, d := range r.all {
		if d.heading = s.heads(s.Sentences[s.SentenceAt(d.Start)]); d.heading {
			if e, ok := r.inherited(d); ok {
				out = append(out, e)
			}
			continue
		}
		if e, ok := r.event(d); ok {
			out = append(out, e)
		}
	}
	return out
}

// Times reads the expressions of time of the whole document; nil if they cannot
// be read.
func (s *Source) Times() *timex.Reading {
	reference, _ := edtf.Parse(s.Meta.Reference.Date)
	reading, err := timex.Read(s.Text, timex.Options{Reference: reference, Language: s.language, FiscalStart: fiscalStart(s.Text), Known: s.known})
	if err != nil {
		return nil
	}
	return reading
}

// fiscalStart is the month in which the fiscal year of the document's country
// begins: October where the text is about the United States and its Congress
// or departments, otherwise unknown.
func fiscalStart(text string) int {
	const october = 10
	for _, cue := range []string{"U.S. ", "Congress", "Pentagon", "U.S.C.", "P.L. "} {
		if strings.Count(text, cue) >= 2 {
			return october
		}
	}
	return 0
}

// dating is a date of the text with its place: an expression, or an interval
// with its words.
type dating struct {
	Span       // of the words, as the literal gives them
	when       edtf.Date
	first      *timex.Expression
	interval   *timex.Interval
	unresolved string
	heading    bool // it stands in a heading
}

// sameClock is how many bytes may stand between one time of day and its like.
const sameClock = 20

// datings lists the dates of a reading in order. An interval stands for its ends.
func datings(r *timex.Reading) []dating {
	within := make([]bool, len(r.Expressions))
	var out []dating
	next := 0
	intervals := r.Intervals
	for i := range r.Expressions {
		e := &r.Expressions[i]
		for next < len(intervals) && intervals[next].Start <= e.Start {
			in := &intervals[next]
			next++
			if in.Beyond && (in.From >= 0 || !r.Expressions[in.To].Explicit()) { // "after 2014" says more of 2014 than of what comes then
				continue
			}
			d := dating{Span: Span{in.Start, in.End}, when: in.When, interval: in}
			if in.Beyond { // "before 2014" names 2014, and no day of the year before
				d.when = edtf.Between(edtf.OpenEnd(), r.Expressions[in.To].When.From)
			}
			for _, end := range []int{in.From, in.To} {
				if end >= 0 {
					within[end] = true
					if d.first == nil {
						d.first = &r.Expressions[end]
					} else {
						d.unresolved += "/"
					}
					d.unresolved += r.Expressions[end].Form.String()
				}
			}
			out = append(out, d)
		}
		if n := len(out); n > 0 && e.Clock() && out[n-1].first.Type() == timex.Time && out[n-1].when == e.When && e.Start-out[n-1].End < sameClock {
			continue // the same time in another zone: "at 6:19 PM (15:19 UTC)"
		}
		if !within[i] && !e.When.IsZero() && (e.Type() == timex.Date || e.Type() == timex.Time || e.Share()) {
			out = append(out, dating{Span: Span{e.Start, e.End}, when: e.When, first: e, unresolved: e.Form.String()})
		}
	}
	return out
}

// eventReader turns datings into events.
type eventReader struct {
	source    *Source
	times     *timex.Reading
	reference edtf.Date
	all       []dating
	mentions  []mention
	taken     map[briefings.Handle]bool
	words     []word
	hits      []found
}

// event makes the entry of a dating; not ok for one that is none.
func (r *eventReader) event(d dating) (briefings.Event, bool) {
	s := r.source
	at := s.SentenceAt(d.Start)
	sentence := s.Sentences[at]
	if d.End > sentence.End || !s.dates(sentence) || s.dateline(d.Span) || s.label(d.Span, sentence) {
		return briefings.Event{}, false
	}
	sentence.Span = s.around(d.Span, sentence.Span)
	if s.citation(d, sentence) {
		return briefings.Event{}, false
	}
	if s.Revision.Blocks[sentence.Block].Kind == briefings.Table {
		return r.row(d, at)
	}
	return r.entry(d, r.clause(d, sentence), sentence), true
}

// longSentence is how many bytes on each side of a date may tell of it. What
// runs on for longer without a full stop is a list or a table, not a sentence.
const longSentence = 400

// around is the part of a sentence that may tell of a date in it, cut between
// words.
func (s *Source) around(date, sentence Span) Span {
	out := sentence
	if date.Start-out.Start > longSentence {
		out.Start = date.Start - longSentence
		for out.Start < date.Start && !isBlank(s.Text[out.Start]) {
			out.Start++
		}
	}
	if out.End-date.End > longSentence {
		out.End = date.End + longSentence
		for out.End > date.End && !isBlank(s.Text[out.End]) {
			out.End--
		}
	}
	return trimmedSpan(s.Text, out)
}

// tellingWords is how many words a cell or a line must have to tell something.
const tellingWords = 4

// happens says whether words say what happened rather than name somebody or head
// a row of figures: there are some, with a verb among them.
func (s *Source) happens(span Span) bool {
	words := strings.Fields(s.Words(span))
	return len(words) >= tellingWords && slices.ContainsFunc(words, func(w string) bool {
		_, ok := verbOf(strings.TrimFunc(w, unicode.IsPunct))
		return ok || eventCues().sets["be"].has(eventCues().vocabulary[w]) || eventCues().sets["has"].has(eventCues().vocabulary[w])
	})
}

// row makes the entry of a row whose first cell is a date, with a remark in
// brackets perhaps, and whose next one says what happened: by its own words, or
// by the head of its column. Other dates in tables, such as those of columns of
// figures, are none.
func (r *eventReader) row(d dating, at int) (briefings.Event, bool) {
	s := r.source
	cell := s.Sentences[at]
	if d.Start != cell.Start || !remark(s.Text[d.End:cell.End]) || at+1 >= len(s.Sentences) {
		return briefings.Event{}, false
	}
	next := s.Sentences[at+1]
	if next.Block != cell.Block || !s.happens(next.Span) && !(s.chronicles(cell.Block) && strings.ContainsFunc(s.Words(next.Span), unicode.IsLetter)) {
		return briefings.Event{}, false
	}
	e := r.entry(d, next.Span, next)
	if told, _ := r.told(d, cell.Span); told[isExpected]+told[isScheduled]+told[isPlanned] != "" && r.lie(d.when) != liePast {
		e.Status, e.Rule = decide(r.lie(d.when), told, false, 0)
	}
	return e, true
}

// remark says whether nothing follows on a date in its cell, or a remark in
// brackets: "2025 (planned)".
func remark(behind string) bool {
	behind = strings.TrimSpace(behind)
	return behind == "" || strings.HasPrefix(behind, "(") && strings.HasSuffix(behind, ")")
}

// chronicles says whether the heads of a table's first two columns say that its
// rows tell when what happened.
func (s *Source) chronicles(block int) bool {
	table := s.Blocks[block]
	heads, _, _ := strings.Cut(s.Words(table), "\n")
	first, rest, _ := strings.Cut(heads, "\t")
	told := func(start, end int, head string) bool {
		return slices.ContainsFunc(eventCues().find(eventCues().read(s.Text, Span{start, end}, nil), nil), func(h found) bool { return h.cue.tells[0] == head })
	}
	second, _, _ := strings.Cut(rest, "\t")
	at := table.Start + len(heads) - len(rest)
	return told(table.Start, table.Start+len(first), "dates") && told(at, at+len(second), "happenings")
}

// inherited makes the entry of a sentence that has no date of its own and
// stands first under a heading that has one.
func (r *eventReader) inherited(d dating) (briefings.Event, bool) {
	s := r.source
	next := s.SentenceAt(d.Start) + 1
	if next >= len(s.Sentences) || !d.first.Explicit() || s.dateline(d.Span) {
		return briefings.Event{}, false
	}
	sentence := s.Sentences[next]
	heading := s.Sentences[next-1]
	if sentence.Section != heading.Section || !s.dates(sentence) || r.datesIn(sentence.Span) > 0 || !s.happens(sentence.Span) || s.citation(d, heading) {
		return briefings.Event{}, false
	}
	e := r.entry(d, sentence.Span, sentence)
	e.Inherited = true
	e.Anchors = append(e.Anchors, s.Anchor(heading.Span))
	return e, true
}

// entry fills in an event.
func (r *eventReader) entry(d dating, clause Span, sentence Sentence) briefings.Event {
	s := r.source
	switch {
	case r.superlative(d, clause):
		d.when = d.first.When
	case r.notUntil(d, clause) && r.lie(d.when) == lieFuture:
		d.when = edtf.Between(d.first.When.From, edtf.OpenEnd())
	case r.notUntil(d, clause):
		d.when = d.first.When
	}
	status, rule, condition := r.status(d, clause)
	words := s.withAntecedent(clause, sentence.Span)
	e := briefings.Event{
		Head: briefings.Head{Origin: briefings.OriginExtracted, State: briefings.StateLive, Generator: eventGenerator,
			Rule: rule, Anchors: []briefings.Anchor{s.Anchor(words)}},
		When: d.when.String(), Literal: s.Words(d.Span), Status: status, Text: s.Words(words),
		Condition: condition, Unresolved: d.unresolved, Actors: r.actorsIn(sentence.Span), Inherited: d.first.TakenOver(),
	}
	if r.reported(clause) {
		e.Class = briefings.Reporting
	}
	e.Handle = briefings.NewHandle(briefings.KindEvent, e.Text, func(h briefings.Handle) bool { return r.taken[h] })
	r.taken[e.Handle] = true
	return e
}

// dates says whether dates of a sentence may be entries: not those of a
// heading, of code, of the list of references, of captions and sources of figures,
// of what the document says of itself.
func (s *Source) dates(sentence Sentence) bool {
	switch s.Revision.Blocks[sentence.Block].Kind {
	case briefings.Paragraph, briefings.Footnote, briefings.Table:
	default:
		return false
	}
	if sentence.Section < 0 || s.Role(sentence.Section, briefings.RoleReferences) || opensAs(s.Words(sentence.Span), "elsewhere", "itself") {
		return false
	}
	line := s.lineBefore(sentence)
	return !captions(line) && !opensAs(line, "source")
}

// heads says whether a sentence stands above what its date belongs to: a
// heading, or a line of a name and a date that tells nothing itself, as under
// the name of a case in law or a station of a life.
func (s *Source) heads(sentence Sentence) bool {
	switch s.Revision.Blocks[sentence.Block].Kind {
	case briefings.Heading:
		return true
	case briefings.Paragraph:
	default:
		return false
	}
	line := s.Words(sentence.Span)
	return sentence.Span == s.Blocks[sentence.Block] && sentence.Block+1 < len(s.Blocks) && s.Revision.Blocks[sentence.Block+1].Kind == briefings.Paragraph &&
		len(strings.Fields(line)) <= headWords && strings.TrimRight(line, ".:;!?") == line && !isItem(&s.Revision.Blocks[sentence.Block]) && !s.happens(sentence.Span)
}

// headWords is how many words a line may have that heads what stands below.
const headWords = 9

// dateline says whether a date is the one that tells when the document was
// published.
func (s *Source) dateline(date Span) bool {
	words := s.datelineIn(s.Sentences[s.SentenceAt(date.Start)].Block)
	return words.Start <= date.Start && date.End <= words.End
}

// label says whether the words of a date only number what stands behind them:
// "Q1." before a question is no quarter.
func (s *Source) label(date Span, sentence Sentence) bool {
	behind := strings.TrimLeft(s.Text[date.End:], " ")
	return date.Start == s.Blocks[sentence.Block].Start && date.End-date.Start <= len("Q12") && behind != "" && strings.IndexByte(".:)", behind[0]) >= 0
}

// mentionsOf lists all mentions of all actors, in the order of the text.
func mentionsOf(s *Source, actors []briefings.Actor) []mention {
	var out []mention
	for i := range actors {
		for _, m := range actors[i].Mentions {
			out = append(out, mention{Span{s.Byte(m.DocStart), s.Byte(m.DocEnd)}, &actors[i]})
		}
	}
	slices.SortFunc(out, func(a, b mention) int { return a.Start - b.Start })
	return out
}

// actorsIn lists the actors of a sentence, each once, in the order of the text.
func (r *eventReader) actorsIn(span Span) []briefings.Handle {
	out := []briefings.Handle{}
	for _, m := range mentionsIn(r.mentions, span) {
		if !slices.Contains(out, m.actor.Handle) {
			out = append(out, m.actor.Handle)
		}
	}
	return out
}
