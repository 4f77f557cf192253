package command

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/intake"
)

// The history says of every file that was written that it was, also of the last one
// before somebody stopped the export of a library.
func TestWhatIsWrittenIsInTheHistoryOfWhoStopsTheRest(t *testing.T) {
	s := newSession(strings.NewReader(""), io.Discard, io.Discard)
	defer s.close()
	s.library = filepath.Join(t.TempDir(), "library.db")
	lib, err := s.opened()
	if err != nil {
		t.Fatal(err)
	}
	text, err := intake.Read([]byte("Quay 1\n\nIt was built in 1891.\n"), intake.Options{Source: "quay.txt", Now: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	b := &briefings.Briefing{Meta: text.Meta}
	in, err := lib.Import(t.Context(), *b, text.Revision)
	if err != nil {
		t.Fatal(err)
	}
	b.ID = in.ID
	ctx, stop := context.WithCancel(t.Context())
	stop()
	x := &exporter{session: s, lib: lib, exporting: &exporting{format: "markdown"}}
	x.log(ctx, b, "quay-1.md")
	history, err := lib.History(t.Context(), b.ID, "")
	if err != nil {
		t.Fatal(err)
	}
	if last := history[len(history)-1]; !strings.Contains(last.Note, "to quay-1.md") {
		t.Errorf("the last change is %+v", last)
	}
}
