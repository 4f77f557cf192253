package extract

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"dossier/briefings"
	"dossier/briefings/extract/names"
	"dossier/briefings/extract/names/linear"
)

// actorsGenerator names this extractor and the version of its rules.
const actorsGenerator = "actors/1"

// Actors proposes the actors of a document: who and what acts, is acted with,
// or is a named system in the matter. Those mentioned most come first. Names
// in lists of references, code and web addresses are passed over.
func Actors(s *Source) []briefings.Actor { return ActorsBy(s, names.Model()) }

// ActorsBy is Actors with another model than the shipped one, as
// cross-validation needs it.
func ActorsBy(s *Source, model *linear.Model) []briefings.Actor {
	d := names.NewDocument(s.Text, spokenSentences(s), names.Default())
	found := names.Actors(d, names.Tag(d, model))
	sort.SliceStable(found, func(i, j int) bool { return len(found[i].Mentions) > len(found[j].Mentions) })
	taken := map[briefings.Handle]bool{}
	out := make([]briefings.Actor, 0, len(found))
	for i := range found {
		a := actorOf(s, &found[i])
		a.Handle = briefings.NewHandle(briefings.KindActor, a.Name, func(h briefings.Handle) bool { return taken[h] })
		taken[a.Handle] = true
		out = append(out, a)
	}
	return out
}

// spokenSentences returns the sentences in which names are looked for.
func spokenSentences(s *Source) []names.Sentence {
	out := make([]names.Sentence, 0, len(s.Sentences))
	for i := range s.Sentences {
		sentence := &s.Sentences[i]
		kind := s.Revision.Blocks[sentence.Block].Kind
		switch kind {
		case briefings.Code, briefings.HTML:
			continue
		}
		if s.Role(sentence.Section, briefings.RoleReferences) || s.byline(sentence) || opensAs(s.Words(sentence.Span), "credit") {
			continue
		}
		if dateline := s.datelineIn(sentence.Block); sentence.Start < dateline.End && sentence.End > dateline.Start {
			// Where a document was written is no part of what it tells.
			if sentence.End <= dateline.End {
				continue
			}
			out = append(out, names.Sentence{Span: names.Span{Start: dateline.End, End: sentence.End}})
			continue
		}
		span := names.Span(sentence.Span)
		if sentence.Block < topBlocks && sentence.Start == s.Blocks[sentence.Block].Start {
			span.Start += placesWritten(s.Words(sentence.Span))
		}
		out = append(out, names.Sentence{Span: span, Heading: kind == briefings.Heading})
	}
	return out
}

// longestPlaces is how many bytes of a first paragraph may say where it was
// written.
const longestPlaces = 60

// placesWritten is how many bytes of a paragraph say where it was written,
// without a date: "HULL and LEEDS (Wire) — ".
func placesWritten(text string) int {
	for _, dash := range [...]string{" — ", " – ", " -- ", " - "} {
		at := strings.Index(text, dash)
		if at <= 0 || at > longestPlaces {
			continue
		}
		places, _, _ := strings.Cut(text[:at], " (")
		bare := strings.ReplaceAll(places, " and ", " ")
		if len(bare) > len("UK") && strings.ToUpper(bare) == bare && !strings.ContainsFunc(bare, unicode.IsDigit) {
			return at + len(dash)
		}
	}
	return 0
}

// bylineWords is how many words a line that names the writers has at most.
const bylineWords = 14

// byline says whether a sentence is a line among the first or the last that
// names who wrote the document or answers for it.
func (s *Source) byline(sentence *Sentence) bool {
	if n := len(s.Blocks); sentence.Block >= topBlocks && sentence.Block < n-endBlocks {
		return false
	}
	line := s.Words(s.Blocks[sentence.Block])
	if words := strings.Count(line, " ") + 1; words < 2 || words > bylineWords {
		return false
	}
	return opensAs(line, "byline") || opensAs(line, "writer") && !strings.HasSuffix(line, ".")
}

// actorOf makes the record of an actor. Its first anchor is its first mention.
func actorOf(s *Source, found *names.Actor) briefings.Actor {
	a := briefings.Actor{Name: found.Name, Type: found.Kind, Merges: found.Merges}
	a.Origin, a.State, a.Generator = briefings.OriginExtracted, briefings.StateLive, actorsGenerator
	a.Mentions = make([]briefings.Anchor, 0, len(found.Mentions))
	for i := range found.Mentions {
		m := &found.Mentions[i]
		a.Mentions = append(a.Mentions, s.Anchor(Span(m.Span)))
		addAlias(&a, m.Words, aliasType(found, m))
		if m.Also != "" {
			addAlias(&a, m.Also, briefings.Variant)
		}
	}
	a.Anchors = a.Mentions[:1:1]
	a.Rule = ruleOf(found)
	return a
}

func addAlias(a *briefings.Actor, text string, t briefings.AliasType) {
	if !slices.ContainsFunc(a.Aliases, func(known briefings.Alias) bool { return known.Text == text }) {
		a.Aliases = append(a.Aliases, briefings.Alias{Text: text, Type: t})
	}
}

func aliasType(found *names.Actor, m *names.Mention) briefings.AliasType {
	switch m.Use {
	case names.AsAbbreviation:
		return briefings.Abbreviation
	case names.AsCapital, names.AsGovernment:
		return briefings.Metonym
	}
	if names.Default().Exonym(found.State, found.Name, m.Words) && found.Kind == briefings.StateActor {
		return briefings.Exonym
	}
	return briefings.Variant
}

// ruleOf says in words what found an actor: each rule once, with how many
// mentions it found.
func ruleOf(found *names.Actor) string {
	counts := map[string]int{}
	var order []string
	for i := range found.Mentions {
		rule := found.Mentions[i].Rule
		if counts[rule] == 0 {
			order = append(order, rule)
		}
		counts[rule]++
	}
	for i, rule := range order {
		if counts[rule] > 1 {
			order[i] += " (" + strconv.Itoa(counts[rule]) + ")"
		}
	}
	return strings.Join(order, ", ")
}

// ActorsIn returns the handles of the actors that are mentioned between two
// code points of the document, in the order of their first mention there.
func ActorsIn(actors []briefings.Actor, docStart, docEnd int) []briefings.Handle {
	type hit struct {
		handle briefings.Handle
		at     int
	}
	var hits []hit
	for i := range actors {
		mentions := actors[i].Mentions
		k := sort.Search(len(mentions), func(k int) bool { return mentions[k].DocStart >= docStart })
		if k < len(mentions) && mentions[k].DocEnd <= docEnd {
			hits = append(hits, hit{actors[i].Handle, mentions[k].DocStart})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return a.at - b.at })
	out := make([]briefings.Handle, len(hits))
	for i := range hits {
		out[i] = hits[i].handle
	}
	return out
}
