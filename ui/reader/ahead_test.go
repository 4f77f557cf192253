package reader

import (
	"testing"

	"dossier/ui/uitest"
)

// Whoever types faster than the fields of a briefing are read writes into them, and
// carries out no commands in the list.
func TestKeysBehindEditWaitForTheFields(t *testing.T) {
	d := newDesk(t)
	app, err := newApp(t.Context(), d.config())
	if err != nil {
		t.Fatal(err)
	}
	p := uitest.Sit(t, app, 100, 30).See("1 briefing ")
	read := app.editFromShelf()
	p.Type("tags").Press("enter").Miss("Bottom line", "Correct")
	p.Send(read()).See("words, with commas").Press("esc", "esc")
	read = app.editFromShelf()
	p.Type("ta").Press("esc", "enter").See("Bottom line")
	if read(); len(app.ahead.keys) > 0 {
		t.Errorf("%d keys wait still", len(app.ahead.keys))
	}
}
