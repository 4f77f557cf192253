package reader

import "testing"

// Whoever types faster than the fields of a briefing are read writes into them, and
// carries out no commands in the list.
func TestKeysBehindEditWaitForTheFields(t *testing.T) {
	d := newDesk(t)
	app, p := d.before(d.config(), 100, 30)
	p.See("1 briefing ")
	read := app.editFromShelf()
	p.Type("tags").Press("enter").Miss("Bottom line", "Correct")
	p.Send(read()).See("words, with commas").Press("esc", "esc")
	read = app.editFromShelf()
	p.Type("ta").Press("esc", "enter").See("Bottom line")
	if read(); len(app.ahead.keys) > 0 {
		t.Errorf("%d keys wait still", len(app.ahead.keys))
	}
}
