package extract

import (
	"strings"
	"testing"
)

// TestReferencesInTheFormsThatPeopleWrite signs, for each text, the works that a
// careful reader would list: key, title, publisher, day, authors, address and how
// many passages cite it.
func TestReferencesInTheFormsThatPeopleWrite(t *testing.T) {
	for _, c := range []struct {
		form, text string
		want       []string
	}{
		{"numbered notes of a pasted page", "# Port\n\nThe crane fell.1 Nobody was hurt.2\n\n## Notes\n\n1. Ada Example, “Crane Falls at Noon,” Harbour Review, 5 May 2024, https://a.example/noon.\n2. Bob Sample, “Nobody Was Hurt at All,” Quay News, 6 May 2024, https://b.example/hurt.\n", []string{
			"1 | Crane Falls at Noon | Harbour Review | 2024-05-05 | Ada Example | https://a.example/noon | cited 1",
			"2 | Nobody Was Hurt at All | Quay News | 2024-05-06 | Bob Sample | https://b.example/hurt | cited 1"}},
		{"bare addresses in a line", "# Port\n\nMore is at https://a.example/one, www.b.example/two and (https://c.example/three).", []string{
			" |  | A |  |  | https://a.example/one | cited 0",
			" |  | B |  |  | http://www.b.example/two | cited 0",
			" |  | C |  |  | https://c.example/three | cited 0"}},
		{"a line of the source", "# Port\n\nA crane fell.\n\nSource: Harbour Review, 5 May 2024.\n", []string{
			" |  | Harbour Review | 2024-05-05 |  |  | cited 0"}},
		{"a line of sources", "# Port\n\nA crane fell.\n\nSources: Harbour Review, 5 May 2024; Port Office; Ministry of Quays, Statement on Cranes\n", []string{
			" |  | Harbour Review | 2024-05-05 |  |  | cited 0",
			" | Ministry of Quays, Statement on Cranes |  |  |  |  | cited 0"}},
		{"sources below their word", "# Port\n\nA crane fell [1].\n\nSources:\n\n[1] Ada Example, “Crane Falls at Noon,” Harbour Review, 5 May 2024.\n\n[2] Port Office, Annual Report of the Cranes, 2023.\n", []string{
			"1 | Crane Falls at Noon | Harbour Review | 2024-05-05 | Ada Example |  | cited 1",
			"2 | Port Office, Annual Report of the Cranes |  | 2023 |  |  | cited 0"}},
		{"items below their word", "# Port\n\nA crane fell [2].\n\nReferences:\n\n1. Crane Falls at Noon, Harbour Review, 5 May 2024\n2. https://b.example/news/the-age-of-cranes\n\nWrite to the port with what you know.\n", []string{
			"1 | Crane Falls at Noon, Harbour Review |  | 2024-05-05 |  |  | cited 0",
			"2 | The age of cranes | B |  |  | https://b.example/news/the-age-of-cranes | cited 1"}},
		{"numbers in brackets and a list at the end", "# Port\n\nA crane fell [1]. It was old [1, 2].\n\n[1] Ada Example, “Crane Falls at Noon,” Harbour Review, 5 May 2024.\n\n[2] Bob Sample, “The Age of Cranes,” Quay News, 2023.\n", []string{
			"1 | Crane Falls at Noon | Harbour Review | 2024-05-05 | Ada Example |  | cited 2",
			"2 | The Age of Cranes | Quay News | 2023 | Bob Sample |  | cited 1"}},
		{"DOI with and without its resolver", "# Port\n\ntext\n\n## References\n\n- Example, A. (2021). Quays of the world. Quay Press. https://doi.org/10.1234/QP.77.\n- Sample, B. (2020). Cranes of the world. Quay Press. doi: 10.1234/qp.78.\n- Sample, B. (2019). Ropes of the world. Quay Press. DOI 10.1234/qp.79\n", []string{
			" | Quays of the world | Quay Press | 2021 | A. Example | https://doi.org/10.1234/QP.77 | cited 0",
			" | Cranes of the world | Quay Press | 2020 | B. Sample |  | cited 0",
			" | Ropes of the world | Quay Press | 2019 | B. Sample |  | cited 0"}},
		{"an agency and its day in brackets", "# Port\n\nA crane fell on Friday (Reuters, 3 March 2025). It was old (Reuters, March 3, 2025; Harbour Review, 4 March 2025).", []string{
			" |  | Reuters | 2025-03-03 |  |  | cited 1",
			" |  | Harbour Review | 2025-03-04 |  |  | cited 0"}},
		{"authors and years", "# Port\n\nCranes fall (Example and Sample 2021, 14). Ropes part (Sample, 2020; Muster 2019). Sample (2020) doubts it.\n\n## Bibliography\n\nExample, A., & Sample, B. (2021). Quays of the world. Quay Press.\n\nSample, B. (2020). Ropes of the world. Quay Press.\n", []string{
			" | Quays of the world | Quay Press | 2021 | A. Example; B. Sample |  | cited 1",
			" | Ropes of the world | Quay Press | 2020 | B. Sample |  | cited 2"}},
		{"links of Markdown and in angles", "# Port\n\nAs [Cranes Fall at Noon](https://a.example/x \"The Crane\") and <https://b.example/y> tell.", []string{
			" | The Crane | A |  |  | https://a.example/x | cited 0",
			" |  | B |  |  | https://b.example/y | cited 0"}},
		{"a title with publisher and day in the text", "# Port\n\nSee “Crane Falls at Noon,” Harbour Review, 5 May 2024, for more.", []string{
			" | Crane Falls at Noon | Harbour Review | 2024-05-05 |  |  | cited 0"}},
		{"marks behind addresses", "# Port\n\nSee https://a.example/x_(port); https://b.example/y?z=1! And “https://c.example/w”.", []string{
			" |  | A |  |  | https://a.example/x_(port) | cited 0",
			" |  | B |  |  | https://b.example/y?z=1 | cited 0",
			" |  | C |  |  | https://c.example/w | cited 0"}},
		{"an address broken over a line", "# Port\n\ntext\n\n## Sources\n\n1. Ada Example, “Crane Falls at Noon,” Harbour Review, 5 May 2024, https://a.example/news/2024/\ncrane-falls-at-noon.html\n2. Bob Sample, “The Age of Cranes,” Quay News, 2023.\n", []string{
			"1 | Crane Falls at Noon | Harbour Review | 2024-05-05 | Ada Example | https://a.example/news/2024/crane-falls-at-noon.html | cited 0",
			"2 | The Age of Cranes | Quay News | 2023 | Bob Sample |  | cited 0"}},
		{"a broken address, a paragraph for each line", "# Port\n\nA crane fell.\n\nSources:\n\n1\\. Ada Example, “Crane Falls at Noon,” Harbour Review, 5 May 2024, https://a.example/news/2024/\n\ncrane-falls-at-noon.html.\n\n2\\. Bob Sample, “The Age of Cranes,” Quay News, 2023.\n", []string{
			"1 | Crane Falls at Noon | Harbour Review | 2024-05-05 | Ada Example | https://a.example/news/2024/crane-falls-at-noon.html | cited 0",
			"2 | The Age of Cranes | Quay News | 2023 | Bob Sample |  | cited 0"}},
		{"figures behind a stop that are no notes", "# Port\n\nIt moved 2.5 tons. In May 2024.2 it fell; version 1.1 came.\n\n## Notes\n\n1. Ada Example, “Crane Falls at Noon,” Harbour Review, 5 May 2024.\n2. Bob Sample, “The Age of Cranes,” Quay News, 2023.\n", []string{
			"1 | Crane Falls at Noon | Harbour Review | 2024-05-05 | Ada Example |  | cited 0",
			"2 | The Age of Cranes | Quay News | 2023 | Bob Sample |  | cited 0"}},
		{"offices that gave their figures", "# Port\n\nTable 1. Cranes.\n\nSource: Port Office.\n\nSource: Illustration by the Ministry of Quays.\n", nil},
		{"a page of an office keeps its name", "# Port\n\ntext\n\n## Sources\n\n- Port Office, “Cranes Are Old,” Final Report 12, May 5, 2024, https://www.quays.gov/x.\n", []string{
			" | Cranes Are Old | QUAYS | 2024-05-05 | Port Office | https://www.quays.gov/x | cited 0"}},
		{"brackets that cite nothing", "# Port\n\nThe yard (Harbour Quarter, May 2024) opened. The strait (Port Arden, 4 March 2025) froze. Cranes (built 2021) fall.", nil},
	} {
		t.Run(c.form, func(t *testing.T) {
			refs, _ := referencesOf(c.text)
			var got []string
			for _, r := range refs {
				got = append(got, strings.Join([]string{r.Key, r.Title, r.Publisher, r.Issued, strings.Join(r.Author, "; "), r.URL, "cited " + decimal(len(r.Cited))}, " | "))
			}
			if g, w := strings.Join(got, "\n"), strings.Join(c.want, "\n"); g != w {
				t.Errorf("the works are\n%s\nwant\n%s", g, w)
			}
		})
	}
}
