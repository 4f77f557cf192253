package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// describe reads what the words of an entry say of the work.
func describe(work *briefings.Reference, text string) {
	if title, ok := quotedTitle(text); ok && len(strings.Fields(title)) >= 2 {
		work.Title = title
		before, after, _ := strings.Cut(text, title)
		work.Author = authorsIn(strings.TrimRight(before, " \"“‘'"))
		if container := containerIn(after); container != "" {
			work.ContainerTitle = container
			if strings.Contains(briefings.Fold(container), briefings.Fold(work.Publisher)) || work.Publisher == "" {
				work.Publisher = container
			}
		}
	}
	if work.Title == "" || work.URL != "" && !strings.Contains(text, work.Title) {
		describePlain(work, text)
	}
	issued, accessed := issuedIn(withoutAddresses(text))
	if issued != "" {
		work.Issued = issued
	}
	work.Accessed = accessed
	if doi := doiIn(text); doi != "" && work.DOI == "" {
		work.DOI, work.Type = doi, "article-journal"
	}
}

// describePlain reads the two forms of entries that mark no title: "Name, A.
// (2021). Title of it. Publisher." and "A. Name, Title of It (Place: Publisher,
// 2021)".
func describePlain(work *briefings.Reference, text string) {
	if before, title, after, ok := behindYear(text); ok {
		work.Title, work.Author = title, yearAuthors(before)
		if container := containerIn(after); container != "" && work.Publisher == "" {
			work.Publisher = container
		}
		return
	}
	open := strings.LastIndexByte(text, '(')
	if open < 0 {
		return
	}
	imprint, _, closed := strings.Cut(text[open+1:], ")")
	place, rest, ok := strings.Cut(imprint, ": ")
	name, year, dated := strings.Cut(rest, ", ")
	author, title, parted := strings.Cut(strings.TrimSpace(text[:open]), ", ")
	if !closed || !ok || !dated || !parted || !yearLike(year) || !upper(place) || len(strings.Fields(title)) < 2 || authorsIn(author) == nil {
		return
	}
	work.Type, work.Title, work.Author, work.Publisher, work.Issued = "book", title, authorsIn(author), name, year
}

// behindYear cuts "Name, A. (2021). Title of it. Publisher." around its title.
func behindYear(text string) (before, title, after string, ok bool) {
	at := strings.Index(text, "). ")
	open := strings.LastIndexByte(text[:max(at, 0)], '(')
	if at < 0 || open < 1 || !yearLike(text[open+1:min(open+5, at)]) {
		return "", "", "", false
	}
	title, after, _ = strings.Cut(text[at+len("). "):], ". ")
	title = strings.Trim(title, " .")
	return text[:open], title, after, len(strings.Fields(title)) >= 2 && !strings.Contains(title, "://")
}

// yearAuthors splits "Name, A., & Other, B.".
func yearAuthors(text string) []string {
	var out []string
	for part := range strings.SplitSeq(strings.NewReplacer(" & ", " ", " and ", "., ").Replace(text), "., ") {
		if part = strings.Trim(part, " ,."); part != "" && len(part) < 60 {
			if surname, initials, ok := strings.Cut(part, ", "); ok && len(initials) <= 4 {
				part = initials + ". " + surname
			}
			out = append(out, part)
		}
	}
	return out
}

func withoutAddresses(text string) string {
	fields := strings.Fields(text)
	kept := fields[:0]
	for _, f := range fields {
		if !strings.Contains(f, "://") {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, " ")
}

// quotes are pairs of quotation marks around titles.
var quotes = [][2]string{{"“", "”"}, {`"`, `"`}, {"«", "»"}, {"„", "“"}, {"‘", "’ "}}

// quotedTitle returns the first words in quotation marks that begin with a
// capital or a number, without the comma before the closing mark.
func quotedTitle(text string) (string, bool) {
	best, title := len(text), ""
	for _, q := range quotes {
		at := strings.Index(text, q[0])
		if at < 0 || at >= best {
			continue
		}
		inner := text[at+len(q[0]):]
		end := strings.Index(inner, q[1])
		if end < 0 {
			continue
		}
		words := strings.TrimRight(inner[:end], ",. ")
		if r, _ := utf8.DecodeRuneInString(words); unicode.IsUpper(r) || unicode.IsDigit(r) {
			best, title = at, words
		}
	}
	return title, title != ""
}

// authorsMax is the longest row of authors in bytes before a title.
const authorsMax = 160

// authorsIn splits "A. Name, B. Name, and C. Name," where every word is one of
// a name.
func authorsIn(text string) []string {
	text = strings.TrimRight(strings.TrimSpace(text), ",.;) ")
	if at := strings.LastIndex(text, "see "); at >= 0 {
		text = text[at+len("see "):]
	}
	text = strings.TrimPrefix(text, "See ")
	if text == "" || len(text) > authorsMax || strings.ContainsAny(text, ":;0123456789") {
		return nil
	}
	var out []string
	for part := range strings.SplitSeq(strings.NewReplacer(", and ", ", ", " and ", ", ", " & ", ", ", " et al", "").Replace(text), ",") {
		part = strings.TrimSpace(part)
		for _, word := range strings.Fields(part) {
			if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) && !nameParticles[word] {
				return nil
			}
		}
		switch {
		case part == "":
		case len(out) > 0 && initials(part):
			out[len(out)-1] = part + " " + out[len(out)-1] // "Name, A."
		default:
			out = append(out, part)
		}
	}
	return out
}

