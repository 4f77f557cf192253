package extract

import "testing"

// Who corrects a date writes it as people do; what is no date stays as it is, to be
// refused with what was typed.
func TestADateIsReadAsAPersonWritesIt(t *testing.T) {
	for said, want := range map[string]string{
		"8 Dec 2025": "2025-12-08", "6 December 2025": "2025-12-06", "2025-12-8": "2025-12-08", "2025/12/8": "2025-12-08",
		"Dec 8, 2025": "2025-12-08", "December 2025": "2025-12", "early December 2025": "2025-12~", "yesterday": "2026-01-13",
		"2025-12-05": "2025-12-05", "2025-12~": "2025-12~", "2021/2024": "2021/2024", " 2025 ": "2025", "": "",
		"2025-13-45": "2025-13-45", "soon, says Baykar on 8 Dec 2025": "soon, says Baykar on 8 Dec 2025", "not said": "not said",
	} {
		if got := DateSaid(said, "2026-01-14"); got != want {
			t.Errorf("%q is read as %q, not %q", said, got, want)
		}
	}
}
