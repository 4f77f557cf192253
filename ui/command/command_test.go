package command_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dossier/briefings/sample"
	"dossier/ui/command"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dossier": func() { os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// The scripts in testdata are the reference of how the commands behave. Each
// begins with an empty library and the built-in sample as sample.md.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "bytes": writeBytes, "replace": replaceIn, "delete": deleteRecord, "json": queryJSON, "let": letJSON,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("DOSSIER_LIBRARY", filepath.Join(env.WorkDir, "library.db"))
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			return os.WriteFile(filepath.Join(env.WorkDir, "sample.md"), sample.Article(), 0o600)
		},
	})
}
