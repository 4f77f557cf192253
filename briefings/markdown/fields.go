package markdown

import (
	"strings"

	"dossier/briefings"
)

// The tables of the kinds of records, in the order in which fields are written.

type (
	question   = briefings.Question
	event      = briefings.Event
	actor      = briefings.Actor
	limit      = briefings.Limit
	reference  = briefings.Reference
	annotation = briefings.Annotation
	head       = briefings.Head
)

var headFields = []binding[head]{
	words("state", func(h *head) *briefings.State { return &h.State }, briefings.StateLive),
	originBinding(),
	words("rule", func(h *head) *string { return &h.Rule }),
	edits("edited", func(h *head) *map[string]briefings.Edit { return &h.Edited }),
	base("base", func(h *head) *map[string]string { return &h.Base }),
	pending("pending", func(h *head) *map[string]briefings.Proposal { return &h.Pending }),
	moment("reviewed", func(h *head) *briefings.Time { return &h.Reviewed }),
	words("reviewed by", func(h *head) *string { return &h.ReviewedBy }),
	anchors("anchor", func(h *head) *[]briefings.Anchor { return &h.Anchors }),
	list("tags", func(h *head) *[]string { return &h.Tags }),
	words("by", func(h *head) *string { return &h.By }),
	moment("created", func(h *head) *briefings.Time { return &h.Created }),
	moment("modified", func(h *head) *briefings.Time { return &h.Modified }),
}

// originBinding writes origin and generator on one line ("extracted
// timeline/1"); an analyst's own record says nothing.
func originBinding() binding[head] {
	return binding[head]{"origin",
		func(_ *codec, h *head) []field {
			if (h.Origin == briefings.OriginAnalyst || h.Origin == "") && h.Generator == "" {
				return nil
			}
			return one(strings.TrimSpace(encode(string(h.Origin)) + " " + encode(h.Generator)))
		},
		plain(func(_ *codec, h *head, f field) {
			origin, generator, _ := strings.Cut(f.value, " ")
			h.Origin, h.Generator = briefings.Origin(decode(origin)), decode(generator)
		}),
	}
}

var questionFields = []binding[question]{
	list("kind", func(q *question) *[]briefings.QuestionKind { return &q.Kinds }),
	words("status", func(q *question) *briefings.QuestionStatus { return &q.Status }),
	flag("proposed", func(q *question) *bool { return &q.Proposed }),
	words("priority", func(q *question) *briefings.Priority { return &q.Priority }),
	words("due", func(q *question) *string { return &q.Due }),
	words("review", func(q *question) *string { return &q.Review }),
	words("why", func(q *question) *string { return &q.Why }),
	words("answered when", func(q *question) *string { return &q.Done }),
	words("reason", func(q *question) *string { return &q.Reason }),
	words("owner", func(q *question) *string { return &q.Owner }),
	words("tried", func(q *question) *string { return &q.Tried }),
	words("from", func(q *question) *briefings.Handle { return &q.From }),
	parts("answer", func(q *question) *[]briefings.Answer { return &q.Answers },
		words("", func(a *briefings.Answer) *string { return &a.Text }),
		[]binding[briefings.Answer]{
			words("state", func(a *briefings.Answer) *briefings.AnswerState { return &a.State }),
			words("likelihood", func(a *briefings.Answer) *string { return &a.Likelihood }),
			words("confidence", func(a *briefings.Answer) *string { return &a.Confidence }),
			words("basis", func(a *briefings.Answer) *string { return &a.Basis }),
			words("by", func(a *briefings.Answer) *string { return &a.By }),
			moment("at", func(a *briefings.Answer) *briefings.Time { return &a.At }),
		}),
	evidenceBinding(),
	parts("indicator", func(q *question) *[]briefings.Indicator { return &q.Indicators },
		words("", func(i *briefings.Indicator) *string { return &i.Text }),
		[]binding[briefings.Indicator]{
			words("points to", func(i *briefings.Indicator) *string { return &i.PointsTo }),
			words("state", func(i *briefings.Indicator) *briefings.IndicatorState { return &i.State }),
			words("checked", func(i *briefings.Indicator) *string { return &i.Checked }),
		}),
	raisedBinding(),
}

