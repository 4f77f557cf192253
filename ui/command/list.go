package command

import (
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

// listing is what list --json prints.
type listing struct {
	Version   int                 `json:"version"`
	Briefings []briefings.Summary `json:"briefings"`
}

func (s *session) listCommand() *cobra.Command {
	var q store.Query
	var sort string
	var asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: "List the briefings of the library",
		Long: `List prints a line for each briefing: its date, title, publisher, the number of
open questions, and the slug that names it to every other command.`,
		Example: "  dossier list --tag uav --sort due",
		Args:    words(0, 0, ""),
		RunE: func(c *cobra.Command, args []string) error {
			q.Sort = store.SortKey(sort)
			if !oneOf(sort, "updated", "due", "published", "title") {
				return usage(c, "--sort is updated, due, published or title, not %q", sort)
			}
			if _, err := time.Parse(time.DateOnly, q.Since); err != nil && q.Since != "" {
				return usage(c, "--since is a day as in 2025-12-01, not %q", q.Since)
			}
			lib, err := s.stocked(c.Context())
			if err != nil {
				return err
			}
			all, err := lib.List(c.Context(), q)
			if err != nil {
				return err
			}
			return s.printList(all, q.Tag+q.Since != "", asJSON)
		},
	}
	c.Flags().StringVar(&q.Tag, "tag", "", "only briefings with this `tag`")
	c.Flags().StringVar(&q.Since, "since", "", "only those changed on or after this `day` (2025-12-01)")
	c.Flags().StringVar(&sort, "sort", "updated", "order: updated, due, published or title")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (s *session) printList(all []briefings.Summary, chosen, asJSON bool) error {
	if asJSON {
		if err := printJSON(s.out, &listing{jsonVersion, all}); err != nil {
			return err
		}
	}
	if len(all) == 0 {
		if chosen {
			return notFound("no briefing is like that; \"dossier list\" shows all of them")
		}
		s.warn("the library is empty; take a document in with \"dossier import FILE\"")
		return nil
	}
	if !asJSON {
		s.out.table(listRows(all))
	}
	return nil
}

func listRows(all []briefings.Summary) [][]span {
	rows := make([][]span, len(all))
	for i, b := range all {
		open := ""
		if b.Questions > 0 {
			open = strconv.Itoa(b.Questions) + " open"
		}
		if b.Due != "" {
			open += ", due " + shownDate(b.Due)
		}
		title := []string{orElse(b.Title, "(no title)")}
		if b.Publisher != "" {
			title = append(title, b.Publisher)
		}
		rows[i] = []span{dim(briefings.DatedAs(b.Date, b.Reference)), {b.Slug, accent}, {open, warm}, plain(strings.Join(title, " · "))}
	}
	return rows
}

func oneOf(word string, words ...string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
