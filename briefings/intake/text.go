package intake

import (
	"strings"
	"unicode/utf8"
)

// FromText turns plain text into CommonMark: it finds the title, headings,
// paragraphs and lists, and escapes what CommonMark would read as markup.
func FromText(text string) string {
	var b strings.Builder
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			continue
		case b.Len() == 0:
			b.WriteString("# ")
		case strings.HasPrefix(line, "- "):
			b.WriteString("- ")
			line = line[2:]
		case heading(line) && i+1 < len(lines):
			b.WriteString("## ")
		}
		b.WriteString(escape(line))
		b.WriteString("\n\n")
	}
	return b.String()
}

func heading(line string) bool {
	return utf8.RuneCountInString(line) < 80 && !strings.ContainsAny(line[len(line)-1:], ".!?,;:”\"")
}

func escape(line string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "[", `\[`, "#", `\#`, "&", `\&`, "~", `\~`, "|", `\|`).Replace(line)
}
