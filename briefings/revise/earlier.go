package revise

import "dossier/briefings"

// Earlier returns an earlier revision of a briefing by its number, nil for one that is
// not there.
type Earlier func(number int) *briefings.Revision

// lost finds passages that an earlier revision had and the current one has not: a
// text that comes back, or says again what it had left out, has them again.
type lost struct {
	text   Earlier
	now    *Text
	aligns map[int]*Alignment // by the revision, nil where that is not there
}

// reanchor finds a passage that is not in the current text where the words of the
// revision that it was last seen in have gone.
func (l *lost) reanchor(was briefings.Anchor) (briefings.Anchor, bool) {
	if l.text == nil || was.Placed() || was.Revision == 0 {
		return was, false
	}
	align, known := l.aligns[was.Revision]
	if !known {
		if rev := l.text(was.Revision); rev != nil {
			align = Align(NewText(rev, nil), l.now)
		}
		l.aligns[was.Revision] = align
	}
	if align == nil {
		return was, false
	}
	seen := was
	seen.State = briefings.Anchored
	at, stood := align.stood(&seen)
	if !stood {
		return was, false
	}
	if i := briefings.SectionAt(align.old.sections, align.old.locator.Point(at.start)); i >= 0 {
		seen.Section = align.old.sections[i].Handle
	}
	now, _ := align.Reanchor(seen)
	return now, now.Placed()
}
