package reader

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/ui/theme"
)

// boardRow is a record on a board: where it stands and where it is found. Of
// ten thousand briefings there are hundreds of thousands, so it is as small as
// can be; what shows of the few on the screen is read when they come near.
type boardRow struct {
	order  edtf.Order // of what has a date
	in     int32      // of boarded.in
	handle int32      // where in boarded.handles its handle begins
	length uint8      // of the handle
	look   uint8      // of boarded.looks
	raised bool       // it asks whether an entry came about; the handle is the entry's
	hit    bool       // it holds the words that were looked for while it was read
	text   int32      // of boarded.texts, -1 if that was not kept
}

// boarded is what was read for a board.
type boarded struct {
	kind    briefings.Kind
	all     []boardRow // in the board's order
	hits    []boardRow // of these, what a filter left
	in      []briefingOf
	handles []byte
	looks   []look
	why     map[int32]briefings.Due // why a row needs a look, by its handle's place
	cast    []castMember            // of a board of actors: their rows' text says which
	lead    int                     // cells of the widest lead
	right   int                     // and of the widest titles

	// texts are what a filter looks at, folded, as long as they are few: of more
	// the filter goes through the library.
	texts []string
	bytes int
	most  int // bytes of texts that are kept
}

// keptTexts is how many bytes the texts of a board may take.
const keptTexts = 4 << 20

// briefingOf is a briefing that has rows.
type briefingOf struct{ id, title, folded string }

// look is how a glyph on the axis looks.
type look struct {
	glyph string
	role  theme.Style
}

// put makes a record's row; said is what a filter looks at besides the
// briefing's title. The rows of a briefing come one behind the other.
func (b *boarded) put(s briefings.Summary, h briefings.Handle, said string) boardRow {
	row := boardRow{in: b.place(s), handle: int32(len(b.handles)), length: uint8(min(len(h), math.MaxUint8)), text: b.keep(said)}
	b.handles = append(b.handles, h[:row.length]...)
	return row
}

// place is where in boarded.in a briefing stands.
func (b *boarded) place(s briefings.Summary) int32 {
	if n := len(b.in); n == 0 || b.in[n-1].id != s.ID {
		b.in = append(b.in, briefingOf{s.ID, s.Title, briefings.Fold(s.Title)})
	}
	return int32(len(b.in) - 1)
}

// keep keeps a text for the filter, unless there are too many.
func (b *boarded) keep(said string) int32 {
	if b.bytes += len(said); b.bytes > b.most {
		b.texts = nil
		return -1
	}
	b.texts = append(b.texts, said)
	return int32(len(b.texts) - 1)
}

// filters says whether the texts are there to filter by.
func (b *boarded) filters() bool { return b.bytes <= b.most }

// holds says whether a row holds every word: in what it says, in why it stands
// there, or in the title of its briefing.
func (b *boarded) holds(row *boardRow, said string, words []string) bool {
	why := briefings.Fold(flagWords(b.why[row.handle]) + " " + b.why[row.handle].Reason)
	for _, w := range words {
		if !strings.Contains(said, w) && !strings.Contains(why, w) && !b.titled(row, w) {
			return false
		}
	}
	return true
}

// titled says whether a word stands in the title of a row's briefing, or in one
// of them.
func (b *boarded) titled(row *boardRow, word string) bool {
	if b.cast == nil {
		return strings.Contains(b.in[row.in].folded, word)
	}
	return slices.ContainsFunc(b.cast[row.text].in, func(in int32) bool { return strings.Contains(b.in[in].folded, word) })
}

// filter leaves the rows that hold every word of a query, by the texts that were
// kept.
func (b *boarded) filter(query string) {
	b.hits = b.all
	if words := strings.Fields(briefings.Fold(query)); len(words) > 0 {
		b.hits = slices.DeleteFunc(slices.Clone(b.all), func(row boardRow) bool { return !b.holds(&row, b.texts[row.text], words) })
	}
}

