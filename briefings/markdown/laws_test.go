package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"dossier/briefings"
	"dossier/briefings/corpustest"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// same compares briefings but for what a file does not carry: what is derived
// and rebuilt, and the count of writes.
var same = cmp.Options{
	cmpopts.EquateEmpty(),
	cmpopts.IgnoreFields(briefings.Head{}, "Version"),
	cmpopts.IgnoreFields(briefings.Actor{}, "Mentions"),
	cmpopts.IgnoreFields(briefings.Section{}, "Roles"),
}

// differs reads what Print wrote and compares.
func differs(b *briefings.Briefing, rev *briefings.Revision) (printed []byte, f File, diff string) {
	printed = Print(b, rev, PrintOptions{})
	f, _, err := Parse(printed)
	if err != nil {
		return printed, f, err.Error()
	}
	diff = cmp.Diff(*b, f.Briefing, same)
	if strings.Trim(rev.Markdown, "\n") != strings.Trim(f.Revision.Markdown, "\n") || rev.TextHash != f.Revision.TextHash || f.Edited {
		diff += "\nthe source differs"
	}
	return printed, f, diff
}

// L1: parse(print(x)) = x. L2: print(parse(f)) = f for a file that was printed.
// L7: whatever the fields hold.
func TestLawsOfRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := briefingsOf(t)
		printed, f, diff := differs(&g.briefing, &g.revision)
		if diff != "" {
			t.Fatalf("L1: %s\n%s", diff, printed)
		}
		if again := Print(&f.Briefing, &f.Revision, PrintOptions{}); !bytes.Equal(again, printed) {
			t.Fatalf("L2: %s", cmp.Diff(string(printed), string(again)))
		}
	})
}

// L3: one round brings any file to rest. L4: no word of it gets lost.
func TestLawsOfAnyFile(t *testing.T) {
	matter := rapid.SampledFrom([]string{"", "---\n---\n", "---\ndossier: 1\ntitle: T\nmine: {a: b}\nweird key: [1, 2]\n---\n", "---\ntags: word\ndate: 2025-12-05\n---\n",
		"---\n# remark above\ndossier: 1 # beside the version\ntitle: T\n\n# below\nmine: {a: b} # nested\ntags: # leading\n  # lines before\n  - one # aside\n  - \"two # no remark\"\n# closing\n---\n",
	})
	line := rapid.OneOf(rapid.SampledFrom([]string{
		"# Apparatus", "## Open questions", "## Timeline", "## Annotations", "## Mine", "## Sections", "- [ ] Which site? ^q-site", "- [x] Done?", "- `2025` — A thing ^e-thing", "- text", "  - status: open", "  - kind: gap, forecast",
		"  - mine: x", "    - deep: y", "  - no key here", "", "wrapped words", "  wrapped words", "* star", "+ plus ^q-plus", "\t- tabbed: x", "```", "~~~", "prose", "  - anchor: “Some” — [Nowhere](#x)", "  - anchor: “words” — [A](#a)", "# A", "## A",
		"Some words.", "  body text", "  - answer: yes", "    - state: accepted", "  - edited: when (was `x`), by me, 2025-01-01", "> quote", "1. one", "---", "- ^n-x", "  ~~~markdown", "  ~~~", "- Note ^n-same", "- Note ^n-same",
	}), rapid.StringMatching(`[a-z*_#>`+"`"+`: ^-]{0,16}`))
	rapid.Check(t, func(t *rapid.T) {
		in := matter.Draw(t, "matter") + strings.Join(rapid.SliceOfN(line, 0, 24).Draw(t, "lines"), "\n")
		if strings.HasPrefix(in, "---\n") && !strings.Contains(in[:min(len(in), 16)], "dossier") && !strings.HasPrefix(in, "---\ntags") {
			in = "\n" + in // a rule, not front matter that no YAML parser reads
		}
		f, _, err := Parse([]byte(in))
		if err != nil {
			t.Fatalf("%v in %q", err, in)
		}
		once := Print(&f.Briefing, &f.Revision, PrintOptions{})
		f2, _, err := Parse(once)
		if err != nil {
			t.Fatalf("%v in %q", err, once)
		}
		if twice := Print(&f2.Briefing, &f2.Revision, PrintOptions{}); !bytes.Equal(once, twice) {
			t.Fatalf("L3: %q\n%s", in, cmp.Diff(string(once), string(twice)))
		}
		for _, word := range strings.FieldsFunc(in, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(word) >= 4 && !structure[word] && !bytes.Contains(once, []byte(word)) {
				t.Fatalf("L4: %q is lost\nfrom:\n%s\nto:\n%s", word, in, once)
			}
		}
	})
}

// structure are the words of a file that are read, not kept.
var structure = map[string]bool{
	"Apparatus": true, "Sections": true, "Open": true, "questions": true, "Timeline": true, "Annotations": true, "status": true, "open": true,
	"markdown": true, "state": true, "live": true, "undated": true, "dossier": true, "Nowhere": true,
}

// L5: without the apparatus the source's bytes are what was taken in.
func TestLawOfTheSource(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := briefingsOf(t)
		bare := g.briefing
		bare.Questions, bare.Events, bare.Actors, bare.Limits, bare.References, bare.Annotations, bare.Extras = nil, nil, nil, nil, nil, nil, nil
		bare.Sections = briefings.Outline(g.revision.Blocks)
		with, without := Print(&g.briefing, &g.revision, PrintOptions{}), Print(&bare, &g.revision, PrintOptions{})
		source := []byte("\n---\n\n" + strings.Trim(g.revision.Markdown, "\n") + "\n")
		if !bytes.Contains(with, source) || !bytes.Contains(without, source) {
			t.Fatalf("the source does not stand there as it was:\n%s", with)
		}
	})
}

// L1, L2 and L5 over every document of the corpora, with all that is extracted.
func TestLawsOnCorpus(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpustest.Path(t, "corpora", "briefings", "texts"), "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, name := range append(files, corpustest.Path(t, "samples", "turkiye-drone-plant.txt")) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := intake.Read(data, intake.Options{Source: name})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		b := extract.All(&doc.Revision, doc.Meta)
		printed, f, diff := differs(&b, &doc.Revision)
		if diff != "" {
			t.Errorf("%s: L1: %s", name, diff)
		}
		if again := Print(&f.Briefing, &f.Revision, PrintOptions{}); !bytes.Equal(again, printed) {
			t.Errorf("%s: L2: %s", name, cmp.Diff(string(printed), string(again)))
		}
	}
}
