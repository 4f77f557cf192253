package markdown

import (
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/commonmark"
)

const fixtureSource = `# Turkish drones, Pakistani assembly: what is agreed and what is held back

## Bottom line

Ankara and Islamabad are discussing a line that would put Baykar airframes
together in Pakistan from shipped kits. We judge that some form of the project
is likely to go ahead.

## What has been reported

A Bloomberg story of 5 December 2025 described the talks as well advanced [1].
Pakistan ordered the Bayraktar TB2 in 2021 & added the heavier Akıncı in 2023.

## Limits on technology transfer

Baykar is expected to keep mission software in its own hands.

### Optics

Optical payloads might pass to local suppliers over time.

## Open questions

By early December 2025 neither side had named a site.

## References

1. Bloomberg, report on a planned facility
`

func at(day string) time.Time {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		panic(err)
	}
	return t
}

// fixtureRevision cuts the fixture's source.
func fixtureRevision() *briefings.Revision {
	rev := &briefings.Revision{Number: 1, Canon: briefings.CanonVersion, Markdown: fixtureSource, TextHash: "sha256:00"}
	rev.Blocks, rev.Links = commonmark.Cut(fixtureSource)
	return rev
}

// anchorOf makes the anchor of the first occurrence of a quote.
func anchorOf(t testing.TB, rev *briefings.Revision, quote string) briefings.Anchor {
	t.Helper()
	text := rev.Text()
	i := strings.Index(text, quote)
	if i < 0 {
		t.Fatalf("the fixture does not hold %q", quote)
	}
	return briefings.NewLocator(text, briefings.Outline(rev.Blocks)).Anchor(i, i+len(quote))
}

// fixture is a small briefing with a record of every kind and state.
func fixture(t testing.TB) (*briefings.Briefing, *briefings.Revision) {
	t.Helper()
	rev := fixtureRevision()
	quote := func(s string) []briefings.Anchor { return []briefings.Anchor{anchorOf(t, rev, s)} }
	extracted := func(h briefings.Handle, s string) briefings.Head {
		return briefings.Head{Handle: h, Origin: briefings.OriginExtracted, State: briefings.StateLive, Anchors: quote(s)}
	}
	mine := func(h briefings.Handle, day, s string) briefings.Head {
		head := briefings.Head{Handle: h, Origin: briefings.OriginAnalyst, State: briefings.StateLive, By: "analyst-one", Created: at(day), Modified: at(day)}
		if s != "" {
			head.Anchors = quote(s)
		}
		return head
	}
	orphan := mine("n-m3qd", "2025-12-08", "")
	orphan.Anchors = []briefings.Anchor{{Section: "s-reported", Exact: "the line would cover both types", Prefix: "officials said that ", State: briefings.Orphaned, Revision: 1}}
	assess := mine("n-7k2f", "2025-12-09", "some form of the project\nis likely"[:24])
	assess.Tags = []string{"sourcing", "likelihood"}
	b := &briefings.Briefing{
		Meta: briefings.Meta{
			ID: "01KBYEEB408T4X7R5N1C0WAEQ2", Slug: "tr-pk-uav-assembly", Title: rev.Title(), Date: "2025-12-08",
			Publisher: "Example Analysis Desk", Author: []string{"South Asia desk"}, Source: "https://example.org/briefings/tr-pk",
			Lang: "en", Tags: []string{"uav", "technology-transfer"}, TLP: briefings.TLPGreen, Revision: 1,
		},
		Sections: briefings.Outline(rev.Blocks),
		Questions: []briefings.Question{
			{Head: mine("q-site", "2025-12-08", "neither side had named a site"), Text: "Which site will host the assembly line?",
				Status: briefings.Working, Priority: briefings.High, Due: "2026-03-31", Review: "2026-01-31",
				Why: "the site decides which air base would fly the tests", Done: "a ministry names a city on the record"},
			{Head: mine("q-software", "2025-12-08", "keep mission software"), Text: "Does the deal pass mission software to Pakistan?",
				Status: briefings.Answered, Priority: briefings.Medium,
				Answers: []briefings.Answer{{Text: "It stays with the Turkish side.", State: briefings.AnswerAccepted, Likelihood: "very likely", Confidence: "moderate", By: "analyst-one", At: at("2026-01-14")}},
				Evidence: []briefings.Evidence{
					{Record: "l-software", Bearing: briefings.Supports, By: "analyst-one", At: at("2026-01-14")},
					{Record: "r-bloomberg", Bearing: briefings.Context},
					{Briefing: "01OTHER", Record: "l-kits", Bearing: briefings.Supports},
				}},
			{Head: extracted("q-talks", "described the talks as well advanced"), Text: "Will the talks lead to a contract?", Status: briefings.Open, Priority: briefings.Medium, Proposed: true},
		},
		Events: []briefings.Event{
			{Head: extracted("e-bloomberg", "A Bloomberg story of 5 December 2025"), When: "2025-12-05", Text: "A Bloomberg story | described the talks", Status: briefings.Occurred},
			{Head: extracted("e-tb2", "Pakistan ordered the Bayraktar TB2 in 2021"), When: "2021", Text: "Pakistan ordered the Bayraktar TB2", Status: briefings.Occurred},
			{Head: briefings.Head{Handle: "e-wrong", Origin: briefings.OriginExtracted, State: briefings.StateRejected, Anchors: quote("in 2023")}, When: "2023", Text: "rejected entry", Status: briefings.Occurred},
		},
		Actors: []briefings.Actor{
			{Head: extracted("a-baykar", "Baykar"), Name: "Baykar", Type: briefings.Organization, Mentions: quote("Baykar")},
			{Head: extracted("a-pakistan", "Pakistan"), Name: "Pakistan", Type: briefings.StateActor, Aliases: []briefings.Alias{{Text: "Islamabad", Type: briefings.Metonym}}, Mentions: quote("Islamabad")},
		},
		Limits: []briefings.Limit{
			{Head: extracted("l-payloads", "Optical payloads might pass to local suppliers"), Text: "Optical payloads", Type: briefings.Ceiling, Transfer: briefings.Possible, Modality: briefings.PossibleModality},
			{Head: extracted("l-software", "Baykar is expected to keep mission software"), Text: "mission software", Type: briefings.Ceiling, Transfer: briefings.Withheld, Holder: []string{"a-baykar"}, Recipient: []string{"a-pakistan"}, Modality: briefings.ExpectedModality},
		},
		References: []briefings.Reference{
			{Head: extracted("r-bloomberg", "Bloomberg, report on a planned facility"), Key: "1", Type: "article-newspaper", Title: "Report on a planned facility", ContainerTitle: "Bloomberg", Issued: "2025-12-05",
				URL: "https://www.example.com/news/2025-12-05/drone-facility", Cited: quote("well advanced [1]"), Grade: briefings.Grade{Reliability: "B"}},
		},
		Annotations: []briefings.Annotation{
			{Head: assess, Motivation: briefings.Assessing, Body: "The odds are the desk's own."},
			{Head: orphan, Motivation: briefings.Questioning, Body: "Ask the air desk whether Akıncı is in scope."},
			{Head: mine("n-optics", "2026-01-10", "Optical payloads"), Motivation: briefings.Commenting, Body: "Compare *with* the Moroccan venture [@r-bloomberg]."},
			{Head: mine("n-whole", "2026-01-11", ""), Motivation: briefings.Commenting, Body: "Read together with the gulf round-up."},
		},
	}
	return b, rev
}
