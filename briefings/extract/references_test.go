package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
	"dossier/briefings/clean"
)

func referencesOf(markdown string) ([]briefings.Reference, *Source) {
	s := NewSource(revisionOf(markdown), briefings.Meta{})
	return References(s), s
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ raw, url, publisher, date, title string }{
		{"HTTPS://WWW.Bloomberg.com:443/news/articles/2025-12-05/harbour-cranes-for-sale?utm_source=x&id=3#top",
			"https://www.bloomberg.com/news/articles/2025-12-05/harbour-cranes-for-sale?id=3", "Bloomberg", "2025-12-05", "Harbour cranes for sale"},
		{"http://user:secret@a.example/b", "http://a.example/b", "A", "", ""},
		{"https://news.harbour-times.com.pk/2024/05/7/crane_falls_in_port.html", "https://news.harbour-times.com.pk/2024/05/7/crane_falls_in_port.html", "Harbour Times", "2024-05-07", "Crane falls in port"},
		{"https://a.example/2024/may/07/crane-falls-into-water-12345678", "https://a.example/2024/may/07/crane-falls-into-water-12345678", "A", "2024-05-07", "Crane falls into water"},
		{"https://a.example/story/20240507/x", "https://a.example/story/20240507/x", "A", "2024-05-07", ""},
		{"https://a.example/1234/crane-falls-again/", "https://a.example/1234/crane-falls-again/", "A", "", "Crane falls again"},
		{"https://a.example/crane-2024-report-on-cranes", "https://a.example/crane-2024-report-on-cranes", "A", "", "Crane 2024 report on cranes"},
		{"https://asc.army.mil/web/x/", "https://asc.army.mil/web/x/", "U.S. Army", "", ""},
		{"https://a.example/?fbclid=1", "https://a.example/", "A", "", ""},
		{"https://web.archive.org/web/2024/https://www.reuters.com/world/cranes-fall-in-port-2024-05-07/", "https://web.archive.org/web/2024/https://www.reuters.com/world/cranes-fall-in-port-2024-05-07/", "Reuters", "2024-05-07", "Cranes fall in port 2024 05 07"},
	} {
		a, ok := parseAddress(c.raw)
		if !ok || a.url != c.url {
			t.Errorf("%s: normalised to %q (%v), want %q", c.raw, a.url, ok, c.url)
			continue
		}
		work := (&citations{Source: NewSource(revisionOf("text"), briefings.Meta{})}).ofAddress(a)
		if got := [3]string{work.Publisher, work.Issued, work.Title}; got != [3]string{c.publisher, c.date, c.title} {
			t.Errorf("%s: publisher, date, title are %q, want %q", c.raw, got, []string{c.publisher, c.date, c.title})
		}
	}
	for _, raw := range []string{"", "mailto:a@b.example", "#top", "/path", "javascript:alert(1)", "https://", "http://[::bad"} {
		if a, ok := parseAddress(raw); ok {
			t.Errorf("%q is taken for an address: %+v", raw, a)
		}
	}
}

func TestAHostThatMixesScriptsIsTold(t *testing.T) {
	refs, _ := referencesOf("# T\n\nSee <https://bl\u043e\u043emberg.com/news/x> and <https://пример.рф/x> now.")
	if len(refs) != 2 {
		t.Fatalf("%d works, want 2", len(refs))
	}
	if !strings.Contains(refs[0].Rule, "mixes Latin and Cyrillic letters: xn--") || strings.Contains(refs[1].Rule, "mixes") {
		t.Errorf("rules are %q and %q", refs[0].Rule, refs[1].Rule)
	}
}

// told is what a test compares of a reference.
func told(r briefings.Reference) string {
	return strings.Join([]string{string(r.Origin), r.Key, r.Title, r.Publisher, r.Issued, strings.Join(r.Author, "; ")}, " | ")
}

