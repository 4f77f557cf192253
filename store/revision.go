package store

import (
	"context"
	"fmt"
	"strings"

	"dossier/briefings"
	"dossier/store/engine"
)

// A revision is stored in parts, so that a reader can show a page of a document
// of megabytes without reading the rest: a head with an index, the blocks, and
// the received bytes with the Markdown. The last two travel side by side in one
// value, since they say the same twice and packing them together costs the
// second hardly anything.
const (
	blocksPerPart = 64 << 10  // bytes of Markdown and text
	sourcePerPart = 128 << 10 // bytes of each of the two
)

// head is a revision without its body.
type head struct {
	briefings.Revision
	Links       []briefings.Definition `json:"links,omitempty"`
	RawSize     int                    `json:"rawSize"`
	SourceParts int                    `json:"sourceParts"`
	Parts       []blockRange           `json:"parts"`
	Blocks      int                    `json:"blocks"`
	End         int                    `json:"end"` // code points of the canonical text
}

// blockRange says where a part of the blocks begins.
type blockRange struct {
	Block int `json:"block"` // index of its first block
	Start int `json:"start"` // code point at which that starts
}

// source is a part of the received bytes and of the Markdown.
type source struct {
	Raw      []byte `json:"raw"`
	Markdown []byte `json:"markdown"`
}

// block is a Block as it is stored: offsets are counted anew, and a text that
// is its Markdown word for word, as most are, is left out.
type block struct {
	Kind     briefings.BlockKind   `json:"k,omitempty"`
	Level    int                   `json:"l,omitempty"`
	Markdown string                `json:"m,omitempty"`
	Text     *string               `json:"t,omitempty"`
	Nest     []briefings.Container `json:"n,omitempty"`
	Info     string                `json:"i,omitempty"`
	Length   int                   `json:"c,omitempty"` // code points of the text
}

func storedBlock(b *briefings.Block) block {
	out := block{Kind: b.Kind, Level: b.Level, Markdown: b.Markdown, Nest: b.Nest, Info: b.Info, Length: b.End - b.Start}
	if b.Text != b.Markdown {
		out.Text = &b.Text
	}
	return out
}

func (b *block) restore(start int) briefings.Block {
	out := briefings.Block{Kind: b.Kind, Level: b.Level, Markdown: b.Markdown, Text: b.Markdown,
		Nest: b.Nest, Info: b.Info, Start: start, End: start + b.Length}
	if b.Text != nil {
		out.Text = *b.Text
	}
	return out
}

// value is a key with what is to be written under it.
type value struct {
	key   string
	bytes []byte
}

// revisionValues encodes a revision, outside of any transaction.
func (c *codec) revisionValues(id string, rev *briefings.Revision) ([]value, error) {
	h := head{Revision: *rev, Links: rev.Links, RawSize: len(rev.Raw), Blocks: len(rev.Blocks)}
	var out []value
	add := func(key string, v any) error {
		b, err := c.encode(key, v)
		out = append(out, value{key, b})
		return err
	}
	for at := 0; at < max(len(rev.Raw), len(rev.Markdown)); at += sourcePerPart {
		p := source{Raw: cut(rev.Raw, at), Markdown: cut([]byte(rev.Markdown), at)}
		if err := add(sourceKey(id, rev.Number, h.SourceParts), &p); err != nil {
			return nil, err
		}
		h.SourceParts++
	}
	for first := 0; first < len(rev.Blocks); {
		var blocks []block
		i := first
		for size := 0; i < len(rev.Blocks) && (size < blocksPerPart || i == first); i++ {
			blocks = append(blocks, storedBlock(&rev.Blocks[i]))
			size += len(rev.Blocks[i].Markdown) + len(rev.Blocks[i].Text)
		}
		if err := add(textKey(id, rev.Number, len(h.Parts)), blocks); err != nil {
			return nil, err
		}
		h.Parts = append(h.Parts, blockRange{first, rev.Blocks[first].Start})
		first = i
	}
	if n := len(rev.Blocks); n > 0 {
		h.End = rev.Blocks[n-1].End
	}
	return out, add(revisionKey(id, rev.Number), &h)
}

func cut(data []byte, at int) []byte {
	return data[min(at, len(data)):min(at+sourcePerPart, len(data))]
}

// head reads a revision's head; number 0 is the current one.
func (s *snapshot) head(id string, number int) (*head, error) {
	if number == 0 {
		m, err := s.meta(id)
		if err != nil {
			return nil, err
		}
		number = m.Revision
	}
	h, found, err := fetch[head](s, revisionKey(id, number))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, &NotFoundError{Ref: fmt.Sprintf("%s, revision %d", id, number)}
	}
	h.Revision.Links = h.Links
	return &h, nil
}

// heads reads those of all revisions of a briefing that are here.
func (s *snapshot) heads(id string) (out []head, err error) {
	err = scan(s, engine.Range{Prefix: revisionsPrefix(id)}, func(_ string, h head) (bool, error) {
		out = append(out, h)
		return true, nil
	})
	return out, err
}

func (s *snapshot) part(id string, h *head, n int) ([]briefings.Block, error) {
	key := textKey(id, h.Number, n)
	stored, found, err := fetch[[]block](s, key)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, s.codec.broken(key, "it is missing")
	}
	out := make([]briefings.Block, len(stored))
	at := h.Parts[n].Start
	for i := range stored {
		out[i] = stored[i].restore(at)
		at = out[i].End + 1
	}
	return out, nil
}

// source reads the received bytes and the Markdown whole.
func (s *snapshot) source(id string, h *head) (raw []byte, markdown string, err error) {
	raw = make([]byte, 0, h.RawSize)
	var b strings.Builder
	n := 0
	err = scan(s, engine.Range{Prefix: sourcePrefix(id, h.Number)}, func(_ string, p source) (bool, error) {
		raw = append(raw, p.Raw...)
		b.Write(p.Markdown)
		n++
		return true, nil
	})
	if err == nil && n != h.SourceParts {
		err = s.codec.broken(sourcePrefix(id, h.Number), fmt.Sprintf("%d of %d parts are there", n, h.SourceParts))
	}
	return raw, b.String(), err
}

// blocks reads the whole text of a revision.
func (s *snapshot) blocks(id string, h *head) ([]briefings.Block, error) {
	out := make([]briefings.Block, 0, h.Blocks)
	for n := range h.Parts {
		part, err := s.part(id, h, n)
		if err != nil {
			return nil, err
		}
		out = append(out, part...)
	}
	return out, nil
}

// Revision returns a document as it was received once, whole, without its raw
// bytes (see Raw). Number 0 is the current one.
func (l *Library) Revision(ctx context.Context, id string, number int) (rev *briefings.Revision, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		h, err := s.head(id, number)
		if err != nil {
			return err
		}
		rev = &h.Revision
		if rev.Blocks, err = s.blocks(id, h); err != nil {
			return err
		}
		_, rev.Markdown, err = s.source(id, h)
		return err
	})
	return rev, err
}

// Raw returns the bytes of a revision as they were received.
func (l *Library) Raw(ctx context.Context, id string, number int) (raw []byte, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		h, err := s.head(id, number)
		if err == nil {
			raw, _, err = s.source(id, h)
		}
		return err
	})
	return raw, err
}
