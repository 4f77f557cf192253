package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
	"dossier/briefings/commonmark"
)

func revisionOf(markdown string) *briefings.Revision {
	r := &briefings.Revision{Markdown: markdown}
	r.Blocks, r.Links = commonmark.Cut(markdown)
	return r
}

func TestRolesOfSections(t *testing.T) {
	for heading, want := range map[string][]briefings.Role{
		"References":                              {briefings.RoleReferences},
		"4. Selected references":                  {briefings.RoleReferences},
		"Notes from a meeting with the harbour":   {},
		"Technology transfer, safeguards, limits": {briefings.RoleLimits},
		"Challenges and risks":                    {},
		"Location, timelines, and open questions": {briefings.RoleTimeline, briefings.RoleQuestions},
		"Outlook":                      {briefings.RoleOutlook},
		"Background":                   {briefings.RoleBackground},
		"Why the harbour needs cranes": {},
		"What we don’t know":           {briefings.RoleQuestions},
		"Unlimited growth":             {},
		"Considerations for Congress":  {briefings.RoleQuestions},
	} {
		sections := Sections(revisionOf("# T\n\n## " + heading + "\n\ntext\n"))
		if diff := cmp.Diff(want, sections[0].Roles); diff != "" {
			t.Errorf("%s: roles differ (-want +got):\n%s", heading, diff)
		}
	}
}

func TestAListOfAddressesIsAListOfWorks(t *testing.T) {
	list := "- https://a.example/1\n- <https://b.example/2> (in Turkish)\n- https://c.example/3\n"
	if got := Sections(revisionOf("## Where this comes from\n\n" + list))[0].Roles; !cmp.Equal(got, []briefings.Role{briefings.RoleReferences}) {
		t.Errorf("roles of a list of addresses are %v", got)
	}
	if got := Sections(revisionOf("## Where this comes from\n\nSome prose.\n\nMore prose.\n\n" + list))[0].Roles; len(got) != 0 {
		t.Errorf("roles of prose with addresses are %v", got)
	}
}
