package command

import (
	"strings"

	"dossier/briefings"
)

// closest returns the slug of the briefing that a mistyped word most likely
// meant, "" if none is near.
func closest(ref string, all []briefings.Summary) string {
	folded := briefings.Fold(ref)
	best, bestCost := "", max(2, len(folded)/4)+1
	for _, b := range all {
		if strings.Contains(briefings.Fold(b.Title), folded) || strings.Contains(b.Slug, folded) {
			return b.Slug
		}
		if cost := edits(folded, b.Slug); cost < bestCost {
			best, bestCost = b.Slug, cost
		}
	}
	return best
}

// edits counts the bytes to insert, delete or replace that turn a into b
// (Levenshtein's distance).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
