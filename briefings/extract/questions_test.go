package extract

import (
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
)

// questionsOf reads the questions of a text that stands in a plain section.
func questionsOf(t testing.TB, text string) []briefings.Question {
	t.Helper()
	return Questions(sourceOf(t, "# A plant\n\n## What is known\n\n"+text), nil, nil)
}

func TestSentencesBecomeQuestions(t *testing.T) {
	for _, c := range []struct{ sentence, kinds, want string }{
		{"Neither the firm nor the ministry has confirmed the exact site.", "gap verification", "What is the exact site?"},
		{"The ministry has not publicly disclosed the terms of the loan, and work goes on.", "gap", "What are the terms of the loan?"},
		{"It is unclear whether the yard will open in May.", "gap forecast", "Will the yard open in May?"},
		{"It remains to be seen if the two banks can agree.", "gap", "Can the two banks agree?"},
		{"It is not known how the firm will pay for the line.", "gap", "How will the firm pay for the line?"},
		{"It is unknown who will run the plant.", "gap", "Who will run the plant?"},
		{"Whether the deal covers engines is unclear.", "gap", "Does the deal cover engines?"},
		{"The cost of the second hall remains unknown.", "gap", "What is the cost of the second hall?"},
		{"The degree to which strikes slowed the work is uncertain.", "gap", "To what extent did strikes slow the work?"},
		{"The two sides have yet to sign a contract.", "gap decision", "When will the two sides sign a contract?"},
		{"The report has not been published.", "gap", "When will the report be published?"},
		{"The ministry did not explain the delay.", "gap", "What explains the delay?"},
		{"The date is to be announced.", "gap decision", "What is the date?"},
		{"The army is considering buying a second type.", "decision", "Will the army go ahead with buying a second type?"},
		{"Congress may consider whether to fund the second hall.", "decision", "Should Congress fund the second hall?"},
		{"Congress may examine the extent to which the fund has helped.", "decision", "To what extent has the fund helped?"},
		{"Residents have alleged that the river was poisoned.", "verification", "Is it true that the river was poisoned?"},
		{"Congress may examine whether the fences suffice to keep cattle out.", "decision", "Do the fences suffice to keep cattle out?"},
		{"Engineers were split on whether that is enough.", "gap decision forecast", "Is that enough?"},
		{"Engineers were split on whether that is enough for two boats.", "gap decision forecast", "Is that enough for two boats?"},
		{"He had no answer when asked who would pay for the second hall.", "gap", "Who would pay for the second hall?"},
		{"The paper found no official information on any plan to move the yard.", "gap", "What is known about any plan to move the yard?"},
		{"The cause is under investigation.", "verification", "What will come of the cause?"},
		{"If the tests go well, the firm plans to build a second hall.", "conditional forecast", "Will the tests go well?"},
		{"Who will pay for the second hall?", "gap", "Who will pay for the second hall?"},
		{"2) Should the yard be moved?", "decision", "Should the yard be moved?"},
	} {
		got := questionsOf(t, c.sentence)
		if len(got) != 1 {
			t.Errorf("%q gives %d questions", c.sentence, len(got))
			continue
		}
		if got[0].Text != c.want {
			t.Errorf("%q\n gives %q\n  want %q", c.sentence, got[0].Text, c.want)
		}
		var kinds []string
		for _, k := range got[0].Kinds {
			kinds = append(kinds, string(k))
		}
		if strings.Join(kinds, " ") != c.kinds {
			t.Errorf("%q: kinds %v, want %s", c.sentence, kinds, c.kinds)
		}
	}
}

