package plaintext

import "strings"

// isCredit says whether a line says whose a picture is: "Photo courtesy of the
// yard", "Ada Example / Harbour Press", "A crane at work (file photo)".
func isCredit(text string, fields []string) bool {
	if strings.HasPrefix(text, "©") || strings.Contains(text, " courtesy of ") || slashed(fields) {
		return true
	}
	text = strings.TrimRight(text, ".)]")
	at := strings.LastIndexAny(text, "/([|—–:")
	for _, sign := range []string{" via ", " - "} {
		if last := strings.LastIndex(text, sign); last > at {
			at = last + len(sign) - 1
		}
	}
	if at <= 0 {
		return false
	}
	tail := strings.TrimLeft(text[at:], "/([|—– :")
	return says(credits, tail)
}

// slashed says whether a slash parts the name of a person from that of a house.
func slashed(fields []string) bool {
	for i, f := range fields {
		if f == "/" || f == "|" {
			return personIn(fields[:i]) != "" && namesOnly(fields[i+1:])
		}
	}
	return false
}

// pictured says whether the credit of a picture follows a line: it is the
// picture's caption. At the head of a page the caption may have a text.
func (d *detector) pictured(next int) bool {
	const captionMax = 220 // runes of a caption's text
	if d.blocks[next].shape.kind == pictureLine {
		return true
	}
	after := d.skip(next+1, 1)
	return after > 0 && next <= max(d.body, titleReach) && d.blocks[next].runes <= captionMax && d.blocks[after].shape.kind == pictureLine
}

// appealMax is the longest paragraph in runes in which a paper asks for
// something for itself.
const appealMax = 300

// isAppeal says whether a paper speaks to its readers for itself in a paragraph.
func isAppeal(b *block) bool {
	if b.kind != prose || b.runes > appealMax {
		return false
	}
	folded := strings.ToLower(b.text)
	for phrase := range appeals {
		if strings.Contains(folded, phrase) {
			return true
		}
	}
	return false
}
