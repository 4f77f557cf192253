package markdown

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"go.yaml.in/yaml/v4"

	"dossier/briefings"
	"dossier/briefings/corpustest"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/briefings/markdown/frontmatter"
	"dossier/briefings/sample"
)

// library returns briefings to export: the fixture, the sample, and those of the
// corpora where they are.
func library(t *testing.T) map[string]func() (briefings.Briefing, briefings.Revision) {
	out := map[string]func() (briefings.Briefing, briefings.Revision){
		"the fixture": func() (briefings.Briefing, briefings.Revision) { b, rev := fixture(t); return *b, *rev },
		"the sample":  sample.Document,
	}
	if corpustest.Dir() == "" {
		return out
	}
	names, err := filepath.Glob(filepath.Join(corpustest.Dir(), "corpora", "briefings", "texts", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		out[filepath.Base(name)] = func() (briefings.Briefing, briefings.Revision) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := intake.Read(data, intake.Options{Source: name})
			if err != nil {
				t.Fatal(err)
			}
			return extract.All(&doc.Revision, doc.Meta), doc.Revision
		}
	}
	return out
}

// Other readers find in every export what was written: one title, the front
// matter as a flat mapping, every question a task.
func TestOtherReadersReadEveryExport(t *testing.T) {
	for name, document := range library(t) {
		b, rev := document()
		for _, flavour := range []Flavour{Portable, Obsidian} {
			out := Notes(&b, &rev, NotesOptions{Flavour: flavour})
			matter, _, ok := frontmatter.Cut(string(out))
			flat := map[string]any{}
			if err := yaml.Unmarshal([]byte(matter), &flat); !ok || err != nil {
				t.Errorf("%s, %s: %v", name, flavour, err)
			}
			for key, value := range flat {
				if _, nested := value.(map[string]any); nested {
					t.Errorf("%s, %s: %s is nested", name, flavour, key)
				}
			}
			titles, tasks := 0, 0
			walk(out, func(n ast.Node, _ []byte) {
				if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
					titles++
				}
				if n.Kind().String() == "TaskCheckBox" {
					tasks++
				}
			})
			selected, _ := Select(&b, NotesOptions{})
			if titles != 1 || tasks != len(selected.Questions) {
				t.Errorf("%s, %s: %d titles, %d tasks for %d questions", name, flavour, titles, tasks, len(selected.Questions))
			}
		}
	}
}

// Pandoc turns the portable export and its CSL-JSON into HTML with every
// citation resolved and without a word of warning.
func TestPandocReadsEveryExport(t *testing.T) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed (Debian package pandoc)")
	}
	dir := t.TempDir()
	for name, document := range library(t) {
		b, rev := document()
		for i := range b.References { // each is cited, so that each must resolve
			cite := briefings.Annotation{Motivation: briefings.Commenting, Body: "See [@" + string(b.References[i].Handle) + "]."}
			cite.Handle, cite.State = briefings.Handle(fmt.Sprint("n-cites-", i)), briefings.StateLive
			b.Annotations = append(b.Annotations, cite)
		}
		csl, err := CSL(&b, NotesOptions{})
		if err != nil {
			t.Fatal(err)
		}
		notes, refs := filepath.Join(dir, "notes.md"), filepath.Join(dir, "refs.json")
		for path, data := range map[string][]byte{notes: Notes(&b, &rev, NotesOptions{}), refs: csl} {
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command("pandoc", "--from=markdown", "--to=html", "--standalone", "--citeproc", "--bibliography="+refs, "--metadata=lang:en", notes)
		var said strings.Builder
		cmd.Stderr = &said
		html, err := cmd.Output()
		if err != nil || said.Len() > 0 {
			t.Errorf("%s: %v\n%s", name, err, said.String())
		}
		if at := strings.Index(string(html), "@r-"); at >= 0 {
			t.Errorf("%s: a citation is not resolved: …%s…", name, html[max(0, at-40):min(len(html), at+40)])
		}
	}
}
