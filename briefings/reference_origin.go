package briefings

import "fmt"

// Corroboration counts independent origins, not copies: two newspapers that
// print one agency's story are one source (ICD 206; NATO AJP-2.1 on the
// credibility of information).

// OriginOf follows what a reference repeats back to where it comes from: the
// handle of the work that repeats none, or h itself. Of several works that one
// repeats the first counts; a circle ends where it closes.
func OriginOf(references []Reference, h Handle) Handle {
	seen := map[Handle]bool{}
	for !seen[h] {
		seen[h] = true
		r := referenceOf(references, h)
		if r == nil || len(r.DerivedFrom) == 0 {
			return h
		}
		h = r.DerivedFrom[0]
	}
	return h
}

// Origins counts the independent origins of the live references.
func Origins(references []Reference) int {
	origins := map[Handle]bool{}
	for i := range references {
		if references[i].Live() {
			origins[OriginOf(references, references[i].Handle)] = true
		}
	}
	return len(origins)
}

// CheckGrade says what is wrong with a reference's grade, nil for nothing:
// credibility 1, "confirmed by other sources", needs another work of the
// briefing that goes back to another origin.
func CheckGrade(references []Reference, r *Reference) error {
	if r.Grade.Credibility != "1" {
		return nil
	}
	origin := OriginOf(references, r.Handle)
	if len(r.DerivedFrom) > 0 {
		origin = OriginOf(references, r.DerivedFrom[0])
	}
	for i := range references {
		if o := &references[i]; o.Live() && o.Handle != r.Handle && OriginOf(references, o.Handle) != origin {
			return nil
		}
	}
	return fmt.Errorf("1, confirmed by others, needs another origin: all works here go back to %s", origin)
}

func referenceOf(references []Reference, h Handle) *Reference {
	for i := range references {
		if references[i].Handle == h {
			return &references[i]
		}
	}
	return nil
}