// raisedBinding reads "2025-12-08 by analyst-one", as people write it; dossier
// writes "created" and "by".
func raisedBinding() binding[question] {
	return binding[question]{"raised",
		func(*codec, *question) []field { return nil },
		plain(func(c *codec, q *question, f field) {
			day, by, _ := strings.Cut(decode(f.value), " by ")
			at, err := readTime(strings.TrimSpace(day))
			if err != nil {
				c.warn(f.line, "raised: %q does not begin with a day such as 2026-01-14", f.value)
				return
			}
			if q.Created.IsZero() {
				q.Created = at
			}
			q.By = orElse(q.By, strings.TrimSpace(by))
		}),
	}
}

var eventFields = []binding[event]{
	words("status", func(e *event) *briefings.EventStatus { return &e.Status }),
	words("class", func(e *event) *briefings.EventClass { return &e.Class }),
	words("literal", func(e *event) *string { return &e.Literal }),
	words("condition", func(e *event) *string { return &e.Condition }),
	list("actors", func(e *event) *[]briefings.Handle { return &e.Actors }),
	flag("inherited", func(e *event) *bool { return &e.Inherited }),
	words("unresolved", func(e *event) *string { return &e.Unresolved }),
}

var actorFields = []binding[actor]{
	words("kind", func(a *actor) *briefings.ActorType { return &a.Type }),
	aliasBinding(),
	flag("hidden", func(a *actor) *bool { return &a.Hidden }),
	lines("merged", func(a *actor) *[]string { return &a.Merges }),
	anchors("not", func(a *actor) *[]briefings.Anchor { return &a.Not }),
}

var limitFields = []binding[limit]{
	words("kind", func(l *limit) *briefings.LimitType { return &l.Type }),
	words("transfer", func(l *limit) *briefings.Transfer { return &l.Transfer }),
	words("subject", func(l *limit) *string { return &l.Subject }),
	list("holder", func(l *limit) *[]string { return &l.Holder }),
	list("recipient", func(l *limit) *[]string { return &l.Recipient }),
	words("modality", func(l *limit) *briefings.Modality { return &l.Modality }),
}

var referenceFields = []binding[reference]{
	words("key", func(r *reference) *string { return &r.Key }),
	words("type", func(r *reference) *string { return &r.Type }),
	lines("author", func(r *reference) *[]string { return &r.Author }),
	words("container-title", func(r *reference) *string { return &r.ContainerTitle }),
	words("publisher", func(r *reference) *string { return &r.Publisher }),
	dated("issued", func(r *reference) *string { return &r.Issued }),
	dated("accessed", func(r *reference) *string { return &r.Accessed }),
	coded("url", func(r *reference) *string { return &r.URL }, link, readLink),
	words("doi", func(r *reference) *string { return &r.DOI }),
	words("listed", func(r *reference) *string { return &r.Listed }),
	anchors("cited", func(r *reference) *[]briefings.Anchor { return &r.Cited }),
	list("derived-from", func(r *reference) *[]briefings.Handle { return &r.DerivedFrom }),
	words("reliability", func(r *reference) *string { return &r.Grade.Reliability }),
	words("credibility", func(r *reference) *string { return &r.Grade.Credibility }),
	words("grade reason", func(r *reference) *string { return &r.Grade.Reason }),
}

var annotationFields = []binding[annotation]{
	words("motivation", func(a *annotation) *briefings.Motivation { return &a.Motivation }),
	words("re", func(a *annotation) *briefings.Handle { return &a.Re }),
}

