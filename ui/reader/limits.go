package reader

import (
	"strconv"
	"strings"

	"dossier/briefings"
	"dossier/ui/theme"
)

// limitsPane shows the ledger: what is held back, what may pass, and the
// sections on limits.
func limitsPane() *pane {
	return &pane{id: "limits", title: "Limits", beside: true, build: limits, kind: briefings.KindLimit, noun: "limits", show: showing(limitLine),
		list: list{empty: "This text speaks of no limits on what is passed on."}}
}

func limits(v *view) content {
	g, t := v.theme.Glyphs, v.theme
	groups := []struct {
		transfer briefings.Transfer
		title    string
		glyph    string
		role     theme.Style
	}{
		{briefings.Withheld, "withheld", g.Withheld, t.Held},
		{briefings.Possible, "possible", g.Possible, t.Possible},
		{briefings.Agreed, "agreed", g.Agreed, t.Done},
		{briefings.Delivered, "delivered", g.Agreed, t.Done},
		{briefings.UnknownTransfer, "bounds in general", g.Dot, t.Dim},
	}
	var out []item
	count := map[briefings.Transfer]int{}
	for _, group := range groups {
		begun := false
		for i := range v.b.Limits {
			l := &v.b.Limits[i]
			if !l.Live() || l.Transfer != group.transfer {
				continue
			}
			if !begun {
				out, begun = append(out, item{heading: true, text: group.title, role: group.role}), true
			}
			out = append(out, limitItem(v, l, group.glyph, group.role))
			count[l.Transfer]++
		}
	}
	return content{items: append(out, limitSections(v)...),
		count: g.Withheld + strconv.Itoa(count[briefings.Withheld]) + "  " + g.Possible + strconv.Itoa(count[briefings.Possible])}
}

// limitLine shows a limit outside the ledger.
func limitLine(v *view, l *briefings.Limit) item {
	it := item{text: l.Line(), gist: gistOf(l), anchor: firstAnchor(&l.Head), record: l, detail: func() []string { return limitDetail(v, l) }}
	it.glyph, it.role = transferGlyph(v.theme, l.Transfer)
	return it
}

// transferGlyph is the sign of how far something passes on.
func transferGlyph(t *theme.Theme, transfer briefings.Transfer) (string, theme.Style) {
	switch transfer {
	case briefings.Withheld:
		return t.Glyphs.Withheld, t.Held
	case briefings.Agreed, briefings.Delivered:
		return t.Glyphs.Agreed, t.Done
	}
	return t.Glyphs.Possible, t.Possible
}

func limitItem(v *view, l *briefings.Limit, glyph string, role theme.Style) item {
	text := l.Subject
	if text == "" {
		text = l.Text
	}
	it := item{glyph: glyph, role: role, text: text, gist: gistOf(l), anchor: firstAnchor(&l.Head), record: l, right: limitParties(v, l)}
	it.facets = facets(l.Text, string(l.Type), string(l.Transfer), string(l.Modality), longParties(v, l), strings.Join(l.Tags, " "))
	it.detail = func() []string { return limitDetail(v, l) }
	return it
}

func limitDetail(v *view, l *briefings.Limit) []string {
	line := string(l.Type) + " · " + string(l.Modality)
	if note := provenanceNote(&l.Head); note != "" {
		line += " · " + note
	}
	out := []string{line}
	if parties := longParties(v, l); parties != "" {
		out = append(out, parties)
	}
	return append(out, quoteLine(&l.Head))
}

// limitParties names holder and recipient in short; where one is not known, how
// firmly it is said, unless it is just stated.
func limitParties(v *view, l *briefings.Limit) string {
	switch {
	case len(l.Holder) > 0 && len(l.Recipient) > 0:
	case l.Modality == briefings.Stated:
		return ""
	default:
		return string(l.Modality)
	}
	return shortName(partyName(v, l.Holder[0])) + " " + v.theme.Glyphs.Arrow + " " + shortName(partyName(v, l.Recipient[0]))
}

func longParties(v *view, l *briefings.Limit) string {
	var parts []string
	for _, p := range []struct {
		word  string
		names []string
	}{{"held by ", l.Holder}, {"for ", l.Recipient}} {
		var names []string
		for _, n := range p.names {
			names = append(names, partyName(v, n))
		}
		if len(names) > 0 {
			parts = append(parts, p.word+strings.Join(names, ", "))
		}
	}
	return strings.Join(parts, ", ")
}

// partyName turns a handle of an actor into its name.
func partyName(v *view, handleOrName string) string {
	if name := v.names[briefings.Handle(handleOrName)]; name != "" {
		return name
	}
	return handleOrName
}

// shortNameMost is how much of a party's name a ledger line shows.
const shortNameMost = 8

func shortName(name string) string {
	runes := []rune(name)
	if len(runes) <= shortNameMost {
		return name
	}
	return string(runes[:shortNameMost-1]) + "."
}

// limitSections lists the source's own sections on limits, to be read beside
// the ledger.
func limitSections(v *view) []item {
	var out []item
	for i := range v.b.Sections {
		s := &v.b.Sections[i]
		for _, role := range s.Roles {
			if role != briefings.RoleLimits {
				continue
			}
			if len(out) == 0 {
				out = append(out, item{heading: true, text: "in the text", role: v.theme.Dim})
			}
			out = append(out, item{glyph: v.theme.Glyphs.Here, role: v.theme.Accent, text: s.Title,
				anchor: &briefings.Anchor{Section: s.Handle, DocStart: s.Start, DocEnd: s.Start}})
		}
	}
	return out
}
