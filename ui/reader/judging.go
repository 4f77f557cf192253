package reader

import (
	"cmp"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// none is the choice that leaves a field empty.
const none = "not said"

// question returns the question under the cursor; in the text, the one whose
// passage the eye is at.
func (a *App) question() *briefings.Question {
	d := a.doc
	if q, ok := d.record().(*briefings.Question); ok {
		return q
	}
	if d.focus != textPane {
		return nil
	}
	at := d.sentence()
	for i := range d.briefing.Questions {
		q := &d.briefing.Questions[i]
		anchor := firstAnchor(&q.Head)
		if q.Live() && !q.Status.Closed() && anchor != nil && anchor.DocStart < at.End && anchor.DocEnd > at.Start {
			return q
		}
	}
	return nil
}

// answer asks for an answer, its likelihood and the confidence in it, which
// are two different things.
func (a *App) answer() tea.Cmd {
	q := a.question()
	if q == nil {
		a.say("no question here: go to one with 2, or raise one with Q")
		return nil
	}
	return a.answerTo(q)
}

// closes and staysOpen say what an answer does to its question.
const (
	closes    = "is answered"
	staysOpen = "stays open"
)

// answerTo asks for an answer; one that counts already stands there to be mended,
// and is kept as superseded.
func (a *App) answerTo(q *briefings.Question) tea.Cmd {
	changed := q.Clone().(*briefings.Question)
	scale, _ := briefings.LikelihoodScale(a.doc.briefing.Likelihood)
	var before briefings.Answer
	title := "Answer"
	if counts := q.Current(); counts != nil {
		before, title = *counts, "Answer anew"
	}
	then := closes
	if q.Status == briefings.Working && q.Current() != nil || q.Current() == nil && q.Foresees() {
		then = staysOpen
	}
	return a.ask(title, q.Text, briefings.Draft{Purpose: "answer", Record: cmp.Or(q.Handle, q.From)}, func(v []string) tea.Cmd {
		text := strings.TrimSpace(v[0])
		answer := briefings.Answer{Text: text, Likelihood: said(v[1]), Confidence: said(v[2]), By: a.cfg.Author, At: a.cfg.Now().UTC()}
		if changed.Linked() == 0 {
			answer.Basis = "judgement"
		}
		if err := answer.Validate(a.doc.briefing.Likelihood); err != nil {
			a.warn(err.Error())
			return nil
		}
		if v[3] == staysOpen {
			changed.Assess(answer)
			return a.put("answer saved; the question stays open", changed)
		}
		changed.Accept(answer)
		return a.put("answer saved", changed)
	}, step{label: "answer", preset: before.Text},
		step{label: "likelihood", choices: append([]string{none}, scale.Words()...), preset: before.Likelihood},
		step{label: "confidence", choices: append([]string{none}, briefings.Confidences()...), preset: before.Confidence, check: confident},
		step{label: "the question", choices: []string{closes, staysOpen}, preset: then})
}

// confident refuses an answer that does not say how sure one is of it: a confidence that
// nobody chose would be signed with a name.
func confident(choice string) error {
	if choice == none {
		return errors.New("choose how sure you are of the answer: low, moderate or high")
	}
	return nil
}

func said(choice string) string {
	if choice == none {
		return ""
	}
	return choice
}

// reopen closes a question without an answer, or opens a closed one again
// with a reason.
func (a *App) reopen() tea.Cmd {
	q := a.question()
	if q == nil {
		a.say("no question here: go to one with 2")
		return nil
	}
	move := func(to briefings.QuestionStatus, reason, say string) tea.Cmd {
		changed := q.Clone().(*briefings.Question)
		err := changed.Move(to, briefings.Step{Reason: reason, Review: briefings.DaysAfter(a.today(), briefings.ReviewAfter), Today: a.today()})
		if err != nil {
			a.warn(err.Error())
			return nil
		}
		return a.put(say, changed)
	}
	draft := briefings.Draft{Record: q.Handle}
	if q.Status.Closed() {
		return a.ask("Open again", q.Text, draft, func(v []string) tea.Cmd { return move(briefings.Open, v[0], "open again") }, step{label: "why"})
	}
	return a.ask("Close without an answer", q.Text, draft, func(v []string) tea.Cmd {
		return move(briefings.QuestionStatus(v[0]), v[1], "now "+v[0])
	}, step{label: "as", choices: []string{string(briefings.Deferred), string(briefings.Unanswerable), string(briefings.Withdrawn)}},
		step{label: "why"})
}

// reject says that a record is wrong. It stays as a tombstone, so that no
// re-import brings it back.
func (a *App) reject() tea.Cmd {
	r := a.doc.record()
	if r == nil {
		return a.noRecord()
	}
	if n := a.doc.evidence(); n > 0 {
		return a.judge(r.(*briefings.Question), n-1, false)
	}
	changed := r.Clone()
	changed.Common().State = briefings.StateRejected
	done := "rejected: "
	if changed.Common().Origin == briefings.OriginAnalyst {
		done = "deleted: "
	}
	return a.put(done+strings.TrimPrefix(calledByName(r), "the ")+"; U undoes", changed)
}
