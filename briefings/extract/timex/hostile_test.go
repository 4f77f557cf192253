package timex

import (
	"os"
	"strings"
	"testing"
	"time"

	"dossier/briefings/corpustest"
	"dossier/briefings/edtf"
)

// FuzzRead holds that any bytes at all give expressions within the text, in its
// order, and in a time that grows with its length.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"As of early December 2025, two days after 5 May.", "from 1939 to '45", "in 490 BC and FY27",
		"twenty-five-five thousand hundred and", "5/5/5/5/2025-05-05-05", "the the last last week of of 2025 2025",
		"\xff\xfe 2025\x00-\xe2\x80", "1-2-3-4 May–June–July 2025/26/27", "99999999999999999999 years ago",
		"vor zwei Jahren, am 5. Mai 2025", "2 weeks before 3 days after the day before 1 January 0001",
	} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, text string, news bool) {
		o := Options{Manner: Narrative}
		if news {
			o = Options{Manner: News, Reference: edtf.On(edtf.Day(2026, 3, 9)), FiscalStart: 10}
		}
		start := time.Now()
		r, err := Read(text, o)
		if err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > time.Second+time.Duration(len(text))*10*time.Microsecond {
			t.Errorf("%d bytes took %v", len(text), took)
		}
		last := 0
		for i := range r.Expressions {
			e := &r.Expressions[i]
			if e.Start < last || e.End <= e.Start || e.End > len(text) || e.Value == "" {
				t.Fatalf("expression %d at %d to %d, value %q, behind %d", i, e.Start, e.End, e.Value, last)
			}
			last = e.Start
			parses(t, e.When)
		}
		for _, in := range r.Intervals {
			if in.Start < 0 || in.End > len(text) || in.From >= len(r.Expressions) || in.To >= len(r.Expressions) {
				t.Fatalf("interval %+v of %d expressions", in, len(r.Expressions))
			}
			parses(t, in.When)
		}
	})
}

// parses holds that a date that was made can be read.
func parses(t *testing.T, d edtf.Date) {
	t.Helper()
	if d.IsZero() {
		return
	}
	if again, err := edtf.Parse(d.String()); err != nil || again.String() != d.String() {
		t.Fatalf("made the date %+v, %q (%v)", d, d, err)
	}
}

// BenchmarkRead reads prose of our own with a date in every other sentence.
func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("The plant was agreed on in March 2021 and opened on 5 December 2025, four years later. "+
		"It employs some 1,200 people, most of them from the province, and builds engines, frames and gear. "+
		"Officials said on Tuesday that a second line will follow by 2028 if orders hold. "+
		"Neither side has said what the line will cost or who is going to pay for it in the end.\n", 200)
	benchmark(b, text)
}

// BenchmarkReadNarratives reads WikiWars.
func BenchmarkReadNarratives(b *testing.B) {
	dir := corpustest.Path(b, "corpora", "time", "wikiwars")
	files, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(dir + "/" + file.Name())
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
	}
	benchmark(b, text.String())
}

func benchmark(b *testing.B, text string) {
	o := Options{Reference: edtf.On(edtf.Day(2026, 3, 9)), Language: "en"}
	if _, err := Read(text, o); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(text, o); err != nil {
			b.Fatal(err)
		}
	}
}
