package reader

import (
	"cmp"
	"slices"

	"dossier/briefings"
	"dossier/ui/theme"
)

// What becomes of a limit's subject: how the panes count and sign it.

// transfers are what may become of a limit's subject, in the order of the
// ledger, as cards number them; the last stands for any other.
var transfers = []briefings.Transfer{briefings.Withheld, briefings.Possible, briefings.Agreed, briefings.Delivered, briefings.UnknownTransfer, ""}

// ledgerGroup is a part of the ledger, in the order of transfers.
type ledgerGroup struct {
	title, glyph string
	role         theme.Style
}

func ledger(t *theme.Theme) [5]ledgerGroup {
	g := &t.Glyphs
	return [...]ledgerGroup{
		{"withheld", g.Withheld, t.Held},
		{"possible", g.Possible, t.Possible},
		{"agreed", g.Agreed, t.Done},
		{"delivered", g.Agreed, t.Done},
		{"bounds in general", g.Dot, t.Dim},
	}
}

// transferGlyph is the sign of how far something passes on.
func transferGlyph(t *theme.Theme, transfer briefings.Transfer) (string, theme.Style) {
	groups := ledger(t)
	at := slices.Index(transfers, transfer)
	if at < 0 || at >= len(groups) {
		at = len(groups) - 1
	}
	return groups[at].glyph, groups[at].role
}

// transferWord is the same in a word, for a column.
func transferWord(transfer briefings.Transfer) string {
	return wordsFor(briefings.KindLimit, "transfer").said(cmp.Or(string(transfer), string(briefings.UnknownTransfer)))
}

// partiesOf are the first holder and recipient of a limit.
func partiesOf(l *briefings.Limit) parties {
	if len(l.Holder) == 0 || len(l.Recipient) == 0 {
		return parties{modality: l.Modality}
	}
	return parties{l.Holder[0], l.Recipient[0], l.Modality}
}
