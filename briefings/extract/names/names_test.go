package names

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
)

// read makes a document of a text with a sentence a line.
func read(text string) *Document {
	var sentences []Sentence
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		sentences = append(sentences, Sentence{Span: Span{at, at + len(line)}})
		at += len(line) + 1
	}
	return NewDocument(text, sentences, Default())
}

func TestTokensKeepWhatBelongsTogether(t *testing.T) {
	for text, want := range map[string]string{
		"The U.S. Navy's F-16s":       "The|U.S.|Navy|'s|F|-|16s",
		"AT&T and O’Brien’s firm.":    "AT&T|and|O’Brien|’s|firm|.",
		"J. R. Hollis, of Delta Inc.": "J.|R.|Hollis|,|of|Delta|Inc.",
		"It fell.Then it rose":        "It|fell|.|Then|it|rose",
		"1,200 of 3.5 (see p. 4)":     "1,200|of|3.5|(|see|p|.|4|)",
	} {
		var got []string
		tokenize(text, 0, len(text), func(start, end int, _ bool) { got = append(got, text[start:end]) })
		if strings.Join(got, "|") != want {
			t.Errorf("%s:\n got %s\nwant %s", text, strings.Join(got, "|"), want)
		}
	}
}

func TestDesignations(t *testing.T) {
	for _, word := range []string{"F-16", "TB2", "MQ-9", "AIM-9X", "S-400", "Su-57", "M-1E3", "T-72B3", "CR450", "JF-17"} {
		if !isDesignator(word) {
			t.Errorf("%s is one", word)
		}
	}
	for _, word := range []string{"FY2026", "COVID-19", "G7", "Q3", "IF12345", "A2025", "2025", "Baykar", "5G", "P5", "ABCDEFG-1", "X-"} {
		if isDesignator(word) {
			t.Errorf("%s is none", word)
		}
	}
}

// A list that names a thing twice, or a class that the program does not know,
// is a slip of whoever edited it.
func TestListsAreSound(t *testing.T) {
	files, err := fs.ReadDir(data, "data")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d lists: %v", len(files), err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".txt")
		content, _ := fs.ReadFile(data, "data/"+f.Name())
		for line := range strings.Lines(string(content)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			switch class, _, ok := strings.Cut(line, ":"); {
			case name == "words" && (!ok || classNames[class] == 0 && class != "context"):
				t.Errorf("%s: %q is no class", f.Name(), class)
			case name == "states" && strings.Count(line, "|") != 3:
				t.Errorf("%s: want four fields in %q", f.Name(), line)
			}
		}
		if _, known := listNames[name]; !known && name != "words" && name != "states" && name != "equals" {
			t.Errorf("%s is read by nobody", f.Name())
		}
	}
	if n := len(Default().context); n >= titleContext {
		t.Errorf("%d context words do not fit a set of 128", n)
	}
}

func TestEveryStateIsFoundByItsNamesAndCapital(t *testing.T) {
	lex := Default()
	for i, s := range lex.states {
		for _, name := range append(append([]string{s.Name}, s.Names...), s.Demonyms...) {
			if ref := lex.byState[lex.hash(name)]; ref.as == notState {
				t.Errorf("%s of %s is unknown", name, s.Name)
			}
		}
		if ref := lex.byState[lex.hash(s.Name)]; int(ref.state) != i {
			t.Errorf("%s is taken for %s", s.Name, lex.states[ref.state].Name)
		}
	}
	if len(lex.states) < 197 {
		t.Errorf("%d states", len(lex.states))
	}
}

func TestAMergeNeedsStrongEvidence(t *testing.T) {
	m := &merger{d: read("x")}
	add := func(kind briefings.ActorType, names ...string) {
		for _, name := range names {
			m.mentions = append(m.mentions, Mention{Words: name, Kind: kind, Rule: "given"})
			m.groups = append(m.groups, group{key: fold(name), words: strings.Fields(fold(name)), text: name, kind: kind,
				state: -1, mentions: []int{len(m.groups)}, parent: len(m.groups)})
		}
	}
	add(briefings.Person, "Ada Lindqvist", "Lindqvist", "Jon Haddad", "Mia Haddad", "Haddad")
	add(briefings.Organization, "Baykar", "Baykar Technologies", "Ministry of Trade", "Trade Ministry", "Delta", "Delta Bank")
	add(briefings.System, "Baykar", "XM-30", "XM30", "Bayraktar TB2", "TB2s", "Shahed", "Shahed-136")
	for _, rule := range []func(){m.persons, m.tails, m.systems} {
		rule()
	}
	same := func(a, b int) bool { return m.root(a) == m.root(b) }
	for _, pair := range [][2]int{{0, 1}, {5, 6}, {7, 8}, {12, 13}, {14, 15}} {
		if !same(pair[0], pair[1]) {
			t.Errorf("%s and %s are not held for one", m.groups[pair[0]].text, m.groups[pair[1]].text)
		}
	}
	for _, pair := range [][2]int{{2, 4}, {3, 4}, {9, 10}, {5, 11}, {16, 17}} {
		if same(pair[0], pair[1]) {
			t.Errorf("%s and %s are held for one", m.groups[pair[0]].text, m.groups[pair[1]].text)
		}
	}
	if m.groups[1].why != "same surname, one full name" {
		t.Errorf("the reason is %q", m.groups[1].why)
	}
}

func TestTagsLieInTheTextAndInOrder(t *testing.T) {
	d := read("General Ada Lindqvist of Norway met Baykar in Oslo.\n\n(\n“ ’s 🚀 - U.S.\nA\nABU DHABI — İstanbul’da")
	at := 0
	for _, n := range Tag(d, Model()) {
		if n.Start < at || n.End <= n.Start || n.End > len(d.Text) {
			t.Fatalf("name %v behind byte %d", n.Span, at)
		}
		at = n.End
	}
	if at == 0 {
		t.Error("no names")
	}
}

// Twice the words must not cost more allocations, but for the result.
func TestTaggingAllocatesNothingForAToken(t *testing.T) {
	line := "in May the envoy of Norway met two of the old men and said that it is so , and they left .\n"
	allocations := func(lines int) float64 {
		d := read(strings.Repeat(line, lines))
		return testing.AllocsPerRun(5, func() { Tag(d, Model()) })
	}
	if few, many := allocations(20), allocations(200); many > few+2 {
		t.Errorf("%v allocations for 20 lines, %v for 200", few, many)
	}
}

func TestLeadIsNoPartOfAName(t *testing.T) {
	for name, want := range map[string]string{"the Dr. Ada Holm": "Ada Holm", "President": "President", "Theresa": "Theresa"} {
		if got := name[Lead(name):]; got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func TestFoldForgetsWhatDoesNotTellNamesApart(t *testing.T) {
	for _, name := range []string{"the U.S. Navy", "U.S. Navy", "US Navy’s", "u.s. navy"} {
		if got := fold(name); got != "us navy" {
			t.Errorf("%q becomes %q", name, got)
		}
	}
	if !slices.Equal([]string{fold("Türkiye")}, []string{"turkiye"}) {
		t.Errorf("Türkiye becomes %q", fold("Türkiye"))
	}
}

func BenchmarkArticle(b *testing.B) {
	line := "In 2024 General Ada Lindqvist told Reuters that the Norwegian government and Baykar (BYK) would deliver two TB2 drones to Fort Hood.\n"
	text := strings.Repeat(line, 90) // 2,000 words
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d := read(text)
		Actors(d, Tag(d, Model()))
	}
}

func BenchmarkReadingTheLists(b *testing.B) {
	for b.Loop() {
		readLists()
	}
}
