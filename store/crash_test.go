package store

import (
	"context"
	"flag"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
)

var killRounds = flag.Int("kill-rounds", 200, "how often the writer is killed in TestWhatWasAcknowledgedSurvivesKill9")

// What was acknowledged is on disk (promise 1 of the store, law 5 of the
// design): a writer that says each change when it is done is killed at a random
// moment, over and over, on one library.
func TestWhatWasAcknowledgedSurvivesKill9(t *testing.T) {
	l := newLibrary(t)
	id := imported(t, l, article, "a.txt")
	said := map[briefings.Handle]string{}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	at := rand.New(rand.NewPCG(seed, 0))
	rounds := *killRounds
	if testing.Short() {
		rounds = min(rounds, 20)
	}
	for round := range rounds {
		// From before its first word to a dozen words in, and a moment more.
		words, moment := at.IntN(13), time.Duration(at.IntN(4000))*time.Microsecond
		listen(t, startChild(t, "annotate", l.Path(), id), words, moment, said)
		t.Log("round", round)
		expectSaid(t, l, id, said)
		if round%20 == 0 || round == rounds-1 {
			wholeLibrary(t, l)
		}
	}
	if len(said) < rounds {
		t.Errorf("only %d changes were acknowledged in %d rounds: the test proves little", len(said), rounds)
	}
}

// expectSaid proves that a library has what a writer said of each note last.
func expectSaid(t *testing.T, l *Library, id string, said map[briefings.Handle]string) {
	t.Helper()
	b := must[*briefings.Briefing](t)(l.Briefing(context.Background(), id))
	for h, state := range said {
		r := b.Record(h)
		switch {
		case state == "undo" && r == nil:
		case state == "note" && r != nil, state == "edit" && r != nil && r.Line() == "edited":
		case state == "note" && r == nil: // undone, but ended before it said so
			delete(said, h)
			expectUndone(t, l, id, h)
		default:
			t.Fatalf("%s was acknowledged (%s), and the library has %+v", h, state, r)
		}
	}
}

// listen notes what a writer says, and kills it a moment after so many words.
func listen(t *testing.T, c *child, words int, moment time.Duration, said map[briefings.Handle]string) {
	t.Helper()
	kill := func() { time.AfterFunc(moment, func() { c.Process.Kill() }) }
	if words == 0 {
		kill()
	}
	for n := 1; c.out.Scan(); n++ {
		what, handle, found := strings.Cut(c.out.Text(), " ")
		if !found || briefings.Handle(handle).Kind() != briefings.KindAnnotation {
			t.Fatalf("the writer says %q", c.out.Text())
		}
		if said[briefings.Handle(handle)] = what; n == words {
			kill()
		}
	}
	c.Wait()
}

func expectUndone(t *testing.T, l *Library, id string, h briefings.Handle) {
	t.Helper()
	history := must[[]briefings.Change](t)(l.History(context.Background(), id, h))
	if len(history) == 0 || history[len(history)-1].Op != briefings.OpUndo {
		t.Fatalf("%s is gone, and its history does not say why", h)
	}
}
