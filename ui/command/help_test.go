package command

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// Every command says what it is for, in a line and in more, with an example.
func TestEveryCommandHasAnExample(t *testing.T) {
	s := newSession(strings.NewReader(""), new(strings.Builder), new(strings.Builder))
	defer s.close()
	var look func(*cobra.Command)
	look = func(c *cobra.Command) {
		if own := c.Parent() == nil || c.Parent().Name() != "completion"; own && (c.Short == "" || c.Long == "" || !strings.Contains(c.Example, "dossier ")) {
			t.Errorf("%s: %q, %q, example %q", c.CommandPath(), c.Short, c.Long, c.Example)
		}
		for _, sub := range c.Commands() {
			look(sub)
		}
	}
	look(s.rootCommand())
}
