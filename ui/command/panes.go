package command

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dossier/briefings"
)

// pane is one view of a briefing, on the command line as in the reader.
type pane struct {
	name  string
	kind  briefings.Kind // of the records that it lists; "" for text and outline
	title string
	none  string // what is said where there is nothing
}

// panes in the order in which a whole briefing is printed.
var panes = []pane{
	{"text", "", "Text", "no text"},
	{"outline", "", "Outline", "no sections"},
	{"questions", briefings.KindQuestion, "Open questions", "no questions"},
	{"timeline", briefings.KindEvent, "Timeline", "no dated events"},
	{"actors", briefings.KindActor, "Actors", "no actors"},
	{"limits", briefings.KindLimit, "Limits", "no limits of transfer"},
	{"references", briefings.KindReference, "References", "no references"},
	{"notes", briefings.KindAnnotation, "Notes", "no notes"},
}

// list is the name of the pane's records in a briefing's JSON.
func (p pane) list() string {
	if p.kind == "" {
		return "sections"
	}
	return string(p.kind) + "s"
}

func paneNames() []string {
	names := make([]string, len(panes))
	for i, p := range panes {
		names[i] = p.name
	}
	return names
}

func paneNamed(name string) (pane, bool) {
	for _, p := range panes {
		if p.name == name {
			return p, true
		}
	}
	return pane{}, false
}

// printPane prints one pane of a briefing under its title.
func (s *session) printPane(p pane, b *briefings.Briefing, rev *briefings.Revision) {
	if p.name == "text" {
		s.printText(rev)
		return
	}
	if p.name == "outline" {
		s.heading(p, len(b.Sections))
		s.printOutline(b)
		return
	}
	records := live(b, p.kind)
	s.heading(p, len(records))
	for _, r := range records {
		s.printRecord(r, b)
	}
}

func (s *session) heading(p pane, n int) {
	s.out.line()
	if n == 0 {
		s.out.line(bold(p.title), dim(": "+p.none))
		return
	}
	s.out.line(bold(p.title), dim(" ("+strconv.Itoa(n)+")"))
}

// live returns the records of a kind that are to be shown, without actors that
// somebody hid: events in the order
// of their dates, notes in that of the text, the others as they were found.
func live(b *briefings.Briefing, kind briefings.Kind) []briefings.Record {
	var out []briefings.Record
	for _, r := range b.Records() {
		a, isActor := r.(*briefings.Actor)
		if r.Kind() == kind && r.Common().Live() && !(isActor && a.Hidden) {
			out = append(out, r)
		}
	}
	switch kind {
	case briefings.KindEvent:
		slices.SortStableFunc(out, func(a, b briefings.Record) int {
			return compareWhen(a.(*briefings.Event).When, b.(*briefings.Event).When)
		})
	case briefings.KindAnnotation:
		slices.SortStableFunc(out, func(a, b briefings.Record) int { return cmp.Compare(firstPlace(a), firstPlace(b)) })
	}
	return out
}

func (s *session) printOutline(b *briefings.Briefing) {
	base := 6
	for _, section := range b.Sections {
		if section.Level > 0 {
			base = min(base, section.Level)
		}
	}
	for _, section := range b.Sections {
		title := section.Title
		if title == "" {
			title = "(before the first heading)"
		}
		roles := make([]string, len(section.Roles))
		for i, r := range section.Roles {
			roles[i] = string(r)
		}
		tail := "  " + string(section.Handle)
		if len(roles) > 0 {
			tail = "  " + strings.Join(roles, ", ") + tail
		}
		s.out.line(plain(strings.Repeat("  ", 1+max(section.Level-base, 0))+title), dim(tail))
	}
}
