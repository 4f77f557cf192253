package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/briefings/corpustest"
)

// corpusText is all gold briefings in one text, without their titles.
func corpusText(b *testing.B) string {
	files, err := filepath.Glob(filepath.Join(corpustest.Path(b, "corpora", "briefings", "texts"), "*.txt"))
	if err != nil || len(files) == 0 {
		b.Skip("no texts in the corpora")
	}
	var text strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
		text.WriteString("\n\n")
	}
	return text.String()
}

func benchmarkOnCorpus(b *testing.B, run func(*Source)) {
	s := sourceOf(b, "# All\n\n## Texts\n\n"+corpusText(b))
	b.SetBytes(int64(len(s.Text)))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		run(s)
	}
}

func BenchmarkQuestions(b *testing.B) {
	benchmarkOnCorpus(b, func(s *Source) { Questions(s, nil, nil) })
}

func BenchmarkLimits(b *testing.B) {
	benchmarkOnCorpus(b, func(s *Source) { Limits(s, nil) })
}

func BenchmarkSplitting(b *testing.B) {
	var spans []Span
	benchmarkOnCorpus(b, func(s *Source) {
		for i := range s.Revision.Blocks {
			if s.Revision.Blocks[i].Kind == briefings.Paragraph {
				spans = split(&s.Revision.Blocks[i], spans[:0])
			}
		}
	})
}
