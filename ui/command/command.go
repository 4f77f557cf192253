// Package command is the command line: one file a command. A command reads its
// words, calls the domain and the store, and prints; what it prints for people
// goes through clean, what it prints for programs is JSON with the names of the
// domain.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"dossier/briefings/clean"
	"dossier/store"
)

// grace is how long a command may take to end by itself once it is told to.
// Nothing that was acknowledged can be lost after it: the store bears SIGKILL.
const grace = time.Second

// Main runs the program and returns its exit status: 0 done, 1 failed, 2 wrong
// usage, 3 nothing found.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	restCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	release := context.AfterFunc(ctx, func() {
		time.Sleep(grace)
		os.Exit(interrupted)
	})
	defer release()
	s := newSession(stdin, stdout, stderr)
	defer s.close()
	root := s.rootCommand()
	root.SetArgs(args)
	return s.report(root.ExecuteContext(store.WithProgress(ctx, s.copying)))
}

// report prints an error as one sentence and returns the exit status that it
// stands for.
func (s *session) report(err error) int {
	if flushed := s.out.flush(); err == nil {
		err = flushed
	}
	if err == nil {
		return 0
	}
	if errors.Is(err, context.Canceled) {
		err = &failure{interrupted, errors.New("stopped; nothing is lost that was in the library")}
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{status: failed, err: err}
	}
	if text := err.Error(); text != "" {
		fmt.Fprintln(s.stderr, "dossier:", clean.Of(text))
	}
	return f.status
}

// rootCommand builds the tree of commands.
func (s *session) rootCommand() *cobra.Command {
	root := s.openCommand()
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.stderr)
	root.SuggestionsMinimumDistance = 2
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return s.ready() }
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usage(c, "%v", err)
	})
	root.SetCompletionCommandGroupID("keep")
	root.SetHelpCommandGroupID("keep")
	global := root.PersistentFlags()
	global.StringVar(&s.library, "library", os.Getenv("DOSSIER_LIBRARY"), "the library's `file` (or DOSSIER_LIBRARY)")
	global.StringVar(&s.author, "author", os.Getenv("DOSSIER_AUTHOR"), "who signs what you write (or DOSSIER_AUTHOR; \"analyst\" if neither)")
	global.BoolVar(&s.noColor, "no-color", false, "print without colour")
	global.BoolVar(&s.plain, "plain", false, "linear text only: for screen readers and logs")
	addGroup(root, "read", "Read:", s.listCommand(), s.showCommand(), s.searchCommand(), s.agendaCommand(), s.questionsCommand(),
		s.timelineCommand(), s.actorsCommand(), s.limitsCommand(), s.referencesCommand(), s.notesCommand(), s.historyCommand())
	addGroup(root, "write", "Write:", s.importCommand(), s.reextractCommand(), s.annotateCommand(), s.editCommand(), s.undoCommand(),
		s.redoCommand(), s.revertCommand(), s.exportCommand(), s.removeCommand())
	addGroup(root, "keep", "Keep and check:", s.inspectCommand(), s.checkCommand(), s.backupCommand(),
		s.restoreCommand(), s.compactCommand(), s.schemaCommand(), s.manCommand(root))
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Short, c.Long = "Print completions for a shell", "Completion prints what makes a shell complete dossier's commands and flags."
			c.Example = "  dossier completion bash > ~/.local/share/bash-completion/completions/dossier"
			c.Args = nil
			c.RunE = func(c *cobra.Command, args []string) error {
				return usage(c, "name a shell to print its completions: bash, zsh, fish or powershell")
			}
		}
	}
	return root
}

// addGroup adds commands that the help lists under one heading.
func addGroup(root *cobra.Command, id, title string, commands ...*cobra.Command) {
	root.AddGroup(&cobra.Group{ID: id, Title: title})
	for _, c := range commands {
		c.GroupID = id
	}
	root.AddCommand(commands...)
}
