package extract

import "dossier/briefings"

// Questions proposes the questions of a document.
func Questions(s *Source, actors []briefings.Actor, events []briefings.Event) []briefings.Question {
	return nil
}
