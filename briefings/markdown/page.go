package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/markdown/frontmatter"
)

// Part is a briefing of a page over several.
type Part struct {
	Briefing *briefings.Briefing
	Revision *briefings.Revision
	Options  NotesOptions
}

// Page writes one page over several briefings: their questions, answered ones first,
// each with its answers and evidence; their notes, limits and timelines, briefing by
// briefing; and the briefings themselves as its sources. It has no regions and is not
// written anew: it is to be taken over into a product.
func Page(title string, parts []Part) []byte {
	p := page{title: title}
	for _, part := range parts {
		w, _ := newNotes(part.Briefing, part.Revision, part.Options)
		p.cite(part.Briefing.Meta)
		p.parts = append(p.parts, w)
	}
	return []byte(p.text())
}

// page is a page over several briefings being written.
type page struct {
	title   string
	parts   []*notes
	sources []briefings.Meta // in the order of their numbers
	tlp     briefings.TLP    // the strictest mark of a source
}

// cite makes a briefing a source, once, and returns its number.
func (p *page) cite(m briefings.Meta) int {
	at := slices.IndexFunc(p.sources, func(o briefings.Meta) bool { return o.ID == m.ID })
	if at < 0 {
		at = len(p.sources)
		p.sources = append(p.sources, m)
		if m.TLP.Strictness() > p.tlp.Strictness() {
			p.tlp = m.TLP
		}
	}
	return at + 1
}

func (p *page) text() string {
	var b strings.Builder
	asked, rest, notes := p.questions(), p.briefings(), p.footnotes()
	sources := p.sourceList() // what evidence points to is among them
	mark := ""
	if p.tlp != briefings.TLPUnmarked {
		mark = "**" + string(p.tlp) + "**\n\n"
	}
	matter := []frontmatter.Entry{{Key: "title", Values: []string{p.title}}}
	if p.tlp != briefings.TLPUnmarked {
		matter = append(matter, frontmatter.Entry{Key: "tlp", Values: []string{string(p.tlp)}})
	}
	b.WriteString(frontmatter.Print(matter) + "\n" + mark + "# " + escapeText(p.title) + "\n\n")
	for _, s := range []string{asked, rest, sources, notes, mark} {
		b.WriteString(s)
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// questionGroups are the questions of a page, what is known before what is not.
var questionGroups = []struct {
	title  string
	remark string
	holds  func(*briefings.Question) bool
}{
	{"Answered questions", "", func(q *briefings.Question) bool { return !q.Proposed && q.Status == briefings.Answered }},
	{"Open questions", "", func(q *briefings.Question) bool { return !q.Proposed && !q.Status.Closed() }},
	{"Questions given up", "", func(q *briefings.Question) bool {
		return !q.Proposed && q.Status.Closed() && q.Status != briefings.Answered
	}},
	{"Proposed questions", "Found in the texts by dossier, not yet reviewed.\n\n", func(q *briefings.Question) bool { return q.Proposed }},
}

func (p *page) questions() string {
	var b strings.Builder
	for _, group := range questionGroups {
		list := ""
		for n, w := range p.parts {
			for i := range w.Questions {
				if q := &w.Questions[i]; group.holds(q) {
					list += p.apart(n, w.question(q)) + indent(p.from(w, q)+"\n\n", 2)
				}
			}
		}
		if list != "" {
			b.WriteString("## " + group.title + "\n\n" + group.remark + list)
		}
	}
	return b.String()
}

// from says which sources a question is raised by and answered from.
func (p *page) from(w *notes, q *briefings.Question) string {
	numbers := []string{fmt.Sprint(p.cite(w.Meta))}
	for i := range q.Evidence {
		e := &q.Evidence[i]
		other, known := w.options.Elsewhere[e.Briefing]
		if !known || e.Offered || e.Dismissed {
			continue
		}
		if n := fmt.Sprint(p.cite(other.Meta)); !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return "Sources: " + strings.Join(numbers, ", ") + "."
}

// briefings writes what else was made of each briefing, below its title.
func (p *page) briefings() string {
	var b strings.Builder
	for n, w := range p.parts {
		below := ""
		for _, part := range []struct {
			kind    briefings.Kind
			content func() string
		}{{briefings.KindAnnotation, w.notes}, {briefings.KindLimit, w.limits}, {briefings.KindEvent, w.timeline}} {
			if w.options.wants(part.kind) {
				below += strings.Trim(part.content(), "\n") + "\n\n"
			}
		}
		if below = strings.TrimSpace(below); below != "" {
			b.WriteString("## " + escapeText(orElse(w.Title, w.Slug)) + "\n\nSource " + fmt.Sprint(p.cite(w.Meta)) + ".\n\n" + p.apart(n, deeper(below)) + "\n\n")
		}
	}
	return b.String()
}

// deeper puts headings one level down, but for what looks like one in code.
func deeper(text string) string {
	var b strings.Builder
	fence := ""
	for line := range strings.Lines(text) {
		mark := line[:len(line)-len(strings.TrimLeft(line, "`~"))]
		switch {
		case fence == "" && len(mark) >= 3:
			fence = mark
		case fence != "" && strings.HasPrefix(mark, fence):
			fence = ""
		case fence == "" && headings.MatchString(line):
			line = "#" + line
		}
		b.WriteString(line)
	}
	return b.String()
}

var (
	headings  = regexp.MustCompile(`^#{2,5} `)
	footnotes = regexp.MustCompile(`(^|[^\\])\[\^`)
)

// apart keeps the footnotes of one briefing apart from those of another.
func (p *page) apart(part int, text string) string {
	return footnotes.ReplaceAllString(text, fmt.Sprintf("${1}[^%d-", part+1))
}

func (p *page) footnotes() string {
	var b strings.Builder
	for n, w := range p.parts {
		if notes := strings.Trim(w.footnotes(), "\n"); notes != "" {
			b.WriteString(p.apart(n, notes) + "\n\n")
		}
	}
	return b.String()
}

func (p *page) sourceList() string {
	var b strings.Builder
	b.WriteString("## Sources\n\n")
	for i, m := range p.sources {
		var facts []string
		for _, s := range []string{strings.Join(m.Author, ", "), m.Publisher} {
			if s != "" {
				facts = append(facts, escapeText(s))
			}
		}
		if m.Date != "" {
			facts = append(facts, dateWords(m.Date))
		}
		facts = append(facts, "*"+escapeText(orElse(m.Title, m.Slug))+"*")
		if isURL(m.Source) {
			facts = append(facts, address(m.Source))
		} else if m.Source != "" {
			facts = append(facts, escapeText(m.Source))
		}
		fmt.Fprintf(&b, "%d. %s\n", i+1, strings.Join(facts, ", "))
	}
	return b.String() + "\n"
}