func TestListedWorks(t *testing.T) {
	refs, _ := referencesOf(`# Harbour

A crane fell in Karaköy [1], and nobody knew why [2, 4].

## Sources

1. Ada Example and Bob Sample, “Cranes that Fall,” Harbour Review, 4 May 2021, https://a.example/cranes (accessed 6 June 2022).
2. <https://www.reuters.com/world/karakoy-crane-falls-in-port/>
3. Ibid.
4. CRS Report R12345, *Cranes: Issues for Harbours*, by Ada Example.
5. Carl Muster (2019). Quays and their builders. Harbour Press. doi:10.1234/quays.5.
6. [The Third Quay](https://b.example/q)
`)
	var got []string
	for _, r := range refs {
		got = append(got, told(r))
	}
	want := []string{
		"source | 1 | Cranes that Fall | Harbour Review | 2021-05-04 | Ada Example; Bob Sample",
		"source | 2 | Karaköy crane falls in port | Reuters |  | ",
		"source | 4 | Cranes: Issues for Harbours | CRS |  | Ada Example",
		"source | 5 | Quays and their builders | Harbour Press | 2019 | Carl Muster",
		"source | 6 | The Third Quay | B |  | ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("works differ (-want +got):\n%s", diff)
	}
	if refs[0].Accessed != "2022-06-06" || refs[3].DOI != "10.1234/quays.5" {
		t.Errorf("accessed %q, DOI %q", refs[0].Accessed, refs[3].DOI)
	}
	for i, sentences := range []int{1, 1, 1, 0, 0} {
		if len(refs[i].Cited) != sentences {
			t.Errorf("work %q is cited %d times, want %d", refs[i].Title, len(refs[i].Cited), sentences)
		}
	}
}

func TestPasteWithTitleAndAddressOnTheirOwnLines(t *testing.T) {
	refs, _ := referencesOf("# T\n\ntext\n\n## References\n\nCranes that fall, and why\n\nhttps://a.example/x\n\nQuays that stay\n\nhttps://b.example/y\n")
	var got []string
	for _, r := range refs {
		got = append(got, r.Title+" "+r.URL)
	}
	if diff := cmp.Diff([]string{"Cranes that fall, and why https://a.example/x", "Quays that stay https://b.example/y"}, got); diff != "" {
		t.Errorf("works differ (-want +got):\n%s", diff)
	}
}

func TestNotesAreWorksOnlyWhereTheyNameOne(t *testing.T) {
	refs, _ := referencesOf("# T\n\nA claim.[^1] Another.[^2] A third.[^3]\n\n[^1]: This was said before.\n[^2]: See https://a.example/x for more.\n[^3]: Ada Example, “Cranes that Fall,” Harbour Review, May 2021.\n")
	var got []string
	for _, r := range refs {
		got = append(got, fmt.Sprintf("%s %q cited %d", r.Key, r.Line(), len(r.Cited)))
	}
	if diff := cmp.Diff([]string{`2 "See https://a.example/x for more." cited 1`, `3 "Cranes that Fall" cited 1`}, got); diff != "" {
		t.Errorf("works differ (-want +got):\n%s", diff)
	}
	if note := refs[len(refs)-1].Listed; note != "Ada Example, “Cranes that Fall,” Harbour Review, May 2021." {
		t.Errorf("of the note is kept %q", note)
	}
}

