package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/briefings/markdown"
)

// told is what the person says of a document besides its bytes.
type told struct {
	date, title, source, encoding string
	max                           byteSize
}

func (t *told) flags(c *cobra.Command) {
	t.max = intake.DefaultMax
	f := c.Flags()
	f.StringVar(&t.date, "date", "", "when the document was published, as `EDTF` (2025-12-05, 2025-12, 2025)")
	f.StringVar(&t.title, "title", "", "its title, where the text does not say")
	f.StringVar(&t.source, "source", "", "the `URL` or name that it came from")
	f.StringVar(&t.encoding, "encoding", "", "its encoding, if not UTF-8 (windows-1254, iso-8859-9, utf-16le)")
	f.Var(&t.max, "max-size", "refuse documents above this `size`")
}

// take takes in one document, a file or standard input for "-", and finds what
// stands in it. A file of briefing Markdown brings its records along; in any
// other the structure is found.
func (s *session) take(name string, t *told) (p structured, err error) {
	data, err := s.documentBytes(name, t)
	if err != nil {
		return structured{}, err
	}
	defer spare(name, &err)
	p, err = s.read(data, name, t)
	if err == nil {
		p.find()
	}
	return p, err
}

// spare makes an error of a fault that a document's text brought to light, so
// that it keeps none of the others out.
func spare(name string, err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("%s was not taken in: its text brings a fault of dossier to light (%v); the file is as it was, please report it", name, fault)
	}
}

// documentBytes reads a document's bytes, once what was said of it makes sense.
func (s *session) documentBytes(name string, t *told) ([]byte, error) {
	if t.date != "" {
		if _, err := edtf.Parse(t.date); err != nil {
			return nil, &failure{misused, fmt.Errorf("--date: %w", err)}
		}
	}
	return s.bytesOf(name, int64(t.max))
}

// read turns bytes into a document without looking for its structure yet.
func (s *session) read(data []byte, name string, t *told) (structured, error) {
	if markdown.IsBriefing(data) {
		return s.carried(data, name)
	}
	if slug, is := markdown.IsNotes(data); is {
		return structured{}, notesPage(name, slug)
	}
	source := t.source
	if source == "" && name != "-" {
		source = name
	}
	doc, err := intake.Read(data, intake.Options{Source: source, Encoding: t.encoding, Max: int(t.max), Now: s.now().UTC()})
	if err != nil {
		return structured{}, err
	}
	if err := t.correct(&doc.Meta, s.analyst(), s.now().UTC()); err != nil {
		return structured{}, err
	}
	return structured{name: name, doc: doc, briefing: briefings.Briefing{Meta: doc.Meta, Sections: extract.Sections(&doc.Revision)}}, nil
}

// notesPage refuses a page of the notes export: it says what was made of a briefing, so
// it is no text of it, and of the records it holds too little to be read back.
func notesPage(name, slug string) error {
	if name == "-" {
		name = "standard input"
	}
	return fmt.Errorf("%s is a page of notes from \"dossier export\", which is not read back; a file to edit and take in again is written by \"dossier export %s --profile full -o FILE\"", name, orElse(slug, "BRIEFING"))
}

// correct sets what the person said, which outranks what the document says, now
// and in later revisions.
func (t *told) correct(m *briefings.Meta, by string, at briefings.Time) error {
	for name, value := range map[string]string{"title": t.title, "date": t.date} {
		if value == "" {
			continue
		}
		if err := briefings.SetMetaField(m, name, value, by, at); err != nil {
			return err
		}
	}
	return nil
}

// bytesOf reads a file or standard input, one byte more than the limit at
// most, so that a source without end is refused too.
func (s *session) bytesOf(name string, limit int64) ([]byte, error) {
	in := s.in
	if name == "-" {
		if _, terminal := isTerminal(s.in); terminal {
			fmt.Fprintln(s.stderr, "dossier: reading the document from the keyboard; end it with Ctrl-D")
		}
	} else {
		file, err := openDocument(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in = file
	}
	var data bytes.Buffer
	data.Grow(roomFor(in, limit))
	if _, err := data.ReadFrom(io.LimitReader(in, limit+1)); err != nil {
		return nil, fmt.Errorf("%s could not be read: %w", name, plainCause(err))
	}
	if int64(data.Len()) > limit {
		return nil, tooLarge(name, limit)
	}
	return data.Bytes(), nil
}

// roomFor returns how much room a source needs, so that a large file is not
// copied over and over as it is read; 0 for one that does not know its size.
func roomFor(in io.Reader, limit int64) int {
	file, ok := in.(*os.File)
	if !ok {
		return 0
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return int(min(info.Size(), limit)) + bytes.MinRead
}

// tooLarge tells the size of a file, which a pipe does not have.
func tooLarge(name string, limit int64) error {
	size := "there"
	if info, err := os.Stat(name); name != "-" && err == nil && info.Size() > limit {
		size = mebibytes(info.Size())
	}
	if name == "-" {
		name = "standard input"
	}
	return fmt.Errorf("%s: %s is more than the limit of %s; raise it with --max-size", name, size, mebibytes(limit))
}

func openDocument(name string) (*os.File, error) {
	file, err := os.Open(name)
	switch {
	case err != nil && strings.Contains(name, "://"):
		return nil, fmt.Errorf("%s: dossier never goes onto the network; save the page's text and give it with --source %s", name, name)
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file; check the name, or give the text on standard input as -", name)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("%s: you may not read this file; ask its owner or change its mode", name)
	case err != nil:
		return nil, fmt.Errorf("%s could not be opened: %w", name, plainCause(err))
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		file.Close()
		return nil, fmt.Errorf("%s is a folder; name one file of it, or take it in whole with \"dossier import\"", name)
	}
	return file, nil
}

// plainCause leaves the system call and the path out of an error of package os.
func plainCause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// byteSize is a flag's number of bytes: "500KB", "16MB", "1GB", or bare bytes.
type byteSize int64

var sizeUnits = []struct {
	name  string
	bytes int64
}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"B", 1}, {"", 1}}

func (b *byteSize) Set(text string) error {
	for _, unit := range sizeUnits {
		number, ok := strings.CutSuffix(strings.ToUpper(text), unit.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
		if err != nil || n <= 0 || n > 1<<40/unit.bytes {
			return fmt.Errorf("%q is no size; write it as in 32MB", text)
		}
		*b = byteSize(n * unit.bytes)
		return nil
	}
	return nil
}

func (b *byteSize) String() string {
	for _, unit := range sizeUnits[:3] {
		if n := int64(*b); n >= unit.bytes && n%unit.bytes == 0 {
			return strconv.FormatInt(n/unit.bytes, 10) + unit.name
		}
	}
	return strconv.FormatInt(int64(*b), 10)
}

func (b *byteSize) Type() string { return "size" }
