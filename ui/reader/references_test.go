package reader

import "testing"

// References have their numbers, and in the detail where they lead and their grade.
func TestReferencesAreNumbered(t *testing.T) {
	newDesk(t).sit(100, 40).See("A Turkish").Press("6", "g").See("6 References", " 1 ", " 2 ", "https://", "Ungraded: r grades it")
}
