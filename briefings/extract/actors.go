package extract

import "dossier/briefings"

// Actors proposes the actors of a document.
func Actors(s *Source) []briefings.Actor { return nil }
