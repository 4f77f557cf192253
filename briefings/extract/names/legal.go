package names

import (
	_ "embed"
	"strings"
	"sync"

	"dossier/briefings"
)

//go:embed legal.txt
var legalFile string

// legalWords are the legal forms that stand behind a company's name and before
// one.
var legalWords = sync.OnceValue(func() (forms struct{ behind, before map[string]bool }) {
	forms.behind, forms.before = map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(legalFile) {
		where, words, _ := strings.Cut(line, ":")
		set := map[string]map[string]bool{"behind": forms.behind, "before": forms.before}[where]
		for word := range strings.FieldsSeq(words) {
			if set != nil {
				set[word] = true
			}
		}
	}
	return forms
})

const (
	legalRule = "a legal form"
	coreRule  = "named with a legal form elsewhere in the text"
)

// companies finds companies by their legal form, which is surer than what the
// tagger makes of a foreign name: "JSC Mikron", "Nordane S.A.". What the same
// words stand for elsewhere in the text they stand for there too.
func (f *finder) companies() {
	cores := map[string]bool{}
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			if f.off[i] || !f.d.tokens[i].capital && f.d.form(&f.d.tokens[i]).class != 0 {
				continue
			}
			if legalWords().before[f.word(i)] && i+1 < s.end && f.d.tokens[i+1].capital {
				last := i + 1
				if m := f.at(last); m != nil && m.first == last && m.sentence == number {
					last = m.last
				}
				cores[f.text(i+1, last)] = true
				f.company(number, i, last)
				i = last
			} else if last := f.legalAt(number, i); last >= 0 {
				if first := f.companyStart(number, i); first < i {
					cores[strings.TrimRight(f.text(first, i-1), " ,")] = true
					f.company(number, first, last)
				}
				i = last
			}
		}
	}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.sentence >= 0 && m.State < 0 && m.Kind != briefings.Organization && cores[f.text(m.first, m.last)] {
			m.Type, m.Kind, m.Rule = Organization, briefings.Organization, coreRule
		}
	}
}

func (f *finder) company(sentence, first, last int) {
	f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: legalRule, sentence: sentence, first: first, last: last})
}

// legalAt returns the last token of the legal forms that stand at a token, -1 if
// none does. "A/S" is three tokens, "Pvt Ltd" two forms.
func (f *finder) legalAt(sentence, token int) int {
	end, last := f.d.sentences[sentence].end, -1
	for at := token; at < end; {
		next := at
		if at+2 < end && f.word(at+1) == "/" {
			next = at + 2
		}
		if !legalWords().behind[f.text(at, next)] {
			return last
		}
		last, at = next, next+1
	}
	return last
}

// companyStart returns the first of the capitalised words before a legal form:
// as far back as the tagger saw the name go, or over the hyphens in it.
func (f *finder) companyStart(sentence, form int) int {
	behind := form
	if f.word(form-1) == "," {
		behind--
	}
	first := f.headStart(sentence, behind)
	if first == behind {
		return form
	}
	for first-2 >= f.d.sentences[sentence].first && f.word(first-1) == "-" && f.d.tokens[first].glued && f.d.tokens[first-2].capital {
		first = f.headStart(sentence, first-1)
	}
	if m := f.at(behind - 1); m != nil && m.sentence == sentence {
		first = min(first, m.first)
	}
	return first
}
