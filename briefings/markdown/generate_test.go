package markdown

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dossier/briefings"
	"dossier/briefings/clean"
)

// Generated briefings hold every kind of record with every field, and words
// that Markdown, YAML and terminals trip over.

var hostile = []string{
	"^id", "#", "# x", "- [ ]", "---", "<!--", "&#27;", "&amp;", "“", "”", "\"", "'", "«", "»", " — [", "](#x)", "` `", "``", "*", "**", "_", "~", "|",
	"\\", "\\\\", "[", "]", "(", ")", ": ", ":: ", ",", "שלום", "العربية", "\u202e", "e\u0301", "\u00a0", "🛩️", "漢字", "\n", "\n\n", "  ", "\t", "1. ", "+ ", "> ",
	"```", "~~~", "<b>", "http://x.example/a_b", "# Apparatus", "## Open questions", "by: x", "anchor: “y”", "state: live", "    ", "$", "@x", "%%", "^n-x", " ^n-x", "(metonym)", "none", "undated", "\u200b",
}

func line() *rapid.Generator[string] {
	word := rapid.OneOf(rapid.SampledFrom(hostile), rapid.StringMatching(`[a-zA-Z0-9 .?!:,;-]{0,12}`), rapid.String())
	return rapid.Custom(func(t *rapid.T) string {
		s, _ := clean.Canonical(strings.Join(rapid.SliceOfN(word, 0, 5).Draw(t, "words"), ""))
		return strings.ToValidUTF8(strings.ReplaceAll(s, "\ufeff", ""), "")
	})
}

func filled() *rapid.Generator[string] {
	return line().Filter(func(s string) bool { return s != "" })
}

func of[S ~string](values ...S) *rapid.Generator[S] { return rapid.SampledFrom(values) }

func times() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		if rapid.Bool().Draw(t, "zero") {
			return time.Time{}
		}
		return time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "sec"), rapid.SampledFrom([]int64{0, 123456789}).Draw(t, "nsec")).UTC()
	})
}

func dates() *rapid.Generator[string] {
	return of("", "2025", "2025-12-05", "2025-12~", "2021/2023", "202X", "2025-XX", "2026-21", "2021/..", "2025?")
}

func sources() *rapid.Generator[string] {
	para := rapid.OneOf(
		rapid.SampledFrom([]string{
			"The same sentence stands here twice. The same sentence stands here twice.", "Ankara & Islamabad talk — “at length” — [1].", "> quoted\n> words", "- one\n- two",
			"```\ncode\n# Apparatus\n```", "| a | b |\n|---|---|\n| c | d |", "# Apparatus", "## Open questions", "## Open questions\n\n- [ ] not a record ^q-x", "### A — “B” [c]", "## Same\n\ntext\n\n## Same\n\ntext", "---", "&#27; \\* e\u0301",
		}),
		rapid.StringMatching(`[a-z]{1,8}( [a-z]{1,8}){0,12}\.`))
	return rapid.Custom(func(t *rapid.T) string {
		return "# A title — of “sorts”\n\n" + strings.Join(rapid.SliceOfN(para, 0, 8).Draw(t, "paragraphs"), "\n\n") + "\n"
	})
}

// generated is a briefing with its current revision.
type generated struct {
	briefing briefings.Briefing
	revision briefings.Revision
}

func briefingsOf(t *rapid.T) generated {
	g := generated{revision: newRevision([]byte("raw"), strings.Trim(sources().Draw(t, "source"), "\n"))}
	b := &g.briefing
	b.Meta = briefings.Meta{
		ID: "01KBYEEB408T4X7R5N1C0WAEQ2", Slug: "a-slug", Title: filled().Draw(t, "title"), Date: dates().Draw(t, "date"), Publisher: line().Draw(t, "publisher"),
		Author: rapid.SliceOfN(line(), 0, 2).Draw(t, "author"), Source: line().Draw(t, "source"), Lang: of("", "en", "no").Draw(t, "lang"),
		Tags: rapid.SliceOfN(line(), 0, 2).Draw(t, "tags"), TLP: of(briefings.TLPUnmarked, briefings.TLPAmberStrict).Draw(t, "tlp"), Revision: rapid.IntRange(0, 3).Draw(t, "revision"),
		Reference: briefings.Dating{Date: dates().Draw(t, "reference"), Rule: of(briefings.DatedByAnalyst, briefings.DatedByText, "").Draw(t, "rule")},
		Created:   times().Draw(t, "created"), Modified: times().Draw(t, "modified"), Sample: rapid.Bool().Draw(t, "sample"), Likelihood: of("", "phia").Draw(t, "scale"),
	}
	if rapid.Bool().Draw(t, "title edited") {
		b.Edited = map[string]briefings.Edit{"title": {By: line().Draw(t, "editor"), At: times().Draw(t, "edited at"), Was: line().Draw(t, "title was")}}
	}
	b.Extras = rapid.SampledFrom([][]briefings.KV{nil, {{Key: "aliases", Value: []string{"x", "y"}}, {Key: "kind", Value: []string{"note: #"}}}, {{Key: "deep", Value: []string{"deep:\n  a: [b]\n"}}, {Key: "## Scratch", Value: []string{"My own words.\n\n- a list"}}}}).Draw(t, "extras")
	b.Words = len(strings.Fields(g.revision.Text()))
	b.Sections = briefings.Outline(g.revision.Blocks)
	if n := len(b.Sections); n > 0 && rapid.Bool().Draw(t, "carried") {
		b.Sections[rapid.IntRange(0, n-1).Draw(t, "which")].Handle = "s-carried-over"
	}
	maker := &maker{t, g.revision.Text(), briefings.NewLocator(g.revision.Text(), b.Sections), 0}
	for range rapid.IntRange(0, 2).Draw(t, "questions") {
		b.Questions = append(b.Questions, maker.question(b.ID))
	}
	for range rapid.IntRange(0, 2).Draw(t, "events") {
		b.Events = append(b.Events, maker.event())
	}
	for range rapid.IntRange(0, 2).Draw(t, "others") {
		b.Actors = append(b.Actors, maker.actor())
		b.Limits = append(b.Limits, maker.limit())
		b.References = append(b.References, maker.reference())
		b.Annotations = append(b.Annotations, maker.annotation())
	}
	return g
}

