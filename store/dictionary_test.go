package store

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"os"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"
	"github.com/klauspost/compress/s2"

	"dossier/briefings"
)

var writeDictionary = flag.Bool("write-dictionary", false, "write dictionary.bin anew; only ever before the first release of a format")

const dictionarySum = "c62463d6f7def38ab373b986ce4dbcc5315de0d6a62ca7187c7c30ff54356e78"

func TestTheDictionaryIsNeverChanged(t *testing.T) {
	if *writeDictionary {
		if err := os.WriteFile("dictionary.bin", newDictionary(t), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	sum := sha256.Sum256(dictionary)
	if got := hex.EncodeToString(sum[:]); got != dictionarySum {
		t.Errorf("dictionary.bin has the checksum %s: libraries packed with the old one cannot be read any more", got)
	}
}

func TestTheDictionaryEarnsItsPlace(t *testing.T) {
	c := must[*codec](t)(newCodec())
	b, _ := document(t, article, "plant.txt")
	with, without := 0, 0
	for _, r := range b.Records() {
		raw := must[[]byte](t)(c.enc.Marshal(r))
		without += len(s2.Encode(nil, raw))
		with += len(must[[]byte](t)(c.encode("", r))) - 1 - sumSize
	}
	if with*100 > without*75 {
		t.Errorf("records take %d bytes with the dictionary and %d without", with, without)
	}
}

// newDictionary puts made-up values of each type one behind the other, the most
// frequent ones last: nearer is cheaper to point at.
func newDictionary(t *testing.T) []byte {
	c := must[*codec](t)(newCodec())
	out := []byte{0} // S2: no offset to repeat
	for _, v := range typicalValues() {
		out = append(out, must[[]byte](t)(c.enc.Marshal(v))...)
	}
	return out
}

func typicalValues() []any {
	at := time.Date(2026, 1, 15, 9, 30, 12, 345e6, time.UTC)
	anchor := briefings.Anchor{Section: "s-what-the-deal-says", Exact: "The ministry said that ", Prefix: "of the ", Suffix: ". In 2025 the government ",
		Start: 123, End: 234, DocStart: 1234, DocEnd: 2345}
	common := func(h briefings.Handle, generator, rule string) briefings.Head {
		return briefings.Head{Handle: h, Origin: briefings.OriginExtracted, State: briefings.StateLive, Anchors: []briefings.Anchor{anchor},
			Generator: generator, Rule: rule, Created: at, Modified: at, Version: 1}
	}
	own := common("n-to-be-asked", "", "")
	own.Origin, own.By, own.Edited = briefings.OriginAnalyst, "analyst", map[string]briefings.Edit{"text": {By: "analyst", At: at, Was: ""}}
	own.Base, own.Tags = map[string]string{"text": ""}, []string{"export"}
	note := &briefings.Annotation{Head: own, Motivation: briefings.Commenting, Body: "The government has not said ", Re: "q-site"}
	highlight := &briefings.Annotation{Head: own, Motivation: briefings.Highlighting}
	raw := func(v any) cbor.RawMessage { b, _ := cbor.Marshal(v); return b }
	meta := briefings.Meta{ID: "01KF0000000000000000000000", Slug: "2026-01-15-", Title: "The ", Date: "2026-01-15", Publisher: "example.org",
		Author: []string{}, Source: "https://www.example.org/2026/01/", Lang: "en", Tags: []string{}, Revision: 1,
		Reference: briefings.Dating{Date: "2026-01-15", Rule: briefings.DatedByMatter}, Words: 1234, Created: at, Modified: at}
	list := row{Sections: 7, ReadSections: 3, ReadRevision: 1}
	list.fill(&meta)
	list.Due = "2026-06-30"
	revision := head{Revision: briefings.Revision{Number: 1, Source: meta.Source, Format: briefings.FormatText, RawHash: "sha256:", TextHash: "sha256:", Canon: 1, Imported: at}, Parts: []blockRange{{}}, SourceParts: 1}
	return []any{
		&step{At: at, By: "analyst", Op: briefings.OpUndo, Undoes: meta.ID, Note: "revision 1 from "},
		&step{At: at, By: "analyst", Op: briefings.OpSet, Parts: []part{{Kind: briefings.KindAnnotation, Handle: "n-to-be-asked", Before: raw(highlight), After: raw(note)}}},
		&revision,
		outline{Sections: []section{{briefings.Section{Handle: "s-background", Title: "Background", Level: 2, Roles: []briefings.Role{briefings.RoleBackground}, Start: 12, End: 1234}, 3}}},
		&list, &meta,
		note,
		&briefings.Reference{Head: common("r-example", "references/1", "entry of a list"), Key: "[1]", Type: "article-newspaper", Title: "The ", ContainerTitle: "News",
			Publisher: "News", Issued: "2025-12-05", URL: "https://www.example.com/", Listed: "1. ", Cited: []briefings.Anchor{anchor}},
		&briefings.Limit{Head: common("l-software", "limits/1", "cue: will not"), Text: "the ", Type: briefings.Safeguard, Transfer: briefings.Withheld, Subject: "software",
			Holder: []string{"a-ministry"}, Recipient: []string{}, Modality: briefings.Stated},
		&briefings.Question{Head: common("q-when-will", "questions/1", "cue: has not confirmed"), Text: "When will the ", Kinds: []briefings.QuestionKind{briefings.Gap, briefings.Verification, briefings.Forecast},
			Status: briefings.Open, Proposed: true, Priority: briefings.Medium, Answers: []briefings.Answer{}, Evidence: []briefings.Evidence{}},
		&briefings.Event{Head: common("e-agreement-signed", "timeline/1", "date in the text"), When: "2025-12-05", Literal: "on December 5, 2025", Status: briefings.Occurred, Text: "The ", Class: briefings.Occurrence, Actors: []briefings.Handle{"a-ministry"}},
		&briefings.Actor{Head: common("a-united-states", "names/1", "name"), Name: "United States", Type: briefings.StateActor, Aliases: []briefings.Alias{{Text: "U.S.", Type: briefings.Abbreviation}, {Text: "Washington", Type: briefings.Metonym}}, Mentions: []briefings.Anchor{anchor}},
		&briefings.Actor{Head: common("a-ministry-of-defence", "names/1", "name"), Name: "Ministry of Defence", Type: briefings.Organization, Aliases: []briefings.Alias{{Text: "Ministry", Type: briefings.Variant}}, Mentions: []briefings.Anchor{anchor, anchor}},
	}
}
