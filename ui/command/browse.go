package command

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"

	"dossier/store"
	"dossier/ui/reader"
	"dossier/ui/theme"
)

// enoughFound is from how many passages on the reader is shown no more: nobody
// reads them all, and a further word finds fewer.
const enoughFound = 2000

// everywhere searches the library for the reader, as search does.
func everywhere(lib *store.Library) func(context.Context, string, reader.Progress) (reader.Hits, error) {
	return func(ctx context.Context, query string, progress reader.Progress) (out reader.Hits, err error) {
		terms := terms(query)
		if len(terms) == 0 {
			return out, fmt.Errorf("%q has no word to look for", query)
		}
		var f found
		if err := f.scan(ctx, lib, terms, enoughFound, progress); err != nil {
			return out, err
		}
		out.More = f.more
		for _, r := range f.Results {
			for _, p := range r.passages {
				out.Passages = append(out.Passages, reader.Passage{Briefing: r.Briefing, Title: r.Title, Section: p.section, Anchor: &p.Anchor, Excerpt: p.excerpt})
			}
			for _, m := range r.Records {
				text := flat(m.Text)
				e := theme.Excerpt{Text: text}
				if hits := foldedHits(text, terms[0]); len(hits) > 0 {
					e = excerptOf(text, hits[0], terms)
				}
				out.Passages = append(out.Passages, reader.Passage{Briefing: r.Briefing, Title: r.Title, Kind: m.kind, Record: m.Handle, Excerpt: e})
			}
		}
		return out, nil
	}
}

// browse hands a URL of the web to the desktop; anything else is refused, since
// what opens it may be a program of any kind.
func browse(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("%q is no address of the web", address)
	}
	opener := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if opener == nil {
		opener = []string{"xdg-open"}
	}
	c := exec.Command(opener[0], append(opener[1:], u.String())...)
	if err := c.Start(); err != nil {
		return fmt.Errorf("start %s: %w; copy the URL with Y instead", opener[0], err)
	}
	go c.Wait() // its status says nothing of the browser
	return nil
}
