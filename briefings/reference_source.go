package briefings

import (
	"slices"
	"strings"
	"unicode"
)

// Backs says whether a passage rests on a work as far as the text tells: it cites the
// work, or names who brought it out.
func (r *Reference) Backs(passage *Anchor) bool {
	cited := func(c Anchor) bool {
		return c.Placed() && passage.Placed() && c.DocStart < passage.DocEnd && passage.DocStart < c.DocEnd
	}
	said := wholeWords(passage.Exact)
	return slices.ContainsFunc(r.Cited, cited) || slices.ContainsFunc(r.sources(), func(name string) bool { return strings.Contains(said, wholeWords(name)) })
}

// Published says whether an actor brought a work out, or wrote it.
func (a *Actor) Published(r *Reference) bool {
	return slices.ContainsFunc(r.sources(), a.Called)
}

// sources are the names of those who answer for a work.
func (r *Reference) sources() []string {
	return slices.DeleteFunc(append([]string{r.Publisher, r.ContainerTitle}, r.Author...), func(name string) bool { return name == "" })
}

// wholeWords is a text as words between blanks, so that one is found only whole.
func wholeWords(text string) string {
	parts := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return " " + strings.Join(strings.FieldsFunc(Fold(text), parts), " ") + " "
}
