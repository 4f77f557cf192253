package briefings

import "dossier/briefings/edtf"

// Inferred says whether the date was read from the text; one that is only assumed is
// the day of the import.
func (d Dating) Inferred() bool { return d.Date != "" && d.Rule != DatedByImport }

// Undated is said of a document of whose day nothing is known.
const Undated = "undated"

// DatedAs says of which day a document is, in one way wherever people read it: where it
// has no date of its own, the one that its days are counted from, and that it was
// inferred.
func DatedAs(date string, counted Dating) string {
	if date != "" {
		return edtf.Shown(date, "")
	}
	if when, err := edtf.Parse(counted.Date); err == nil && counted.Inferred() {
		return when.Short("") + " inferred"
	}
	return Undated
}
