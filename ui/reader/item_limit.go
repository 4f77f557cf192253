package reader

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// limitLine shows a limit outside the ledger.
func limitLine(v *view, l *briefings.Limit) item {
	it := item{text: l.Line(), gist: gistOf(l), anchor: firstAnchor(&l.Head), record: l, detail: func() []string { return limitDetail(v, l) }}
	it.glyph, it.role = transferGlyph(v.theme, l.Transfer)
	return it
}

func limitDetail(v *view, l *briefings.Limit) []string {
	facts := []string{transferWord(l.Transfer), string(l.Type)}
	for _, more := range []string{string(l.Modality), provenanceNote(&l.Head)} {
		if more != "" && !slices.Contains(facts, more) {
			facts = append(facts, more)
		}
	}
	out := []string{strings.Join(facts, " · ")}
	if parties := longParties(v, l); parties != "" {
		out = append(out, parties)
	}
	return append(out, quoteLine(&l.Head))
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
