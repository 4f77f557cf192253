package command

import (
	"strings"
	"testing"
)

func TestAFaultInOneDocumentIsAnErrorOfThatDocument(t *testing.T) {
	fail := func() (err error) {
		defer spare("report.txt", &err)
		panic("index out of range")
	}
	if err := fail(); err == nil || !strings.Contains(err.Error(), "report.txt was not taken in") {
		t.Errorf("a fault came back as %v", err)
	}
}
