package extract

import "dossier/briefings"

// kind says of what kind a limit is and what becomes of its subject: as its cue
// tells, and where that is silent or there is none, by the signs.
func (r limitReading) kind() (briefings.LimitType, briefings.Transfer) {
	kind, transfer := briefings.Constraint, briefings.UnknownTransfer
	switch {
	case r.lead.cue != nil:
		kind = briefings.LimitType(r.lead.cue.tells[1]) // "-" where the sentence before tells it
		if len(r.lead.cue.tells) > 2 {
			transfer = briefings.Transfer(r.lead.cue.tells[2])
		}
	case r.listed:
		kind = typeOf(r.place.told)
	default:
		kind = signSet{limitCues(), r.signs}.limitType()
	}
	if told := r.place.told; r.listed && transfer == briefings.UnknownTransfer && told != "" && (r.lead.cue == nil || told == briefings.Withheld) {
		transfer = told
	}
	if transfer == briefings.UnknownTransfer && r.told.cue != nil && kind != briefings.DependencyLimit {
		transfer = briefings.Transfer(r.told.cue.tells[1])
		if transfer == briefings.Possible && kind == briefings.Constraint {
			kind = briefings.ConditionalOn
		}
	}
	return kind, transfer
}

// weighedKind is kind, but where no strong cue tells the transfer it is what the
// weights make of it.
func (r limitReading) weighedKind() (briefings.LimitType, briefings.Transfer) {
	kind, transfer := r.kind()
	if r.listed || r.lead.cue != nil && r.lead.cue.tells[0] != "weak" {
		return kind, transfer
	}
	if transfer = briefings.Transfer(r.tells[0]); transfer == briefings.Possible && kind == briefings.Constraint {
		kind = briefings.ConditionalOn
	}
	return kind, transfer
}

// typeOf is the kind of a limit of which only the transfer is told.
func typeOf(t briefings.Transfer) briefings.LimitType {
	switch t {
	case briefings.Withheld:
		return briefings.Ceiling
	case briefings.Possible, briefings.Agreed, briefings.Delivered:
		return briefings.ConditionalOn
	}
	return briefings.Constraint
}

// signSet answers which signs a sentence has, by name.
type signSet struct {
	table *cueTable
	signs []signed
}

func (s signSet) any(names ...string) bool {
	for _, f := range s.signs {
		for _, name := range names {
			if s.table.signName(f.id) == name {
				return true
			}
		}
	}
	return false
}

// limitType reads the kind of a limit that no cue told.
func (s signSet) limitType() briefings.LimitType {
	switch {
	case s.any("watch", "third", "not-third"):
		return briefings.Safeguard
	case s.any("depend") && !s.any("no", "forbid"):
		return briefings.DependencyLimit
	case s.any("may", "later", "if", "willing") && s.any("consent", "if"):
		return briefings.ConditionalOn
	case s.any("keep") && !s.any("not-give"):
		return briefings.Safeguard
	case s.any("leaveout", "limit", "only", "butnot", "not-give", "not-access", "not-consent", "not-knowledge", "pledge", "agreed"):
		return briefings.Ceiling
	}
	return briefings.Constraint
}
