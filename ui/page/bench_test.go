package page

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"charm.land/glamour/v2"

	"dossier/briefings"
	"dossier/briefings/commonmark"
	"dossier/ui/theme"
)

// article makes an article of about size bytes, in words of our own.
func article(size int) string {
	var b strings.Builder
	b.WriteString("# A plant for aircraft without crews\n\n")
	for i := 1; b.Len() < size; i++ {
		fmt.Fprintf(&b, "## Part %d: who builds what\n\n", i)
		for k := range 4 {
			fmt.Fprintf(&b, "In year %d the ministry said that **line %d** would be handed over *in stages*, with [papers](https://a.example/%d/%d) that set out who may see the sources. Neither side has named a site, and the makers’ own figures differ from those of the buyers by a wide margin.\n\n", 2000+k, i, i, k)
		}
		b.WriteString("- sensors stay with the maker\n- airframes may be built under licence, if the talks hold\n  - wings first\n\n> A source close to the talks called it “a long road”.\n\n")
		b.WriteString("| Year | Event | Number |\n|---|---|--:|\n| 2021 | first order of aircraft, delivered within the year | 12 |\n| 2023 | a second order, larger than the first one | 30 |\n\n")
	}
	return b.String()
}

const mega = 1 << 20

func library(b *testing.B, size int) *Page {
	b.Helper()
	rev := &briefings.Revision{Markdown: article(size)}
	rev.Blocks, rev.Links = commonmark.Cut(rev.Markdown)
	p := New(Of(rev), theme.New(theme.Dark, false))
	p.Resize(84, p.Top())
	b.ReportAllocs()
	b.ResetTimer()
	return p
}

// BenchmarkGlamour is what the figures below are to be read against: Glamour
// rendering the whole of the same text, which is what it takes to show its end.
func BenchmarkGlamour(b *testing.B) {
	for _, size := range []int{8 << 10, 100 << 10, mega} {
		b.Run(fmt.Sprint(size>>10, "KB"), func(b *testing.B) {
			in := article(size)
			b.ReportAllocs()
			for b.Loop() {
				r, err := glamour.NewTermRenderer(glamour.WithStandardStyle("dark"), glamour.WithWordWrap(80))
				if err != nil {
					b.Fatal(err)
				}
				if out, err := r.RenderBytes([]byte(in)); err != nil || !bytes.Contains(out, []byte("ministry")) {
					b.Fatal("nothing rendered: ", err)
				}
			}
		})
	}
}

// BenchmarkFirst50Lines opens a briefing of the library at its start, in its
// middle and at its end.
func BenchmarkFirst50Lines(b *testing.B) {
	for _, size := range []int{10 << 10, 10 * mega} {
		for _, place := range []string{"start", "middle", "end"} {
			b.Run(fmt.Sprint(size>>10, "KB/", place), func(b *testing.B) {
				p := library(b, size)
				for b.Loop() {
					fresh := New(p.doc, p.theme)
					at := fresh.Resize(84, fresh.Top())
					switch place {
					case "middle":
						at = fresh.PositionOf(p.doc.Block(p.doc.Len() / 2).Start)
					case "end":
						at = fresh.Bottom(50)
					}
					fresh.Rows(at, 50)
				}
			})
		}
	}
}

func BenchmarkNextPage(b *testing.B) {
	p := library(b, 10*mega)
	at := p.PositionOf(p.doc.Block(p.doc.Len() / 3).Start)
	for b.Loop() {
		at = p.Move(at, 49)
		p.Rows(at, 50)
	}
}

// BenchmarkFrame draws what is laid out already: a line key's frame.
func BenchmarkFrame(b *testing.B) {
	p := library(b, 10*mega)
	p.Rows(p.Top(), 50)
	for b.Loop() {
		p.Rows(p.Top(), 50)
	}
}

func BenchmarkResize(b *testing.B) {
	p := library(b, 10*mega)
	at, width := p.PositionOf(p.doc.Block(p.doc.Len()/2).Start), 84
	for b.Loop() {
		width = 144 - width // 60 and 84 by turns
		at = p.Resize(width, at)
		p.Rows(at, 50)
	}
}

// BenchmarkSearchKey types a query; one operation is one key. The first folds the
// text.
func BenchmarkSearchKey(b *testing.B) {
	p := library(b, 10*mega)
	find := func(f *Finder, query string) {
		if _, err := f.Find(context.Background(), query); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			find(NewFinder(p.doc), "t")
		}
	})
	f := NewFinder(p.doc)
	for _, query := range []string{"t", "th", "the min", "site", "nowhere", "makers'", "Site"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				find(f, query)
			}
		})
	}
}

// BenchmarkOpenFile cuts a file that is opened for the first time and lays its
// first screen out.
func BenchmarkOpenFile(b *testing.B) {
	for _, size := range []int{8 << 10, mega, 10 * mega} {
		in := article(size)
		for name, cut := range map[string]func(string) string{
			"whole":   func(s string) string { return s },
			"opening": func(s string) string { return commonmark.Opening(s, 64<<10) },
		} {
			b.Run(fmt.Sprint(size>>10, "KB/", name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					rev := &briefings.Revision{Markdown: cut(in)}
					rev.Blocks, rev.Links = commonmark.Cut(rev.Markdown)
					p := New(Of(rev), theme.New(theme.Dark, false))
					p.Rows(p.Top(), 50)
				}
			})
		}
	}
}
