package briefings

import "testing"

func TestHostsThatLookLikeOthers(t *testing.T) {
	for address, deceives := range map[string]bool{
		"https://www.example.org/path":              false,
		"https://münchen.example/":                  false,
		"https://пример.example/":                   false, // has letters that no Latin one looks like
		"https://例え.example/":                       false,
		"https://exаmple.org/":                      true, // а is Cyrillic
		"https://xn--exmple-4nf.org/":               true, // the same in punycode
		"https://сосо.example/":                     true, // Cyrillic throughout, and all of it looks Latin
		"mailto:desk@example.org":                   false,
		"https://example.org/exаmple?q=а":           false, // only the host is what one trusts
		"no address at all":                         false,
		"https://user:pass@ехample.org:8080/x":      true,
		"https://data.gov-1.example/2025/12/05.pdf": false,
	} {
		if why := DeceptiveHost(address); (why != "") != deceives {
			t.Errorf("%s: %q", address, why)
		}
	}
}
