package webpage

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func read(t *testing.T, text string) Page {
	t.Helper()
	page, err := Read(text)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// A page as papers serve it: the article in the middle of much else.
const page = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour gets its crane | The Pilot</title>
<meta property="og:site_name" content="The Pilot">
<meta property="article:published_time" content="2025-03-04T09:00:00+01:00">
<link rel="canonical" href="https://user:secret@pilot.example/2025/harbour-crane">
<script>track()</script><style>p { color: red }</style>
</head><body class="has-sidebar">
<header role="banner"><a href="/">The Pilot</a></header>
<nav><ul><li><a href="/world">World</a></li></ul></nav>
<div id="cookie-consent"><p>We value your privacy.</p></div>
<main><article>
<h1>Harbour gets its crane</h1>
<p>The port said on Monday that the crane would arrive in May. It would not say who built it,
and it is unclear whether the maker will share its software.<sup id="r1"><a href="#n1">1</a></sup></p>
<aside><p>Read also: another story</p></aside>
<h2>What it lifts</h2>
<p>Up to <b>40 tonnes</b>, says a <a href="/docs/crane.pdf">data sheet</a>; see the
<a href="javascript:alert(1)">model</a>.</p>
<ul><li>boxes</li><li>boats</li></ul>
<table><tr><th>year</th><th>lifts</th></tr><tr><td>2024</td><td>310</td></tr></table>
<figure><img src="data:image/png;base64,AAAA" alt="The crane at dusk"><figcaption>The crane.</figcaption></figure>
<div class="post-share"><p>Share this</p></div>
<p style="display: none">Subscribers only</p>
</article></main>
<footer><p>All rights reserved</p></footer>
</body></html>`

func TestTheArticleOfAPageAndNothingElse(t *testing.T) {
	want := `# Harbour gets its crane

The port said on Monday that the crane would arrive in May. It would not say who built it, and it is unclear whether the maker will share its software. \[1]

## What it lifts

Up to **40 tonnes**, says a [data sheet](https://pilot.example/docs/crane.pdf); see the model.

- boxes
- boats

| year | lifts |
|------|-------|
| 2024 | 310   |

The crane at dusk

The crane.
`
	if got := read(t, page).Markdown; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatAPageSaysOfItself(t *testing.T) {
	linked := `<!doctype html><html lang="de"><head><title>Kran - Der Lotse</title>
<meta name="author" content="https://lotse.example/u/7">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Der Lotse"},
{"@type":["NewsArticle"],"headline":"Ein Kran f&uuml;r den Hafen","datePublished":"2025-03-04",
"author":[{"@type":"Person","name":"Ada Example"},{"name":"Bo Example"}],"publisher":{"name":"Der Lotse"}}]}</script></head>
<body><p>Der Hafen bekommt einen Kran, der schwerer hebt als der alte.</p></body></html>`
	for _, c := range []struct {
		text                                       string
		title, publisher, published, url, lang, by string
	}{
		{page, "Harbour gets its crane", "The Pilot", "2025-03-04T09:00:00+01:00", "https://pilot.example/2025/harbour-crane", "en-GB", ""},
		{linked, "Ein Kran für den Hafen", "Der Lotse", "2025-03-04", "", "de", "Ada Example, Bo Example"},
		{`<html><head><title>Crane | Pilot</title><link rel=canonical href="ftp://x"></head><body><p>Text.`, "Crane", "", "", "", "", ""},
		{`<body><h1>A crane</h1><p>Text.`, "A crane", "", "", "", "", ""},
		{`<html><script type="application/ld+json">{"@type": not json</script><body><p>Text.`, "", "", "", "", "", ""},
	} {
		p := read(t, c.text)
		got := []string{p.Title, p.Publisher, p.Published, p.URL, p.Lang, strings.Join(p.Author, ", ")}
		if want := []string{c.title, c.publisher, c.published, c.url, c.lang, c.by}; !slices.Equal(got, want) {
			t.Errorf("%.60s\n got %q\nwant %q", c.text, got, want)
		}
	}
}

func TestAPageIsRecognisedByItsBeginning(t *testing.T) {
	for text, want := range map[string]bool{
		"\ufeff\n<!-- saved from url=(0020)https://a.example --><html>": true,
		"<?xml version=\"1.0\"?>\n<!DOCTYPE HTML>":                      true,
		"<BODY><p>x":                     true,
		"The <html> element begins it.":  false,
		"<p>A fragment stays what it is": false,
		"<!-- never closed":              false,
		"":                               false,
	} {
		if got := Recognise(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// A class may name what an element is beside; what holds the text stays.
func TestAClassDoesNotTakeTheTextAway(t *testing.T) {
	got := read(t, `<body><div class="layout sidebar-left"><p>The port said that the crane would arrive in May.</p></div></body>`).Markdown
	if !strings.Contains(got, "would arrive in May") {
		t.Errorf("got %q", got)
	}
}

func TestAListOfLinksIsKept(t *testing.T) {
	got := read(t, `<body><article><p>The port said that the crane would arrive in May.</p><h2>References</h2>
<ol><li><a href="https://a.example/1">One</a></li><li><a href="https://b.example/2">Two</a></li></ol></article></body>`).Markdown
	for _, want := range []string{"## References", "1. [One](https://a.example/1)", "2. [Two](https://b.example/2)"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestABombOfElementsIsRefusedOrReadInTime(t *testing.T) {
	for _, bomb := range []string{
		strings.Repeat("<div>", 100_000) + "<p>text",
		"<html>" + strings.Repeat("<b><i>", 50_000) + "text",
		"<html>" + strings.Repeat("<table><tr><td>", 20_000) + "text",
	} {
		if _, err := Read(bomb); err != nil && !errors.Is(err, ErrNested) {
			t.Errorf("%.20s: %v", bomb, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(page)
	f.Add("<html><p>a&#27;[31m&#x202e;b<sup>1</sup><a href='//x/&#10;y'>z</a>")
	f.Add("<table><tr><td><table><td><li><img alt=x src=/y><title></svg>")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Read(text)
		if err == nil && utf8.ValidString(text) && !utf8.ValidString(p.Markdown) {
			t.Errorf("%q became invalid: %q", text, p.Markdown)
		}
	})
}
