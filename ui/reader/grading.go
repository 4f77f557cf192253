package reader

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// The Admiralty code: the letter judges the source, the digit the item, each
// apart from the other (NATO AJP-2.1). A Space leaves a part ungraded, which
// is not the same as F or 6, "cannot be judged".
const (
	reliabilities = "ABCDEF"
	credibilities = "123456"
	ungraded      = " "
)

// grade grades the reference under the cursor with two keys more: a letter and
// a digit.
func (a *App) grade() tea.Cmd {
	r, ok := a.doc.record().(*briefings.Reference)
	if !ok {
		a.say("no reference here: go to one with 6")
		return nil
	}
	return a.awaitOf(reliabilities+ungraded, "source A reliable to E unreliable, F cannot be judged, Space none", func(a *App, letter string) tea.Cmd {
		return a.awaitOf(credibilities+ungraded, "source "+strings.TrimSpace(letter)+"; item 1 confirmed to 5 improbable, 6 cannot be judged",
			func(a *App, digit string) tea.Cmd { return a.graded(r, letter, digit) })
	})
}

func (a *App) graded(r *briefings.Reference, letter, digit string) tea.Cmd {
	changed := r.Clone().(*briefings.Reference)
	by, at := a.cfg.Author, a.cfg.Now().UTC()
	for _, f := range []struct{ field, value string }{{"reliability", letter}, {"credibility", digit}} {
		if err := briefings.SetField(changed, f.field, strings.TrimSpace(f.value), by, at); err != nil {
			a.warn("not graded: " + err.Error())
			return nil
		}
	}
	if !a.gradable(changed) {
		return nil
	}
	say := "graded " + changed.Grade.String()
	if changed.Grade.String() == "" {
		say = "ungraded now"
	}
	if n := a.restingOn(r.Handle); n > 0 {
		say += "; " + plural(n, "answer rests", "answers rest") + " on it"
	}
	return a.put(say, changed)
}

// gradesOf say how those references are graded on which a passage rests.
func gradesOf(v *view, passage *briefings.Anchor) (says []string) {
	if passage == nil {
		return nil
	}
	for i, c := range v.b.of(briefings.KindReference) {
		if !c.is(live) || v.b.grades.all[c.also] == "" {
			continue
		}
		if r, ok := v.b.one(i).(*briefings.Reference); ok && r.Backs(passage) {
			says = append(says, "Rests on "+cmp.Or(r.ContainerTitle, r.Publisher, r.Line())+", "+r.Grade.String()+": "+r.Grade.Words())
		}
	}
	return says
}

// gradable says whether a grade can stand, and if not, why.
func (a *App) gradable(r *briefings.Reference) bool {
	err := a.doc.briefing.lineage.CheckGrade(r)
	if err != nil {
		a.warn("not graded: " + err.Error())
	}
	return err == nil
}

// restingOn counts the answers of this briefing whose evidence a record is.
func (a *App) restingOn(h briefings.Handle) int {
	n := 0
	for i := range a.doc.briefing.Questions {
		q := &a.doc.briefing.Questions[i]
		if q.Current() == nil {
			continue
		}
		for j := range q.Evidence {
			if e := &q.Evidence[j]; e.Record == h && !e.Offered && !e.Dismissed {
				n++
				break
			}
		}
	}
	return n
}
