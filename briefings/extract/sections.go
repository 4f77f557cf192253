package extract

import "dossier/briefings"

// Sections returns the outline of a revision with proposed roles.
func Sections(rev *briefings.Revision) []briefings.Section {
	return briefings.Outline(rev.Blocks)
}
