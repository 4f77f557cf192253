package reader

import (
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// pendingLines are the choices between what stands in a record's fields and what
// a colleague or a new text would have there.
func (a *App) pendingLines(r briefings.Record) []line {
	h := r.Common()
	var out []line
	for _, name := range slices.Sorted(maps.Keys(h.Pending)) {
		p := h.Pending[name]
		decide := func(say string, how func(briefings.Record) error) func() tea.Cmd {
			return func() tea.Cmd {
				changed := r.Clone()
				if err := how(changed); err != nil {
					a.warn("not changed: " + err.Error())
					return nil
				}
				return a.put(say+" of "+string(h.Handle), changed)
			}
		}
		out = append(out,
			line{lead: name, text: "take “" + p.Value + "”", right: "from " + p.By, run: decide("took the "+name, func(r briefings.Record) error {
				return briefings.TakePending(r, name, a.cfg.Author, a.cfg.Now().UTC())
			})},
			line{lead: name, text: "keep what stands", right: "forget the other", run: decide("kept the "+name, func(r briefings.Record) error {
				briefings.DropPending(r, name)
				return nil
			})})
	}
	return out
}
