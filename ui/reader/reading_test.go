package reader

import (
	"testing"
	"time"
)

// A section is read when its end showed for as long as reading down to it takes;
// who jumps over it, or to the end and away, has not read it.
func TestASectionIsReadByStayingNotByJumpingOver(t *testing.T) {
	through(t, "outline")
	d := newDesk(t)
	p := d.sit(160, 40)
	p.Press("]", "]", "]", "]").See("○ Bottom line", "○ How it came to this").Press("G", "g").Miss("● Bottom line", "● References")
	d.later(time.Second)
	p.Press("]", "]").See("○ Bottom line")
	d.later(time.Minute)
	p.Press("]").See("● Bottom line", "● What has been reported", "○ Outlook").Press("G").See("○ Outlook")
	d.later(time.Minute)
	p.Press("q").See("Briefings", " %")
	d.sit(160, 40).See("● Bottom line", "○ What each side", "● Outlook")
}

// What says where one is cannot be taken for how much was read.
func TestWhereOneIsIsSaidInWords(t *testing.T) {
	p := newDesk(t).sit(160, 40)
	p.See("8 sections   top").Press("]", "]", "}").See("section 2 of 8").Miss("2/8").Press("G").See("section 8 of 8   end")
}
