package intake

import (
	"slices"
	"strings"
	"testing"
)

// The header of a mail says who wrote it and what it is about.
func TestTheHeaderOfAMail(t *testing.T) {
	for _, c := range []struct {
		header, title string
		author        []string
	}{
		{"From: Ines Calder <ines@example.org>\nTo: desk@example.org\nDate: Tue, 13 Apr 2021 09:12:44 +0200\nSubject: Fw: Re: Sonar for the boats\n", "Sonar for the boats", []string{"Ines Calder"}},
		{"Received: from a.example\n\tby b.example\nFrom: \"Calder, Ines\" <ines@example.org>\nSubject: =?utf-8?q?Sonar_f=C3=BCr?=\n =?utf-8?q?_die_Boote?=\nSent: 13 April 2021\n", "Sonar für die Boote", []string{"Calder, Ines"}},
		{"from: ines@example.org\nto: desk@example.org\nsubject: Re:\n", "Re:", []string{"ines@example.org"}},
		{"FROM: Crane Unit\nSUBJECT: Lease of the second crane\n", "Lease of the second crane", nil},
		{"Sonar for the boats\n\nFrom: the yard\nTo: the navy\nSubject: racks\n", "Sonar for the boats", nil},
	} {
		doc := read(t, c.header+"\n"+strings.Repeat("The racks are in the port, and the keys are not. ", 8)+"\n", "mail.txt")
		if doc.Meta.Title != c.title || !slices.Equal(doc.Meta.Author, c.author) {
			t.Errorf("%q: title %q, authors %q", c.header, doc.Meta.Title, doc.Meta.Author)
		}
	}
}
