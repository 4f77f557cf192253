package command

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

// curating is a command that judges actors in the whole library.
type curating struct {
	*session
	asJSON    bool
	lookalike bool // merge also what only looks the same
	quote     string
	nth       int
}

// curateCommands are the verbs of "dossier actors".
func (s *session) curateCommands() []*cobra.Command {
	j := &curating{session: s}
	same := j.command("same NAME OTHER", "Make OTHER another name of NAME", "same Türkiye Ankara:place", 2, func(c *cobra.Command, lib *store.Library, args []string) (briefings.Judgement, error) {
		return j.same(c.Context(), lib, args)
	})
	same.Flags().BoolVar(&j.lookalike, "lookalike", false, "also where the two only look the same and are written in letters of different scripts")
	notThis := j.command("not-this BRIEFING NAME", "Say that one mention is somebody else", "not-this 2025-12 Baykar --quote 'an Istanbul company'", 2, j.denied)
	notThis.Flags().StringVar(&j.quote, "quote", "", "words of the text around that mention, or the mention itself")
	notThis.Flags().IntVar(&j.nth, "nth", 0, "which of several places with these words, from 1")
	return []*cobra.Command{same,
		j.command("not-same NAME OTHER", "Make OTHER, held for NAME, an actor of its own", "not-same Türkiye Ankara", 2, func(c *cobra.Command, lib *store.Library, args []string) (briefings.Judgement, error) {
			return j.apart(c.Context(), lib, args)
		}),
		j.command("rename NAME NEW", "Give an actor another name", "rename Baykar 'Baykar Technologies'", 2, func(c *cobra.Command, lib *store.Library, args []string) (briefings.Judgement, error) {
			return j.about(c.Context(), lib, briefings.Judgement{Op: briefings.Rename, Name: strings.TrimSpace(args[1])}, args[0])
		}),
		j.command("retype NAME KIND", "Give an actor another kind: "+strings.Join(actorKinds, ", "), "retype Istanbul place", 2, func(c *cobra.Command, lib *store.Library, args []string) (briefings.Judgement, error) {
			return j.about(c.Context(), lib, briefings.Judgement{Op: briefings.Retype, Type: briefings.ActorType(args[1])}, args[0])
		}),
		j.command("hide NAME", "Show an actor no more", "hide 'Daily Times'", 1, func(c *cobra.Command, lib *store.Library, args []string) (briefings.Judgement, error) {
			return j.about(c.Context(), lib, briefings.Judgement{Op: briefings.Hide}, args[0])
		}),
		notThis, s.judgementsCommand(), j.takeBackCommand(),
	}
}

// command makes a verb that judges; example is a call of it.
func (j *curating) command(use, short, example string, args int, judge func(*cobra.Command, *store.Library, []string) (briefings.Judgement, error)) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Example: "  dossier actors " + example, Args: words(args, args, use),
		Long: short + `. It holds in every briefing of the library, also in those
that are yet to come and after every re-import. Where a name is of several kinds,
say which: "Ankara:place". "dossier actors take-back" takes it back everywhere.`,
		RunE: func(c *cobra.Command, args []string) error {
			lib, err := j.opened()
			if err != nil {
				return err
			}
			said, err := judge(c, lib, args)
			if err != nil {
				return err
			}
			made, err := lib.Judge(c.Context(), said)
			if err != nil {
				return err
			}
			return j.printMade(c.Context(), lib, nil, made)
		}}
	c.Flags().BoolVar(&j.asJSON, "json", false, "print the judgement, and the actors as they are now, as JSON")
	return c
}

func (j *curating) about(ctx context.Context, lib *store.Library, said briefings.Judgement, ref string) (briefings.Judgement, error) {
	named, err := actorNamed(ctx, lib, ref)
	said.Actor = named.ActorName
	return said, err
}

// same judges that two actors are one.
func (j *curating) same(ctx context.Context, lib *store.Library, args []string) (said briefings.Judgement, err error) {
	one, err := actorNamed(ctx, lib, args[0])
	if err != nil {
		return said, err
	}
	other, err := actorNamed(ctx, lib, args[1])
	if err != nil {
		return said, err
	}
	if one.kind == other.kind && briefings.Fold(one.shown) == briefings.Fold(other.shown) {
		return said, fmt.Errorf("%s and %s are one actor already: %s", args[0], args[1], one.shown)
	}
	return briefings.Judgement{Op: briefings.Same, Name: one.shown, Actor: one.ActorName, Other: other.ActorName}, j.mergeable(one.shown, other.shown)
}

