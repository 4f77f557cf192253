package reader

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/ui/theme"
)

func TestEntriesOfOneYearStandBelowIt(t *testing.T) {
	for _, c := range []struct{ name, whens, want string }{
		{"years stand for themselves", "2021 2022", "2021|2022"},
		{"a month alone in its year", "2018-05 2021", "2018-05|2021"},
		{"two of a year", "2025-12~ 2025-12-05", "2025:| c. Dec| 12-05"},
		{"a day has its year above", "2025-12-05", "2025:| 12-05"},
		{"below the year itself", "2025 2025-05", "2025| 05"},
		{"an interval within a year", "2025-10/2025-12", "2025:| 10 to 12"},
		{"an open interval", "../2026", "by 2026"},
	} {
		b := &briefings.Briefing{}
		for _, when := range strings.Fields(c.whens) {
			b.Events = append(b.Events, briefings.Event{When: when})
		}
		var got []string
		var l list
		l.put(measure(timeline(newView(hold(b, "2026-01-14"), theme.New(theme.Dark, false), "2026-01-14", 1))))
		for i := range l.all {
			it := l.item(i)
			if it.heading {
				got = append(got, it.text+":")
			} else {
				got = append(got, it.lead)
			}
		}
		if line := strings.Join(got, "|"); line != c.want {
			t.Errorf("%s: %s gives %s, want %s", c.name, c.whens, line, c.want)
		}
	}
}

const toldTwice = "---\ntitle: A plant for engines\ndate: 2026-01-09\n---\n\n# A plant for engines\n\n" +
	"## In short\n\nThe ministry ordered twelve engines in May 2024.\n\n" +
	"## Costs\n\nNobody has named a price.\n\n" +
	"## How it came to this\n\nIn May 2024 the ministry ordered the twelve engines from the plant. They were to be delivered in 2025.\n"

func TestWhatIsToldTwiceStandsOnceWithAllItsPassages(t *testing.T) {
	p := newDesk(t).reading(toldTwice, 160, 48)
	p.Press("3").See("2 dated", "2024-05 ● Ministry ordered", "×2", "Also (l, h): “In May 2024")
	p.Press("l").See("section 3 of 3")
	p.Press("h").See("section 1 of 3")
}

func TestTheTextMovesTheCursorToWhatItTellsAgain(t *testing.T) {
	passage := func(start int) *briefings.Anchor {
		return &briefings.Anchor{DocStart: start, DocEnd: start + 10, Exact: "some words"}
	}
	var l list
	l.set([]item{{text: "first", anchor: passage(500)}, {text: "told twice", anchor: passage(0), also: []*briefings.Anchor{passage(900)}}})
	l.follow(880, 1000)
	if l.cursor != 1 {
		t.Errorf("the cursor is on %q", l.current().text)
	}
}

func TestTheBoardOfAllTimelinesHasAnAxisAndIsFilteredByStatus(t *testing.T) {
	p := newDesk(t).browse(160, 40)
	p.Press("3").See(entries(0), "2021", "━", "A Turkish drone line").
		Press("/").Type("expected").See("1 of "+entries(0), "Formal announcements").Miss("Akıncı in 2023")
}

// BenchmarkHoldingOfALongBriefing tells how many bytes are held of a record, and
// of a row of the timeline. Both stay though the text is long.
func BenchmarkHoldingOfALongBriefing(b *testing.B) {
	long := &briefings.Briefing{}
	for i := range 50_000 {
		text := fmt.Sprintf("In %d the ministry ordered engine number %d, of which it has told nobody the price or the day on which it comes", 1000+i%900, i)
		long.Events = append(long.Events, briefings.Event{Text: text, Status: briefings.Occurred, When: fmt.Sprint(1000 + i%900),
			Head: briefings.Head{Handle: briefings.Handle(fmt.Sprint("e-engine-number-", i)), Anchors: []briefings.Anchor{{Exact: text, DocStart: 120 * i, DocEnd: 120*i + 100}}}})
	}
	live := func() float64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	n := float64(len(long.Events))
	for b.Loop() {
		before := live()
		h := hold(long, "2026-01-14")
		held := live()
		m := measure(timeline(newView(h, theme.New(theme.Dark, false), "2026-01-14", 6_000_000)))
		b.ReportMetric((held-before)/n, "B/record")
		b.ReportMetric((live()-held)/n, "B/row")
		runtime.KeepAlive(m)
	}
	runtime.KeepAlive(long)
}
