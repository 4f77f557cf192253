package reader

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
)

// taken says in the words of the screen what an undo took back, or a redo made again,
// and what stands there now; before and now are the briefing itself.
func taken(c *briefings.Change, before, now *briefings.Meta) string {
	word, again, first, then := "redone: ", "", c.Before, c.After // as it was first done
	if c.Op == briefings.OpUndo {
		word, again, first, then = "undone: ", " again", c.After, c.Before
	}
	facts := exchangedIn(ofBriefing, briefings.MetaFields(before), briefings.MetaFields(now), again)
	r := cmp.Or(then, first)
	switch {
	case facts != "" && strings.Contains(c.Note, "changed: "):
		return word + facts + besides(c.Note)
	case r == nil:
		return word + c.Note
	}
	deed := deedOf(first, then)
	say := word + strings.TrimLeft(deed+" ", " ") + calledByName(r)
	if deed == ofFields {
		say += ": " + exchangedIn(r.Kind(), briefings.Fields(c.Before), briefings.Fields(c.After), again)
	}
	return say + besides(c.Note)
}

// besides is what the note of a step says beside the record that it is told with: of
// other records, and of what was left as it is.
func besides(note string) string {
	note, _, _ = strings.Cut(note, "changed: ")
	if note = strings.TrimSuffix(note, "; "); note == "" {
		return ""
	}
	return "; " + note
}

// exchangedIn says of fields what they are now and were before, where that is not the
// same.
func exchangedIn(kind briefings.Kind, was, is []briefings.Field, again string) string {
	var changes []string
	for i, f := range is {
		if w := wordsFor(kind, f.Name); f.Value != was[i].Value {
			if slices.Contains(naming[kind], f.Name) { // by handles, which say nothing
				changes = append(changes, w.Label)
				continue
			}
			changes = append(changes, w.Label+isOrAre(w.Label)+valueSaid(w, f)+again+" (was "+valueSaid(w, was[i])+")")
		}
	}
	return strings.Join(changes, ", ")
}

// isOrAre parts a label from its value: those of lists are plurals.
func isOrAre(label string) string {
	if strings.HasSuffix(label, "s") && !strings.HasSuffix(label, "us") {
		return " are "
	}
	return " is "
}

// valueMost is how many cells of a value a message shows.
const valueMost = 40

// valueSaid is the value of a field in a message.
func valueSaid(w fieldWords, f briefings.Field) string {
	switch {
	case f.Value == "":
		return "empty"
	case f.Dated:
		return shownDate(f.Value)
	}
	return ansi.Truncate(w.said(f.Value), valueMost, "…")
}

// ofFields is what was done where fields of a record have other values.
const ofFields = "correcting"

// deedOf says what was done to a record, "" where it was made.
func deedOf(was, is briefings.Record) string {
	if was == nil {
		return ""
	}
	if is == nil {
		return "deleting"
	}
	a, b := was.Common(), is.Common()
	switch {
	case a.Live() && b.State == briefings.StateRejected:
		if b.Origin == briefings.OriginAnalyst {
			return "deleting"
		}
		return "rejecting"
	case a.Live() && !b.Live():
		return "merging"
	case !a.Live() && b.Live():
		return "bringing back"
	}
	q, asks := was.(*briefings.Question)
	switch fields := correctedFields(was, is); {
	case asks && len(is.(*briefings.Question).Answers) > len(q.Answers):
		return "the answer to"
	case len(fields) > 0 && fields[0] == wordsFor(briefings.KindReference, "reliability").Label:
		return "grading"
	case len(fields) > 0:
		return ofFields
	case asks && deedOn(q, is.(*briefings.Question)) != "":
		return deedOn(q, is.(*briefings.Question))
	case !reflect.DeepEqual(a.Anchors, b.Anchors):
		return "attaching"
	case a.Reviewed != b.Reviewed:
		return "accepting"
	}
	return "a change of"
}

// deedOn says what was done to a question of which no field was corrected.
func deedOn(was, is *briefings.Question) string {
	switch {
	case is.Linked() > was.Linked():
		return "evidence for"
	case !reflect.DeepEqual(was.Evidence, is.Evidence):
		return "judging evidence for"
	case was.Proposed && !is.Proposed:
		return "accepting"
	case was.Status.Closed() && !is.Status.Closed():
		return "reopening"
	case was.Status != is.Status:
		return "closing"
	}
	return ""
}

// correctedFields are the labels of the fields that a person corrected between two
// states of a record.
func correctedFields(was, is briefings.Record) (labels []string) {
	for _, f := range briefings.Fields(is) {
		if edit, edited := is.Common().Edited[f.Name]; edited && edit != was.Common().Edited[f.Name] {
			labels = append(labels, wordsFor(is.Kind(), f.Name).Label)
		}
	}
	return labels
}
