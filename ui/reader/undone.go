package reader

import (
	"cmp"
	"reflect"
	"strings"

	"dossier/briefings"
)

// taken says what an undo took back, or a redo made again: what was done and to what,
// in the words of the screen. was is the record before it was first done, is the record
// after that.
func taken(note string, was, is briefings.Record) string {
	if fields := correctedFacts(note); fields != "" {
		return "correcting the briefing's " + fields + besides(note)
	}
	r := cmp.Or(is, was)
	if r == nil {
		return note
	}
	return strings.TrimLeft(deedOf(was, is)+" ", " ") + calledByName(r) + fieldsAside(was, is) + besides(note)
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

// correctedFacts names the fields of the briefing itself that a step changed, as its
// note lists them.
func correctedFacts(note string) string {
	_, names, _ := strings.Cut(note, "changed: ")
	var labels []string
	for name := range strings.SplitSeq(names, ", ") {
		if w, asked := fieldTable()[ofBriefing][name]; asked {
			labels = append(labels, w.Label)
		}
	}
	return strings.Join(labels, ", ")
}

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
		return "correcting"
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

// fieldsAside names the fields that were corrected, behind what they are of.
func fieldsAside(was, is briefings.Record) string {
	if was == nil || is == nil || deedOf(was, is) != "correcting" {
		return ""
	}
	return " (" + strings.Join(correctedFields(was, is), ", ") + ")"
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
