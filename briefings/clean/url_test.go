package clean

import "testing"

func TestParseURL(t *testing.T) {
	for _, c := range []struct{ name, in, target, shown string }{
		{"a web address", "https://a.example/x?y=1#z", "https://a.example/x?y=1#z", "a.example/x?y=1#z"},
		{"user information goes", "https://bank.example@evil.example/", "https://evil.example/", "evil.example"},
		{"a password too", "https://u:p@evil.example", "https://evil.example", "evil.example"},
		{"a script is no link", "javascript:alert(1)", "", "javascript:alert(1)"},
		{"nor is a file", "file:///etc/passwd", "", "file:///etc/passwd"},
		{"a relative path is only shown", "../x.md", "", "../x.md"},
		{"mail", "mailto:desk@a.example", "mailto:desk@a.example", "desk@a.example"},
		{"a Cyrillic letter is given away by punycode", "https://аpple.example/", "https://xn--pple-43d.example/", "аpple.example = xn--pple-43d.example"},
		{"a control character cannot end the hyperlink", "https://a.example/\x1b\\x", "https://a.example/%EF%BF%BD%5Cx", "a.example/%EF%BF%BD%5Cx"},
		{"a percent-encoded one stays encoded", "https://a.example/%1b%07", "https://a.example/%1b%07", "a.example/%1b%07"},
		{"letters of the path are encoded", "https://a.example/ü;x", "https://a.example/%C3%BC%3Bx", "a.example/%C3%BC;x"},
		{"an override is a chip", "x\u202ey", "", "x‹RLO›y"},
	} {
		got := ParseURL(c.in)
		if got.Target != c.target || got.Shown.String() != c.shown {
			t.Errorf("%s: ParseURL(%q) = %q, shown %q; want %q, %q", c.name, c.in, got.Target, got.Shown, c.target, c.shown)
		}
	}
}

func FuzzParseURL(f *testing.F) {
	f.Add("https://u@a.example/\x1b]8;;x\x07")
	f.Add("mailto:a@b;c\x9c")
	f.Fuzz(func(t *testing.T, s string) {
		u := ParseURL(s)
		for i := 0; i < len(u.Target); i++ {
			if c := u.Target[i]; c <= ' ' || c >= 0x7f || c == ';' {
				t.Fatalf("ParseURL(%q) has target %q", s, u.Target)
			}
		}
		if again := ParseURL(u.Target); u.Target != "" && again.Target != u.Target {
			t.Fatalf("ParseURL(%q) has target %q, and of that %q", s, u.Target, again.Target)
		}
		if !safe(u.Shown.String()) || !safe(u.Host.String()) {
			t.Fatalf("ParseURL(%q) shows %q, host %q", s, u.Shown, u.Host)
		}
	})
}
