package timex

import (
	"dossier/briefings/edtf"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDev(t *testing.T) {
	ref, _ := edtf.Parse("2026-04-20")
	text := os.Getenv("TXT")
	for _, line := range strings.Split(text, "|") {
		r, err := Read(line, Options{Reference: ref, FiscalStart: 10})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("##", line, r.Manner)
		for _, e := range r.Expressions {
			fmt.Printf("   %q %s %s when=%s form=%s rule=%s mod=%s\n", line[e.Start:e.End], e.Type(), e.Value, e.When, e.Form.String(), e.Rule, e.Mod())
		}
		for _, e := range r.Intervals {
			fmt.Printf("   %q INTERVAL %s rule=%s\n", line[e.Start:e.End], e.When, e.Rule)
		}
	}
}
