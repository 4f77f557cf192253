package commonmark

import (
	"strings"
	"testing"
)

// bombs are texts that keep a parser busy, each a pattern to be repeated.
var bombs = map[string]string{
	"links":       "[a](",
	"titles":      "[a](<b",
	"emphasis":    "*a_ ",
	"underscores": "_a* ",
	"brackets":    "[",
	"images":      "![[](",
	"backticks":   "e`f``g```",
	"references":  "[a][b]",
	"footnotes":   "[^a]: ",
	"quotes":      "> ",
	"items":       "- ",
	"tags":        "<a ",
	"strikes":     "~~a ",
	"rows":        "| a | b |\n|---|---|\n| c |\n",
	"definitions": "[a]: b\n",
	"lazy":        "> a\nb\n",
}

// BenchmarkCutBomb shows that time grows with length: per byte it should be
// about the same at both sizes.
func BenchmarkCutBomb(b *testing.B) {
	for name, unit := range bombs {
		for _, size := range []int{100_000, 800_000} {
			in := strings.Repeat(unit, size/len(unit))
			b.Run(name+"/"+map[int]string{100_000: "100KB", 800_000: "800KB"}[size], func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					Cut(in)
				}
			})
		}
	}
}

func BenchmarkCut10MB(b *testing.B) {
	const unit = "## A heading of a section\n\nSome words of *an* article with **bold** text, a [link](https://a.example/x) and a good many more words so that it is as long as paragraphs are, and then some.\n\n- an item of a list\n- another one\n\n"
	in := strings.Repeat(unit, 10_000_000/len(unit))
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		Cut(in)
	}
}
