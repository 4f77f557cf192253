package reader

import (
	"context"
	"testing"
)

// A wrong text came in: ":revert" offers the earlier ones, and the one that is chosen
// shows.
func TestAnEarlierTextIsBroughtBack(t *testing.T) {
	d := newDesk(t)
	d.reimport(poorer, "Somebody else's words stand here now.")
	cfg := d.config()
	cfg.Open = d.id
	cfg.Revert = func(ctx context.Context, id string, revision int) (string, error) {
		if id != d.id || revision != 1 {
			t.Errorf("brought back was revision %d of %s", revision, id)
		}
		lib := d.open()
		rev, err := lib.Revision(ctx, id, 1)
		if err != nil {
			return "", err
		}
		b, err := lib.Before(ctx, id, 1)
		if err != nil {
			return "", err
		}
		return "revision 3: as it was", lib.Revise(ctx, id, *b, *rev)
	}
	p := d.with(cfg, 120, 36).See("Bottom line")
	p.Press(":").Type("revert").Press("enter").See("revert", "1").Press("enter").See("revision 3: as it was", "Bottom line")
	if b := d.briefing(); b.Revision != 3 {
		t.Errorf("on disk it is revision %d", b.Revision)
	}
	p.Press("/").Type("What would cross").Press("enter").See("What would cross the border")
}
