package names

// Span is a half-open range of bytes of a text.
type Span struct{ Start, End int }

// Sentence is a sentence of a text. In headings capitals tell little.
type Sentence struct {
	Span
	Heading bool
}

// Document is a text prepared for tagging: its tokens by sentence, and what
// the whole of it tells about each word.
type Document struct {
	Text      string
	lex       *Lexicon
	tokens    []token
	sentences []sentence
	forms     []form
	lows      []evidence
	byForm    map[string]int32
	byLow     map[uint64]int32
}

// sentence is a range of tokens.
type sentence struct {
	first, end int
	headline   bool // every longer word is capitalised: capitals tell nothing
	heading    bool
	runs       []run
}

// run is a range of tokens, counted within the sentence, that begins and ends
// with a capitalised word and has only such words and links between.
type run struct{ first, last int }

// evidence is what a document tells about a word in any case.
type evidence struct {
	small      int // times written small
	middle     int // times capitalised where a small letter could stand
	head, tail bool
	// before and after are sets of context words that stand before and behind
	// runs with the word; again holds those seen more than once.
	before, again, after [2]uint64
}

// NewDocument prepares a text whose sentences are known.
func NewDocument(text string, sentences []Sentence, lex *Lexicon) *Document {
	d := &Document{Text: text, lex: lex,
		tokens: make([]token, 0, len(text)/5+8), sentences: make([]sentence, 0, len(sentences)),
		forms: make([]form, 0, 1024), lows: make([]evidence, 0, 1024),
		byForm: make(map[string]int32, 1024), byLow: make(map[uint64]int32, 1024)}
	for _, s := range sentences {
		first := len(d.tokens)
		tokenize(text, s.Start, s.End, d.addToken)
		if len(d.tokens) > first {
			d.sentences = append(d.sentences, sentence{first: first, end: len(d.tokens), heading: s.Heading})
		}
	}
	runs := make([]run, 0, len(d.tokens)/4+8)
	for i := range d.sentences {
		s := &d.sentences[i]
		tokens := d.tokens[s.first:s.end]
		s.headline = d.headline(tokens)
		from := len(runs)
		runs = d.findRuns(tokens, runs)
		s.runs = runs[from:len(runs):len(runs)]
		d.weigh(s, tokens)
		lex.mark(tokens, d.forms)
	}
	return d
}

func (d *Document) addToken(start, end int, glued bool) {
	word := d.Text[start:end]
	id, ok := d.byForm[word]
	if !ok {
		f := newForm(word, d.lex)
		low, seen := d.byLow[f.norm]
		if !seen {
			low = int32(len(d.lows))
			d.byLow[f.norm] = low
			d.lows = append(d.lows, evidence{})
		}
		f.low = low
		id = int32(len(d.forms))
		d.byForm[word] = id
		d.forms = append(d.forms, f)
	}
	d.tokens = append(d.tokens, token{start: start, end: end, form: id, glued: glued, capital: isCapital(word)})
}

// form returns the form of a token.
func (d *Document) form(t *token) *form { return &d.forms[t.form] }

// headline says whether at least three words are capitalised and no longer
// word is small.
func (d *Document) headline(tokens []token) bool {
	capitals := 0
	for i := range tokens {
		f := d.form(&tokens[i])
		switch {
		case !f.letter:
		case tokens[i].capital:
			capitals++
		case f.long:
			return false
		}
	}
	return capitals >= 3
}

func (d *Document) findRuns(tokens []token, runs []run) []run {
	for i := 0; i < len(tokens); i++ {
		if !tokens[i].capital {
			continue
		}
		last := i
		for {
			if last+1 < len(tokens) && tokens[last+1].capital {
				last++
				continue
			}
			if last+2 < len(tokens) && tokens[last+2].capital && d.form(&tokens[last+1]).class&Link != 0 {
				last += 2
				continue
			}
			break
		}
		runs = append(runs, run{i, last})
		i = last
	}
	return runs
}

// weigh gathers evidence from a sentence.
func (d *Document) weigh(s *sentence, tokens []token) {
	for i := range tokens {
		if !tokens[i].capital {
			d.lows[d.form(&tokens[i]).low].small++
		}
	}
	if s.headline {
		return
	}
	for _, r := range s.runs {
		for k := r.first; k <= r.last; k++ {
			if !tokens[k].capital {
				continue
			}
			e := &d.lows[d.form(&tokens[k]).low]
			if k > 0 && !opensSentence(d.Text[tokens[k-1].start]) {
				e.middle++
			}
			if k > 0 {
				if n := d.contextOf(&tokens[k-1], Title, titleContext); n > 0 {
					note(&e.before, &e.again, n)
				}
			}
			if k+1 < len(tokens) {
				if n := d.contextOf(&tokens[k+1], OrgTail, tailContext); n > 0 {
					note(&e.after, nil, n)
				}
			}
		}
		if r.last > r.first {
			d.lows[d.form(&tokens[r.first]).low].head = true
			d.lows[d.form(&tokens[r.last]).low].tail = true
		}
	}
}

// Numbers that stand for whole classes of context words.
const (
	titleContext = 126
	tailContext  = 127
)

// contextOf returns the number of a token as a context word, 0 if it is none;
// words of a class share one.
func (d *Document) contextOf(t *token, class Class, shared uint8) uint8 {
	f := d.form(t)
	if f.class&class != 0 {
		return shared
	}
	return d.lex.context[f.lower]
}

// note adds a context word to a set, and to again if it was there.
func note(set, again *[2]uint64, n uint8) {
	word, bit := n>>6&1, uint64(1)<<(n&63)
	if again != nil && set[word]&bit != 0 {
		again[word] |= bit
	}
	set[word] |= bit
}

// opensSentence names the marks behind which capitals tell nothing.
func opensSentence(c byte) bool {
	return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == 0xe2
}
