package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dossier/store"
	"dossier/ui/reader"
)

func (s *session) openCommand() *cobra.Command {
	var t told
	c := &cobra.Command{
		Use:   "dossier [FILE|-|BRIEFING]",
		Short: "A terminal reader for briefings",
		Long: `Dossier finds the structure of an article or a report (sections, timeline, actors,
limits of technology transfer, open questions, references), keeps it in a library,
and gives your notes back as Markdown. It works offline.

Without a word it opens the library; with a file, it takes the document in and
opens it. Where the output is no terminal it prints linear text instead.`,
		Example: "  dossier article.txt\n  pbpaste | dossier -",
		Args:    words(0, 1, "one file or briefing"),
		RunE: func(c *cobra.Command, args []string) error {
			lib, err := s.stocked(c.Context())
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return s.openLibrary(c.Context(), lib)
			}
			return s.openOne(c, lib, args[0], &t)
		},
	}
	t.flags(c)
	return c
}

// linear says whether to print text instead of starting the reader.
func (s *session) linear() bool { return s.plain || !s.out.terminal }

func (s *session) openLibrary(ctx context.Context, lib *store.Library) error {
	if !s.linear() {
		return s.startReader(ctx, lib, reader.Config{})
	}
	all, err := lib.List(ctx, store.Query{})
	if err != nil {
		return err
	}
	return s.printList(all, false, false)
}

// openOne opens what a word names: a file before a briefing of that name.
func (s *session) openOne(c *cobra.Command, lib *store.Library, name string, t *told) error {
	ctx := c.Context()
	if _, err := os.Stat(name); name != "-" && errors.Is(err, os.ErrNotExist) {
		id, err := find(ctx, lib, name)
		if err != nil {
			return neither(c, name, err)
		}
		return s.openBriefing(ctx, lib, id)
	}
	in := &intakeRun{session: s, lib: lib, told: t}
	if s.linear() {
		p, err := s.take(name, t)
		if err != nil {
			return err
		}
		o, err := in.one(ctx, p)
		if err != nil {
			return err
		}
		return s.openBriefing(ctx, lib, o.ID)
	}
	return s.openIncoming(ctx, lib, in, name)
}

// openIncoming shows a document while it is taken in.
func (s *session) openIncoming(ctx context.Context, lib *store.Library, in *intakeRun, name string) error {
	data, err := s.documentBytes(name, in.told)
	if err != nil {
		return err
	}
	part := firstPart(data)
	if len(data) > int(in.told.max) {
		part = data // to be refused, not shown
	}
	shown, err := s.read(part, name, in.told)
	if err != nil && len(part) < len(data) {
		shown, err = s.read(data, name, in.told) // the cut may have fallen badly
	}
	if err != nil {
		return err
	}
	return s.startReader(ctx, lib, reader.Config{Incoming: incoming(in, shown, data, name)})
}

// A document of more than partFrom bytes shows its first part while the whole
// of it is read.
const (
	partFrom = 256 << 10
	partSize = 32 << 10
)

// firstPart returns the beginning of a long text up to the end of a line.
func firstPart(data []byte) []byte {
	if len(data) <= partFrom {
		return data
	}
	if end := bytes.LastIndexByte(data[:partSize], '\n'); end > 0 {
		return data[:end]
	}
	return data
}

// incoming hands a document to the reader, which shows what was read of it
// while the whole is stored.
func incoming(in *intakeRun, shown structured, data []byte, name string) *reader.Incoming {
	return &reader.Incoming{
		Briefing: &shown.briefing,
		Revision: &shown.doc.Revision,
		Store: func(ctx context.Context) (id, say string, err error) {
			p, err := in.read(data, name, in.told)
			if err != nil {
				return "", "", err
			}
			p.find()
			o, err := in.one(ctx, p)
			if err != nil {
				return "", "", err
			}
			return o.ID, o.said(), nil
		},
	}
}

// neither says that a word names neither a file nor a briefing.
func neither(c *cobra.Command, name string, err error) error {
	var none *store.NotFoundError
	if !errors.As(err, &none) {
		return err
	}
	if strings.ContainsRune(name, filepath.Separator) || filepath.Ext(name) != "" {
		_, err := openDocument(name)
		return err
	}
	if near := c.Root().SuggestionsFor(name); len(near) > 0 {
		return usage(c, "there is no command %q; did you mean %s?", name, strings.Join(near, " or "))
	}
	return fmt.Errorf("there is no file %s, and %w", name, err)
}

func (s *session) openBriefing(ctx context.Context, lib *store.Library, id string) error {
	if !s.linear() {
		return s.startReader(ctx, lib, reader.Config{Open: id})
	}
	b, err := lib.Briefing(ctx, id)
	if err != nil {
		return err
	}
	rev, err := lib.Revision(ctx, id, 0)
	if err != nil {
		return err
	}
	s.learn(ctx, lib, b.Records()...)
	s.printBriefing(b, rev, panes)
	return nil
}
