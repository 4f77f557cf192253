// Package prelude spares the program what Chroma does before main, which is more
// than half of all that happens there: Chroma decodes the heads of its 240 lexers
// and all of its 64 styles, of which a briefing rarely needs any. No release up
// to v2.27.0 does it later or lets one choose, and Glamour brings it along.
//
// So this package takes the files out of Chroma's hands before Chroma asks for
// them, and keeps them for whoever highlights code. Go initialises a package
// once all it imports is ready, the first by import path where several are: this
// one imports nothing but embed, so it comes before Chroma, and has to stay so.
// A Chroma that keeps its files otherwise just starts slower; a test tells.
package prelude

import (
	"embed"
	_ "unsafe" // for go:linkname
)

// Lexers holds the definitions of Chroma's lexers as embedded/NAME.xml.
var Lexers embed.FS

// What Chroma's own initialisation insists on finding, with nothing in it, but
// for the lexer of Go's templates: that of Go, which is always there, hands it
// the text of raw strings, and it leaves that as it is.
var (
	//go:embed embedded
	fewLexers embed.FS
	//go:embed swapoff.xml
	fewStyles embed.FS
)

//go:linkname chromaLexers github.com/alecthomas/chroma/v2/lexers.embedded
var chromaLexers embed.FS

//go:linkname chromaStyles github.com/alecthomas/chroma/v2/styles.embedded
var chromaStyles embed.FS

func init() {
	Lexers, chromaLexers = chromaLexers, fewLexers
	chromaStyles = fewStyles
}
