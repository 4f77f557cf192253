package reader

import (
	"context"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/briefings/commonmark"
	"dossier/ui/uitest"
)

// sitAtWideCode opens a text with code that is wider than the screen.
func sitAtWideCode(t *testing.T) *uitest.Person {
	t.Helper()
	rev := &briefings.Revision{Markdown: "# Wide code\n\nWords above the code.\n\n```\n" + "begin " + strings.Repeat("middle ", 20) + "far end\nshort\n```\n\nWords below.\n"}
	rev.Blocks, rev.Links = commonmark.Cut(rev.Markdown)
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = ""
	cfg.Incoming = &Incoming{Briefing: &briefings.Briefing{Meta: briefings.Meta{Title: "Wide code"}}, Revision: rev,
		Store: func(ctx context.Context) (string, string, error) { <-ctx.Done(); return "", "", ctx.Err() }}
	app := d.app(cfg)
	return uitest.Sit(t, app, 100, 24)
}

func TestWideCodeSlidesSideways(t *testing.T) {
	p := sitAtWideCode(t).See("begin middle", "›").Press("l").See("‹").Press("l", "l", "l", "l", "l", "l", "l").See("far end").Press("l").See("nothing on the screen goes on that way")
	p.Press("h", "h", "h", "h", "h", "h", "h", "h").See("begin middle")
}

func TestAHitBeyondTheEdgeSlidesIntoView(t *testing.T) {
	sitAtWideCode(t).Press("/").Type("far end").Press("enter").See("‹", "middle far end")
}
