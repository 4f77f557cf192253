package reader

import (
	"fmt"
	"testing"
)

func TestAPaneIsFilteredByWordsStatusAndParties(t *testing.T) {
	p := newDesk(t).sit(160, 48)
	p.Press("3", "&").Type("expected").See("&expected", fmt.Sprint("1 of ", sampleEntries), "2026 ◇").Miss("2025\n")
	p.Miss("dated")
	p.Press("enter", "esc").See(fmt.Sprint(sampleEntries, " dated")).Miss("&expected")
	p.Press("&").Type("zeppelin").See(fmt.Sprint("0 of ", sampleEntries), "Nothing here matches").Press("esc")

	p.Press("5", "&").Type("stated").See("&stated").Press("enter").Miss("□ datalinks")
	p.Press("esc").Miss("&stated")
}

func TestAFilteredPaneKeepsItsFilterWhenRecordsChange(t *testing.T) {
	through(t, "outline", "questions")
	p := newDesk(t).sit(160, 48)
	p.Press("2", "&").Type("open").Press("enter").See("&open")
	p.Press("t").See("accepted as an open question", "&open")
}

func TestTheFilterNeedsAPane(t *testing.T) {
	newDesk(t).sit(100, 30).Press("&").See("go to a pane first")
}