// apart judges that a form of an actor's name is somebody else's.
func (j *curating) apart(ctx context.Context, lib *store.Library, args []string) (said briefings.Judgement, err error) {
	one, err := actorNamed(ctx, lib, args[0])
	if err != nil {
		return said, err
	}
	form, kind := splitKind(args[1])
	at := slices.IndexFunc(one.forms, func(f string) bool { return briefings.Fold(f) == briefings.Fold(form) })
	if at < 0 {
		return said, notFound("%s is not called %q anywhere; it is called %s", one.shown, form, strings.Join(one.forms, ", "))
	}
	return briefings.Judgement{Op: briefings.NotSame, Actor: one.ActorName, Other: briefings.ActorName{Form: one.forms[at], Type: kind}}, nil
}

// mergeable refuses names that are made to be taken for each other.
func (j *curating) mergeable(name, other string) error {
	if why := briefings.Lookalike(other, name); why != "" && !j.lookalike {
		return fmt.Errorf("%s; add --lookalike if they are one all the same", why)
	}
	return nil
}

// denied judges that one mention is not the actor's.
func (j *curating) denied(c *cobra.Command, lib *store.Library, args []string) (briefings.Judgement, error) {
	if j.quote == "" {
		return briefings.Judgement{}, usage(c, "say which mention with --quote")
	}
	_, b, err := j.one(c.Context(), args[0])
	if err != nil {
		return briefings.Judgement{}, err
	}
	name, kind := splitKind(args[1])
	at := slices.IndexFunc(b.Actors, func(a briefings.Actor) bool {
		return a.Live() && a.Called(name) && (kind == "" || kind == a.Type)
	})
	if at < 0 {
		return briefings.Judgement{}, notFound("%s speaks of no actor %q", b.Slug, args[1])
	}
	rev, err := lib.Revision(c.Context(), b.ID, 0)
	if err != nil {
		return briefings.Judgement{}, err
	}
	passage, err := anchorOf(rev, b.Sections, j.quote, j.nth)
	if err != nil {
		return briefings.Judgement{}, err
	}
	a := &b.Actors[at]
	for _, m := range a.Mentions {
		if m.DocStart < passage.DocEnd && m.DocEnd > passage.DocStart {
			m.Revision = b.Revision
			return briefings.Judgement{Op: briefings.NotThis, Briefing: b.ID, Actor: briefings.NameOf(a), Mention: &m}, nil
		}
	}
	return briefings.Judgement{}, notFound("%s is not spoken of in %q", a.Name, shorten(j.quote))
}

// named is an actor of the library that a word on the command line names.
type named struct {
	briefings.ActorName
	shown    string // its name
	kind     briefings.ActorType
	mentions int
	forms    []string // of the name, in all briefings
}

// splitKind reads "Ankara:place".
func splitKind(ref string) (string, briefings.ActorType) {
	if at := strings.LastIndex(ref, ":"); at > 0 && slices.Contains(actorKinds, ref[at+1:]) {
		return strings.TrimSpace(ref[:at]), briefings.ActorType(ref[at+1:])
	}
	return strings.TrimSpace(ref), ""
}

