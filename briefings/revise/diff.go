package revise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a run of words of a difference.
type Word struct {
	Op   Op
	Text string
}

// Op says whether words stand in both texts or in one.
type Op byte

const (
	Kept    Op = '='
	Removed Op = '-'
	Added   Op = '+'
)

// Diff compares two passages word by word.
func Diff(before, after string) []Word {
	x, y := tokens(before, 0, len(before)), tokens(after, 0, len(after))
	to := common(x, y)
	var d differ
	j := 0
	for i := range x {
		if to[i] < 0 {
			d.add(Removed, before, x[i])
			continue
		}
		for ; j < to[i]; j++ {
			d.add(Added, after, y[j])
		}
		d.add(Kept, after, y[j])
		j++
	}
	for ; j < len(y); j++ {
		d.add(Added, after, y[j])
	}
	return d.out
}

// differ joins words that stand side by side into runs. A blank that stands
// before a word goes with it, so that kept and added words give the new text.
type differ struct{ out []Word }

func (d *differ) add(op Op, text string, w token) {
	words := text[w.start:w.end]
	if r, _ := utf8.DecodeLastRuneInString(text[:w.start]); w.start > 0 && unicode.IsSpace(r) {
		words = " " + words
	}
	if n := len(d.out); n > 0 && d.out[n-1].Op == op {
		d.out[n-1].Text += words
		return
	}
	d.out = append(d.out, Word{op, words})
}

// likeness is the share of the letters of two passages that stand in both.
func likeness(diff []Word) float64 {
	kept, all := 0, 0
	for _, w := range diff {
		n := utf8.RuneCountInString(w.Text)
		if w.Op == Kept {
			kept, all = kept+2*n, all+2*n
		} else {
			all += n
		}
	}
	if all == 0 {
		return 1
	}
	return float64(kept) / float64(all)
}

// negations turn a statement around.
var negations = map[string]bool{
	"not": true, "no": true, "never": true, "none": true, "nor": true, "neither": true, "without": true, "cannot": true,
	"nothing": true, "nobody": true, "hardly": true, "barely": true, "unlikely": true, "t": true, // don't
	"denied": true, "denies": true, "deny": true, "refused": true, "rejected": true, "failed": true, "unless": true, "except": true,
}

// grave says whether a number, a negation or a name is among the words that
// differ. A capital letter counts as a name, also at the start of a sentence:
// the mistake on that side costs one look.
func grave(diff []Word) bool {
	for _, w := range diff {
		if w.Op == Kept {
			continue
		}
		for _, t := range tokens(w.Text, 0, len(w.Text)) {
			first, _ := utf8.DecodeRuneInString(t.form)
			if unicode.IsUpper(first) || strings.ContainsFunc(t.form, unicode.IsDigit) || negations[strings.ToLower(t.form)] {
				return true
			}
		}
	}
	return false
}
