package page

import (
	"fmt"

	gansi "charm.land/glamour/v2/ansi"
)

// faceColour is the blue of the colour that stands for the first face in what
// Glamour renders; the theme's colours come in when a row is drawn.
const faceColour = 16

func colour(f face) *string {
	s := fmt.Sprintf("#0000%02x", faceColour+int(f))
	return &s
}

// glamourStyles is the style sheet that Glamour renders with. Document.Color
// stays unset.
func glamourStyles() gansi.StyleConfig {
	yes := true
	coloured := func(f face) gansi.StylePrimitive { return gansi.StylePrimitive{Color: colour(f)} }
	block := func(p gansi.StylePrimitive) gansi.StyleBlock { return gansi.StyleBlock{StylePrimitive: p} }
	return gansi.StyleConfig{
		H1:            block(coloured(faceBright)),
		H2:            block(coloured(faceHeading)),
		H3:            block(coloured(faceHeading)),
		H4:            block(gansi.StylePrimitive{Bold: &yes}),
		H5:            block(gansi.StylePrimitive{Bold: &yes, Italic: &yes}),
		H6:            block(gansi.StylePrimitive{Bold: &yes, Color: colour(faceDim)}),
		Emph:          gansi.StylePrimitive{Italic: &yes},
		Strong:        gansi.StylePrimitive{Bold: &yes},
		Strikethrough: gansi.StylePrimitive{CrossedOut: &yes},
		LinkText:      coloured(faceLink),
		Code:          block(coloured(faceCode)),
		CodeBlock:     gansi.StyleCodeBlock{StyleBlock: block(coloured(faceCode)), Chroma: chromaStyles(coloured)},
	}
}

// chromaStyles gives the kinds of tokens of code their faces.
func chromaStyles(coloured func(face) gansi.StylePrimitive) *gansi.Chroma {
	return &gansi.Chroma{
		Text:                coloured(faceCode),
		Error:               coloured(faceCode),
		Name:                coloured(faceCode),
		Operator:            coloured(faceCode),
		Punctuation:         coloured(faceCode),
		Comment:             coloured(faceDim),
		CommentPreproc:      coloured(faceDim),
		Keyword:             coloured(faceKeyword),
		KeywordReserved:     coloured(faceKeyword),
		KeywordNamespace:    coloured(faceKeyword),
		KeywordType:         coloured(faceKeyword),
		NameTag:             coloured(faceKeyword),
		NameAttribute:       coloured(faceString),
		LiteralString:       coloured(faceString),
		LiteralStringEscape: coloured(faceString),
		LiteralNumber:       coloured(faceNumber),
		LiteralDate:         coloured(faceNumber),
		GenericDeleted:      coloured(faceHeld),
		GenericInserted:     coloured(faceString),
	}
}
