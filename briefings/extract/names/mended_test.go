package names

import (
	"strings"
	"testing"

	"dossier/briefings"
)

// actorsIn prints the actors of a text that a tagger saw these names in, "kind
// name" each; a name is given as the type and the words that it was seen as.
func actorsIn(text string, seen ...any) string {
	d := read(text)
	var tagged []Name
	for i := 0; i < len(seen); i += 2 {
		words := seen[i+1].(string)
		at := strings.Index(text, words)
		for number := range d.sentences {
			s := &d.sentences[number]
			first, last := -1, -1
			for k := s.first; k < s.end; k++ {
				if d.tokens[k].start == at {
					first = k
				}
				if first >= 0 && d.tokens[k].end == at+len(words) {
					last = k
				}
			}
			if last >= 0 {
				tagged = append(tagged, d.name(number, first, last, seen[i].(Type)))
			}
		}
	}
	var out []string
	for _, a := range Actors(d, tagged) {
		out = append(out, string(a.Kind)+" "+a.Name)
	}
	return strings.Join(out, ", ")
}

func TestNamesThatTheTaggerCuts(t *testing.T) {
	for _, c := range []struct {
		text string
		seen []any
		want string
	}{
		{"The minister met Kim Dae-ho there.", []any{Person, "Kim Dae"}, "person Kim Dae-ho"},
		{"The minister met Nur Hashem-Lee there.", []any{Person, "Nur Hashem"}, "person Nur Hashem-Lee"},
		{"The minister met Ada Roe-like people there.", []any{Person, "Ada Roe"}, "person Ada Roe"},
		{"The minister met M. A. Rahmanov there.", []any{Person, "Rahmanov"}, "person M. A. Rahmanov"},
		{"The premium was asked by Q-SAFE last year.", nil, "organization Q-SAFE"},
		{"The X-RAY was taken.", nil, ""},
		{"They launched Duma-1 in May.", nil, "system Duma-1"},
		{"The firm asked the Secretary of State for Defence.", nil, ""},
	} {
		if got := actorsIn(c.text, c.seen...); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestALegalFormTellsACompany(t *testing.T) {
	for _, c := range []struct {
		text string
		seen []any
		want string
	}{
		{"JSC Nordal orders masks.\nNordal is the buyer.", []any{Person, "Nordal is"[:6]}, "organization JSC Nordal"},
		{"The order of Nordane Argentina S.A. came late.", []any{Person, "Nordane"}, "organization Nordane Argentina S.A."},
		{"Roll-Rose Hulls Ltd builds them.", nil, "organization Roll-Rose Hulls Ltd"},
		{"The vaccine of Sund Nordal A/S was filled.", nil, "organization Sund Nordal A/S"},
		{"Perdana Sabana Sdn Bhd agreed.", nil, "organization Perdana Sabana Sdn Bhd"},
	} {
		if got := actorsIn(c.text, c.seen...); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestANameThatTwoStatesShareIsTheOneThatIsSpokenOf(t *testing.T) {
	for text, want := range map[string]string{
		"South Korea pays.\nWhat stays in Korea is secret.":                 "state South Korea",
		"South Korea and North Korea talk.\nWhat stays in Korea is secret.": "state South Korea, state North Korea",
		"What stays in Korea is secret.":                                    "",
		"South Korea pays.\nThe Korea Eximbank Group lends.":                "state South Korea, organization Korea Eximbank Group",
	} {
		var seen []any
		if strings.Contains(text, "Eximbank") {
			seen = []any{Organization, "Korea Eximbank Group"}
		}
		if got := actorsIn(text, seen...); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestWhatANameDoesTellsItsKind(t *testing.T) {
	for text, want := range map[string]briefings.ActorType{
		"Bumar-Lab receives jigs.\nThey are built at Bumar-Lab in Portville.": briefings.Organization,
		"Engineers work in Zelenka now.\nThe yard at Zelenka is old.":         briefings.PlaceActor,
	} {
		name, kind := "Bumar-Lab", Place
		if strings.Contains(text, "Zelenka") {
			name, kind = "Zelenka", System
		}
		if got := actorsIn(text, kind, name); got != string(want)+" "+name {
			t.Errorf("%s: %s", text, got)
		}
	}
}