// initials says whether all words are single letters, with or without a stop.
func initials(s string) bool {
	for _, w := range strings.Fields(s) {
		if len([]rune(strings.Trim(w, ".-"))) > 1 {
			return false
		}
	}
	return true
}

var nameParticles = map[string]bool{"de": true, "von": true, "van": true, "der": true, "al": true, "bin": true, "of": true, "the": true, "el": true, "la": true, "di": true}

// containerIn reads the periodical or publisher that follows a title: the words
// up to the next comma, if they are written as a name.
func containerIn(after string) string {
	after = strings.TrimLeft(after, "”\"’»,. —–-")
	after = strings.TrimPrefix(strings.TrimPrefix(after, "in "), "at ")
	name := after
	if at := strings.IndexAny(after, ",;("); at >= 0 {
		name = after[:at]
	}
	if at := strings.Index(name, ". "); at > 3 {
		name = name[:at]
	}
	name = strings.Trim(name, " _*.")
	for { // "Journal of Ports 4": the volume is no part of the name
		short, volume, ok := cutLast(name, " ")
		if !ok || !isDigits(volume) || yearLike(volume) {
			break
		}
		name = short
	}
	if name == "" || len(strings.Fields(name)) > 8 || strings.Contains(name, "://") || !titleCased(name) || monthOf(firstWord(name)) != "" {
		return ""
	}
	return name
}

func cutLast(s, sep string) (before, after string, found bool) {
	at := strings.LastIndex(s, sep)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at+len(sep):], true
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// plainTitle takes an entry without quotation marks for its title, as far as
// the address, with authors and date left in: the words are never changed.
func plainTitle(text string) string {
	if at := strings.Index(text, "http"); at >= 0 {
		text = text[:at]
	}
	return strings.Trim(strings.TrimSpace(text), ",;–—- ")
}

// tidyTitle takes the publisher from the head of a title and the date from its
// end, which the record has elsewhere.
func tidyTitle(work *briefings.Reference) {
	before, rest, ok := strings.Cut(work.Title, ": ")
	if ok && strings.EqualFold(before, work.Publisher) {
		work.Title = rest
	}
	title, date, ok := cutLast(work.Title, ", ")
	if !ok {
		return
	}
	words := strings.Fields(date)
	if issued, used, _ := dateAt(words); issued != "" && issued == work.Issued && used == len(words) {
		work.Title = title
	}
}

// prosy says whether an entry is a remark: several sentences. An entry with its
// year in brackets behind the authors, or with a DOI, has as many stops.
func prosy(text string) bool {
	if _, _, _, ok := behindYear(text); ok || doiIn(text) != "" {
		return false
	}
	return len(text) > 400 || strings.Count(text, ". ") >= 4
}

// titleLike says whether the words of a link may be the title of what it leads
// to: three words at least, written as titles are.
func titleLike(words string) bool {
	return len(strings.Fields(words)) >= 3 && titleCased(words)
}

// titleCased says whether most words of four letters and more, and the first,
// begin with a capital.
func titleCased(words string) bool {
	big, all := 0, 0
	for i, w := range strings.Fields(words) {
		w = strings.TrimLeft(w, "“\"‘'(")
		r, _ := utf8.DecodeRuneInString(w)
		if i > 0 && len(w) < 4 {
			continue
		}
		all++
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			big++
		} else if i == 0 {
			return false
		}
	}
	return all > 0 && big*3 >= all*2
}

// volume is how a volume and its number are written behind the name of a
// journal: "41(2)", "9, no. 3", "vol. 7".
var volume = regexp.MustCompile(`\b\d{1,4} ?\(\d{1,3}([-–/]\d{1,3})?\)|\bno\. ?\d|\bvol\. ?\d`)

// inJournal says whether an entry with a periodical names its volume.
func inJournal(work *briefings.Reference) bool {
	return work.ContainerTitle != "" && volume.MatchString(strings.ToLower(work.Listed))
}
