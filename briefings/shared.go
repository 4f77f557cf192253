package briefings

// Shared keeps one copy of each string that recurs in the records of a briefing:
// how and where they were found, the words of a vocabulary, the handles of
// sections and actors. In a long briefing that is a fifth of the memory that its
// records take.
type Shared map[string]string

// Record makes a record use the copies that are kept.
func (s Shared) Record(r Record) {
	s.head(r.Common())
	switch r := r.(type) {
	case *Event:
		share(s, &r.When)
		share(s, &r.Literal)
		share(s, &r.Status)
		share(s, &r.Class)
		share(s, &r.Unresolved)
		shareAll(s, r.Actors)
		shareWithPassage(&r.Head, &r.Text)
	case *Actor:
		share(s, &r.Type)
		s.anchors(r.Mentions)
		for i := range r.Mentions {
			share(s, &r.Mentions[i].Exact)
		}
	case *Limit:
		share(s, &r.Type)
		share(s, &r.Transfer)
		share(s, &r.Modality)
		shareAll(s, r.Holder)
		shareAll(s, r.Recipient)
		shareWithPassage(&r.Head, &r.Text)
	case *Reference:
		share(s, &r.Type)
		s.anchors(r.Cited)
		shareWithPassage(&r.Head, &r.Title)
		shareWithPassage(&r.Head, &r.Listed)
	}
}

func (s Shared) head(h *Head) {
	share(s, &h.Origin)
	share(s, &h.State)
	share(s, &h.Generator)
	share(s, &h.Rule)
	share(s, &h.By)
	s.anchors(h.Anchors)
}

func (s Shared) anchors(anchors []Anchor) {
	for i := range anchors {
		share(s, &anchors[i].Section)
		share(s, &anchors[i].State)
	}
}

func share[T ~string](s Shared, text *T) {
	if kept, ok := s[string(*text)]; ok {
		*text = T(kept)
	} else {
		s[string(*text)] = string(*text)
	}
}

func shareAll[T ~string](s Shared, texts []T) {
	for i := range texts {
		share(s, &texts[i])
	}
}

// shareWithPassage makes a text that is the record's passage word for word one
// with it.
func shareWithPassage(h *Head, text *string) {
	if len(h.Anchors) > 0 && *text == h.Anchors[0].Exact {
		*text = h.Anchors[0].Exact
	}
}