// actorNamed finds the actor of the library that has a form of a name. Of
// several kinds that are called so, the word must say which.
func actorNamed(ctx context.Context, lib *store.Library, ref string) (named, error) {
	form, kind := splitKind(ref)
	var found []named
	best, cost := "", max(2, len(form)/4)+1
	err := lib.Each(ctx, briefings.KindActor, func(_ briefings.Summary, r briefings.Record) error {
		a := r.(*briefings.Actor)
		if c := edits(briefings.Fold(form), briefings.Fold(a.Name)); c < cost {
			best, cost = a.Name, c
		}
		if form == "" || !a.Called(form) || kind != "" && kind != a.Type {
			return nil
		}
		at := slices.IndexFunc(found, func(n named) bool { return n.kind == a.Type })
		if at < 0 {
			at = len(found)
			found = append(found, named{kind: a.Type})
		}
		n := &found[at]
		if n.mentions += len(a.Mentions); n.Form == "" || briefings.Fold(a.Name) == briefings.Fold(form) {
			n.ActorName, n.shown = briefings.NameOf(a), a.Name
		}
		for _, alias := range a.Aliases {
			if !slices.Contains(n.forms, alias.Text) {
				n.forms = append(n.forms, alias.Text)
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return named{}, err
	case len(found) == 0 && best != "":
		return named{}, notFound("no briefing speaks of %q; did you mean %s?", ref, best)
	case len(found) == 0:
		return named{}, notFound("no briefing speaks of %q", ref)
	case len(found) == 1:
		return found[0], nil
	}
	var kinds []string
	slices.SortFunc(found, func(a, b named) int { return cmp.Compare(b.mentions, a.mentions) })
	for _, n := range found {
		kinds = append(kinds, fmt.Sprintf("%s:%s (%s)", form, n.kind, count(n.mentions, "mention")))
	}
	return named{}, fmt.Errorf("%q is of several kinds; say which: %s", ref, strings.Join(kinds, ", "))
}

// printMade says what was judged, and how the actors stand in each briefing.
// log is what the entry is about, if it takes another one back.
func (j *curating) printMade(ctx context.Context, lib *store.Library, log []briefings.Judgement, made briefings.Judgement) error {
	of, _ := briefings.Concerned(log, made)
	var rows []row
	err := lib.Each(ctx, briefings.KindActor, func(in briefings.Summary, r briefings.Record) error {
		a := r.(*briefings.Actor)
		if (of.Mention == nil || of.Briefing == in.ID) && (a.Called(of.Actor.Form) || of.Other.Form != "" && a.Called(of.Other.Form)) {
			rows = append(rows, row{briefing: in, Record: r})
		}
		return nil
	})
	if err != nil {
		return err
	}
	if j.asJSON {
		return printJSON(j.out, &map[string]any{"version": jsonVersion, "judgement": made, "actors": &rows})
	}
	j.out.line(bold(saidOf(log, made)))
	for _, r := range rows {
		a := r.Record.(*briefings.Actor)
		facts := count(len(a.Mentions), "mention")
		if a.Hidden {
			facts += ", hidden"
		}
		j.out.line(plain("  "+a.Name+" · "+string(a.Type)+" · "+facts), dim("  "+r.briefing.Slug))
	}
	j.out.line(dim("  dossier actors take-back " + made.ID))
	return nil
}

// editActor changes an actor: its name, its kind and what it is merged with in
// the whole library, the rest in this briefing.
func (s *session) editActor(c *cobra.Command, lib *store.Library, b *briefings.Briefing, a *briefings.Actor, words []string, asJSON bool) error {
	said, rest, err := s.judgedActor(c, b, a, words)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		changed, err := s.edited(c, b, a.Clone(), rest)
		if err != nil {
			return err
		}
		if _, err := lib.Put(c.Context(), b.ID, changed...); err != nil {
			return err
		}
	}
	for _, j := range said {
		j.Actor, j.Briefing = briefings.NameOf(a), b.ID
		if _, err := lib.Judge(c.Context(), j); err != nil {
			return err
		}
	}
	if b, err = lib.Briefing(c.Context(), b.ID); err != nil {
		return err
	}
	return s.show(b, asJSON, b.Record(a.Handle))
}

// judgedActor reads of an edit what is judged in the whole library, and returns
// the words that are left.
func (s *session) judgedActor(c *cobra.Command, b *briefings.Briefing, a *briefings.Actor, words []string) (said []briefings.Judgement, rest []string, err error) {
	if words[0] == "merge" {
		if len(words) != 2 {
			return nil, nil, usage(c, "merge needs the handle of one other record")
		}
		other, isActor := b.Record(briefings.Handle(words[1])).(*briefings.Actor)
		if !isActor || !other.Live() || !a.Live() {
			return nil, nil, notFound("%s has no two actors %q and %q that could be merged", b.Slug, a.Handle, words[1])
		}
		if err := (&curating{session: s}).mergeable(a.Name, other.Name); err != nil {
			return nil, nil, err
		}
		said, words = []briefings.Judgement{{Op: briefings.Same, Name: a.Name, Other: briefings.NameOf(other)}}, nil
	}
	for _, word := range words {
		switch name, value, _ := strings.Cut(word, "="); name {
		case "name":
			said = append(said, briefings.Judgement{Op: briefings.Rename, Name: strings.TrimSpace(value)})
		case "kind":
			said = append(said, briefings.Judgement{Op: briefings.Retype, Type: briefings.ActorType(value)})
		default:
			rest = append(rest, word)
		}
	}
	for _, j := range said {
		j.Actor = briefings.NameOf(a)
		if err := j.Check(); err != nil {
			return nil, nil, err
		}
	}
	return said, rest, nil
}
