package command

import (
	"context"
	"errors"
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
	more    bool     // there are others than these
}

// result is what a search found in one briefing.
type result struct {
	Briefing string             `json:"briefing"`
	Slug     string             `json:"slug"`
	Title    string             `json:"title"`
	Count    int                `json:"count"`
	Passages []briefings.Anchor `json:"passages"`
	Records  []matched          `json:"records"` // questions and notes whose own words match
	passages []passage          // as Passages, with their surroundings
}

// matched is a record whose own words match.
type matched struct {
	Handle briefings.Handle `json:"handle"`
	Text   string           `json:"text"`
	kind   briefings.Kind
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
			if err := f.scan(c.Context(), lib, terms, 0, func(int, int) {}); err != nil {
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

// scan looks through every briefing of the library until there are enough
// passages (0: all), and tells how many it has seen.
func (f *found) scan(ctx context.Context, lib *store.Library, terms []string, enough int, progress func(done, total int)) error {
	all, err := lib.List(ctx, store.Query{})
	if err != nil {
		return err
	}
	own, err := ownWords(ctx, lib, terms)
	if err != nil {
		return err
	}
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = all[i].ID
	}
	done := 0
	err = lib.Texts(ctx, ids, func(id string, blocks []briefings.Block) error {
		if enough > 0 && f.Count >= enough {
			f.more = true
			return errEnough
		}
		progress(done, len(all))
		s := &all[done]
		done++
		passages, err := passagesIn(blocks, terms, func() ([]briefings.Section, error) { return lib.Sections(ctx, id) })
		f.add(s, passages, own[id])
		return err
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

var errEnough = errors.New("enough was found")

func (f *found) add(s *briefings.Summary, passages []passage, own []matched) {
	r := result{Briefing: s.ID, Slug: s.Slug, Title: s.Title, Records: own, passages: passages}
	for _, p := range passages {
		r.Passages = append(r.Passages, p.Anchor)
	}
	if r.Count = len(r.Passages) + len(r.Records); r.Count > 0 {
		f.Count += r.Count
		f.Results = append(f.Results, r)
	}
}

// ownWords returns the questions with their answers, and the notes, that hold all
// terms, by briefing.
func ownWords(ctx context.Context, lib *store.Library, terms []string) (map[string][]matched, error) {
	out := map[string][]matched{}
	for _, kind := range []briefings.Kind{briefings.KindQuestion, briefings.KindAnnotation} {
		err := lib.Each(ctx, kind, func(s briefings.Summary, r briefings.Record) error {
			text := r.Line()
			switch r := r.(type) {
			case *briefings.Question:
				for _, a := range r.Answers {
					text += "\n" + a.Text
				}
			case *briefings.Annotation:
				text = r.Body
			}
			if folded := flat(briefings.Fold(text)); holds(folded, terms) {
				out[s.ID] = append(out[s.ID], matched{r.Common().Handle, text, kind})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
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
		for i, p := range r.passages {
			if most > 0 && i == most {
				s.out.line(dim("  and " + count(len(r.passages)-most, "passage") + " more; --passages 0 prints all"))
				break
			}
			s.printHit(&p)
		}
		for _, m := range r.Records {
			s.out.hanging("  "+m.called()+": ", indent, flat(m.Text), normal)
		}
	}
	s.out.line(dim(count(f.Count, "hit") + " in " + count(len(f.Results), "briefing")))
	return nil
}

// called says what a record is, in people's words, and how it is named.
func (m *matched) called() string {
	if m.kind == briefings.KindAnnotation {
		return "note " + string(m.Handle)
	}
	return "question " + string(m.Handle)
}

// excerptWidth is how many cells of a passage are printed where no terminal has a
// width.
const excerptWidth = 120

// printHit prints a passage with the words around it.
func (s *session) printHit(p *passage) {
	w := excerptWidth
	if s.out.width > 0 {
		w = s.out.width - len(indent)
	}
	line := []span{plain("  ")}
	for _, piece := range p.excerpt.Cut(w, "…") {
		if piece.Lit {
			line = append(line, bold(piece.Text))
		} else {
			line = append(line, dim(piece.Text))
		}
	}
	s.out.line(line...)
}
