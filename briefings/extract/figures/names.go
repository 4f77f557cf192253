package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/extract/names"
	"dossier/briefings/extract/names/linear"
	"dossier/briefings/intake"
)

// folds is how many parts cross-validation cuts re3d and the gold briefings
// into: each is read by a model that has not seen it.
const folds = 4

// nameFigures is a run of the names figures.
type nameFigures struct {
	shared, dir string
	re3d, gold  string
	train       string // the training command, built
	nerscore    string
}

// measureNames scores the tagger, the rules and the merging, each time with
// models that have not seen what they read: one trained without re3d, and four
// for cross-validation on re3d and the gold briefings together. Training these
// takes some minutes.
func measureNames(w io.Writer, shared string) error {
	dir, err := os.MkdirTemp("", "figures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if shared, err = filepath.Abs(shared); err != nil { // prose runs in a folder of its own
		return err
	}
	f := nameFigures{shared: shared, dir: dir, train: filepath.Join(dir, "train"),
		re3d: filepath.Join(shared, "corpora", "names", "dev", "re3d_half.jsonl"), gold: filepath.Join(shared, "corpora", "briefings")}
	if f.nerscore, err = tool(shared, "nerscore", dir); err != nil {
		return err
	}
	if out, err := exec.Command("go", "build", "-o", f.train, "./briefings/extract/names/train").CombinedOutput(); err != nil {
		return fmt.Errorf("building the training command: %w: %s", err, out)
	}
	for _, part := range []func(io.Writer) error{f.withoutRe3d, f.crossValidated, f.ours, f.prose, f.sizes, f.times} {
		if err := part(w); err != nil {
			return err
		}
	}
	return nil
}

// learn trains a model without the documents that skip names.
func (f *nameFigures) learn(skip string) (*linear.Model, error) {
	path := filepath.Join(f.dir, "model.bin")
	if out, err := exec.Command(f.train, "-shared", f.shared, "-skip", skip, "-o", path).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("training without %s: %w: %s", skip, err, out)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return linear.Open(data)
}

func (f *nameFigures) withoutRe3d(w io.Writer) error {
	model, err := f.learn("re3d_half")
	if err != nil {
		return err
	}
	docs, err := readNamed(f.re3d)
	if err != nil {
		return err
	}
	for i := range docs {
		docs[i].find(model)
	}
	return f.score(w, "re3d half, not trained on", docs)
}

func (f *nameFigures) crossValidated(w io.Writer) error {
	docs, err := readNamed(f.re3d)
	if err != nil {
		return err
	}
	briefs, err := filepath.Glob(filepath.Join(f.gold, "gold", "*.json"))
	if err != nil {
		return err
	}
	slices.Sort(briefs)
	found := filepath.Join(f.dir, "found")
	if err := os.Mkdir(found, 0o700); err != nil {
		return err
	}
	for fold := range folds {
		model, err := f.learn(strconv.Itoa(fold) + "/" + strconv.Itoa(folds))
		if err != nil {
			return err
		}
		for i := fold; i < len(docs); i += folds {
			docs[i].find(model)
		}
		for i := fold; i < len(briefs); i += folds {
			name := strings.TrimSuffix(filepath.Base(briefs[i]), ".json")
			if err := inspectBy(model, filepath.Join(f.gold, "texts", name+".txt"), filepath.Join(found, name+".json")); err != nil {
				return err
			}
		}
	}
	if err := f.score(w, "re3d half, 4-fold with it in training", docs); err != nil {
		return err
	}
	return f.scoreActors(w, "Gold briefings, 4-fold with them in training", found, f.gold)
}

// ours scores the shipped model on texts of our own, which no model learns
// from.
func (f *nameFigures) ours(w io.Writer) error {
	own := filepath.Join("briefings", "extract", "testdata", "actors")
	texts, err := filepath.Glob(filepath.Join(own, "texts", "*.txt"))
	if err != nil {
		return err
	}
	found := filepath.Join(f.dir, "ours")
	if err := os.Mkdir(found, 0o700); err != nil {
		return err
	}
	for _, path := range texts {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		if err := inspectBy(names.Model(), path, filepath.Join(found, name+".json")); err != nil {
			return err
		}
	}
	return f.scoreActors(w, "Four texts of our own, shipped model", found, own)
}

// scoreActors prints what goldscore says of the actors found in the texts of a
// folder with gold.
func (f *nameFigures) scoreActors(w io.Writer, title, found, folder string) error {
	goldscore, err := tool(f.shared, "goldscore", f.dir)
	if err != nil {
		return err
	}
	out, err := exec.Command(goldscore, "-kind", "actors", "-sys", found, filepath.Join(folder, "gold"), filepath.Join(folder, "texts")).CombinedOutput()
	if err != nil {
		return fmt.Errorf("goldscore: %w: %s", err, out)
	}
	fmt.Fprintf(w, "%s\n\n%s\n", title, out)
	return nil
}

// inspectBy writes the actors that a model leads to as goldscore reads them.
func inspectBy(model *linear.Model, path, to string) error {
	doc, err := document(path)
	if err != nil {
		return err
	}
	s := extract.NewSource(&doc.Revision, doc.Meta)
	out, err := json.Marshal(map[string]any{"text": s.Text, "actors": extract.ActorsBy(s, model)})
	if err != nil {
		return err
	}
	return os.WriteFile(to, out, 0o600)
}

