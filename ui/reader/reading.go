package reader

import (
	"time"

	"dossier/briefings"
)

// What counts as read: a section whose end was on the screen for as long as it
// takes to read down to it. Who jumps over it, or to the end, has not read it.

// readAtMost is how many letters a second one reads at most: four times as many as
// readers of English do at 230 words a minute.
const readAtMost = 100

// readingLeast is how long a short rest is that reads anything.
const readingLeast = time.Second

// stay is an end of a section that shows.
type stay struct {
	since time.Time
	takes time.Duration // to read down to it from the top of the screen
}

// reckon marks the sections as read whose ends showed long enough, and notes which
// show now.
func (d *document) reckon() {
	now := d.clock()
	for i, s := range d.stays {
		if now.Sub(s.since) >= s.takes {
			d.markRead(d.briefing.Sections[i].Handle)
		}
	}
	from, to := d.shown()
	sections, stays := d.briefing.Sections, map[int]stay{}
	for i := max(briefings.SectionAt(sections, from), 0); i < len(sections) && sections[i].End <= to; i++ {
		since := now
		if was, shows := d.stays[i]; shows {
			since = was.since
		}
		stays[i] = stay{since, max(time.Duration(sections[i].End-from)*time.Second/readAtMost, readingLeast)}
	}
	d.stays = stays
}
