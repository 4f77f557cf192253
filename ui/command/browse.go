package command

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"

	"dossier/store"
	"dossier/ui/reader"
)

// everywhere searches the library for the reader, as search does.
func everywhere(lib *store.Library) func(context.Context, string, reader.Progress) ([]reader.Passage, error) {
	return func(ctx context.Context, query string, progress reader.Progress) ([]reader.Passage, error) {
		var f found
		if err := f.scan(ctx, lib, terms(query), progress); err != nil {
			return nil, err
		}
		var out []reader.Passage
		for _, r := range f.Results {
			for _, a := range r.Passages {
				out = append(out, reader.Passage{Briefing: r.Briefing, Title: r.Title, Anchor: a})
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
