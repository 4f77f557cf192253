package reader

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// glance is what the preview says of a briefing besides its row of the list:
// what helps to decide whether to read it next. It is read when the cursor rests
// on the briefing; the list is there without it.
type glance struct {
	id      string
	asOf    time.Time // the last change of the briefing that it takes in
	stop    context.CancelFunc
	opening []string // the first paragraphs of its summary, else of its text
	asked   []string // the first of its open questions
	counted bool     // all below is known
	limits  []int    // by transfers
	entries int
	overdue int
	ends    [2]string // of its timeline, as dates are shown
	notes   int
	adrift  string // what of them is to be looked at
	awaits  int    // records that nobody looked at yet
}

const (
	// glanceWords is up to how many words a briefing is read whole for a glance:
	// the records of a longer one are counted when it is opened.
	glanceWords = 200_000
	// askedMost is how many open questions are quoted.
	askedMost = 3
	// openingMost is how many bytes of the text are quoted at least, and
	// openingBlocks how far they are looked for.
	openingMost   = 600
	openingBlocks = 40
	// proseWords is how many words a paragraph has at least that is no byline or
	// date.
	proseWords = 8
)

// of says whether a glance is one at a briefing as it is now.
func (g *glance) of(b *briefings.Summary) bool { return g.id == b.ID && g.asOf.Equal(b.Modified) }

// glanceAt reads what the preview says of the briefing under the cursor, unless
// it is known or has no room. What was asked for before is not waited for.
func (a *App) glanceAt() tea.Cmd {
	s := a.shelf
	b := s.current()
	if _, room := arrangeShelf(a.width, a.height-3, s.wants()); b == nil || room.h < previewLeast || s.glance.of(b) {
		return nil
	}
	s.glance.end()
	ctx, stop := context.WithCancel(a.ctx)
	if s.glance.id != b.ID { // else what was known before it changed stays until then
		s.glance = glance{id: b.ID}
	}
	s.glance.asOf, s.glance.stop = b.Modified, stop
	of, today := *b, a.today()
	return afterFrame(func() tea.Msg {
		g, err := a.readGlance(ctx, &of, today)
		switch {
		case errors.Is(err, context.Canceled):
			return nil
		case err != nil:
			g.opening = []string{"it could not be read: " + err.Error()}
		}
		return glanced{g}
	})
}

// end stops what reads the glance.
func (g *glance) end() {
	if g.stop != nil {
		g.stop()
	}
}

// glanced brings a glance.
type glanced struct{ glance }

func (msg glanced) arrive(a *App) tea.Cmd {
	if s := a.shelf; s.glance.id == msg.id && s.glance.asOf.Equal(msg.asOf) {
		s.glance = msg.glance
	}
	return nil
}

func (a *App) readGlance(ctx context.Context, b *briefings.Summary, today string) (g glance, err error) {
	g = glance{id: b.ID, asOf: b.Modified}
	if err := ctx.Err(); err != nil {
		return g, err
	}
	text, err := a.cfg.Library.Text(ctx, b.ID)
	if err != nil {
		return g, err
	}
	if b.Words > glanceWords {
		g.opening = opening(text, nil)
		return g, nil
	}
	h, err := a.hold(ctx, b.ID, today)
	if err != nil {
		return g, err
	}
	g.opening = opening(text, h.Sections)
	g.count(h)
	return g, nil
}

// opening quotes the summary of a text, where a section says that it is one, else
// its beginning: the first paragraphs that are running text.
func opening(text Text, sections []briefings.Section) (said []string) {
	from := 0
	if i := slices.IndexFunc(sections, func(s briefings.Section) bool { return slices.Contains(s.Roles, briefings.RoleOverview) }); i >= 0 {
		from = text.At(sections[i].Start)
	}
	for i, long := from, 0; i < min(text.Len(), from+openingBlocks) && long < openingMost; i++ {
		b := text.Block(i)
		if b.Kind == briefings.Heading && said != nil {
			break
		}
		if words := strings.Fields(b.Text); b.Kind == briefings.Paragraph && len(words) >= proseWords {
			said = append(said, strings.Join(words, " "))
			long += len(b.Text)
		}
	}
	return said
}

// count counts what the briefing holds.
func (g *glance) count(b *holding) {
	g.counted = true
	for _, proposed := range []bool{false, true} {
		for i := range b.Questions {
			q := &b.Questions[i]
			if len(g.asked) < askedMost && q.Live() && !q.Status.Closed() && q.Proposed == proposed {
				g.asked = append(g.asked, q.Text)
			}
		}
	}
	g.limits = make([]int, len(transfers))
	for i := range b.cards {
		c := &b.cards[i]
		g.awaits += btoi(c.is(awaits))
		if !c.is(live) {
			continue
		}
		switch c.kindOf() {
		case briefings.KindLimit:
			g.limits[c.group]++
		case briefings.KindAnnotation:
			g.notes++
		case briefings.KindEvent:
			g.overdue += btoi(c.is(overdue))
		}
	}
	order, _ := inTime(b, datings(b))
	if g.entries = len(order); g.entries > 0 {
		for i, card := range []int32{order[0], order[len(order)-1]} {
			g.ends[i] = shownDate(b.dates.all[b.cards[card].also])
		}
	}
	g.adrift = adriftLine(b)
}
