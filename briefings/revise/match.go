package revise

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// match finds the old record that a freshly read one is: the best of its kind
// that no other took, nil if there is none. Several readings may be one actor,
// where a person merged them.
func (m *merger) match(fresh briefings.Record, matched map[briefings.Handle]briefings.Record) briefings.Record {
	var best briefings.Record
	most := 0.0
	for _, old := range m.current {
		h := old.Common()
		if old.Kind() != fresh.Kind() || !machineMade(h) {
			continue
		}
		if _, again := matched[h.Handle]; again && fresh.Kind() != briefings.KindActor {
			continue
		}
		score := resemblance(old, fresh, m.become)
		if h.State == briefings.StateSuperseded {
			score *= 0.9 // rather the one that it was merged into
		}
		if score > most {
			best, most = old, score
		}
	}
	if most < sameFrom {
		return nil
	}
	return best
}

// sameFrom is the least resemblance of two readings of one record.
const sameFrom = 0.5

func machineMade(h *briefings.Head) bool {
	return h.Origin == briefings.OriginExtracted || h.Origin == briefings.OriginSource || h.Generator != ""
}

// resemblance says how likely two records are one, 0 to 1.
func resemblance(old, fresh briefings.Record, become map[briefings.Handle]briefings.Handle) float64 {
	passage := overlap(old.Common(), fresh.Common())
	switch o := old.(type) {
	case *briefings.Actor:
		return sameActor(o, fresh.(*briefings.Actor))
	case *briefings.Reference:
		f := fresh.(*briefings.Reference)
		switch {
		case o.URL != "" && f.URL != "":
			return bit(o.URL == f.URL)
		case o.DOI != "" && f.DOI != "":
			return bit(strings.EqualFold(o.DOI, f.DOI))
		}
		return max(0.6*passage, 0.9*bit(foldedLine(o) == foldedLine(f)))
	case *briefings.Event:
		f := fresh.(*briefings.Event)
		when := bit(base(o, "when", o.When) == f.When)
		text := wordShare(base(o, "text", o.Text), f.Text)
		if passage > 0 {
			return 0.4*passage + 0.3*when + 0.3*text
		}
		return 0.5*when*text + 0.4*bit(text > 0.9)*when
	case *briefings.Limit:
		f := fresh.(*briefings.Limit)
		return weigh(passage, wordShare(base(o, "text", o.Text), f.Text))
	case *briefings.Question:
		f := fresh.(*briefings.Question)
		return weigh(passage, wordShare(base(o, "text", o.Text), f.Text))
	}
	return 0
}

// weigh lets the passage count as much as the words; equal words elsewhere are
// enough only if they are all equal.
func weigh(passage, text float64) float64 {
	if passage > 0 {
		return 0.5*passage + 0.5*text
	}
	return 0.6 * bit(text > 0.95)
}

// base is what the machine last read in a field that a person changed.
func base(r briefings.Record, field, current string) string {
	if b, ok := r.Common().Base[field]; ok {
		return b
	}
	return current
}

func sameActor(o, f *briefings.Actor) float64 {
	if (o.Type == briefings.Person) != (f.Type == briefings.Person) {
		return 0
	}
	names := map[string]bool{briefings.Fold(base(o, "name", o.Name)): true, briefings.Fold(o.Name): true}
	if names[briefings.Fold(f.Name)] {
		return 1
	}
	for _, alias := range o.Aliases {
		names[briefings.Fold(alias.Text)] = true
	}
	if names[briefings.Fold(f.Name)] {
		return 0.9
	}
	return 0
}

// overlap is the share of the shorter first passage that both have.
func overlap(old, fresh *briefings.Head) float64 {
	if len(old.Anchors) == 0 || len(fresh.Anchors) == 0 || !old.Anchors[0].Placed() {
		return 0
	}
	x, y := old.Anchors[0], fresh.Anchors[0]
	common := min(x.DocEnd, y.DocEnd) - max(x.DocStart, y.DocStart)
	shorter := min(x.DocEnd-x.DocStart, y.DocEnd-y.DocStart)
	if common <= 0 || shorter <= 0 {
		return 0
	}
	return float64(common) / float64(shorter)
}

func wordShare(x, y string) float64 {
	if x == y {
		return 1
	}
	x, y = briefings.Fold(x), briefings.Fold(y)
	return shared(tokens(x, 0, len(x)), tokens(y, 0, len(y)))
}

func foldedLine(r briefings.Record) string { return briefings.Fold(strings.TrimSpace(r.Line())) }

func bit(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// resembles finds a record that an analyst made of the passage that a new one
// was read from.
func (m *merger) resembles(fresh briefings.Record) briefings.Handle {
	at := slices.IndexFunc(m.current, func(r briefings.Record) bool {
		h := r.Common()
		return r.Kind() == fresh.Kind() && h.Live() && !machineMade(h) && (overlap(h, fresh.Common()) > 0.5 || wordShare(r.Line(), fresh.Line()) > 0.8)
	})
	if at < 0 {
		return ""
	}
	return m.current[at].Common().Handle
}