// score writes documents and prints what nerscore says of them.
func (f *nameFigures) score(w io.Writer, title string, docs []namedText) error {
	path := filepath.Join(f.dir, "found.jsonl")
	var lines bytes.Buffer
	out := json.NewEncoder(&lines)
	for i := range docs {
		if err := out.Encode(&docs[i]); err != nil {
			return err
		}
	}
	if err := os.WriteFile(path, lines.Bytes(), 0o600); err != nil {
		return err
	}
	table, err := exec.Command(f.nerscore, f.re3d, path).CombinedOutput()
	if err != nil {
		return fmt.Errorf("nerscore: %w: %s", err, table)
	}
	fmt.Fprintf(w, "%s\n\n%s\n", title, table)
	return nil
}

// prose scores prose v2, a tagger for Go that others use, on the same texts.
// It is a module of its own, so that the program does not depend on it.
func (f *nameFigures) prose(w io.Writer) error {
	run := exec.Command("go", "run", ".", f.re3d)
	run.Dir = filepath.Join("briefings", "extract", "figures", "prose")
	var trouble bytes.Buffer
	run.Stderr = &trouble
	lines, err := run.Output()
	if err != nil {
		fmt.Fprintf(w, "prose v2 on re3d half: not measured (%v: %s)\n\n", err, trouble.Bytes())
		return nil
	}
	path := filepath.Join(f.dir, "prose.jsonl")
	if err := os.WriteFile(path, lines, 0o600); err != nil {
		return err
	}
	table, err := exec.Command(f.nerscore, "-line", f.re3d, path).CombinedOutput()
	if err != nil {
		return fmt.Errorf("nerscore: %w: %s", err, table)
	}
	fmt.Fprintf(w, "prose v2 on re3d half\n\n%s\n", table)
	return nil
}

// sizes prints how many bytes of the binary are the model and the lists.
func (f *nameFigures) sizes(w io.Writer) error {
	total := int64(0)
	files, err := filepath.Glob(filepath.Join("briefings", "extract", "names", "data", "*.txt"))
	if err != nil {
		return err
	}
	for _, path := range append(files, filepath.Join("briefings", "extract", "names", "model.bin")) {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		total += info.Size()
	}
	fmt.Fprintf(w, "model and lists: %d bytes\n", total)
	return nil
}

// times prints how long an article of 2,000 words takes: the first one of a
// new process, with model and lists, and further ones.
func (f *nameFigures) times(w io.Writer) error {
	path := filepath.Join(f.dir, "article.txt")
	article, err := f.article()
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, article, 0o600); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cold := time.Duration(0)
	for round := range 10 {
		out, err := exec.Command(self, "first-article", path).Output()
		if err != nil {
			return err
		}
		took, err := time.ParseDuration(strings.TrimSpace(string(out)))
		if err != nil {
			return err
		}
		if round == 0 || took < cold {
			cold = took
		}
	}
	source, err := articleSource(path)
	if err != nil {
		return err
	}
	warm := bestOf(func() { extract.Actors(source) })
	fmt.Fprintf(w, "an article of 2,000 words: %v in a new process, %v after that (best of several, one core)\n",
		cold.Round(10*time.Microsecond), warm.Round(10*time.Microsecond))
	return nil
}

// article joins texts of the gold briefings to 2,000 words.
func (f *nameFigures) article() ([]byte, error) {
	texts, err := filepath.Glob(filepath.Join(f.gold, "texts", "*.txt"))
	if err != nil {
		return nil, err
	}
	var out []byte
	words := 0
	for _, path := range texts {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for line := range bytes.Lines(data) {
			if words += len(bytes.Fields(line)); words > 2000 {
				return out, nil
			}
			out = append(out, line...)
		}
	}
	return out, nil
}

func articleSource(path string) (*extract.Source, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	doc, err := intake.Read(data, intake.Options{Source: "article.txt"})
	if err != nil {
		return nil, err
	}
	return extract.NewSource(&doc.Revision, doc.Meta), nil
}

// firstArticle prints how long it takes to find the actors of the first
// article of a process.
func firstArticle(w io.Writer, path string) error {
	source, err := articleSource(path)
	if err != nil {
		return err
	}
	start := time.Now()
	extract.Actors(source)
	_, err = fmt.Fprintln(w, time.Since(start))
	return err
}

// namedText is a line of what nerscore reads: offsets in code points.
type namedText struct {
	ID   string      `json:"id"`
	Text string      `json:"text,omitempty"`
	Ents []namedSpan `json:"ents"`
}

type namedSpan struct {
	S int    `json:"s"`
	E int    `json:"e"`
	T string `json:"t"`
	C string `json:"c"`
}

func readNamed(path string) ([]namedText, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var out []namedText
	for in := json.NewDecoder(bufio.NewReader(file)); ; {
		var d namedText
		if err := in.Decode(&d); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, d)
	}
}

var nerTypes = map[names.Type]string{names.Person: "PER", names.Organization: "ORG", names.Place: "LOC", names.System: "SYS", names.Other: "MISC"}

// find replaces the document's names by those that are found with a model.
func (d *namedText) find(model *linear.Model) {
	rev := &briefings.Revision{}
	for line := range strings.SplitSeq(d.Text, "\n") {
		rev.Blocks = append(rev.Blocks, briefings.Block{Text: line})
	}
	briefings.Place(rev.Blocks)
	source := extract.NewSource(rev, briefings.Meta{})
	sentences := make([]names.Sentence, len(source.Sentences))
	for i := range source.Sentences {
		sentences[i].Span = names.Span(source.Sentences[i].Span)
	}
	doc := names.NewDocument(d.Text, sentences, names.Default())
	d.Ents = d.Ents[:0]
	for number, actor := range names.Actors(doc, names.Tag(doc, model)) {
		for _, m := range actor.Mentions {
			s := utf8.RuneCountInString(d.Text[:m.Start])
			d.Ents = append(d.Ents, namedSpan{s, s + utf8.RuneCountInString(m.Words), nerTypes[m.Type], strconv.Itoa(number)})
		}
	}
}