func TestOpenMattersInTheLanguageAtLarge(t *testing.T) {
	for sentence, want := range map[string]string{
		"Neither firm disclosed the value of the deal.":                     "gap",
		"Figures were not immediately available.":                           "gap",
		"The office does not hold data on what was exported.":               "gap",
		"Data on such sales are not collected centrally by the ministry.":   "gap",
		"To ask the Secretary of State how many licences were refused.":     "gap",
		"The application is under review.":                                  "decision",
		"Talks on the second hall are continuing.":                          "decision",
		"The two sides are still discussing the price.":                     "decision",
		"The board has made no decision on a second hall.":                  "decision",
		"Damages will be settled at a later date.":                          "decision",
		"The fate of the second hall will be decided in the capital.":       "decision",
		"When the second hall will stand is anybody's guess.":               "gap",
		"The price has not been made public.":                               "gap",
		"Its terms have never been published.":                              "gap",
		"The owner of the yard is a matter of dispute.":                     "gap",
		"Who pays is far from settled.":                                     "gap",
		"Nobody outside the firm knows the price.":                          "gap",
		"The ministry would not say what the hall costs.":                   "gap",
		"He did not give a date.":                                           "gap",
		"Officials would not be drawn on the rate.":                         "gap",
		"The town kept the price secret.":                                   "gap",
		"The bank has not made up its mind.":                                "decision",
		"The buyer of the crane is not identified.":                         "gap",
		"The ministry has not replied.":                                     "gap",
		"Nobody has explained to the town who pays.":                        "gap",
		"The loan is still outstanding.":                                    "decision",
		"No date has been set.":                                             "gap",
		"There is no sign that the bank will pay.":                          "gap forecast",
		"Historians differ over its origin.":                                "gap",
		"Conflicting accounts of the fire were given.":                      "gap",
		"The minister left open whether the yard will be sold.":             "gap forecast",
		"The footage could not be authenticated.":                           "verification",
		"There was no independent confirmation of the sale.":                "verification",
		"The loan must still be approved, and the council has yet to vote.": "gap decision",
		"The cabinet put off the decision.":                                 "decision",
		"The vote is still pending.":                                        "decision",
		"It is doubtful that the bank would pay.":                           "forecast gap",
		"There is no guarantee that the hall will stand.":                   "forecast",
		"How the town will take it is hard to predict.":                     "gap forecast",
		"Much hangs on the weather.":                                        "conditional",
		"The outcome of the talks depends on the bank.":                     "conditional",
		"The second hall may hinge on a loan.":                              "conditional",
	} {
		got := questionsOf(t, sentence)
		if len(got) != 1 {
			t.Errorf("%q gives %d questions", sentence, len(got))
			continue
		}
		var kinds []string
		for _, k := range got[0].Kinds {
			kinds = append(kinds, string(k))
		}
		slices.Sort(kinds)
		wanted := strings.Fields(want)
		slices.Sort(wanted)
		if !slices.Equal(kinds, wanted) {
			t.Errorf("%q: kinds %v, want %s (%s)", sentence, kinds, want, got[0].Rule)
		}
	}
}

func TestWhatIsNoQuestion(t *testing.T) {
	for _, sentence := range []string{
		"The ministry has confirmed the exact site.",
		"The plant could be dangerous.",
		"The plan is likely to work.",
		"Members who are considering a bill may read this.",
		"Repairs can take as long as 9 years.",
		"The price is to be determined by the market.",
		"The alleged network was drawn on a map.",
		"Why does this matter? Because the plant is the first of its kind.",
		"“Is it safe?” said the guard.",
		"Do you want to build a plant too?",
		"How might we build a better plant?",
		"The yard is open to visitors.",
		"The code is open source.",
		"The singer is unknown to the town.",
		"The town is not known for its food.",
		"The firm has not made much money.",
		"Tell us for how long you wish to stay.",
		"(See “What Is Expected of Member States?”)",
	} {
		for _, q := range questionsOf(t, sentence) {
			t.Errorf("%q gives %q (%s)", sentence, q.Text, q.Rule)
		}
	}
}

func TestAProposalIsComplete(t *testing.T) {
	sentence := "It is unclear whether the yard will open in May."
	q := questionsOf(t, "The firm builds ships. "+sentence+" Work goes on.")[0]
	if q.Status != briefings.Open || !q.Proposed || q.Priority != briefings.Medium || q.Origin != briefings.OriginExtracted ||
		q.Generator != questionGenerator || q.Rule != "cue: is unclear; cue: unclear whether the yard will; cue: whether; cue: whether the yard will" || q.Handle != "q-will-yard-open" {
		t.Errorf("got %+v", q)
	}
	if len(q.Anchors) != 1 || q.Anchors[0].Exact != sentence {
		t.Errorf("it points at %+v", q.Anchors)
	}
}

func TestTheSameQuestionTwiceIsOneWithTwoPassages(t *testing.T) {
	got := questionsOf(t, "The report has not been published.\n\nAs of May, the report has not been published.")
	if len(got) != 1 || len(got[0].Anchors) != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestWeakCuesCountWhereQuestionsAreListed(t *testing.T) {
	const sentence = "The board looked at the feasibility of a second dock."
	s := sourceOf(t, "# A plant\n\n## What is known\n\n"+sentence)
	if got := Questions(s, nil, nil); len(got) != 0 {
		t.Errorf("in a plain section: %q", got[0].Text)
	}
	s.Sections[0].Roles = []briefings.Role{briefings.RoleQuestions}
	if got := Questions(s, nil, nil); len(got) != 1 {
		t.Errorf("in a section on open questions: %d proposals", len(got))
	}
}

func TestAnAnsweredQuestionOfTheAuthorCountsWhereQuestionsAreListed(t *testing.T) {
	const text = "Who pays for it? The loan covers half."
	s := sourceOf(t, "# A plant\n\n## Money\n\n"+text)
	if got := Questions(s, nil, nil); len(got) != 0 {
		t.Errorf("in a plain section: %q", got[0].Text)
	}
	s.Sections[0].Roles = []briefings.Role{briefings.RoleQuestions}
	if got := Questions(s, nil, nil); len(got) == 0 || got[0].Text != "Who pays for it?" {
		t.Errorf("in a section on open questions: %d proposals", len(got))
	}
}
