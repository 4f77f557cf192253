package briefings

import "testing"

func offered(exact string) Evidence {
	return Evidence{Briefing: "B3", Anchor: &Anchor{Exact: exact}, Bearing: Context, Reason: "names Delta", Offered: true}
}

func TestAPassageIsOfferedOnce(t *testing.T) {
	q := raised()
	if !q.Offer(offered("Work begins in May.")) || q.Offer(offered("work begins in May.")) {
		t.Error("the same words were offered twice, or not at all")
	}
	if !q.Offer(offered("Work ends in June.")) || len(q.Offers()) != 2 {
		t.Errorf("evidence: %+v", q.Evidence)
	}
}

func TestWhatWasDismissedStaysDismissed(t *testing.T) {
	q := raised()
	q.Offer(offered("Work begins in May."))
	if err := q.Dismiss(0, "analyst-one", noon); err != nil {
		t.Fatal(err)
	}
	if q.Offer(offered("Work begins in May.")) || len(q.Offers()) != 0 {
		t.Error("offered again after it was dismissed")
	}
	if e := q.Evidence[0]; !e.Dismissed || e.By != "analyst-one" || e.At != noon {
		t.Errorf("who dismissed it and when: %+v", e)
	}
	if len(q.Flags(today, "")) != 0 {
		t.Error("dismissed evidence still asks for a look")
	}
}

func TestLinkedEvidenceBears(t *testing.T) {
	q := raised()
	q.Offer(offered("Work begins in May."))
	if err := q.Link(0, "maybe", "analyst-one", noon); err == nil {
		t.Error("linked with a bearing that there is not")
	}
	if err := q.Link(1, Supports, "analyst-one", noon); err == nil {
		t.Error("linked what is not there")
	}
	if err := q.Link(0, Supports, "analyst-one", noon); err != nil {
		t.Fatal(err)
	}
	if e := q.Evidence[0]; e.Offered || e.Bearing != Supports || e.By != "analyst-one" || len(q.Offers()) != 0 {
		t.Errorf("got %+v", e)
	}
}
