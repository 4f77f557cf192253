package markdown

import (
	"fmt"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// Lint is something in a file that a person should look at, with its line.
// Reading goes on: a broken field never loses the rest.
type Lint struct {
	Line    int  // from 1
	Fault   bool // an error; otherwise a warning
	Sought  bool // of a passage of a text edited in the file: an import looks for it
	Message string
}

func (l Lint) String() string {
	kind := "warning"
	if l.Fault {
		kind = "error"
	}
	return fmt.Sprintf("%d: %s: %s", l.Line, kind, l.Message)
}

func (c *codec) warn(line int, format string, args ...any) {
	c.lints = append(c.lints, Lint{line, false, false, fmt.Sprintf(format, args...)})
}

// lost says of a passage that it is not where the file has it. That is of no matter
// where the text was edited too, for then each is looked for in the whole of it.
func (c *codec) lost(line int, format string, args ...any) {
	c.lints = append(c.lints, Lint{line, false, c.edited, fmt.Sprintf(format, args...)})
}

func (c *codec) fault(line int, format string, args ...any) {
	c.lints = append(c.lints, Lint{line, true, false, fmt.Sprintf(format, args...)})
}

// check lints what only shows once everything is read.
func (f *File) check(c *codec) {
	b := &f.Briefing
	known := map[briefings.Handle]bool{}
	for _, s := range b.Sections {
		known[s.Handle] = true
	}
	for r := range b.All() {
		known[r.Common().Handle] = true
	}
	for r := range b.All() {
		for _, h := range pointed(r) {
			if !known[h] {
				c.warn(c.lines[r.Common().Handle], "%s: it names %s, which is no record of this file", r.Common().Handle, h)
			}
		}
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		for _, e := range q.Evidence {
			if e.Briefing == b.ID && e.Record != "" && !known[e.Record] {
				c.warn(c.lines[q.Handle], "%s: the evidence %s is no record of this file", q.Handle, e.Record)
			}
		}
		c.checkJudgements(q, b.Likelihood)
	}
	for i := range b.References {
		r := &b.References[i]
		if why := briefings.DeceptiveHost(r.URL); why != "" {
			c.warn(c.lines[r.Handle], "%s: the host of its address %s", r.Handle, why)
		}
	}
	if why := briefings.DeceptiveHost(b.Source); why != "" {
		c.warn(1, "the host of the source's address %s", why)
	}
	if f.Version > 0 && b.Title == "" {
		c.fault(1, "there is no title")
	}
	if f.Edited {
		c.warn(1, "the text of the source was changed since it was exported; it will be taken in as a new revision, and passages that were moved or changed are looked for in it")
	}
}

// checkJudgements warns of words in answers and evidence that dossier does not know.
func (c *codec) checkJudgements(q *question, scale string) {
	line := c.lines[q.Handle]
	for _, a := range q.Answers {
		if _, err := briefings.Likelihood(scale, a.Likelihood); err != nil && a.Likelihood != "" {
			c.warn(line, "%s: %v", q.Handle, err)
		}
		if a.Confidence != "" && !briefings.IsConfidence(a.Confidence) {
			c.warn(line, "%s: the confidence %q is none of %s", q.Handle, a.Confidence, briefings.OneOf(briefings.Confidences()))
		}
		if words := briefings.AnswerStates(); a.State != "" && !slices.Contains(words, string(a.State)) {
			c.warn(line, "%s: the state %q of an answer is none of %s", q.Handle, a.State, briefings.OneOf(words))
		}
	}
	for _, e := range q.Evidence {
		if words := briefings.Bearings(); !slices.Contains(words, string(e.Bearing)) {
			c.warn(line, "%s: evidence that is %q; it is one of %s", q.Handle, e.Bearing, briefings.OneOf(words))
		}
	}
}

// pointed are the records that a record names beside its evidence. A holder or a
// recipient may be a word, too.
func pointed(r briefings.Record) (out []briefings.Handle) {
	switch r := r.(type) {
	case *event:
		return r.Actors
	case *limit:
		for _, name := range slices.Concat(r.Holder, r.Recipient) {
			if h := briefings.Handle(name); h.Kind() == briefings.KindActor && !strings.Contains(name, " ") {
				out = append(out, h)
			}
		}
	case *reference:
		return r.DerivedFrom
	case *annotation:
		if r.Re != "" {
			return []briefings.Handle{r.Re}
		}
	}
	return out
}

// checkValues warns of values that their field does not take; they are kept as
// they are.
func (c *codec) checkValues(r briefings.Record, it item) {
	probe := r.Clone()
	for _, f := range briefings.Fields(r) {
		switch {
		case f.Value == "":
		case f.Dated && !edtf.Valid(f.Value):
			c.warnOf(it, f.Name, f.Value, "no EDTF date such as 2025-12-05, 2025-12~ or 2021/2023")
		case f.Words != nil:
			for value := range strings.SplitSeq(f.Value, ", ") {
				if briefings.AssignField(probe, f.Name, value) != nil {
					c.warnOf(it, f.Name, value, "none of "+briefings.OneOf(f.Words))
				}
			}
		}
	}
}

// warnOf says on its line that a value of an item is not what its field takes.
func (c *codec) warnOf(it item, name, value, not string) {
	line := it.line
	for _, holds := range []func(string) bool{
		func(s string) bool { return s == value },
		func(s string) bool { return strings.Contains(s, value) },
	} {
		if at := slices.IndexFunc(it.fields, func(w field) bool { return holds(readCodeSpan(w.value)) }); at >= 0 {
			line, name = it.fields[at].line, it.fields[at].key
			break
		}
	}
	c.warn(line, "%s: %q is %s", name, value, not)
}
