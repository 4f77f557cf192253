package markdown

import (
	"bytes"
	"errors"
	"testing"

	"dossier/briefings/markdown/frontmatter"
	"dossier/briefings/sample"
)

// L3, for any bytes: one round brings a file to rest, whatever somebody or an editor
// made of it.
func FuzzParse(f *testing.F) {
	b, rev := fixture(f)
	f.Add(Print(b, rev, PrintOptions{}))
	whole, text := sample.Document()
	f.Add(Print(&whole, &text, PrintOptions{}))
	f.Add([]byte("\ufeff---\r\ndossier: 1\r\n# a remark\r\nmine: [a, b]\r\n---\r\n# T\r\n\r\n# Apparatus\r\n\r\n## Open questions\r\n* [x] A?\r\n\t* answer: yes\r\n"))
	f.Add([]byte("# Apparatus\n## Annotations\n- ~~~markdown\n  - by: x\n  ~~~ ^n-a\n## Sections\n- S ^s-t\n  - was: s-s\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, _, err := Parse(data)
		if err != nil {
			if bad := new(frontmatter.Error); !errors.As(err, &bad) {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		once := Print(&file.Briefing, &file.Revision, PrintOptions{})
		again, _, err := Parse(once)
		if err != nil {
			t.Fatalf("what was printed is not read: %v\n%s", err, once)
		}
		if twice := Print(&again.Briefing, &again.Revision, PrintOptions{}); !bytes.Equal(once, twice) {
			t.Fatalf("from\n%q\nfirst\n%s\nthen\n%s", data, once, twice)
		}
	})
}

// An export into any file leaves all lines of it that no region of dossier's holds,
// and a second one changes nothing.
func FuzzMerge(f *testing.F) {
	b, rev := fixture(f)
	fresh := Notes(b, rev, NotesOptions{})
	f.Add(fresh)
	f.Add(bytes.ReplaceAll(fresh, []byte("\n"), []byte("\r\n")))
	f.Add([]byte("my own\r"))
	f.Add([]byte("---\nid: x\nauthor:\n  \r\r\r\r\u0085\u2028 a desk\nlang: en\n---\n<!"))
	f.Add(append([]byte("my own\r\n"), fresh...))
	f.Add([]byte("---\nid: x\nmine: 1\n---\nmy own\n<!-- dossier:begin notes 0 -->\nx\n<!-- dossier:end notes -->\nmore\n<!-- dossier:begin notes -->\n"))
	f.Fuzz(func(t *testing.T, existing []byte) {
		merged, _ := Merge(existing, fresh, false)
		for _, r := range regions(string(existing)) {
			if r.name == "" && !bytes.HasPrefix(existing, []byte("---")) && !bytes.Contains(merged, bytes.TrimSpace([]byte(r.content))) {
				t.Fatalf("%q is lost from %q", r.content, existing)
			}
		}
		if again, _ := Merge(merged, fresh, false); !bytes.Equal(again, merged) {
			t.Fatalf("from\n%q\nfirst\n%s\nthen\n%s", existing, merged, again)
		}
	})
}
