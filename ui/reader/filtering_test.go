package reader

import "testing"

func TestAPaneIsFilteredByWordsStatusAndParties(t *testing.T) {
	p := newDesk(t).sit(160, 48)
	p.Press("3", "&").Type("expected").See("&expected", "1 of 7", "2026 ◇").Miss("2025\n")
	p.Miss("dated")
	p.Press("enter", "esc").See("7 dated").Miss("&expected")
	p.Press("&").Type("zeppelin").See("0 of 7", "Nothing here matches").Press("esc")

	p.Press("5", "&").Type("stated").See("&stated").Press("enter").Miss("expected")
	p.Press("esc").Miss("&stated")
}

func TestAFilteredPaneKeepsItsFilterWhenRecordsChange(t *testing.T) {
	p := newDesk(t).sit(160, 48)
	p.Press("2", "&").Type("open").Press("enter").See("&open")
	p.Press("t").See("taken as an open question", "&open")
}

func TestTheFilterNeedsAPane(t *testing.T) {
	newDesk(t).sit(100, 30).Press("&").See("go to a pane first")
}
