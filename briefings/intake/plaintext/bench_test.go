package plaintext

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/briefings/corpustest"
)

func BenchmarkMarkdown(b *testing.B) {
	for _, folder := range []string{"crs", "digitalgov-mixed", "digitalgov-wrap"} {
		texts, size := corpus(b, folder)
		b.Run(folder, func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				for _, text := range texts {
					Markdown(text)
				}
			}
		})
	}
}

func corpus(b *testing.B, folder string) (texts []string, size int) {
	files, err := filepath.Glob(filepath.Join(corpustest.Path(b, "corpora", "headings", folder), "*.txt"))
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts, size = append(texts, string(data)), size+len(data)
	}
	return texts, size
}

// However a text is made, a byte of it costs the same.
func BenchmarkHostileText(b *testing.B) {
	for _, c := range []struct{ name, unit string }{
		{"short lines", "a b\n"}, {"one line", "word "}, {"one word", "w"}, {"numbers", "1. a\n"}, {"counting", ""},
		{"bars", "| a | b\n"}, {"titles", "Some Title\n\n"}, {"underlines", "ab\n---\n"}, {"page breaks", "a\f"},
		{"commas", "a, "}, {"addresses", "https://a.example/x "}, {"colons", ":://:"}, {"brackets", "[("}, {"contents", "Contents\na\n"},
	} {
		for _, size := range []int{1 << 18, 1 << 20} {
			text := strings.Repeat(c.unit, size/max(len(c.unit), 1))
			if c.unit == "" {
				text = counting(size)
			}
			b.Run(c.name+"/"+itoa(size>>10)+"KiB", func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Markdown(text)
				}
			})
		}
	}
}

func counting(size int) string {
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		b.WriteString(itoa(n))
		b.WriteString(". a\n")
	}
	return b.String()
}
