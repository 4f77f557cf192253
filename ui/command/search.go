package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

// found is what search --json prints.
type found struct {
	Version int      `json:"version"`
	Query   string   `json:"query"`
	Count   int      `json:"count"` // passages, of all results
	Results []result `json:"results"`
}

// result is what a search found in one briefing.
type result struct {
	Briefing string             `json:"briefing"`
	Slug     string             `json:"slug"`
	Title    string             `json:"title"`
	Count    int                `json:"count"`
	Passages []briefings.Anchor `json:"passages"`
	Records  []matched          `json:"records"` // questions and notes whose own words match
}

// matched is a record whose own words match.
type matched struct {
	Handle briefings.Handle `json:"handle"`
	Text   string           `json:"text"`
}

func (s *session) searchCommand() *cobra.Command {
	var most int
	var asJSON bool
	c := &cobra.Command{
		Use:   "search QUERY...",
		Short: "Find passages in all briefings",
		Long: `Search prints the passages that hold every word of the query, and the questions
and notes that do. "A phrase" in quotation marks is found as a whole. Case and
diacritics do not count: akinci finds Akıncı.`,
		Example: "  dossier search '\"design authority\" pakistan'",
		Args:    words(1, -1, "words to look for"),
		RunE: func(c *cobra.Command, args []string) error {
			query := strings.Join(args, " ")
			terms := terms(query)
			if len(terms) == 0 {
				return usage(c, "%q has no word to look for", query)
			}
			lib, err := s.stocked(c.Context())
			if err != nil {
				return err
			}
			f := found{Version: jsonVersion, Query: query}
			if err := f.scan(c.Context(), lib, terms, func(int, int) {}); err != nil {
				return err
			}
			return s.printFound(&f, most, asJSON)
		},
	}
	c.Flags().IntVar(&most, "passages", 3, "print at most this `number` of passages a briefing (0: all)")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, with all passages")
	return c
}

// terms cuts a query into folded words and phrases.
func terms(query string) []string {
	var out []string
	for i, part := range strings.Split(briefings.Fold(query), `"`) {
		if i%2 == 1 {
			if phrase := flat(part); phrase != "" {
				out = append(out, phrase)
			}
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}

// scan looks through every briefing of the library, and tells how many it has
// seen.
func (f *found) scan(ctx context.Context, lib *store.Library, terms []string, progress func(done, total int)) error {
	all, err := lib.List(ctx, store.Query{})
	if err != nil {
		return err
	}
	for i, summary := range all {
		progress(i, len(all))
		b, err := lib.Briefing(ctx, summary.ID)
		if err != nil {
			return err
		}
		rev, err := lib.Revision(ctx, summary.ID, 0)
		if err != nil {
			return err
		}
		r := result{Briefing: b.ID, Slug: b.Slug, Title: b.Title,
			Passages: passages(rev, b.Sections, terms), Records: ownWords(b, terms)}
		if r.Count = len(r.Passages) + len(r.Records); r.Count > 0 {
			f.Count += r.Count
			f.Results = append(f.Results, r)
		}
	}
	return nil
}

// ownWords returns the questions, answers and notes that hold all terms.
func ownWords(b *briefings.Briefing, terms []string) []matched {
	var out []matched
	for _, r := range b.Records() {
		text := r.Line()
		switch r := r.(type) {
		case *briefings.Question:
			for _, a := range r.Answers {
				text += "\n" + a.Text
			}
		case *briefings.Annotation:
			text = r.Body
		default:
			continue
		}
		if r.Common().Live() && holds(briefings.Fold(text), terms) {
			out = append(out, matched{r.Common().Handle, text})
		}
	}
	return out
}

func holds(folded string, terms []string) bool {
	for _, term := range terms {
		if !strings.Contains(folded, term) {
			return false
		}
	}
	return true
}

func (s *session) printFound(f *found, most int, asJSON bool) error {
	if asJSON {
		if err := printJSON(s.out, f); err != nil {
			return err
		}
	}
	if f.Count == 0 {
		return notFound("nothing holds all of %q; try fewer words", f.Query)
	}
	if asJSON {
		return nil
	}
	for _, r := range f.Results {
		s.out.line(span{r.Slug, accent}, bold("  "+r.Title), dim("  "+count(r.Count, "hit")))
		for i, a := range r.Passages {
			if most > 0 && i == most {
				s.out.line(dim("  and " + count(len(r.Passages)-most, "passage") + " more"))
				break
			}
			s.printHit(&a)
		}
		for _, m := range r.Records {
			s.out.hanging("  "+string(m.Handle)+": ", indent, flat(m.Text), normal)
		}
	}
	s.out.line(dim(count(f.Count, "hit") + " in " + count(len(f.Results), "briefing")))
	return nil
}

func (s *session) printHit(a *briefings.Anchor) {
	s.out.line(plain("  "), dim("…"+a.Prefix), bold(a.Exact), dim(a.Suffix+"…"))
}
