package command

import (
	"fmt"
	"strings"

	"dossier/briefings"
)

// anchorOf finds the passage that a quote on the command line names, and makes
// its anchor. The quote is looked up word for word, else without regard to
// case, diacritics, quotation marks, dashes and blanks. nth picks one of
// several places, counted from 1; 0 says that there must be one only.
func anchorOf(rev *briefings.Revision, sections []briefings.Section, quote string, nth int) (briefings.Anchor, error) {
	quote = strings.TrimSpace(quote)
	text := rev.Text()
	places := exactly(text, quote)
	if len(places) == 0 {
		places = roughly(text, quote)
	}
	switch {
	case quote == "" || len(places) == 0:
		return briefings.Anchor{}, notFound("the text does not say %q; copy the words from \"dossier show --pane text\"", shorten(quote))
	case nth == 0 && len(places) > 1:
		return briefings.Anchor{}, fmt.Errorf("%q stands in the text %d times; give more words, or say which with --nth", shorten(quote), len(places))
	case nth > len(places):
		return briefings.Anchor{}, notFound("%q stands in the text only %s", shorten(quote), count(len(places), "time"))
	}
	place := places[max(nth, 1)-1]
	return briefings.NewLocator(text, sections).Anchor(place[0], place[1]), nil
}

func exactly(text, quote string) [][2]int {
	var out [][2]int
	for at := 0; quote != ""; {
		i := strings.Index(text[at:], quote)
		if i < 0 {
			break
		}
		out = append(out, [2]int{at + i, at + i + len(quote)})
		at += i + len(quote)
	}
	return out
}

// roughly finds a quote in folded text, where a line break counts as a blank.
func roughly(text, quote string) [][2]int {
	term := flat(briefings.Fold(quote))
	if term == "" {
		return nil
	}
	return foldedHits(strings.ReplaceAll(text, "\n", " "), term)
}

// shorten keeps an error about a long quote on one line.
func shorten(quote string) string {
	if runes := []rune(quote); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return quote
}
