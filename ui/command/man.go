package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (s *session) manCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Long:    `Man prints one manual page of all commands, in the language of man(7).`,
		Example: "  dossier man | man -l -",
		Args:    words(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			_, err := s.out.Write([]byte(manualPage(root)))
			return err
		},
	}
}

// manualPage builds the page from the commands themselves, so that the two
// never differ. It bears no date: same program, same bytes.
func manualPage(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString(".TH DOSSIER 1\n.SH NAME\ndossier \\- a terminal reader for briefings\n.SH SYNOPSIS\n")
	fmt.Fprintf(&b, ".B %s\n", roff(root.UseLine()))
	b.WriteString(".SH DESCRIPTION\n" + roffLines(root.Long))
	b.WriteString(".SH OPTIONS\nThese hold for every command.\n")
	flagsPage(&b, root.PersistentFlags())
	b.WriteString(".SH COMMANDS\n")
	for _, c := range root.Commands() {
		if c.Hidden || !c.IsAvailableCommand() || c.Name() == "help" || c.Name() == "completion" {
			continue
		}
		fmt.Fprintf(&b, ".SS %s\n%s", roff("dossier "+c.Use), roffLines(c.Long))
		flagsPage(&b, c.LocalNonPersistentFlags())
		fmt.Fprintf(&b, ".PP\n.EX\n%s\n.EE\n", roff(c.Example))
	}
	b.WriteString(exitPage)
	return b.String()
}

const exitPage = `.SH EXIT STATUS
0 done, 1 failed, 2 wrong usage, 3 nothing found, 130 stopped by Ctrl-C.
.SH ENVIRONMENT
.TP
.B DOSSIER_LIBRARY
the library's file, where \-\-library does not say
.TP
.B DOSSIER_AUTHOR
who signs notes, where \-\-author does not say
.TP
.B NO_COLOR
if set to anything, nothing is printed in colour
`

func flagsPage(b *strings.Builder, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		if value != "" {
			value = " " + value
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff("--"+f.Name+value), roff(usage))
	})
}

// roffLines sets a text: paragraphs flow, indented lines stay as they are.
func roffLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(text) + "\n") {
		switch {
		case strings.TrimSpace(line) == "":
			b.WriteString(".PP\n")
		case strings.HasPrefix(line, "  "):
			b.WriteString(".EX\n" + roff(strings.TrimRight(line, "\n")) + "\n.EE\n")
		default:
			b.WriteString(roff(line))
		}
	}
	return b.String()
}

// roff escapes what the formatter would read as its own: backslashes, hyphens
// that are minus signs, and dots and quotes that begin a line.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
