package extract

import "dossier/briefings"

// Limits proposes the limits of a document.
func Limits(s *Source, actors []briefings.Actor) []briefings.Limit { return nil }
