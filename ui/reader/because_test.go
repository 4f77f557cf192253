package reader

import "testing"

// Why something was found is told in plain words, and by those of the text where these
// tell it.
func TestWhySomethingWasFoundIsToldInPlainWords(t *testing.T) {
	for rule, want := range map[string]string{
		"tagger": "it is used as a name",
		"list of states (11), a capital that acts elsewhere in the text":          "it is in the list of states, 11 times; a capital that acts elsewhere in the text",
		"cue: have yet to; cue: have yet to say":                                  "the text says “have yet to”",
		"signs: confirmed (not-check), confirmed (not-tell), schedule (not-fact)": "the text says “confirmed”, “schedule”",
		"the date does not lie ahead of the document's":                           "the date does not lie ahead of the document's",
		"price has not been disclosed; cue: not been disclosed":                   "the text says “not been disclosed”; price has not been disclosed",
	} {
		if got := becauseOf(rule); got != want {
			t.Errorf("%q reads %q, want %q", rule, got, want)
		}
	}
}
