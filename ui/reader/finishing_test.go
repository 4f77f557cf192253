package reader

import (
	"context"
	"errors"
	"testing"

	"dossier/briefings"
)

// What was written is not lost, whatever happens between its first letter and the disk.

func TestWhatCouldNotBeSavedWaitsAsADraft(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = d.id
	g := gated{put: make(chan error, 1)}
	_, p := d.behind(g, cfg, 100, 30)
	g.put <- errors.New("the disk is full")
	p.See("8 sections").Press("]", "a").Type("who pays").Press("enter").See("not saved: the disk is full; . goes on with what you wrote", "unfinished note")
	close(g.put)
	p.Press(".").See("(draft)", "who pays").Press("enter").See("note saved").Miss("unfinished")
	p.Until("the draft is gone from the disk", d.noDrafts)
}

// noDrafts says whether nothing is left unfinished on disk.
func (d *desk) noDrafts() bool {
	drafts, err := d.lib.Drafts(d.t.Context())
	return err == nil && len(drafts) == 0
}

// An import that ends while something is written does not put another briefing under it.
func TestAnImportThatEndsLeavesWhatIsWrittenWhereItIs(t *testing.T) {
	d := newDesk(t)
	_, other := d.importLike("A visit to the works", func(*briefings.Briefing) {})
	cfg := d.config()
	cfg.Open = d.id
	release := make(chan struct{})
	cfg.Import = func(context.Context, string, Progress) (string, string, error) {
		<-release
		return other, "taken in: A visit to the works", nil
	}
	app, p := d.before(cfg, 100, 30)
	p.See("8 sections").Press(":").Type("import works.txt").Press("enter").Press("]", "a").See("Note").Type("of the line")
	close(release)
	p.Until("it is taken in", func() bool { return app.job == nil }).Press("enter").See("note saved")
	all := d.briefing().Annotations
	if n := all[len(all)-1]; n.Body != "of the line" {
		t.Errorf("the last note of the briefing is %+v", n)
	}
}

// A note on a text that is another by now goes with its passage.
func TestANoteOnATextThatChangedMeanwhileGoesWithItsPassage(t *testing.T) {
	d := newDesk(t)
	app, p := d.within(100, 30)
	p.See("8 sections").Press("]", "a").See("Note").Type("still true?")
	on := app.form.draft.Anchor.Exact
	d.reimport("## Bottom line", "## Foreword\n\nThis edition has a page more.\n\n## Bottom line")
	p.Until("the reader knows of it", func() bool { return app.doc.outdated }).See("Note", "still true?").Press("enter").See("section 2 of 9", "still true?")
	b := d.briefing()
	n := b.Annotations[len(b.Annotations)-1]
	rev, err := d.lib.Revision(t.Context(), d.id, 0)
	if err != nil {
		t.Fatal(err)
	}
	at := n.Anchors[0]
	if got := string([]rune(rev.Text())[at.DocStart:at.DocEnd]); n.Body != "still true?" || got != on {
		t.Errorf("written on %q, the note %q is on %q", on, n.Body, got)
	}
}
