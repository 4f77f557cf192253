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
	phrase []string
	role   briefings.Role
	whole  bool // it must be the whole heading
	// list says that each item below is one by its place; told is what it says
	// of a limit.
	list bool
	told briefings.Transfer
}

var roleCues = sync.OnceValue(func() []roleCue { return readRoleCues(sectionsFile) })

func readRoleCues(file string) []roleCue {
	var out []roleCue
	for line := range strings.Lines(file) {
		head, phrase, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || head[0] == '#' {
			continue
		}
		tells := strings.Fields(head)
		c := roleCue{phrase: strings.Fields(phrase), role: briefings.Role(tells[0])}
		for _, tell := range tells[1:] {
			switch tell {
			case "whole":
				c.whole = true
			case "list":
				c.list = true
			default:
				c.told = briefings.Transfer(tell)
			}
		}
		out = append(out, c)
	}
	return out
}

// longestStar is how many words a "*" of a phrase may stand for.
const longestStar = 4

// is says whether a heading is the phrase, in says whether it holds it.
func (c *roleCue) is(heading []string) bool {
	return slices.ContainsFunc(startsOf(c.phrase, heading), func(n int) bool { return n == len(heading) })
}

func (c *roleCue) in(heading []string) bool {
	for i := range heading {
		if len(startsOf(c.phrase, heading[i:])) > 0 {
			return true
		}
	}
	return false
}

// startsOf returns how many words of a heading a phrase may take that begins
// with its first.
func startsOf(phrase, heading []string) []int {
	if len(phrase) == 0 {
		return []int{0}
	}
	var out []int
	skips := 0
	if phrase[0] == "*" {
		phrase, skips = phrase[1:], longestStar
	}
	for skip := min(skips, 1); skip <= skips && skip < len(heading); skip++ {
		if heading[skip] != phrase[0] {
			continue
		}
		for _, n := range startsOf(phrase[1:], heading[skip+1:]) {
			out = append(out, skip+1+n)
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
	for i := range roleCues() {
		if c := &roleCues()[i]; c.is(words) {
			add(c.role)
		}
	}
	for i := range roleCues() {
		c := &roleCues()[i]
		if !c.whole && c.in(words) && (c.role != briefings.RoleReferences || len(words) <= bodyHeadingWords) {
			add(c.role)
		}
	}
	if title != "" && mostlyWorks(blocks[1:]) {
		add(briefings.RoleReferences)
	}
	return roles
}

// headingWords folds a heading to its words, without a number before them.
func headingWords(title string) []string {
	fields := strings.FieldsFunc(briefings.Fold(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	for len(fields) > 1 && strings.Trim(fields[0], "0123456789") == "" {
		fields = fields[1:]
	}
	return fields
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
