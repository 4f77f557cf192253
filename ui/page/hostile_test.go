package page

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/intake"
)

// payloads are what a document may try, and what a reader has to see of it.
var payloads = []struct{ name, in, seen string }{
	{"a clipboard write in the bytes", "a\x1b]52;c;cm0gLXJm\x07b", "a\ufffd]52;c;cm0gLXJm\ufffdb"},
	{"a clipboard write by entities", "a&#27;]52;c;cm0=&#7;b", "a\ufffd]52;c;cm0=\ufffdb"},
	{"in hexadecimal", "a&#x1b;[2Jb", "a\ufffd[2Jb"},
	{"in a code span, where nothing is decoded", "`&#27;[31m`", "&#27;[31m"},
	{"assembled over nested emphasis", "~~&**#27;**[31m~~", "&#27;[31m"},
	{"assembled over a link", "&[#27;](https://a.example)[31m", "&#27;"},
	{"entities that make an entity", "&amp;#27;[31m", "&#27;[31m"},
	{"a title change", "a\x1b]0;owned\x07", "\ufffd]0;owned\ufffd"},
	{"DCS", "a\x1bP+q544e\x1b\\b", "\ufffdP+q544e\ufffd"},
	{"APC", "a\x1b_Gf=100;AAAA\x1b\\b", "\ufffd_Gf=100;AAAA\ufffd"},
	{"PM and SOS", "\x1b^x\x1b\\ \x1bXy\x1b\\", "\ufffd^x"},
	{"C1 CSI", "a\u009b31mb", "a\ufffd31mb"},
	{"C1 OSC by an entity", "a&#157;52;c;AA&#156;b", "52;c;AA"},
	{"NEL by an entity", "a&#x85;b", "a"},
	{"a device query", "a\x1b[6nb\x1b[c", "a\ufffd[6nb\ufffd[c"},
	{"a forged hyperlink", "a\x1b]8;;https://evil.example\x1b\\b\x1b]8;;\x1b\\", "a\ufffd]8;;https://evil.example"},
	{"a forged style", "a\x1b[38;2;0;0;17mb", "a\ufffd[38;2;0;0;17mb"},
	{"stand-ins of Glamour's input", "a\ue000#27;[31m \ue001*b", "a\ufffd#27;[31m \ufffd*b"},
	{"an override", "safe \u202egpj.exe", "safe ‹RLO›gpj.exe"},
	{"an override by an entity", "safe &#x202e;gpj.exe", "safe ‹RLO›gpj.exe"},
	{"isolates", "a\u2066b\u2069c", "a‹LRI›b‹PDI›c"},
	{"a zero-width space", "pay\u200bpal", "pay‹ZWSP›pal"},
	{"tags", "a\U000e0041\U000e0042b", "a‹U+E0041›‹U+E0042›b"},
	{"bytes in selectors", "😀\U000e0101\U000e0102", "😀‹U+E0101›"},
	{"a line separator", "a\u2028b", "a\ufffdb"},
	{"backspaces", "rm -rf /\b\b\b\b", "rm -rf /\ufffd"},
	{"carriage returns", "good\rbad", "bad"},
	{"a script", "<script>alert('\x1b[31m')</script>", "<script>alert('\ufffd[31m')</script>"},
	{"an element", `a <b onclick="x">b</b>`, `<b onclick="x">b</b>`},
	{"a comment", "a <!-- hidden --> b", "<!-- hidden -->"},
	{"a script link", "[click](javascript:alert(1))", "click (javascript:alert(1))"},
	{"a link that says another host", "[https://bank.example](https://evil.example/x)", "https://bank.example (evil.example)"},
	{"a link with user information", "[pay](https://bank.example@evil.example)", "pay (evil.example)"},
	{"a link of look-alike letters", "[pay](https://аpple.example)", "pay (аpple.example = xn--pple-43d.example)"},
	{"a control in a link", "[a](<https://a.example/\x1b\\x>)", "a (a.example)"},
	{"an entity in a link", "[a](https://a.example/&#27;&#92;x)", "a"},
	{"a control in an autolink", "<https://a.example/\x1b]52;c;AA\x07>", "https://a.example/\ufffd]52;c;AA\ufffd"},
	{"a control in an image", "![a\x1b](http://e.example/\x1b]52;c;cm0=\x07)", "Image: a\ufffd"},
	{"a control in a title", "[a](https://a.example \"\x1b]0;x\x07\")", "a (a.example)"},
	{"a control in a language", "```\x1b[31m\nx\n```", "x"},
	{"a control in code", "```go\nx := \"\x1b[31m\"\n```", "x := \"\ufffd[31m\""},
	{"a control in a table", "| a\x1b[31m |\n|---|\n| &#27;c |", "a\ufffd[31m"},
	{"a control in a footnote's label", "[^a\x1b]: note\n\nword[^a\x1b]", "note"},
	{"a pile of marks", "e" + strings.Repeat("\u0301", 100), "é" + strings.Repeat("\u0301", 7)},
	{"letters that join without end", strings.Repeat("ᄀ", 200), "ᄀ"},
	{"a raw string of Go", "```go\nx := `{{0}}`\n```", "x := `{{0}}`"},
	{"a template", "{{.text}} {{printf \"%c\" 27}}", `{{.text}} {{printf "%c" 27}}`},
}

func TestPayloads(t *testing.T) {
	for _, c := range payloads {
		for _, width := range []int{200, 20} {
			text, _ := clean.Canonical(c.in) // intake refuses some of it even before
			p := open(text, width)
			mapped(t, p, c.name)
			if got := see(p); width == 200 && !strings.Contains(got, c.seen) {
				t.Errorf("%s: a reader sees %q, want %q in it", c.name, got, c.seen)
			}
		}
	}
}