func TestWorksCitedInTheText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"See CRS In Focus IF12345, U.S. Harbours: Issues for Congress; and CRS Report R54321, Cranes, by Ada Example.", "U.S. Harbours: Issues for Congress, Cranes"},
		{"The 2026 National Harbour Strategy (NHS) said so, as the 2022 NHS had.", "2026 National Harbour Strategy, 2022 National Harbour Strategy"},
		{"In 2026 Harbour Guard reports and the Annual Quay Review came out.", ""},
		{"In 2004 the port’s Duty Report came out.", ""},
		{"Source: Harbour Museum, \"The Crane Medal,\" image sent to the author, May 4, 2021.", "The Crane Medal"},
		{"Source: our own count, \"Cranes by Year\" being the key.", ""},
		{"Source: Port Office, \"Cranes by Year,\" https://a.example/1; and \"Quays by Year,\" https://a.example/2.", "Cranes by Year, Quays by Year"},
		{"In March 2026 National Harbour Strategy talks began.", ""},
		{`HD Directive (HDD) 3000.1, "Autonomy in Cranes," outlines it.`, "Autonomy in Cranes"},
		{"A report titled “Cranes that Fall” came out in May.", "Cranes that Fall"},
		{"The minister said in an interview that “Cranes Fall Down” was his motto.", ""},
		{"Readers can review Harbour’s Two New Cranes on Quay News Today.", "Harbour’s Two New Cranes"},
		{"More appears in our analysis of Akıncı cranes for the second quay.", "Akıncı cranes for the second quay"},
		{"The Harbours Act of 1974 and the Treaty of Lausanne still apply, and our analysis of it differs.", ""},
		{"The MQ-9, RQ-4 and F-16 flew in 2024 Operation Crane.", ""},
	} {
		refs, _ := referencesOf("# T\n\n" + c.text)
		var got []string
		for _, r := range refs {
			got = append(got, r.Title)
			if r.Origin != briefings.OriginExtracted {
				t.Errorf("%q: origin is %s", c.text, r.Origin)
			}
		}
		if joined := strings.Join(got, ", "); joined != c.want {
			t.Errorf("%q names %q, want %q", c.text, joined, c.want)
		}
	}
}

func TestAWorkIsOneReference(t *testing.T) {
	refs, s := referencesOf(`# T

As [the port said](https://alpha.example/x?utm_source=feed), a crane fell. Reuters told of it on 4 May 2021. So did http://alpha.example/x/ again.

## References

- https://www.alpha.example/x#part
- https://www.reuters.com/world/2021-05-04/crane-falls-in-port
`)
	if len(refs) != 2 {
		t.Fatalf("%d works, want 2: %+v", len(refs), refs)
	}
	var cited []string
	for _, r := range refs {
		for _, a := range r.Cited {
			cited = append(cited, string(r.Handle)+": "+a.Exact)
		}
		if r.Origin != briefings.OriginSource || s.Sections[len(s.Sections)-1].Handle != r.Anchors[0].Section {
			t.Errorf("%s: the entry is not the first anchor: %+v", r.Handle, r.Anchors)
		}
	}
	want := []string{"r-alpha: As the port said, a crane fell.", "r-alpha: So did http://alpha.example/x/ again.", "r-reuters: Reuters told of it on 4 May 2021."}
	if diff := cmp.Diff(want, cited); diff != "" {
		t.Errorf("citing passages differ (-want +got):\n%s", diff)
	}
}

func TestFormsOfEntries(t *testing.T) {
	for _, c := range []struct{ entry, want string }{
		{"Example, A., & Sample, B. (2021). Quays of the world. Quay Press.", "source |  | Quays of the world | Quay Press | 2021 | A. Example; B. Sample"},
		{"Ada Example “Crane falls” — Associated Press, July 2, 2023", "source |  | Crane falls | Associated Press | 2023-07-02 | Ada Example"},
		{"Ada Example, The Harbour Master (London: Quay Press, 1999), 12–14.", "source |  | The Harbour Master | Quay Press | 1999 | Ada Example"},
		{"Bob Sample, “A Quay Too Far,” Journal of Ports 4, no. 2 (2003): 33–40, https://doi.org/10.1234/jp.33.", "source |  | A Quay Too Far | Journal of Ports | 2003 | Bob Sample"},
		{"Crane falls in the old harbour – https://www.reuters.com/world/2021-05-04/crane-falls-in-port", "source |  | Crane falls in the old harbour | Reuters | 2021-05-04 | "},
		{"https://www.reuters.com/world/2021-05-04/crane-falls-in-port (in Turkish)", "source |  | Crane falls in port | Reuters | 2021-05-04 | "},
		{"[Reuters: Crane falls in the harbour, 4 May 2021](https://www.reuters.com/x)", "source |  | Crane falls in the harbour | Reuters | 2021-05-04 | "},
		{"Ministry of Harbours, Annual Report of the Ports", "source |  | Ministry of Harbours, Annual Report of the Ports |  |  | "},
	} {
		refs, _ := referencesOf("# T\n\ntext\n\n## References\n\n- " + c.entry + "\n")
		if len(refs) != 1 || told(refs[0]) != c.want {
			t.Errorf("%s\nis read as %+v\nwant       %s", c.entry, refs, c.want)
		}
	}
}

