package extract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"dossier/briefings"
)

//go:embed data/sections-en.txt
var sectionsFile string

// roleCue is a phrase of a heading that proposes a role.
type roleCue struct {
	phrase string
	role   briefings.Role
}

var roleCues = sync.OnceValue(func() []roleCue { return readRoleCues(sectionsFile) })

func readRoleCues(file string) []roleCue {
	var out []roleCue
	for line := range strings.Lines(file) {
		role, phrase, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if ok && role[0] != '#' {
			out = append(out, roleCue{phrase, briefings.Role(role)})
		}
	}
	return out
}

// Sections returns the outline of a revision with proposed roles, the most
// certain first: what the heading says alone, what it says among other words,
// what stands in the section.
func Sections(rev *briefings.Revision) []briefings.Section {
	sections := briefings.Outline(rev.Blocks)
	for i := range sections {
		end := len(rev.Blocks)
		if i+1 < len(sections) {
			end = sections[i+1].Block
		}
		sections[i].Roles = rolesOf(sections[i].Title, rev.Blocks[sections[i].Block:end])
	}
	return sections
}

// bodyHeadingWords is how many words a heading over a list of works has at
// most: "Notes" and "Selected references" head lists, "Notes from a meeting
// with the minister" does not.
const bodyHeadingWords = 4

func rolesOf(title string, blocks []briefings.Block) []briefings.Role {
	roles := []briefings.Role{}
	add := func(r briefings.Role) {
		if !slices.Contains(roles, r) {
			roles = append(roles, r)
		}
	}
	words := headingWords(title)
	for _, c := range roleCues() {
		if words == " "+c.phrase+" " {
			add(c.role)
		}
	}
	for _, c := range roleCues() {
		if strings.Contains(words, " "+c.phrase+" ") && (c.role != briefings.RoleReferences || strings.Count(words, " ") <= bodyHeadingWords+1) {
			add(c.role)
		}
	}
	if title != "" && mostlyWorks(blocks[1:]) {
		add(briefings.RoleReferences)
	}
	return roles
}

// headingWords folds a heading to its words with one blank around each, without
// a number before them.
func headingWords(title string) string {
	fields := strings.FieldsFunc(briefings.Fold(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	for len(fields) > 1 && strings.Trim(fields[0], "0123456789") == "" {
		fields = fields[1:]
	}
	return " " + strings.Join(fields, " ") + " "
}

// worksLeast is how many addresses a list has at least that is taken for a list
// of works without a heading that says so.
const worksLeast = 3

// mostlyWorks says whether nearly every block holds an address and hardly more.
func mostlyWorks(blocks []briefings.Block) bool {
	works, all := 0, 0
	for i := range blocks {
		b := &blocks[i]
		if b.Text == "" {
			continue
		}
		all++
		if strings.Contains(b.Text, "://") && len(b.Text) < 400 && b.Kind == briefings.Paragraph {
			works++
		}
	}
	return works >= worksLeast && works*10 >= all*8
}