type maker struct {
	*rapid.T
	text    string
	locator *briefings.Locator
	n       int
}

func (m *maker) words(label string) string { return line().Draw(m.T, label) }

func (m *maker) anchor() briefings.Anchor {
	points := utf8.RuneCountInString(m.text)
	start := rapid.IntRange(0, max(points-1, 0)).Draw(m.T, "start")
	end := min(points, start+rapid.IntRange(1, 40).Draw(m.T, "length"))
	a := m.locator.Anchor(m.locator.Byte(start), m.locator.Byte(end))
	switch rapid.IntRange(0, 5).Draw(m.T, "fate") {
	case 0:
		a = briefings.Anchor{Section: "s-gone", Exact: filled().Draw(m.T, "exact"), Prefix: m.words("prefix"), Suffix: m.words("suffix"), Start: 3, End: 9, DocStart: 13, DocEnd: 19, State: briefings.Orphaned, Revision: 1, Near: rapid.IntRange(0, 9).Draw(m.T, "near")}
	case 1:
		a.Exact, a.State = filled().Draw(m.T, "exact"), briefings.Drifted
	case 2:
		a.State = of(briefings.Moved, briefings.Ambiguous).Draw(m.T, "state")
	case 3:
		a.Written = &briefings.Written{Exact: filled().Draw(m.T, "written on"), Revision: rapid.IntRange(0, 2).Draw(m.T, "written in")}
	}
	return a
}

func (m *maker) anchors(n int) []briefings.Anchor {
	var out []briefings.Anchor
	for range rapid.IntRange(0, n).Draw(m.T, "anchors") {
		out = append(out, m.anchor())
	}
	return out
}

func (m *maker) head(letter string) briefings.Head {
	m.n++
	h := briefings.Head{
		Handle: briefings.Handle(fmt.Sprintf("%s-h%d", letter, m.n)), Origin: of(briefings.OriginAnalyst, briefings.OriginExtracted, briefings.OriginImported, briefings.OriginSource).Draw(m.T, "origin"),
		State: of(briefings.StateLive, briefings.StateRejected, briefings.StateRetired).Draw(m.T, "state"), Anchors: m.anchors(2), Rule: m.words("rule"), By: m.words("by"),
		Tags: rapid.SliceOfN(filled(), 0, 2).Draw(m.T, "tags"), Created: times().Draw(m.T, "created"), Modified: times().Draw(m.T, "modified"),
	}
	if h.Origin == briefings.OriginExtracted {
		h.Generator = "timeline/1"
	}
	if rapid.Bool().Draw(m.T, "edited") {
		h.Edited = map[string]briefings.Edit{"when": {By: m.words("editor"), At: times().Draw(m.T, "edited at"), Was: m.words("was")}, "text": {By: "analyst-one", Was: "2025-12"}}
		h.Base = map[string]string{"when": m.words("base")}
		h.Pending = map[string]briefings.Proposal{"when": {Value: m.words("pending"), By: "timeline/2"}}
	}
	if rapid.Bool().Draw(m.T, "reviewed") {
		h.Reviewed, h.ReviewedBy = times().Draw(m.T, "reviewed at"), m.words("reviewer")
	}
	if rapid.Bool().Draw(m.T, "unknown") {
		h.Unknown = []briefings.KV{{Key: "steward", Value: []string{filled().Draw(m.T, "steward")}}, {Key: "signal", Value: []string{"a tender\n- state: watching\n- points to: site"}}}
		h.Unknown[0].Value[0] = strings.ReplaceAll(h.Unknown[0].Value[0], "\n", " ")
	}
	return h
}