// received takes bytes in as the program does; nil if they are refused.
func received(t testing.TB, data []byte, format briefings.Format, width int) *Page {
	t.Helper()
	doc, err := intake.Read(data, intake.Options{Source: "a", Format: format, Now: time.Unix(0, 0)})
	if err != nil {
		return nil
	}
	return newPage(&doc.Revision, width)
}

// The second layer alone: whatever is written on a sheet, Glamour is sent
// nothing that it could decode, unescape or take for a sequence.
func TestGlamourIsSentNothingToDecode(t *testing.T) {
	for _, in := range []string{"&#27;[31m", "&amp;#27;", `\*a\[`, "\x1b]52;c;AA\x07", "\u009b31m", "\u202e", "\ue000\ue001"} {
		s := &sheet{}
		s.source(in, 0, look{}, 0)
		sent := strings.Map(disarm, string(s.text))
		for _, r := range sent {
			if r < ' ' || r >= 0x7f && r < 0xa0 || r == '&' || r == '\\' || r == 0x202e {
				t.Errorf("of %q Glamour is sent %q", in, sent)
			}
		}
		if strings.ContainsAny(in, "\ue000\ue001") && strings.ContainsRune(string(s.text), ampersand) {
			t.Errorf("a document can write the stand-ins: %q", s.text)
		}
	}
}

// The third layer alone: what Glamour returns is taken only if it is what was
// sent between styles.
func TestOnlyWhatWasSentIsReadBack(t *testing.T) {
	for _, c := range []struct {
		name, rendered string
		ok             bool
	}{
		{"plain", "some words", true},
		{"styled", "\x1b[1mso\x1b[mme \x1b[38;2;0;0;20mwords\x1b[0m", true},
		{"a word missing", "some", false},
		{"a word too many", "some words more", false},
		{"other words", "some swords", false},
		{"a hyperlink", "\x1b]8;;https://a.example\x07some words\x1b]8;;\x07", false},
		{"a clipboard write", "some \x1b]52;c;AA\x07words", false},
		{"a cursor movement", "some \x1b[2Kwords", false},
		{"a private sequence", "some \x1b[?25lwords", false},
		{"C1", "some \u009b31mwords", false},
		{"a lone escape", "some words\x1b", false},
		{"a newline", "some\nwords", false},
	} {
		looks, ok := readBack(nil, 0, c.rendered, "some words")
		if ok != c.ok {
			t.Errorf("%s: %q is taken: %v, want %v", c.name, c.rendered, ok, c.ok)
		}
		if ok && looks[len(looks)-1].end != len("some words") {
			t.Errorf("%s: styles end at %d", c.name, looks[len(looks)-1].end)
		}
		if !ok && len(looks) != 0 {
			t.Errorf("%s: %q was refused but left styles", c.name, c.rendered)
		}
	}
}

// The fourth layer alone: an inset and its aside are clean.Text; nothing else
// that the page shows comes from outside.
func TestInsetsAreClean(t *testing.T) {
	p := open("Some words", 60)
	p.SetInsets([]Inset{{After: 10, Text: clean.Of("a \x1b[31mnote"), Aside: clean.Of("me\u202e"), Role: Note}})
	rows := p.Rows(p.Top(), 3)
	if got := strings.TrimSpace(ansi.Strip(rows[1].Text)); got != "╰ a \ufffd[31mnote   me‹RLO›" {
		t.Errorf("the inset shows %q", got)
	}
}

// Glamour's answer is taken for every look there is: what is shown plain
// because it came back altered would show here.
func TestGlamourStylesEveryLook(t *testing.T) {
	const words = `A & B \* &amp; <i> [x] {{.}} — ünï ‹ZWSP› 日本 👩‍🚒`
	l := newLeaf()
	for level := range 7 {
		for bits := range 32 {
			k := look{attrs: attrs(bits) & (bold | italic | struck), code: bits&8 != 0, link: bits&16 != 0}
			s := &sheet{}
			s.source(words, 0, k, 0)
			l.style(s, level)
			got := s.looks[len(s.looks)-1]
			if got.end != len(s.text) {
				t.Errorf("level %d, look %+v: styled up to %d of %d", level, k, got.end, len(s.text))
			}
			if want := k.attrs != 0 || k.code || k.link || level > 0; (got.face != faceText || got.attrs != 0) != want {
				t.Errorf("level %d, look %+v gives face %d, attributes %b", level, k, got.face, got.attrs)
			}
		}
	}
}

// FuzzFrame is the whole path: any bytes, taken in as either format, laid out
// at any width, give rows of exact width in which each word is the source's and
// nothing below U+0020 stands but our own styles and hyperlinks.
func FuzzFrame(f *testing.F) {
	for _, c := range payloads {
		f.Add([]byte(c.in), uint8(40))
	}
	f.Add([]byte(everything), uint8(30))
	f.Add([]byte("caf\xe9 \xff\xfe\x9b31m \xed\xa0\x80 \xc0\xaf"), uint8(30)) // no UTF-8
	f.Fuzz(func(t *testing.T, data []byte, width uint8) {
		if len(data) > 1<<14 {
			return
		}
		for _, format := range []briefings.Format{briefings.FormatMarkdown, briefings.FormatText} {
			if p := received(t, data, format, WidthMin+int(width)%120); p != nil {
				mapped(t, p, "fuzzed")
			}
		}
	})
}
