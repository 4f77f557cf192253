package extract

import (
	"maps"
	"slices"
	"strings"

	"dossier/briefings"
)

// noteOrigins marks works that only repeat another: an entry that names the
// agency whose story another entry is, or two addresses whose titles are the
// same words. The evidence stands in the rule of the record.
func (c *citations) noteOrigins() {
	titles := make([]map[string]bool, len(c.works))
	holding := map[string][]int{} // word of a title -> the works that have it
	for i := range c.works {
		if c.works[i].URL == "" {
			continue
		}
		titles[i] = titleWords(c.works[i].Title)
		for w := range titles[i] {
			holding[w] = append(holding[w], i)
		}
	}
	for i := range c.works {
		w := &c.works[i]
		shared := map[int]int{}
		for word := range titles[i] {
			if len(holding[word]) <= commonWord {
				for _, j := range holding[word] {
					shared[j]++
				}
			}
		}
		for _, j := range slices.Sorted(maps.Keys(shared)) {
			origin := &c.works[j]
			if i == j || len(w.DerivedFrom) > 0 || len(origin.DerivedFrom) > 0 {
				continue
			}
			if why := repeats(w, origin, shared[j], max(len(titles[i]), len(titles[j]))); why != "" {
				w.DerivedFrom = []briefings.Handle{origin.Handle}
				w.Rule += "; " + why
			}
		}
	}
}

const (
	// originWords is how many words two titles share at least that are the
	// same.
	originWords = 4
	// agencyWords is how many they share where the entry names the agency.
	agencyWords = 2
	// commonWord is in how many titles a word may stand that tells something.
	commonWord = 50
)

// repeats says why a work is taken for a copy of another, given how many words
// their titles share and how many the longer one has; "" if it is not.
func repeats(copied, origin *briefings.Reference, shared, longer int) string {
	if copied.Publisher == origin.Publisher {
		return ""
	}
	if agency := agencyIn(copied); agency != "" && strings.EqualFold(agency, origin.Publisher) && shared >= agencyWords {
		return "the entry names " + origin.Publisher
	}
	if shared < originWords || shared*10 < longer*9 {
		return ""
	}
	// Of two with one title the one that is no agency's, or the later one,
	// repeats.
	fromAgency, isOne := isAgency(origin.Publisher), isAgency(copied.Publisher)
	if fromAgency && !isOne || fromAgency == isOne && origin.Issued != "" && copied.Issued > origin.Issued {
		return "the same title as at " + origin.Publisher
	}
	return ""
}

// agencyIn returns the agency that an entry names besides its publisher.
func agencyIn(w *briefings.Reference) string {
	for agency := range referenceWords()["agency"] {
		if !strings.EqualFold(agency, w.Publisher) && (strings.Contains(w.Listed, "("+agency+")") || strings.Contains(w.Listed, "via "+agency) || strings.HasSuffix(w.Title, "- "+agency)) {
			return agency
		}
	}
	return ""
}

func isAgency(publisher string) bool { return referenceWords()["agency"][publisher] }

// titleWords are the words of a title of four letters and more, folded.
func titleWords(title string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(briefings.Fold(title)) {
		if w = strings.Trim(w, ".,:;!?'\"()"); len(w) >= 4 {
			out[w] = true
		}
	}
	return out
}
