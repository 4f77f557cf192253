package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
)

const savedPage = `<!doctype html><html lang="en"><head><title>A crane | The Pilot</title><meta property="og:site_name" content="The Pilot">
<meta name="author" content="Ada Example"><meta name="date" content="2025-03-04T08:00:00Z">
<link rel="canonical" href="https://pilot.example/crane"></head>
<body><nav><p>World</p></nav><article><h1>A crane</h1><p>The port has not said who built it.&#27;]0;x&#7;</p><h2>Price</h2><p>40 million.</p></article></body></html>`

func TestASavedPageBecomesARevision(t *testing.T) {
	doc := read(t, savedPage, "crane.html")
	want := briefings.Meta{Title: "A crane", Date: "2025-03-04", Publisher: "The Pilot", Author: []string{"Ada Example"}, Tags: []string{},
		Source: "https://pilot.example/crane", Lang: "en", Revision: 1, Words: 13,
		Reference: briefings.Dating{Date: "2025-03-04", Rule: briefings.DatedByMatter}}
	if diff := cmp.Diff(want, doc.Meta); diff != "" {
		t.Errorf("meta differs (-want +got):\n%s", diff)
	}
	r := doc.Revision
	if string(r.Raw) != savedPage || r.Format != briefings.FormatHTML {
		t.Errorf("the received bytes were touched, or taken for %s", r.Format)
	}
	// Written as an entity, a control character is none before the page is read.
	if got, want := r.Text(), "A crane\nThe port has not said who built it.\ufffd]0;x\ufffd\nPrice\n40 million."; got != want || r.Replaced != 2 {
		t.Errorf("text is %q with %d replaced, want %q with 2", got, r.Replaced, want)
	}
}

func TestAPageIsKnownWithoutItsName(t *testing.T) {
	for _, source := range []string{"", "crane", "crane.txt", "https://pilot.example/2025/crane"} {
		doc := read(t, savedPage, source)
		if doc.Revision.Format != briefings.FormatHTML || doc.Meta.Title != "A crane" {
			t.Errorf("%q: %s, %q", source, doc.Revision.Format, doc.Meta.Title)
		}
		if strings.Contains(source, "://") && doc.Meta.Source != source {
			t.Errorf("the source %s became %s", source, doc.Meta.Source)
		}
	}
}

func TestAPageInTheEncodingThatItNames(t *testing.T) {
	page := "<html><head><meta charset=\"windows-1254\"></head><body><p>Ak\xfdnc\xfd u\xe7tu.</p></body></html>"
	doc := read(t, page, "a.html")
	if got := doc.Revision.Text(); got != "Akıncı uçtu." {
		t.Errorf("text is %q", got)
	}
}

func TestAPageWithoutAnArticleIsRefused(t *testing.T) {
	_, err := Read([]byte("<html><body><nav><p>World</p></nav><script>x()</script></body></html>"), Options{Source: "empty.html"})
	if err == nil || !strings.Contains(err.Error(), "empty.html: it is a web page without an article in it; copy the article's text") {
		t.Errorf("got %v", err)
	}
}
