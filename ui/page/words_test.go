package page

import "testing"

func TestWords(t *testing.T) {
	p := open("# One two\n\nÜçüncü **fo**ur.\n\n---\n\nFive", 80)
	text := []rune(textOf(p.doc)) // "One two\nÜçüncü four.\n\nFive"
	word := func(r Range, ok bool) string {
		if !ok {
			return "none"
		}
		return string(text[r.Start:r.End])
	}
	for _, c := range []struct{ name, got, want string }{
		{"the word at its first letter", word(p.WordAt(0)), "One"},
		{"the word within", word(p.WordAt(2)), "One"},
		{"at a blank the next", word(p.WordAt(3)), "two"},
		{"at the end of a block the next block's", word(p.WordAt(7)), "Üçüncü"},
		{"next", word(p.NextWord(0)), "two"},
		{"next over the border of blocks", word(p.NextWord(4)), "Üçüncü"},
		{"next across emphasis and a rule", word(p.NextWord(16)), "Five"},
		{"none after the last", word(p.NextWord(23)), "none"},
		{"previous", word(p.PreviousWord(4)), "One"},
		{"previous over the border", word(p.PreviousWord(8)), "two"},
		{"previous from within a word", word(p.PreviousWord(17)), "Üçüncü"},
		{"none before the first", word(p.PreviousWord(1)), "none"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	p := open("# A heading\n\nThe first one. The U.S. team is second?\n\nAlone", 80)
	get := func(r Range, ok bool) string {
		if !ok {
			return "none"
		}
		return p.Text(r)
	}
	for _, c := range []struct{ name, got, want string }{
		{"a heading is one", get(p.SentenceAt(3)), "A heading"},
		{"the sentence that holds a point", get(p.SentenceAt(14)), "The first one."},
		{"next", get(p.NextSentence(14)), "The U.S. team is second?"},
		{"next over the border", get(p.NextSentence(30)), "Alone"},
		{"previous", get(p.PreviousSentence(30)), "The first one."},
		{"previous over the border", get(p.PreviousSentence(14)), "A heading"},
		{"none before the first", get(p.PreviousSentence(2)), "none"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestTextOfARange(t *testing.T) {
	p := open("Üç **two** three\n\nfour five", 80)
	if got := p.Text(Range{3, 17}); got != "two three\nfour" {
		t.Errorf("the range gives %q", got)
	}
}
