package reader

import (
	"strings"
	"time"
)

// status is the line at the bottom and the messages behind it.
type status struct {
	text string
	bad  bool
	busy bool // the text says what is being done, until it is
	log  []message
}

type message struct {
	at   time.Time
	text string
	bad  bool
}

// messagesMost is how many messages a session keeps.
const messagesMost = 500

func (s *status) say(now time.Time, text string, bad bool) {
	s.text, s.bad, s.busy = text, bad, false
	s.log = append(s.log, message{now, text, bad})
	if len(s.log) > messagesMost {
		s.log = s.log[len(s.log)-messagesMost:]
	}
}

func (s *status) clear() { s.text, s.bad, s.busy = "", false, false }

// done takes away what says that something is being done.
func (s *status) done() {
	if s.busy {
		s.clear()
	}
}

// lines lists the messages, newest first.
func (s *status) lines() []string {
	var out []string
	for i := len(s.log) - 1; i >= 0; i-- {
		m := s.log[i]
		out = append(out, m.at.Format("15:04:05")+"  "+strings.ReplaceAll(m.text, "\n", " "))
	}
	if out == nil {
		out = []string{"Nothing was said in this session."}
	}
	return out
}
