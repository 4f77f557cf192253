package revise

import (
	"slices"
	"sort"

	"dossier/briefings"
)

// Beside says how to show two texts side by side: what is marked in each, and
// which place of the one stands beside which of the other.
type Beside struct {
	// Old and New are what is not as it is in the other text, in order.
	Old, New []Stretch
	joints   []joint
}

// Stretch is a part of a text in code points. The words of a reworded sentence
// that only its side has are stretches of their own behind it: Deleted in the
// old text, Inserted in the new one.
type Stretch struct {
	Start, End int
	Op         ChangeOp
}

// joint is a place that both texts have, in code points.
type joint struct{ old, new int }

// Beside puts two revisions of a briefing side by side; or two briefings, of
// which only sentences that both have in other words are marked, since nearly
// all else differs.
func (a *Alignment) Beside(revisions bool) *Beside {
	b := &Beside{joints: a.joints()}
	origin := a.origins()
	inOrder := a.inOrder(origin)
	gone := make([]bool, len(a.old.sentences))
	for i := range gone {
		gone[i] = revisions
	}
	for j, i := range origin {
		switch {
		case i >= 0 && a.became[i] == j:
			b.reworded(a, i, j)
		case i >= 0 && !inOrder[j] && revisions:
			b.Old, b.New = append(b.Old, a.old.stretch(i, Relocated)), append(b.New, a.new.stretch(j, Relocated))
		case i < 0 && revisions:
			b.New = append(b.New, a.new.stretch(j, Inserted))
		}
		if i >= 0 {
			gone[i] = false
		}
	}
	for i := range gone {
		if gone[i] {
			b.Old = append(b.Old, a.old.stretch(i, Deleted))
		}
	}
	for _, side := range [][]Stretch{b.Old, b.New} {
		slices.SortStableFunc(side, func(x, y Stretch) int { return x.Start - y.Start })
	}
	return b
}

// reworded marks a sentence on both sides, and in it the words of one side.
func (b *Beside) reworded(a *Alignment, i, j int) {
	b.Old, b.New = append(b.Old, a.old.stretch(i, Reworded)), append(b.New, a.new.stretch(j, Reworded))
	from, to := &a.old.sentences[i], &a.new.sentences[j]
	before, after := tokens(a.old.words, from.start, from.end), tokens(a.new.words, to.start, to.end)
	kept := make([]bool, len(after))
	for x, y := range common(before, after) {
		if y >= 0 {
			kept[y] = true
			continue
		}
		b.Old = append(b.Old, Stretch{a.old.locator.Point(before[x].start), a.old.locator.Point(before[x].end), Deleted})
	}
	for y := range after {
		if !kept[y] {
			b.New = append(b.New, Stretch{a.new.locator.Point(after[y].start), a.new.locator.Point(after[y].end), Inserted})
		}
	}
}

// stretch is a sentence in code points.
func (t *Text) stretch(i int, op ChangeOp) Stretch {
	return Stretch{t.locator.Point(t.sentences[i].start), t.locator.Point(t.sentences[i].end), op}
}

// origins tells of each new sentence which old one it was, -1 for none.
func (a *Alignment) origins() []int {
	origin := filled(len(a.new.sentences))
	for i := range a.old.sentences {
		if j := max(a.same[i], a.became[i]); j >= 0 {
			origin[j] = i
		}
	}
	return origin
}

// joints lists places that both texts have, rising in both: the ends of
// sentences that are the same or were reworded, and of matching sections.
func (a *Alignment) joints() []joint {
	all := []joint{{0, 0}, {a.old.locator.Point(len(a.old.words)), a.new.locator.Point(len(a.new.words))}}
	join := func(x, y Stretch) { all = append(all, joint{x.Start, y.Start}, joint{x.End, y.End}) }
	for j, i := range a.origins() {
		if i >= 0 {
			join(a.old.stretch(i, ""), a.new.stretch(j, ""))
		}
	}
	for _, p := range a.sectionsBeside() {
		x, y := a.old.sections[p.old], a.new.sections[p.new]
		join(Stretch{x.Start, x.End, ""}, Stretch{y.Start, y.End, ""})
	}
	slices.SortStableFunc(all, func(x, y joint) int { return x.old - y.old })
	places := make([]int, len(all))
	for k := range all {
		places[k] = all[k].new
	}
	rising := a.inOrder(places)
	out := all[:0]
	for k := range rising {
		if rising[k] {
			out = append(out, all[k])
		}
	}
	return out
}

// sectionsBeside pairs the sections that became each other, and of the others
// those that alone have a role in their text: the limits of two briefings stand
// side by side, whatever their titles.
func (a *Alignment) sectionsBeside() []sectionPair {
	var out []sectionPair
	paired := map[briefings.Handle]bool{}
	byRole := map[briefings.Role]int{}
	for j, s := range a.new.sections {
		if len(s.Roles) > 0 {
			byRole[s.Roles[0]] = j
		}
	}
	for _, h := range a.sections {
		paired[h] = true
	}
	for i, s := range a.old.sections {
		j := slices.IndexFunc(a.new.sections, func(n briefings.Section) bool { return n.Handle == a.sections[s.Handle] && n.Handle != "" })
		if j < 0 && len(s.Roles) > 0 {
			if same, ok := byRole[s.Roles[0]]; ok && !paired[a.new.sections[same].Handle] {
				j = same
				paired[a.new.sections[same].Handle] = true
			}
		}
		if j >= 0 {
			out = append(out, sectionPair{old: i, new: j})
		}
	}
	return out
}

// InNew returns the place of the new text that stands beside one of the old.
func (b *Beside) InNew(old int) int {
	return between(b.joints, old, func(j joint) (int, int) { return j.old, j.new })
}

// InOld returns the place of the old text that stands beside one of the new.
func (b *Beside) InOld(new int) int {
	return between(b.joints, new, func(j joint) (int, int) { return j.new, j.old })
}

// between goes from the joint before a place as far towards the next one as the
// place lies between the two.
func between(joints []joint, place int, of func(joint) (from, to int)) int {
	next := sort.Search(len(joints), func(i int) bool { from, _ := of(joints[i]); return from > place })
	if next == 0 {
		return 0
	}
	from, to := of(joints[next-1])
	if next == len(joints) {
		return to
	}
	upFrom, upTo := of(joints[next])
	return to + (place-from)*(upTo-to)/(upFrom-from)
}
