package extract

import "dossier/briefings"

// References proposes the references of a document.
func References(s *Source) []briefings.Reference { return nil }