func TestARemarkBelowAListOfWorksIsNone(t *testing.T) {
	refs, _ := referencesOf("# T\n\ntext\n\n## Sources\n\n- Cranes of the world\n- Quays of the world\n\nThis newsletter comes out twice a month and is sent to all tenants.\n")
	if len(refs) != 2 {
		t.Errorf("works are %+v", refs)
	}
}

func TestMarkedEntriesWithoutAHeading(t *testing.T) {
	refs, _ := referencesOf("# T\n\nA crane fell [1].\n\n\\[1\\] Ada Example, “Cranes that Fall,” https://a.example/x\n\n\\[2\\] is no entry, as https://b.example/y tells.\n")
	if len(refs) != 2 || refs[0].Key != "1" || len(refs[0].Cited) != 1 || refs[1].Key != "" {
		t.Errorf("works are %+v", refs)
	}
}

func TestMenusAreNoReferences(t *testing.T) {
	refs, _ := referencesOf("# T\n\n- [Home](https://a.example/)\n- [News](https://a.example/news)\n- [About us](https://a.example/about)\n\nSee [the port](https://b.example/port).\n\n![crane](https://c.example/x.png)\n")
	if len(refs) != 1 || refs[0].URL != "https://b.example/port" {
		t.Errorf("references are %+v", refs)
	}
}

func TestCopiesOfAStoryNeedEvidence(t *testing.T) {
	derived := func(entries ...string) []string {
		refs, _ := referencesOf("# T\n\ntext\n\n## References\n\n- " + strings.Join(entries, "\n- ") + "\n")
		var out []string
		for _, r := range refs {
			for _, from := range r.DerivedFrom {
				out = append(out, string(r.Handle)+" from "+string(from)+": "+r.Rule)
			}
		}
		return out
	}
	same := derived("https://www.reuters.com/world/harbour-crane-falls-into-second-quay", "https://alpha.example/news/harbour-crane-falls-into-second-quay")
	if want := []string{"r-alpha from r-reuters: listed; the same title as at Reuters"}; !slices.Equal(same, want) {
		t.Errorf("two with one title: %q, want %q", same, want)
	}
	named := derived("https://www.reuters.com/world/harbour-crane-falls-today", "“Crane Falls in Harbour” (Reuters), https://alpha.example/news/1")
	if want := []string{"r-alpha from r-reuters: listed; the entry names Reuters"}; !slices.Equal(named, want) {
		t.Errorf("an entry that names the agency: %q, want %q", named, want)
	}
	if other := derived("https://www.reuters.com/world/harbour-crane-falls-into-second-quay", "https://alpha.example/news/harbour-crane-stands-on-third-quay"); other != nil {
		t.Errorf("two stories of one matter are taken for one: %q", other)
	}
}

