package command

import (
	"bufio"
	"fmt"
	"strings"

	"dossier/briefings/clean"
)

// confirm asks before something that cannot be undone. Where nobody can be
// asked, only --yes will do.
func (s *session) confirm(yes bool, what string) error {
	return s.confirmed(yes, what+" This cannot be undone.")
}

// confirmed asks before something that a person may not have meant.
func (s *session) confirmed(yes bool, what string) error {
	if yes {
		return nil
	}
	if _, terminal := isTerminal(s.in); !terminal {
		return &failure{misused, fmt.Errorf("%s; add --yes if it is meant", strings.TrimSuffix(what, "."))}
	}
	fmt.Fprintf(s.stderr, "%s Go on? [y/N] ", clean.Of(what))
	answer, _ := bufio.NewReader(s.in).ReadString('\n')
	if !oneOf(strings.ToLower(strings.TrimSpace(answer)), "y", "yes") {
		return &failure{failed, fmt.Errorf("nothing was changed")}
	}
	return nil
}
