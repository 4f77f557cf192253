package extract

import (
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/intake"
)

// Whatever the text: every proposal points at words that stand there, and none
// is empty.
func FuzzProposalsPointAtTheirWords(f *testing.F) {
	f.Add("# A deal\n\nIt is unclear whether Delta will not export missiles, engines, and “codes” (to Ruritania).")
	f.Add("Neither has confirmed; embargo? Who — if not … they — may (or may not) be licensed jointly")
	f.Add("# A\n\nIt is unclear whether Delta cannot or won't say “when” (or may).")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := intake.Read([]byte(text), intake.Options{Now: time.Unix(0, 0)})
		if err != nil {
			return
		}
		s := NewSource(&doc.Revision, doc.Meta)
		check := func(h *briefings.Head, line string) {
			if strings.TrimSpace(line) == "" || h.Handle == "" || len(h.Anchors) == 0 || h.Rule == "" {
				t.Fatalf("incomplete: %+v, %q", h, line)
			}
			for _, a := range h.Anchors {
				if got := s.Text[s.Byte(a.DocStart):s.Byte(a.DocEnd)]; got != a.Exact {
					t.Fatalf("%s points at %q and says %q", h.Handle, got, a.Exact)
				}
			}
		}
		for _, q := range Questions(s, nil, nil) {
			check(&q.Head, q.Text)
		}
		for _, l := range Limits(s, nil) {
			check(&l.Head, l.Text)
		}
	})
}

// A text of nothing but cues takes no longer for its size than prose does.
func BenchmarkProposalsOfHostileText(b *testing.B) {
	for name, unit := range map[string]string{
		"one sentence": "is unclear whether an embargo could not be confirmed ",
		"sentences":    "It is unclear whether an embargo exists. ",
		"questions":    "Who pays? ",
		"gaps":         "neither extent to which embargo unless ",
	} {
		s := sourceOf(b, "# All\n\n## Texts\n\n"+strings.Repeat(unit, 200_000/len(unit)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s.Text)))
			for b.Loop() {
				Questions(s, nil, nil)
				Limits(s, nil)
			}
		})
	}
}
