package reader

import (
	"slices"
	"strconv"
	"strings"

	"dossier/briefings"
)

// limitsPane shows the ledger: what is held back, what may pass, and the
// sections on limits.
func limitsPane() *pane {
	return &pane{id: "limits", title: "Limits", beside: true, build: limits, kind: briefings.KindLimit, noun: "limits", lead: "passes on",
		list: list{empty: "This text speaks of no limits on what is passed on."}}
}

func limits(v *view) content {
	g, groups := v.theme.Glyphs, ledger(v.theme)
	c := content{of: v.b}
	counts := make([]int, len(transfers))
	for n, group := range groups {
		for i, limit := range v.b.of(briefings.KindLimit) {
			if !limit.is(live) || int(limit.group) != n {
				continue
			}
			if counts[n]++; counts[n] == 1 {
				c.head(item{text: group.title, role: group.role})
			}
			c.all = append(c.all, row{made: -1, card: i})
		}
	}
	c.edges = func(r *row) (lead, right string) {
		c := &v.b.cards[r.card]
		return "", partiesShown(v, v.b.parties.all[c.also], groups[c.group].title)
	}
	c.draw = func(r *row, record briefings.Record) item {
		group := groups[v.b.cards[r.card].group]
		return limitItem(v, record.(*briefings.Limit), group)
	}
	limitSections(v, &c)
	c.count = g.Withheld + strconv.Itoa(counts[numberIn(transfers, briefings.Withheld)]) + "  " + g.Possible + strconv.Itoa(counts[numberIn(transfers, briefings.Possible)])
	return c
}

func limitItem(v *view, l *briefings.Limit, group ledgerGroup) item {
	text := l.Subject
	if text == "" {
		text = l.Text
	}
	it := item{glyph: group.glyph, role: group.role, text: text, gist: gistOf(l), anchor: firstAnchor(&l.Head), record: l, right: partiesShown(v, partiesOf(l), group.title)}
	it.facets = facets(l.Text, string(l.Type), string(l.Transfer), string(l.Modality), longParties(v, l), strings.Join(l.Tags, " "))
	it.detail = func() []string { return limitDetail(v, l) }
	return it
}

// partiesShown names holder and recipient in short; where one is not known, how
// firmly it is said, unless it is just stated, or said by the group above.
func partiesShown(v *view, p parties, group string) string {
	switch {
	case p.holder != "":
		return shortName(partyName(v, p.holder)) + " " + v.theme.Glyphs.Arrow + " " + shortName(partyName(v, p.recipient))
	case p.modality == briefings.Stated, string(p.modality) == group:
		return ""
	}
	return string(p.modality)
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
func limitSections(v *view, c *content) {
	begun := false
	for i := range v.b.Sections {
		s := &v.b.Sections[i]
		if !slices.Contains(s.Roles, briefings.RoleLimits) {
			continue
		}
		if !begun {
			c.head(item{text: "section on limits", role: v.theme.Dim})
			begun = true
		}
		c.add(-1, item{glyph: v.theme.Glyphs.Here, role: v.theme.Accent, text: s.Title,
			anchor: &briefings.Anchor{Section: s.Handle, DocStart: s.Start, DocEnd: s.Start}})
	}
}
