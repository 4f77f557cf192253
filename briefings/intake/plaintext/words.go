package plaintext

import (
	_ "embed"
	"strings"

	"dossier/briefings"
)

//go:embed data/headings.txt
var headingsFile string

//go:embed data/works.txt
var worksFile string

//go:embed data/contents.txt
var contentsFile string

//go:embed data/chrome.txt
var chromeFile string

//go:embed data/captions.txt
var captionsFile string

//go:embed data/small.txt
var smallFile string

//go:embed data/tails.txt
var tailsFile string

//go:embed data/syllables.txt
var syllablesFile string

//go:embed data/openers.txt
var openersFile string

//go:embed data/abbreviations.txt
var abbreviationsFile string

//go:embed data/months.txt
var monthsFile string

//go:embed data/bylines.txt
var bylinesFile string

//go:embed data/labels.txt
var labelsFile string

//go:embed data/kickers.txt
var kickersFile string

//go:embed data/honorifics.txt
var honorificsFile string

//go:embed data/credits.txt
var creditsFile string

//go:embed data/appeals.txt
var appealsFile string

//go:embed data/stamps.txt
var stampsFile string

//go:embed data/writers.txt
var writersFile string

var (
	commonHeadings = phrases(headingsFile)
	workHeadings   = phrases(worksFile)
	contentsWords  = phrases(contentsFile)
	chrome         = readPageParts(chromeFile)
	captionWords   = words(captionsFile)
	smallWords     = words(smallFile)
	tailWords      = words(tailsFile)
	syllables      = words(syllablesFile)
	openers        = phrases(openersFile)
	abbreviations  = words(abbreviationsFile)
	dateWords      = words(monthsFile)
	bylines        = phrases(bylinesFile)
	headLabels     = phrases(labelsFile)
	kickers        = phrases(kickersFile)
	honorifics     = words(honorificsFile)
	stamps         = phrases(stampsFile)
	writers        = phrases(writersFile)
	credits        = phrases(creditsFile)
	appeals        = phrases(appealsFile)
)

// phrases reads a data file of one phrase a line; "#" begins a comment line.
func phrases(file string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			set[line] = true
		}
	}
	return set
}

// words reads a data file of words.
func words(file string) map[string]bool {
	set := map[string]bool{}
	for phrase := range phrases(file) {
		for _, word := range strings.Fields(phrase) {
			set[word] = true
		}
	}
	return set
}

// phraseMax is longer in bytes than any phrase of the lists of headings.
const phraseMax = 48

// says says whether a line holds a phrase of a list and nothing else.
func says(list map[string]bool, line string) bool {
	return len(line) <= phraseMax && list[bare(line)]
}

// bare folds a heading for a look-up: lower case, without marks around it.
func bare(s string) string {
	return strings.Trim(briefings.Fold(s), " \t:.#*_=—-")
}

// pageParts are the parts of a page that are none of the article.
type pageParts struct {
	first  map[string]bool // first words of all of them
	lines  map[string]bool // whole lines
	starts map[string]bool // how lines begin
}

func readPageParts(file string) pageParts {
	p := pageParts{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for phrase := range phrases(file) {
		word, _, _ := strings.Cut(strings.TrimSuffix(phrase, "*"), " ")
		p.first[strings.TrimRight(word, ":")] = true
		if start, ok := strings.CutSuffix(phrase, "*"); ok {
			p.starts[strings.TrimRight(start, ":")] = true
		} else {
			p.lines[phrase] = true
		}
	}
	return p
}

// has says whether a line is a part of the page and not of the article, or two
// of them that lost the blank between them.
func (p *pageParts) has(line string) bool {
	head, tail := unglued(line)
	return p.one(line) || head != "" && p.one(head) && p.one(tail)
}

// unglued parts a line before the last capital within a word.
func unglued(line string) (head, tail string) {
	for i := len(line) - 1; i > 0; i-- {
		if line[i] >= 'A' && line[i] <= 'Z' && line[i-1] >= 'a' && line[i-1] <= 'z' {
			return line[:i], line[i:]
		}
	}
	return "", ""
}

func (p *pageParts) one(line string) bool {
	word, _, _ := strings.Cut(line, " ")
	if !p.first[strings.ToLower(strings.Trim(word, ":.-–—"))] {
		return false
	}
	folded := bare(line)
	if p.lines[folded] || p.starts[folded] {
		return true
	}
	for at := 0; at < len(folded); at++ {
		if c := folded[at]; (c == ' ' || c == ':') && p.starts[folded[:at]] {
			return true
		}
	}
	return false
}
