package reader

import (
	"context"
	"errors"
	"testing"

	"dossier/briefings"
	"dossier/briefings/sample"
)

// A document that is opened as a file shows while it is taken in.

func TestTheIncomingTextShowsBeforeItIsStored(t *testing.T) {
	d := newDesk(t)
	b, rev := sample.Document()
	b.ID = ""
	cfg := d.config()
	release := make(chan struct{})
	cfg.Incoming = &Incoming{Briefing: &b, Revision: &rev, Store: func(_ context.Context) (string, string, error) {
		<-release
		return d.id, "found: 8 sections", nil
	}}
	p := d.with(cfg, 100, 30)
	p.See("Bottom line", "finding the structure").Press("a").See("not in the library yet")
	close(release)
	p.See("found: 8 sections").Press("]", "a").See("Note")
}

// A briefing of very many words is brought without its records first, also when it
// has just been taken in.
func TestTheRecordsOfALongIncomingTextShow(t *testing.T) {
	through(t, "timeline", "questions")
	d := newDesk(t)
	whole, id := d.importLike("A long document", func(b *briefings.Briefing) { b.Words = atOnce + 1 })
	rev, err := d.lib.Revision(t.Context(), id, 0)
	if err != nil {
		t.Fatal(err)
	}
	shown := briefings.Briefing{Meta: whole.Meta, Sections: whole.Sections}
	cfg := d.config()
	release := make(chan struct{})
	cfg.Incoming = &Incoming{Briefing: &shown, Revision: rev, Store: func(context.Context) (string, string, error) {
		<-release
		return id, "found: 8 entries", nil
	}}
	p := d.with(cfg, 120, 36)
	p.See("3 Timeline", "reading…").Miss("No dates were found")
	close(release)
	p.See("found: 8 entries", "8 dated").Miss("reading…").Press("2").See("2 Questions", "open")
}

func TestATextThatCouldNotBeStoredPromisesNoRecords(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	b, rev := sample.Document()
	cfg := d.config()
	cfg.Incoming = &Incoming{Briefing: &briefings.Briefing{Meta: briefings.Meta{Title: b.Title}, Sections: b.Sections}, Revision: &rev,
		Store: func(context.Context) (string, string, error) { return "", "", errors.New("the disk is full") }}
	d.with(cfg, 120, 36).See("the disk is full", "The text is not in the library.").Miss("reading…")
}