// named is the record of a row.
func (b *boarded) named(row *boardRow) briefings.Named {
	return briefings.Named{Briefing: b.in[row.in].id, Handle: briefings.Handle(b.handles[row.handle:][:row.length])}
}

// find is the hit that stands for a record, -1 for none.
func (b *boarded) find(n briefings.Named) int {
	return slices.IndexFunc(b.hits, func(row boardRow) bool {
		return b.in[row.in].id == n.Briefing && string(b.handles[row.handle:][:row.length]) == string(n.Handle)
	})
}

// lookOf is the number of a look.
func (b *boarded) lookOf(glyph string, role theme.Style) uint8 {
	want := look{glyph, role}
	i := slices.Index(b.looks, want)
	if i < 0 {
		i, b.looks = len(b.looks), append(b.looks, want)
	}
	return uint8(i)
}

// widen makes room for a lead.
func (b *boarded) widen(lead string) { b.lead = widest(b.lead, lead) }

// stretch is what a row covers of the calendar, as stretchOf says of a date; nil
// without one.
func (row *boardRow) stretch() *stretch {
	first, last := row.order.Days()
	switch {
	case first == edtf.Earliest || row.order == edtf.Order{}:
		return nil
	case last == edtf.Latest:
		last = first
	}
	return &stretch{int(first), int(last)}
}

// lines reads what shows of the hits from one to another.
func (b *boarded) lines(ctx context.Context, lib Library, v *view, from, to int) ([]item, error) {
	rows := b.hits[from:to]
	if b.kind == briefings.KindActor {
		return b.castLines(v, rows), nil
	}
	named := make([]briefings.Named, len(rows))
	for i := range rows {
		named[i] = b.named(&rows[i])
	}
	records, err := lib.Records(ctx, named)
	if err != nil {
		return nil, err
	}
	out := make([]item, len(rows))
	for i, r := range records {
		out[i] = b.line(v, &rows[i], r)
	}
	return out, nil
}

// line draws a record as its pane does.
func (b *boarded) line(v *view, row *boardRow, r briefings.Record) item {
	var gist func() string
	if e, ok := r.(*briefings.Event); ok && row.raised {
		r, gist = nil, gistOf(e)
		if q := e.Expectation(v.today); q != nil {
			r = q
		}
	}
	title, why := b.in[row.in].title, b.why[row.handle]
	if r == nil {
		return item{text: "this is gone", right: title, dim: true}
	}
	it := itemOf(v, r)
	it.right = title
	if gist != nil {
		it.gist = gist // that it is asked about, its place says
	}
	switch r := r.(type) {
	case *briefings.Question:
		it.lead = cmp.Or(flagWords(why), questionStanding(v, r))
	case *briefings.Limit:
		it.lead = transferWord(r.Transfer)
	case *briefings.Reference:
		it.lead = r.Grade.String()
	case *briefings.Annotation:
		it.lead = writtenOn(r)
	}
	about := it.detail
	it.detail = func() []string {
		lines := []string{title} // whole, as its column may be too narrow for it
		if why.Flag != "" {
			lines = append(lines, "Needs a look: "+why.Reason)
		}
		return append(lines, about()...)
	}
	return it
}

// flagWords is a reason to look at a question as a column shows it.
func flagWords(why briefings.Due) string {
	if why.Flag == briefings.FlagOrphanedAnchor {
		return "passage lost"
	}
	return strings.ReplaceAll(string(why.Flag), "-", " ")
}

// settle measures what was read; looked says whether the reader looked for words.
func (b *boarded) settle(looked bool) {
	b.hits = b.all
	if looked {
		b.hits = slices.DeleteFunc(slices.Clone(b.all), func(row boardRow) bool { return !row.hit })
	}
	for i := range b.in {
		b.right = widest(b.right, b.in[i].title)
	}
	for i := range b.cast {
		b.right = widest(b.right, b.titles(&b.cast[i]))
	}
}
