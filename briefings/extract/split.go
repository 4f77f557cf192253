package extract

import "dossier/briefings"

// Split returns the sentences of one block in bytes of its canonical text: the
// same that NewSource finds, for whoever has no whole document at hand.
func Split(b *briefings.Block) []Span { return split(b, nil) }
