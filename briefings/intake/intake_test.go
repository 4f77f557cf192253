package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
)

func read(t *testing.T, data, source string) Document {
	t.Helper()
	doc, err := Read([]byte(data), Options{Source: source, Now: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return doc
}

func TestPlainTextBecomesARevision(t *testing.T) {
	raw := "\ufeffHarbour report\r\nA crane *fell* in 2021, and nobody could say why it had not been \x07inspected before that.\r\n- one\r\n- two\r\n"
	doc := read(t, raw, "/home/ada/harbour.txt")
	r := doc.Revision
	if string(r.Raw) != raw {
		t.Error("the received bytes were touched")
	}
	want := "Harbour report\nA crane *fell* in 2021, and nobody could say why it had not been \ufffdinspected before that.\none\ntwo"
	if r.Text() != want {
		t.Errorf("text is %q, want %q", r.Text(), want)
	}
	if r.RawHash != digest(raw) || r.TextHash != digest(want) {
		t.Error("hashes are not those of the bytes and the text")
	}
	if doc.Meta.Title != "Harbour report" || doc.Meta.Source != "harbour.txt" || r.Replaced != 1 || len(doc.Odd) != 1 {
		t.Errorf("title %q, source %q, %d replaced, odd %q", doc.Meta.Title, doc.Meta.Source, r.Replaced, doc.Odd)
	}
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func TestFrontMatter(t *testing.T) {
	doc := read(t, `---
title: "Cranes: a report"
author:
  - Ada Example
  - Bob Example
tags: [cranes, harbour]
date: 2021-03-04
tlp: amber
source: https://a.example/cranes
lang: en
id: 01ABC
weight: 0o17
params:
  depth: 2
---
# Cranes

Text of *it*.
`, "cranes.md")
	want := briefings.Meta{
		Title: "Cranes: a report", Author: []string{"Ada Example", "Bob Example"}, Tags: []string{"cranes", "harbour"},
		Date: "2021-03-04", TLP: briefings.TLPAmber, Source: "https://a.example/cranes", Lang: "en", Revision: 1, Words: 4,
		Reference: briefings.Dating{Date: "2021-03-04", Rule: briefings.DatedByMatter},
		Extras:    []briefings.KV{{Key: "original-id", Value: []string{"01ABC"}}, {Key: "weight", Value: []string{"0o17"}}, {Key: "params", Value: []string{"params:\n  depth: 2"}}},
	}
	if diff := cmp.Diff(want, doc.Meta); diff != "" {
		t.Errorf("meta differs (-want +got):\n%s", diff)
	}
	if got := doc.Revision.Text(); got != "Cranes\nText of it." {
		t.Errorf("text is %q", got)
	}
}

func TestDatesOfFrontMatter(t *testing.T) {
	for in, want := range map[string]string{
		"2021-03-04T10:00:00Z": "2021-03-04",
		"2021-03-04 10:00":     "2021-03-04",
		"2021-03":              "2021-03",
		"'2021-03~'":           "2021-03~",
		"4 March 2021":         "2021-03-04",
		"March 4, 2021":        "2021-03-04",
		"03/04/2021":           "",
		"soon":                 "",
	} {
		doc := read(t, "---\ndate: "+in+"\n---\ntext\n", "a.md")
		if doc.Meta.Date != want {
			t.Errorf("date %s is read as %q, want %q", in, doc.Meta.Date, want)
		}
		if want == "" && (len(doc.Meta.Extras) != 1 || len(doc.Odd) != 1) {
			t.Errorf("date %s is neither kept nor told of: %+v %q", in, doc.Meta.Extras, doc.Odd)
		}
	}
}

func TestWhatIsNotTakenIn(t *testing.T) {
	for _, c := range []struct {
		name, data string
		options    Options
		want       string
	}{
		{"nothing", "", Options{}, "standard input: there is no text in it; give"},
		{"blanks", " \n\t\n", Options{Source: "a.txt"}, "a.txt: there is no text in it; give"},
		{"front matter and nothing else", "---\ntitle: a\n---\n\n", Options{Source: "a.md"}, "a.md: there is no text in it; give"},
		{"too large", strings.Repeat("word ", 1<<20) + ".", Options{Source: "a.txt", Max: 5 << 20}, "a.txt: 5.1 MB is more than the limit of 5.0 MB; raise it with --max-size"},
		{"a zero byte", "text\x00text", Options{Source: "a.txt"}, "a.txt: this is a binary file, not text; export its text"},
		{"a PDF", "%PDF-1.7 ...", Options{Source: "a.pdf"}, "a.pdf: this is a PDF, not text; make text of it, as with: pdftotext FILE - | dossier -"},
		{"control characters", strings.Repeat("\x01\x02ab", 50), Options{}, "standard input: this is a binary file"},
		{"another encoding", "line\nT\xfcrkiye", Options{Source: "a.txt"}, "a.txt: byte 0xfc in line 2 is not valid UTF-8; say which encoding it has"},
		{"UTF-16 without its mark", "H\x00a\x00r\x00b\x00o\x00u\x00r\x00 \x00r\x00e\x00p\x00o\x00r\x00t\x00", Options{Source: "a.txt"}, "a.txt: this looks like UTF-16 without a byte order mark; say so with --encoding utf-16le"},
		{"an encoding that is none", "text", Options{Source: "a.txt", Encoding: "klingon"}, `a.txt: no encoding is called "klingon"; use a label`},
		{"YAML that is none", "---\ntitle: [a\n---\ntext\n", Options{Source: "a.md"}, "a.md: front matter, line "},
		{"an alias", "---\ntitle: &a x\nsource: *a\n---\ntext\n", Options{Source: "a.md"}, "a.md: front matter, line 2: anchors"},
		{"a tag", "---\ntitle: !!binary aGk=\n---\ntext\n", Options{Source: "a.md"}, "a.md: front matter, line 2: tags"},
		{"a mapping for a title", "---\ntitle:\n  a: b\n---\ntext\n", Options{Source: "a.md"}, `a.md: front matter, line 2: "title" takes a value`},
		{"front matter of 70 KiB", "---\nx: " + strings.Repeat("a", 70<<10) + "\n---\ntext\n", Options{Source: "a.md"}, "a.md: front matter, line 1: it is larger than 64 KiB; correct it"},
		{"a file name with an escape", "", Options{Source: "a\x1b[31m.txt"}, "a\ufffd[31m.txt: there is no text"},
	} {
		_, err := Read([]byte(c.data), c.options)
		var ours *Error
		if !errors.As(err, &ours) || !strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error is %v, want %q", c.name, err, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	const want = "Türkiye’de yeni bir vinç kuruldu, ve rıhtım büyüdü."
	utf16 := []byte{0xff, 0xfe}
	for _, r := range want {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for _, c := range []struct {
		name, label string
		data        []byte
	}{
		{"UTF-8", "", []byte(want)},
		{"UTF-8 with a byte order mark", "", []byte("\ufeff" + want)},
		{"UTF-16 with a byte order mark", "", utf16},
		{"windows-1254", "windows-1254", []byte("T\xfcrkiye\x92de yeni bir vin\xe7 kuruldu, ve r\xfdht\xfdm b\xfcy\xfcd\xfc.")},
		{"its other label", "ISO-8859-9", []byte("T\xfcrkiye\x92de yeni bir vin\xe7 kuruldu, ve r\xfdht\xfdm b\xfcy\xfcd\xfc.")},
	} {
		doc, err := Read(c.data, Options{Encoding: c.label})
		if err != nil || doc.Revision.Text() != want {
			t.Errorf("%s: %v, text %q", c.name, err, doc.Revision.Text())
		}
	}
	doc, err := Read([]byte("bad \xff byte"), Options{Encoding: "utf-8"})
	if err != nil || doc.Revision.Text() != "bad \ufffd byte" || len(doc.Odd) != 1 {
		t.Errorf("UTF-8 by name takes bad bytes with a word: %v, %q, %q", err, doc.Revision.Text(), doc.Odd)
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		name, source, text string
		want               briefings.Format
	}{
		{"by name", "a.md", "text", briefings.FormatMarkdown},
		{"a text file stays one", "a.txt", "# Head\n\n[a](https://b.example) **c** **d**", briefings.FormatText},
		{"front matter", "", "---\ntitle: a\n---\ntext", briefings.FormatMarkdown},
		{"Markdown on standard input", "", "# Head\n\nsee [a](https://b.example)", briefings.FormatMarkdown},
		{"a paste with hashes", "", "Head\n\n# Contents\n\n- one\n- two", briefings.FormatText},
		{"prose between rules", "", "---\njust prose\n---\nmore", briefings.FormatText},
	} {
		if doc := read(t, c.text, c.source); doc.Revision.Format != c.want {
			t.Errorf("%s: format is %s, want %s", c.name, doc.Revision.Format, c.want)
		}
	}
}

func TestLongLinesOfMarkdownAreWrapped(t *testing.T) {
	long := strings.Repeat("word - 1. # > ", 8000)
	doc := read(t, "# T\n\n"+long+"\n", "a.md")
	if got, want := doc.Revision.Text(), "T\n"+strings.TrimSpace(long); got != want {
		t.Error("a long line is read as other words")
	}
	for line := range strings.Lines(doc.Revision.Markdown) {
		if len(line) > lineMax+1 {
			t.Errorf("a line of %d bytes stayed", len(line))
		}
	}
}

func TestTitleOfATextWithoutOne(t *testing.T) {
	for text, want := range map[string]string{
		"The crane fell in the spring of that year, and nobody who had seen it, from the quay or from a ship, could say why it had.":             "The crane fell in the spring of that year, and nobody who had seen it, from the quay or from a ship, could say why it…",
		"The crane has reportedly fallen on the quay. The crane has reportedly fallen on the quay. (Photo of the harbour watch, who saw it all)": "The crane has reportedly fallen on the quay.",
	} {
		if doc := read(t, text, "a.txt"); doc.Meta.Title != want {
			t.Errorf("title is %q, want %q", doc.Meta.Title, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Title\nText of some length.\n- item\n", "---\ntitle: a\n---\n# b\n\n> c\n", "# a\n[b](c)\n", "\xff\xfea\x00", "a\fb\fc",
		"---\n? [a\n: b\n---\n", "| a | b |\n|---|---|\n| c |\n", "1. a\n2. b\n\n    code\n",
	} {
		f.Add([]byte(seed), "", "a.txt")
		f.Add([]byte(seed), "", "a.md")
	}
	f.Add([]byte("T\xfcr"), "windows-1254", "")
	f.Fuzz(func(t *testing.T, data []byte, encoding, source string) {
		doc, err := Read(data, Options{Source: source, Encoding: encoding})
		if err != nil {
			var ours *Error
			if !errors.As(err, &ours) {
				t.Errorf("error %v is no *Error", err)
			}
			return
		}
		r := &doc.Revision
		text := r.Text()
		if string(r.Raw) != string(data) || r.RawHash != digest(string(data)) || r.TextHash != digest(text) {
			t.Error("bytes or hashes are wrong")
		}
		if !utf8.ValidString(text) || strings.ContainsFunc(text, forbidden) {
			t.Errorf("text %q has characters that have no place in it", text)
		}
		at := 0
		for i, b := range r.Blocks {
			if b.Start != at || b.End-b.Start != utf8.RuneCountInString(b.Text) {
				t.Errorf("block %d stands at %d to %d, should begin at %d", i, b.Start, b.End, at)
			}
			at = b.End + 1
		}
	})
}

func forbidden(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029
}

// A document may be as large as DefaultMax and as hostile as its author likes.
func BenchmarkRead(b *testing.B) {
	prose := "The harbour authority signed the first lease in the spring of that year, and two more followed before the cranes had been paid for.\n"
	for _, c := range []struct{ name, unit, source string }{
		{"prose", prose + prose + "Why it matters\n", "a.txt"},
		{"short lines", "a b\n", "a.txt"},
		{"one line", "word ", "a.txt"},
		{"wrapped", "The harbour authority signed the first lease in the spring of that\nyear, and two more followed before the cranes had been paid for. Work\n", "a.txt"},
		{"bars", "| a | b\n", "a.txt"},
		{"numbers", "1. a\n", "a.txt"},
		{"markdown prose", prose + "\n", "a.md"},
		{"markdown brackets", "[", "a.md"},
		{"markdown quotes", "> ", "a.md"},
		{"markdown stars", "*a _b ", "a.md"},
		{"markdown images", "![[](", "a.md"},
		{"markdown ticks", "`a``b```c", "a.md"},
		{"markdown lists", "- ", "a.md"},
		{"markdown tags", "<a ", "a.md"},
	} {
		for _, size := range []int{1 << 18, 1 << 20} {
			data := []byte("Title\n" + strings.Repeat(c.unit, size/len(c.unit)))
			b.Run(c.name+"/"+itoa(size>>10)+"KiB", func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					if _, err := Read(data, Options{Source: c.source}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}
