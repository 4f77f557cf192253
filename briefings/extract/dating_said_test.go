package extract

import (
	"strings"
	"testing"
)

// Who corrects a date writes it as people do; what is no date is refused with what was
// typed, and with how it is written.
func TestADateIsReadAsAPersonWritesIt(t *testing.T) {
	for said, want := range map[string]string{
		"8 Dec 2025": "2025-12-08", "6 December 2025": "2025-12-06", "2025-12-8": "2025-12-08", "2025/12/8": "2025-12-08",
		"Dec 8, 2025": "2025-12-08", "December 2025": "2025-12", "early December 2025": "2025-12~", "yesterday": "2026-01-13",
		"2025-12-05": "2025-12-05", "2025-12~": "2025-12~", "2021/2024": "2021/2024", " 2025 ": "2025", "": "",
	} {
		if got, err := DateSaid(said, "2026-01-14"); got != want || err != nil {
			t.Errorf("%q is read as %q, not %q: %v", said, got, want, err)
		}
	}
	for _, said := range []string{"2025-13-45", "soon, says Baykar on 8 Dec 2025", "not said", "2025-12~8 Dec 2025", "2025-12-14next friday", "2025-12-14 next friday", "8 Dec 2025 tomorrow"} {
		got, err := DateSaid(said, "2026-01-14")
		if err == nil {
			t.Fatalf("%q is read as %q", said, got)
		}
		if text := err.Error(); !strings.Contains(text, said) || !strings.Contains(text, "write it like 5 Dec 2025") || strings.Contains(text, "EDTF") {
			t.Errorf("%q is refused so: %s", said, text)
		}
	}
}

// A weekday that the day does not fall on tells that one of the two is a mistake.
func TestADayOfAnotherWeekdayIsRefused(t *testing.T) {
	for said, want := range map[string]string{"Monday, 8 December 2025": "2025-12-08", "Mon 8 Dec 2025": "2025-12-08", "next Monday": "2026-01-19"} {
		if got, err := DateSaid(said, "2026-01-14"); got != want || err != nil {
			t.Errorf("%q is read as %q, not %q: %v", said, got, want, err)
		}
	}
	if got, err := DateSaid("Friday, 8 December 2025", "2026-01-14"); err == nil || !strings.Contains(err.Error(), "8 December 2025 is a Monday, not a Friday") {
		t.Errorf("it is read as %q: %v", got, err)
	}
}
