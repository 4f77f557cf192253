package extract

import "dossier/briefings"

// Events proposes the events of a document.
func Events(s *Source, actors []briefings.Actor) []briefings.Event { return nil }