// aliasTypes are the kinds of alias that are written behind the name.
var aliasTypes = []briefings.AliasType{briefings.Variant, briefings.Abbreviation, briefings.Exonym, briefings.Metonym}

func aliasBinding() binding[actor] {
	return binding[actor]{"alias",
		func(_ *codec, a *actor) []field {
			var out []field
			for _, alias := range a.Aliases {
				value := encode(alias.Text)
				if alias.Type != briefings.Variant || strings.HasSuffix(alias.Text, ")") {
					value += " (" + encode(string(alias.Type)) + ")"
				}
				out = append(out, field{value: value})
			}
			return out
		},
		plain(func(_ *codec, a *actor, f field) {
			text, kind := f.value, briefings.Variant
			if before, ok := strings.CutSuffix(f.value, " ()"); ok {
				text, kind = before, ""
			}
			for _, t := range aliasTypes {
				if before, ok := strings.CutSuffix(f.value, " ("+string(t)+")"); ok {
					text, kind = before, t
				}
			}
			a.Aliases = append(a.Aliases, briefings.Alias{Text: decode(text), Type: kind})
		}),
	}
}

var evidenceFields = []binding[briefings.Evidence]{
	words("briefing", func(e *briefings.Evidence) *string { return &e.Briefing }),
	words("reason", func(e *briefings.Evidence) *string { return &e.Reason }),
	flag("offered", func(e *briefings.Evidence) *bool { return &e.Offered }),
	flag("dismissed", func(e *briefings.Evidence) *bool { return &e.Dismissed }),
	words("by", func(e *briefings.Evidence) *string { return &e.By }),
	moment("at", func(e *briefings.Evidence) *briefings.Time { return &e.At }),
	{"anchor",
		func(c *codec, e *briefings.Evidence) []field {
			if e.Anchor == nil {
				return nil
			}
			return []field{c.anchor(e.Anchor)}
		},
		func(c *codec, e *briefings.Evidence, f field) {
			a := c.readAnchor(f)
			e.Anchor = &a
		},
	},
}

// evidenceBinding writes "l-software (supports)", or "slug#l-kits (supports)"
// for a record of another briefing, or the bearing alone for a passage.
func evidenceBinding() binding[question] {
	return binding[question]{"evidence",
		func(c *codec, q *question) []field {
			var out []field
			for i := range q.Evidence {
				e := q.Evidence[i]
				name := string(e.Record)
				if e.Briefing == c.id {
					e.Briefing = ""
				} else if slug := orElse(c.slugs[e.Briefing], e.Briefing); slug != "" {
					name = slug + "#" + name
					if slug == e.Briefing {
						e.Briefing = ""
					}
				}
				value := strings.TrimSpace(encode(name) + " (" + encode(string(e.Bearing)) + ")")
				out = append(out, field{value: value, subs: write(c, evidenceFields, &e)})
			}
			return out
		},
		func(c *codec, q *question, f field) {
			entries := strings.Split(f.value, "), ")
			for i, entry := range entries {
				if i < len(entries)-1 {
					entry += ")"
				}
				e := briefings.Evidence{Briefing: c.id}
				name, bearing := entry, string(briefings.Context)
				if at := strings.LastIndex(entry, "("); at >= 0 && strings.HasSuffix(entry, ")") {
					name, bearing = strings.TrimSpace(entry[:at]), entry[at+1:len(entry)-1]
				}
				e.Bearing = briefings.Bearing(decode(bearing))
				name = strings.TrimSuffix(strings.TrimPrefix(decode(name), "[["), "]]")
				if slug, record, ok := strings.Cut(name, "#"); ok {
					e.Briefing, name = slug, strings.TrimPrefix(record, "^")
				}
				e.Record = briefings.Handle(name)
				c.loose = append(c.loose, read(c, evidenceFields, &e, f.subs)...)
				q.Evidence = append(q.Evidence, e)
			}
		},
	}
}
