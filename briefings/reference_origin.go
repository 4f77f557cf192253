package briefings

import "fmt"

// Corroboration counts independent origins, not copies: two newspapers that
// print one agency's story are one source (ICD 206; NATO AJP-2.1 on the
// credibility of information).

// Lineage says of the references of a briefing which work each repeats. It keeps
// none of them. The zero value has none.
type Lineage struct {
	live    []Handle
	repeats map[Handle]Handle // the first that a work is derived from
}

// LineageOf takes in all references.
func LineageOf(references []Reference) *Lineage {
	l := &Lineage{}
	for i := range references {
		l.Add(&references[i])
	}
	return l
}

// Add takes a reference in.
func (l *Lineage) Add(r *Reference) {
	if r.Live() {
		l.live = append(l.live, r.Handle)
	}
	if len(r.DerivedFrom) > 0 {
		if l.repeats == nil {
			l.repeats = map[Handle]Handle{}
		}
		l.repeats[r.Handle] = r.DerivedFrom[0]
	}
}

// Origin follows what a reference repeats back to where it comes from: the
// handle of the work that repeats none, or h itself. Of several works that one
// repeats the first counts; a circle ends where it closes.
func (l *Lineage) Origin(h Handle) Handle {
	seen := map[Handle]bool{}
	for !seen[h] {
		seen[h] = true
		from, repeats := l.repeats[h]
		if !repeats {
			return h
		}
		h = from
	}
	return h
}

// Origins counts the independent origins of the live references.
func (l *Lineage) Origins() int {
	origins := map[Handle]bool{}
	for _, h := range l.live {
		origins[l.Origin(h)] = true
	}
	return len(origins)
}

// CheckGrade says what is wrong with a reference's grade, nil for nothing:
// credibility 1, "confirmed by other sources", needs another work of the
// briefing that goes back to another origin.
func (l *Lineage) CheckGrade(r *Reference) error {
	if r.Grade.Credibility != "1" {
		return nil
	}
	origin := l.Origin(r.Handle)
	if len(r.DerivedFrom) > 0 {
		origin = l.Origin(r.DerivedFrom[0])
	}
	for _, h := range l.live {
		if h != r.Handle && l.Origin(h) != origin {
			return nil
		}
	}
	return fmt.Errorf("1, confirmed by others, needs another origin: all works here go back to %s", origin)
}
