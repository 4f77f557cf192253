package extract

// Which words are verbs, and in which form. There is no tagger: a word counts
// as a verb if it is a form of one of a list, or, in the past, if it ends as
// regular ones do. What may be a noun as well is for the caller to weigh.

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/verbs-list-en.txt
var verbList string

// verbForm is a set of the forms that a word may be.
type verbForm uint8

const (
	baseForm   verbForm = 1 << iota // unlock
	thirdForm                       // unlocks
	pastForm                        // unlocked, took: also where it is a participle
	participle                      // taken: only with an auxiliary
	ingForm                         // unlocking
)

// verb is what a word is a form of.
type verb struct {
	base string
	form verbForm
}

// verbs lists the forms of all verbs that are known.
var verbs = sync.OnceValue(func() map[string]verb {
	out := map[string]verb{}
	note := func(word, base string, form verbForm) {
		if v, known := out[word]; known {
			out[word] = verb{v.base, v.form | form}
			return
		}
		out[word] = verb{base, form}
	}
	for base, forms := range otherForms() {
		if base != "be" && base != "have" {
			for i, form := range forms {
				note(form, base, irregularForm(form, i))
			}
			note(base, base, baseForm)
			note(regularForms(base)[1], base, thirdForm)
		}
	}
	for line := range strings.Lines(verbList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		bases, forms, own := strings.Cut(line, ":")
		for base := range strings.FieldsSeq(bases) {
			irregular := otherForms()[base]
			if own {
				irregular = strings.Fields(forms)
			}
			for i, form := range regularForms(base) {
				regular := [...]verbForm{baseForm, thirdForm, pastForm, ingForm}[i]
				if regular != pastForm || !anyPast(irregular) {
					note(form, base, regular)
				}
			}
			for i, form := range irregular {
				note(form, base, irregularForm(form, i))
			}
		}
	}
	return out
})

// irregularForm is the form of the i-th of a verb's irregular ones: the past
// stands first, the participle behind it.
func irregularForm(form string, i int) verbForm {
	switch {
	case strings.HasSuffix(form, "ing"):
		return ingForm
	case i > 0:
		return participle
	}
	return pastForm
}

func anyPast(forms []string) bool {
	return len(forms) > 0 && !strings.HasSuffix(forms[0], "ing")
}

// verbOf looks a word up; not ok if it is no form of a verb that is known. A
// regular past form is known by its ending.
func verbOf(word string) (v verb, ok bool) {
	word = strings.ToLower(word)
	if v, ok = verbs()[word]; ok {
		return v, true
	}
	if len(word) > len("based") && strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed") {
		return verb{form: pastForm}, true
	}
	return verb{}, false
}
