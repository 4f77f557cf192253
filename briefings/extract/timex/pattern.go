package timex

import (
	"fmt"
	"strings"
)

// element is one step of a pattern without alternatives.
type element struct {
	test    test
	glued   bool
	joint   bool // joins the two dates of a range
	capture string
}

// node is a state of the tree of all patterns of a stage. Patterns that begin
// alike share their beginning, so that all are tried at once.
type node struct {
	edges []edge
	rules []int32 // what may end here, in the order of the file
	// byWord finds the edges that ask for a word, others lists those that ask
	// for a class or an ending.
	byWord map[*word][]int
	others []int
	// classes and stage are the root's: which tokens may begin anything at all.
	classes classSet
	stage   uint8
}

type edge struct {
	element
	next *node
}

func (n *node) add(path []element, rule int32) {
	if first := path[0].test; first.word != nil {
		first.word.begins |= n.stage
	} else {
		n.classes |= first.class.set()
	}
	for _, e := range path {
		n = n.step(e)
	}
	n.rules = append(n.rules, rule)
}

func (n *node) step(e element) *node {
	for i := range n.edges {
		if n.edges[i].element == e {
			return n.edges[i].next
		}
	}
	n.edges = append(n.edges, edge{e, &node{}})
	return n.edges[len(n.edges)-1].next
}

// index prepares the tree for matching; nothing is added any more.
func (n *node) index() {
	if n == nil {
		return
	}
	n.byWord = map[*word][]int{}
	for i := range n.edges {
		if w := n.edges[i].test.word; w != nil {
			n.byWord[w] = append(n.byWord[w], i)
		} else {
			n.others = append(n.others, i)
		}
		n.edges[i].next.index()
	}
}

// expand turns a pattern into all rows of elements that it stands for.
func (l *Language) expand(pattern string) ([][]element, error) {
	p := &patternReader{language: l, rest: pattern}
	paths, err := p.choice()
	if err == nil && p.rest != "" {
		err = fmt.Errorf("there is something left: %q", p.rest)
	}
	return paths, err
}

type patternReader struct {
	language *Language
	rest     string
}

// choice reads rows of elements with " | " between them.
func (p *patternReader) choice() ([][]element, error) {
	var all [][]element
	for {
		paths, err := p.sequence()
		if err != nil {
			return nil, err
		}
		all = append(all, paths...)
		if !strings.HasPrefix(p.rest, "|") {
			return all, nil
		}
		p.rest = p.rest[1:]
	}
}

func (p *patternReader) sequence() ([][]element, error) {
	paths := [][]element{nil}
	for {
		p.rest = strings.TrimLeft(p.rest, " ")
		if p.rest == "" || strings.ContainsRune("|)]", rune(p.rest[0])) {
			return paths, nil
		}
		parts, err := p.part()
		if err != nil {
			return nil, err
		}
		paths = product(paths, parts)
	}
}

// part reads an element with its alternatives, or a group.
func (p *patternReader) part() ([][]element, error) {
	isGlued := p.skip('~')
	joint := p.skip('^')
	isGlued = p.skip('~') || isGlued
	var paths [][]element
	var err error
	switch p.rest[0] {
	case '(':
		paths, err = p.group(')')
	case '[':
		paths, err = p.group(']')
		paths = append(paths, nil)
	default:
		paths, err = p.alternatives()
	}
	for i := range paths {
		if len(paths[i]) > 0 {
			paths[i][0].glued = paths[i][0].glued || isGlued
			paths[i][0].joint = paths[i][0].joint || joint
		}
	}
	return paths, err
}

func (p *patternReader) group(end byte) ([][]element, error) {
	p.rest = p.rest[1:]
	paths, err := p.choice()
	if err == nil && !p.skip(end) {
		err = fmt.Errorf("a group is not closed")
	}
	return paths, err
}

// alternatives reads a|b|<class>, written without blanks, or a bracket behind a
// backslash.
func (p *patternReader) alternatives() ([][]element, error) {
	if strings.HasPrefix(p.rest, `\`) && len(p.rest) > 1 {
		t, _, err := p.language.test(p.rest[1:2])
		p.rest = p.rest[2:]
		return [][]element{{{test: t}}}, err
	}
	end := strings.IndexAny(p.rest, " ~^()[]")
	if end < 0 {
		end = len(p.rest)
	}
	if end == 0 {
		return nil, fmt.Errorf("%q is no element", p.rest)
	}
	var paths [][]element
	for _, s := range strings.Split(p.rest[:end], "|") {
		t, capture, err := p.language.test(s)
		if err != nil {
			return nil, err
		}
		paths = append(paths, []element{{test: t, capture: capture}})
	}
	p.rest = p.rest[end:]
	return paths, nil
}

func (p *patternReader) skip(c byte) bool {
	if p.rest == "" || p.rest[0] != c {
		return false
	}
	p.rest = p.rest[1:]
	return true
}

func product(left, right [][]element) [][]element {
	var out [][]element
	for _, a := range left {
		for _, b := range right {
			out = append(out, append(a[:len(a):len(a)], b...))
		}
	}
	return out
}