func (m *maker) question(id string) briefings.Question {
	q := briefings.Question{
		Head: m.head("q"), Text: m.words("text"), Kinds: rapid.SliceOfN(of(briefings.Gap, briefings.Forecast), 0, 2).Draw(m.T, "kinds"),
		Status: of(briefings.Open, briefings.Deferred, briefings.Unanswerable).Draw(m.T, "status"), Proposed: rapid.Bool().Draw(m.T, "proposed"),
		Priority: of(briefings.High, briefings.Low).Draw(m.T, "priority"), Why: m.words("why"), Done: m.words("done"), Due: dates().Draw(m.T, "due"), Reason: m.words("reason"),
	}
	q.Owner, q.Tried = m.words("owner"), m.words("tried")
	for range rapid.IntRange(0, 2).Draw(m.T, "indicators") {
		q.Indicators = append(q.Indicators, briefings.Indicator{Text: m.words("indicator"), PointsTo: m.words("points to"), State: of("", briefings.Watching, briefings.NotSeen).Draw(m.T, "watched"), Checked: dates().Draw(m.T, "checked")})
	}
	for range rapid.IntRange(0, 2).Draw(m.T, "answers") {
		q.Accept(briefings.Answer{Text: m.words("answer"), Likelihood: "very likely", Confidence: m.words("confidence"), Basis: m.words("basis"), By: m.words("by"), At: times().Draw(m.T, "at")})
		a := m.anchor()
		q.Evidence = append(q.Evidence,
			briefings.Evidence{Briefing: id, Record: "l-x", Bearing: briefings.Supports, Reason: m.words("reason"), Offered: true},
			briefings.Evidence{Briefing: "01OTHER", Record: "l-y", Bearing: briefings.Contradicts, By: m.words("by"), At: times().Draw(m.T, "at"), Dismissed: true},
			briefings.Evidence{Briefing: "01THIRD", Anchor: &a, Bearing: briefings.Context})
	}
	return q
}

func (m *maker) event() briefings.Event {
	return briefings.Event{
		Head: m.head("e"), When: rapid.OneOf(dates(), of("undated", "a `b`", "last spring")).Draw(m.T, "when"), Literal: m.words("literal"), Status: of(briefings.Occurred, briefings.Conditional).Draw(m.T, "status"),
		Text: m.words("text"), Class: of("", briefings.Reporting).Draw(m.T, "class"), Condition: m.words("condition"), Actors: rapid.SliceOfN(of[briefings.Handle]("a-x", "a-y"), 0, 2).Draw(m.T, "actors"),
		Inherited: rapid.Bool().Draw(m.T, "inherited"), Unresolved: of("", "XXXX-03-17").Draw(m.T, "unresolved"),
	}
}

func (m *maker) actor() briefings.Actor {
	a := briefings.Actor{Head: m.head("a"), Name: m.words("name"), Type: briefings.Organization, Not: m.anchors(1), Hidden: rapid.Bool().Draw(m.T, "hidden"), Merges: rapid.SliceOfN(filled(), 0, 2).Draw(m.T, "merges")}
	for range rapid.IntRange(0, 3).Draw(m.T, "aliases") {
		a.Aliases = append(a.Aliases, briefings.Alias{Text: filled().Draw(m.T, "alias"), Type: of(aliasTypes...).Draw(m.T, "type")})
	}
	return a
}

func (m *maker) limit() briefings.Limit {
	return briefings.Limit{
		Head: m.head("l"), Text: m.words("text"), Type: briefings.Ceiling, Transfer: briefings.Withheld, Subject: m.words("subject"),
		Holder: rapid.SliceOfN(filled(), 0, 2).Draw(m.T, "holder"), Recipient: rapid.SliceOfN(filled(), 0, 2).Draw(m.T, "recipient"), Modality: briefings.Judged,
	}
}

func (m *maker) reference() briefings.Reference {
	return briefings.Reference{
		Head: m.head("r"), Key: m.words("key"), Type: "report", Title: m.words("title"), Author: rapid.SliceOfN(filled(), 0, 2).Draw(m.T, "author"), ContainerTitle: m.words("container"),
		Publisher: m.words("publisher"), Issued: dates().Draw(m.T, "issued"), Accessed: dates().Draw(m.T, "accessed"), URL: rapid.OneOf(line(), of("https://example.org/a_b?c=%20&d#e")).Draw(m.T, "url"),
		DOI: m.words("doi"), Listed: m.words("listed"), Cited: m.anchors(2), Grade: briefings.Grade{Reliability: "B", Credibility: of("", "2").Draw(m.T, "digit"), Reason: m.words("reason")},
		DerivedFrom: rapid.SliceOfN(of[briefings.Handle]("r-x", "r-y"), 0, 2).Draw(m.T, "from"),
	}
}

func (m *maker) annotation() briefings.Annotation {
	return briefings.Annotation{Head: m.head("n"), Motivation: of(briefings.Commenting, briefings.Assessing).Draw(m.T, "motivation"), Re: of[briefings.Handle]("", "q-x").Draw(m.T, "re"),
		Body: rapid.OneOf(line(), of("One *line*.", "Two\n\nparagraphs, and\n\n- a list\n- of two", "```\nfence\n```", "wrapped\nline", "x\n\n    code", "x\n\n- by: somebody", "a\n\n```\n\n\nb\n```\n\nc")).Draw(m.T, "body")}
}
