package page

import (
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"dossier/ui/page/prelude"
)

// trusted are the lexers, by the name of their definition, that ended in good
// time on every pattern of BenchmarkHighlightBomb; those of C, Java and YAML did
// not. Chroma has the one for Go in code.
var trusted = []string{"bash", "diff", "html", "ini", "json", "javascript", "python", "rust", "sql", "toml", "xml"}

// withinTrusted are lexers that a trusted one hands parts of its text to.
var withinTrusted = []string{"css"}

// languages are the lexers that may highlight, by Chroma's names for them. They
// are brought in when the first code is laid out.
var languages = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{"Go": true}
	for _, file := range trusted {
		names[bring(file)] = true
	}
	for _, file := range withinTrusted {
		bring(file)
	}
	return names
})

// bring gives Chroma a lexer and returns its name.
func bring(file string) string {
	lexer := chroma.MustNewXMLLexer(prelude.Lexers, "embedded/"+file+".xml")
	return lexers.Register(lexer).Config().Name
}

// highlights says whether code in a language, by any of its names, is to be
// highlighted.
func highlights(language string) bool {
	known := languages()
	lexer := lexers.Get(language)
	return lexer != nil && known[lexer.Config().Name]
}
