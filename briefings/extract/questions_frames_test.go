package extract

import (
	"strings"
	"testing"
)

// What a statement leaves open is asked in a whole sentence, whatever the order
// of its words.
func TestStatementsBecomeQuestions(t *testing.T) {
	for _, c := range []struct{ what, statement, want string }{
		{"not known to do it", "The navy is not publicly known to possess such boats, although nothing forbids it.", "Does the navy possess such boats?"},
		{"not known to be so", "The firms are not publicly known to be building boats.", "Are the firms building boats?"},
		{"whom it means stands before", "The town paid for a study in autumn 2023; it has never been published.", "“The town paid for a study in autumn 2023; it has never been published”: what is still open here?"},
		{"a claim", "A local paper declared without evidence the yard was sold to a bank.", "Is it true that the yard was sold to a bank?"},
		{"a claim of somebody", "A claim by a rival that the yard leaks oil was rejected but could not be verified.", "Is it true that the yard leaks oil?"},
		{"a report in doubt", "Reports that a hull was moved to Hull could not be checked.", "Is it true that a hull was moved to Hull?"},
		{"a check that failed", "The footage could not be authenticated.", "Can the footage be authenticated?"},
		{"a hope", "Many in the town will hope that the yard eventually brings back the trade, the jobs, and the pride.", "Will the yard eventually bring back the trade, the jobs, and the pride?"},
		{"a condition", "If the council buys the second crane, work is planned to begin in May.", "Will the council buy the second crane?"},
		{"a condition turned round", "Should Congress decide that more money is needed, it may change the law.", "Will Congress decide that more money is needed?"},
		{"what is expected", "Selection and negotiation are underway, with formal notices expected during May if talks go well.", "Will formal notices follow during May if talks go well?"},
		{"what is expected, by its verb", "Formal notices are expected in May if the talks go well.", "Will formal notices follow in May if the talks go well?"},
		{"what they have to say", "The two sides have yet to say which ports, if any, the yard may serve.", "Which ports, if any, could the yard serve?"},
		{"what was not done", "The council has not ruled on the request for a lease.", "Will the council rule on the request for a lease?"},
		{"what is left to be done", "The timetable for the crane has still to be worked out.", "When will the timetable for the crane be worked out?"},
		{"what must be approved", "The bank must still approve a guarantee, and the date is open.", "Will the bank approve a guarantee?"},
		{"a decision put off", "The cabinet has put off that decision twice.", "When will that decision come?"},
		{"a decision pushed back", "A decision about the second hall has been pushed back to the autumn.", "When will a decision about the second hall come?"},
		{"a debate", "Experts have debated the safety of the dock.", "What will come of the debate on the safety of the dock?"},
		{"a doubt", "The loss casts doubt on the future of the dock, even now.", "How certain is the future of the dock?"},
		{"what is weighed", "The bank, for its part, is weighing a loan that would cover half.", "What will the bank decide on a loan that would cover half?"},
		{"what may be", "The rule on which all this rests may be rewritten before the dock opens.", "Will the rule on which all this rests be rewritten before the dock opens?"},
		{"a question further on", "We are waiting for the tax office to tell us how kits will be classed.", "How will kits be classed?"},
		{"a question in front", "How the town will take it is hard to predict.", "How will the town take it?"},
		{"to what extent", "A further issue is to what extent costs have fallen since then.", "To what extent have costs fallen since then?"},
		{"what to do", "An issue for Congress is whether to fund the dock.", "Should Congress fund the dock?"},
		{"no information", "The ministry has provided no details about the lease.", "What is known about the lease?"},
		{"no figure", "He did not give a price.", "What is the price?"},
		{"an adverbial first", "To this day the yield of the test is a matter of argument.", "What is the yield of the test?"},
		{"a list and a clause within the subject", "It is unclear whether the tug, crane (old), and ferry crews, which have long been paid by the town, will be moved to the new dock.", "Will the tug, crane (old), and ferry crews, which have long been paid by the town, be moved to the new dock?"},
		{"a clause without that", "It is unclear whether the rights a firm may have will be sold.", "Will the rights a firm may have be sold?"},
		{"a participle that is no verb", "It is unclear whether docks located in Hull, York, and Leeds would be closed.", "Would docks located in Hull, York, and Leeds be closed?"},
		{"a verb without a helper", "It is unclear whether the tolls changed compared with May and, if so, by how much.", "Did the tolls change compared with May?"},
		{"two verbs without a helper", "It is unclear to what extent the plan differs from or matches the one before.", "To what extent does the plan differ from or match the one before?"},
		{"a noun in the form of a verb", "It is unclear how various issues affect the yard.", "How do various issues affect the yard?"},
		{"what somebody has", "It is unclear whether the yard has enough crews to fill the roster.", "Does the yard have enough crews to fill the roster?"},
		{"one way or the other", "The law did not clarify how the tugs should or should not carry freight.", "How should the tugs carry freight?"},
		{"whether and more", "It is unclear whether, and to what extent, the levy would apply to tugs.", "To what extent would the levy apply to tugs?"},
		{"a subject too long to be read at once", "How the rules for tugs, as written down in the order of the old harbour board and partly taken over by the new one (second part), may clash with the plans of the neighbours is uncertain.", "How could the rules for tugs, as written down in the order of the old harbour board and partly taken over by the new one (second part), clash with the plans of the neighbours?"},
		{"whom a claim is about", "Friends of Ada alleged she was pushed off the dock.", "Is it true, as friends of Ada alleged, that she was pushed off the dock?"},
		{"what nobody can tell", "The office is unable to determine the exact cause.", "What is the exact cause?"},
		{"no timetable", "The office gave no timetable for the repair of the dock.", "What is the timetable for the repair of the dock?"},
		{"no answer yet", "The bank did not respond to requests for comment.", "Will the bank comment?"},
		{"a matter of debate", "The bank's role in the sale remains a topic of debate.", "What is the bank's role in the sale?"},
		{"an adverb behind the subject", "The effect of the levy on tugs generally is unclear.", "What is the effect of the levy on tugs?"},
		{"how to do it", "Another issue is how to collect the toll from ferries.", "How to collect the toll from ferries?"},
		{"a question in front, behind a word that leads over", "However, whether the yard can pay the crews remains an open question.", "Can the yard pay the crews?"},
		{"how somebody's plan works out", "Congress may examine how the tug plan, which cuts the fleet by half, would change the fares.", "How would the tug plan, which cuts the fleet by half, change the fares?"},
		{"in doubt on a day", "The talks remained in doubt on Tuesday.", "How certain are the talks?"},
		{"a second clause", "The date of the sale has not been disclosed by the bank and a speaker did not comment.", "When will the date of the sale be disclosed by the bank?"},
		{"a blank that was lost", "The bank has not published rules for the yard.Table 3 shows the fares.", "Will the bank publish rules for the yard?"},
		{"an irregular participle", "She would not say what her bank had paid.", "What had her bank paid?"},
		{"a figure not given", "No figure was given for the tolls.", "What is the figure for the tolls?"},
		{"questions not answered", "The bank did not respond to questions about the sale.", "Will the bank respond to questions about the sale?"},
		{"what is awaited", "The bank's view is awaited.", "What is the bank's view?"},
		{"nothing to hold on to", "The text does not say.", "“The text does not say”: what is still open here?"},
		{"a long one", "It is unclear whether the yard will open in May, as the council has said in each of the many letters that it has written to the owners, the bank and the press since last autumn.", "Will the yard open in May?"},
	} {
		got := questionsOf(t, c.statement)
		if len(got) != 1 {
			t.Errorf("%s: %q gives %d questions", c.what, c.statement, len(got))
			continue
		}
		if got[0].Text != c.want {
			t.Errorf("%s: %q\n gives %q\n  want %q", c.what, c.statement, got[0].Text, c.want)
		}
	}
}

// A broken inversion is worse than the statement's own words.
func TestWhereTheWordsAreUnsureTheyAreQuoted(t *testing.T) {
	for _, statement := range []string{
		"Nobody at the bank could say on Monday if a second loan would come.",
		"How much has been drawn the state bank refuses to disclose.",
		"Little is known about the fine.",
	} {
		for _, q := range questionsOf(t, statement) {
			first, _, _ := strings.Cut(statement, " ")
			if !strings.HasPrefix(q.Text, "“"+first) || !strings.HasSuffix(q.Text, "”: what is still open here?") {
				t.Errorf("%q\n gives %q", statement, q.Text)
			}
		}
	}
}

// FuzzQuestions holds that every proposal is a question, whatever stands there.
func FuzzQuestions(f *testing.F) {
	for _, seed := range []string{"It is unclear (so they say) whether “it” will.", "If X, whether Y is not known to be.", "Nor is “that known", "Should, it has not been."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, q := range questionsOf(t, text) {
			if !strings.HasSuffix(q.Text, "?") && !strings.HasSuffix(q.Text, "?”") && !strings.HasSuffix(q.Text, `?"`) {
				t.Errorf("%q gives %q", text, q.Text)
			}
		}
	})
}
