package briefings

// The fields of each kind of record that a person may change.

// A question's status is none of them: it changes by the rules of Move.
func questionFields() []accessor {
	return []accessor{
		needed("text", func(q *Question) *string { return &q.Text }),
		list("kinds", func(q *Question) *[]QuestionKind { return &q.Kinds },
			Gap, Verification, Forecast, ConditionalQuestion, Decision),
		choice("priority", func(q *Question) *Priority { return &q.Priority }, High, Medium, Low),
		text("why", func(q *Question) *string { return &q.Why }),
		text("answeredWhen", func(q *Question) *string { return &q.Done }),
		deadline("due", func(q *Question) *string { return &q.Due }),
		deadline("review", func(q *Question) *string { return &q.Review }),
		text("owner", func(q *Question) *string { return &q.Owner }),
		text("tried", func(q *Question) *string { return &q.Tried }),
		list("tags", func(q *Question) *[]string { return &q.Tags }),
	}
}

func eventFields() []accessor {
	return []accessor{
		date("when", func(e *Event) *string { return &e.When }),
		needed("text", func(e *Event) *string { return &e.Text }),
		choice("status", func(e *Event) *EventStatus { return &e.Status },
			Occurred, Ongoing, Planned, Expected, Conditional, NotOccurred, Denied, UnknownStatus),
		text("condition", func(e *Event) *string { return &e.Condition }),
		list("actors", func(e *Event) *[]Handle { return &e.Actors }),
		choice("class", func(e *Event) *EventClass { return &e.Class }, Occurrence, Reporting, Situation),
		list("tags", func(e *Event) *[]string { return &e.Tags }),
	}
}

func actorFields() []accessor {
	return []accessor{
		needed("name", func(a *Actor) *string { return &a.Name }),
		choice("kind", func(a *Actor) *ActorType { return &a.Type },
			ActorTypes()...),
		list("tags", func(a *Actor) *[]string { return &a.Tags }),
	}
}

func limitFields() []accessor {
	return []accessor{
		needed("text", func(l *Limit) *string { return &l.Text }),
		choice("kind", func(l *Limit) *LimitType { return &l.Type },
			Safeguard, Ceiling, Constraint, ConditionalOn, DependencyLimit),
		choice("transfer", func(l *Limit) *Transfer { return &l.Transfer },
			Withheld, Possible, Agreed, Delivered, UnknownTransfer),
		text("subject", func(l *Limit) *string { return &l.Subject }),
		list("holder", func(l *Limit) *[]string { return &l.Holder }),
		list("recipient", func(l *Limit) *[]string { return &l.Recipient }),
		choice("modality", func(l *Limit) *Modality { return &l.Modality },
			Stated, Reported, ExpectedModality, PossibleModality, Judged),
		list("tags", func(l *Limit) *[]string { return &l.Tags }),
	}
}

func referenceFields() []accessor {
	return []accessor{
		text("title", func(r *Reference) *string { return &r.Title }),
		text("type", func(r *Reference) *string { return &r.Type }),
		list("author", func(r *Reference) *[]string { return &r.Author }),
		text("containerTitle", func(r *Reference) *string { return &r.ContainerTitle }),
		text("publisher", func(r *Reference) *string { return &r.Publisher }),
		date("issued", func(r *Reference) *string { return &r.Issued }),
		date("accessed", func(r *Reference) *string { return &r.Accessed }),
		text("url", func(r *Reference) *string { return &r.URL }),
		choice("reliability", func(r *Reference) *string { return &r.Grade.Reliability }, "", "A", "B", "C", "D", "E", "F"),
		choice("credibility", func(r *Reference) *string { return &r.Grade.Credibility }, "", "1", "2", "3", "4", "5", "6"),
		text("reason", func(r *Reference) *string { return &r.Grade.Reason }),
		list("derivedFrom", func(r *Reference) *[]Handle { return &r.DerivedFrom }),
		list("tags", func(r *Reference) *[]string { return &r.Tags }),
	}
}

func annotationFields() []accessor {
	return []accessor{
		text("body", func(a *Annotation) *string { return &a.Body }),
		choice("motivation", func(a *Annotation) *Motivation { return &a.Motivation },
			Highlighting, Commenting, Questioning, Assessing, Tagging),
		list("tags", func(a *Annotation) *[]string { return &a.Tags }),
	}
}
