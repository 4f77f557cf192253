package plaintext

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/commonmark"
)

// A line of words is one paragraph with exactly these words, whatever they
// would mean to CommonMark.
func FuzzEscape(f *testing.F) {
	for _, seed := range []string{
		"plain words", "1986. A year", "12) twelve", "- no item", "+ no item", "= no underline", "---", "# no title", "> no quote",
		"a_b_c *d* **e** `f` ``g", `back\slash \* \\`, "&amp; &#27; &nope; & alone", "[link](http://x.example)", "![image](y)", "[^1] [^note]: text",
		"[label]: https://x.example", "<div>", "<b>bold</b>", "<https://x.example>", "~~gone~~ ~one~", "a | b | c", "|---|---|",
		"https://a.example/x_y*z(1)?b=c&d=e_f. And more", "www.b.example/q_r_s&t", "http://", "https://x", "mail a_b.c@d-e.example now",
		"(see https://x.example/a)", "“https://x.example”", "HTTP://X.EXAMPLE/*", "www.", "wwww.x.y", "ftp://f.example/~me/_x_",
		"- [ ] no box", "```", "~~~", "Setext\u00a0blank", "e\u0301 composed", "https://e\u0301.example/é",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text, _ = clean.Canonical(text)
		want := norm.NFC.String(strings.Join(strings.Fields(text), " "))
		if want == "" {
			return
		}
		var b strings.Builder
		line := strings.Join(strings.Fields(text), " ")
		escape(&b, escapeStart(&b, line))
		blocks, _ := commonmark.Cut(b.String())
		if len(blocks) != 1 || blocks[0].Kind != briefings.Paragraph || len(blocks[0].Nest) > 0 || blocks[0].Text != want {
			t.Errorf("%q is written as %q and read as %+v", line, b.String(), blocks)
		}
	})
}

func TestAddressesBecomeLinks(t *testing.T) {
	var b strings.Builder
	escape(&b, "see https://a.example/x_(y)_z, www.b.example/q and http://c.example.")
	blocks, defs := commonmark.Cut(b.String())
	var got []string
	for _, l := range commonmark.Links(&blocks[0], defs) {
		got = append(got, blocks[0].Text[l.Start:l.End]+" -> "+l.URL)
	}
	want := "https://a.example/x_(y)_z -> https://a.example/x_(y)_z; www.b.example/q -> http://www.b.example/q; http://c.example -> http://c.example"
	if strings.Join(got, "; ") != want {
		t.Errorf("links are %q\nwant %q", strings.Join(got, "; "), want)
	}
}