func TestReferencesPointAtTheirPassages(t *testing.T) {
	refs, s := referencesOf("# T\n\nSee https://a.example/x and “Ünal” in the 2021 Harbour Safety Report.\n\n## Notes\n\n1. https://b.example/y\n")
	if len(refs) != 3 {
		t.Fatalf("%d works, want 3", len(refs))
	}
	text := []rune(s.Text)
	for _, r := range refs {
		a := r.Anchors[0]
		if got := string(text[a.DocStart:a.DocEnd]); got != a.Exact || got == "" {
			t.Errorf("%s: anchor says %q, the text %q", r.Handle, a.Exact, got)
		}
	}
}

func FuzzReferences(f *testing.F) {
	for _, seed := range []string{
		"# T\n\nSee https://a.example/x [1].\n\n## References\n\n1. Ada Example, “Cranes,” Port, 4 May 2021, https://b.example/y\n",
		"According to the Harbour Strategy of the Port\n\nCRS Report R12345, Title, by A. Name.\n", "[^1]: (London: A, 1999)\n\n(2021). x y. z",
		"our analysis of A b c.\n\nreaders can review A b c on D.", "2026 National Harbour Strategy (NHS) 2022 NHS",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		markdown, _ = clean.Canonical(markdown)
		refs, s := referencesOf(markdown)
		text := []rune(s.Text)
		handles := map[briefings.Handle]bool{}
		for _, r := range refs {
			if handles[r.Handle] || r.Handle.Kind() != briefings.KindReference {
				t.Errorf("handle %q is used twice or is no reference's", r.Handle)
			}
			handles[r.Handle] = true
			for _, a := range append(r.Anchors, r.Cited...) {
				if got := string(text[a.DocStart:a.DocEnd]); got != a.Exact || got == "" {
					t.Errorf("%s: anchor says %q, the text %q", r.Handle, a.Exact, got)
				}
			}
		}
	})
}

// However a document is made, its works are found in time.
func BenchmarkReferences(b *testing.B) {
	for _, c := range []struct{ name, head, unit string }{
		{"prose", "# T\n\n", "The harbour authority signed the lease in 2021, and as Reuters said on 4 May, two more followed.\n\n"},
		{"links", "# T\n\n", "See https://a.example/x/crane-falls-in-port now.\n\n"},
		{"marks", "# T\n\n[1] and\n\n## References\n\n1. https://a.example/x\n\n## More\n\n", "So it is [1].\n\n"},
		{"entries", "# T\n\n## References\n\n", "1. Ada Example, “Cranes that Fall,” Harbour Review, 4 May 2021, https://a.example/x\n"},
		{"one entry of many lines", "# T\n\n## References\n\n", "<https://a.example/x>  \n"},
		{"titles", "# T\n\n", "CRS Report R12345, Title of It, by A. Name. "},
		{"brackets", "# T\n\n", "[[[("},
	} {
		for _, size := range []int{1 << 16, 1 << 18} {
			s := NewSource(revisionOf(c.head+strings.Repeat(c.unit, size/len(c.unit))), briefings.Meta{})
			b.Run(fmt.Sprintf("%s/%dKiB", c.name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(s.Text)))
				for b.Loop() {
					References(s)
				}
			})
		}
	}
}

func TestAnEntryWithAVolumeIsAnArticleOfAJournal(t *testing.T) {
	for entry, want := range map[string]string{
		"[1] A. Example, \"Cranes of the North\", Harbour Review 41(2), 2024, pp. 11-29.":              "article-journal",
		"[1] A. Example, \"Cranes of the North,\" Journal of Harbour Cranes 9, no. 3 (2024): 201–219.": "article-journal",
		"[1] A. Example, \"Cranes of the North\", Harbour Review, 2024.":                               "document",
	} {
		for _, heading := range []string{"References", "Notes"} {
			works, _ := referencesOf("# Cranes\n\n## What\n\nThe text.\n\n## " + heading + "\n\n" + strings.Replace(entry, "[1]", "\\[1\\]", 1) + "\n")
			if len(works) != 1 || works[0].Type != want {
				t.Errorf("below %s %s: %+v", heading, entry, works)
			}
		}
	}
}
