package reader

import (
	"context"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/ui/theme"
)

// What takes longer than half a second shows how far it is and how fast it
// goes; Esc ends it, and the reader goes on meanwhile.
func TestALongJobShowsABarAndEndsAtEsc(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	begun := d.clock.now()
	ended := make(chan error, 1)
	cfg.Search = func(ctx context.Context, _ string, progress Progress) (Hits, error) {
		progress(3000, 10000)
		<-ctx.Done()
		ended <- ctx.Err()
		return Hits{}, ctx.Err()
	}
	p := d.with(cfg, 120, 30)
	p.Press("F").Type("odds").Press("enter").See("searching…").Miss("3000/10000")
	d.clock.set(begun.Add(2 * time.Second))
	p.See("searching", "3000/10000", "1500/s", "Esc stops").Press("j").Fits()
	p.Press("esc").See("stopped: searching").Miss("3000/10000")
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("the search goes on")
	}
}

// An answer that comes after its job was ended is dropped.
func TestALateAnswerIsDropped(t *testing.T) {
	through(t, "questions", "actors")
	d := newDesk(t)
	cfg := d.config()
	release := make(chan struct{})
	cfg.Search = func(context.Context, string, Progress) (Hits, error) {
		<-release
		return Hits{Passages: []Passage{{Briefing: d.id, Title: "late", Excerpt: theme.Excerpt{Text: "too late"}}}}, nil
	}
	p := d.with(cfg, 120, 30)
	p.Press("F").Type("odds").Press("enter").See("searching").Press("esc").See("stopped")
	close(release)
	p.Press("2").See("Questions").Miss("reading…").Press("4").See("Actors").Miss("reading…").Miss("too late")
}

func TestTakingInFromTheReader(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Import = func(_ context.Context, path string, _ Progress) (id, say string, err error) {
		if path != "notes/a file.txt" {
			t.Errorf("taken in was %q", path)
		}
		return d.id, "found 8 sections", nil
	}
	p := d.with(cfg, 120, 30)
	p.Press(":").Type("import").Press("enter").See("a file or a folder").Type("notes/a file.txt").Press("enter").
		See("found 8 sections", "Bottom line")
}

// endless is a library whose records never end.
type endless struct{ shelved }

func (endless) Each(ctx context.Context, _ briefings.Kind, _ func(briefings.Summary, briefings.Record) error) error {
	<-ctx.Done()
	return ctx.Err()
}

func TestReadingAllThatIsSaidOfAnActorCanBeStopped(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	begun := d.clock.now()
	cfg.Library, cfg.Open = endless{d.lib}, d.id
	p := d.with(cfg, 120, 30)
	p.Press("4", "P").See("reading all that is said of")
	d.clock.set(begun.Add(2 * time.Second))
	p.See("2 s", "Esc stops").Press("esc").See("stopped: reading all that is said of")
}

func TestKeysThatAreForOneTextSaySoBesideAnother(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	second(d)
	d.sit(120, 36).Press("C").See("Side by side with").Press("enter").See(" changes").Press("a").See("that is for one text: q goes back to it").
		Press("q").See("Timeline")
}
