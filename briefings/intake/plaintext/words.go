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

//go:embed data/openers.txt
var openersFile string

//go:embed data/abbreviations.txt
var abbreviationsFile string

//go:embed data/months.txt
var monthsFile string

var (
	commonHeadings = phrases(headingsFile)
	workHeadings   = phrases(worksFile)
	contentsWords  = phrases(contentsFile)
	chromeLines    = phrases(chromeFile)
	captionWords   = words(captionsFile)
	smallWords     = words(smallFile)
	tailWords      = words(tailsFile)
	openers        = phrases(openersFile)
	abbreviations  = words(abbreviationsFile)
	dateWords      = words(monthsFile)
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

// bare folds a heading for a look-up: lower case, without marks around it.
func bare(s string) string {
	return strings.Trim(briefings.Fold(s), " \t:.#*_=—-")
}

// chrome says whether a line is a part of the page and not of the article.
func chrome(line string) bool {
	folded := bare(line)
	if chromeLines[folded] {
		return true
	}
	for at := strings.IndexByte(folded, ' '); at > 0; {
		if chromeLines[folded[:at]+"*"] {
			return true
		}
		next := strings.IndexByte(folded[at+1:], ' ')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return chromeLines[folded+"*"]
}
