//go:build unix

package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"dossier/store"
)

// The job control of a real shell: what Ctrl-Z, fg and a terminal that goes away
// do to a reader in which a note is being written.
func TestInAShell(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := build(t)
	t.Run("suspended, resized and resumed", func(t *testing.T) { suspendAndResume(t, program) })
	t.Run("the terminal is lost while suspended", func(t *testing.T) { loseTerminal(t, program) })
	t.Run("a note is written in an editor", func(t *testing.T) { writeInEditor(t, program) })
}

// Ctrl-G gives the terminal and the text to the person's own editor, and takes
// back what that saved; an editor that fails takes nothing away.
func writeInEditor(t *testing.T, program string) {
	folder := t.TempDir()
	library, editor := filepath.Join(folder, "library.db"), filepath.Join(folder, "editor")
	script := "#!/bin/sh\necho in-the-editor; read key; [ \"$key\" = fail ] && exit 1; echo and-the-second-half >> \"$1\"\n"
	if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	person := sit(t, exec.Command("env", "VISUAL=", "EDITOR="+editor, program, "--library", library, "drone-line")).see("Bottom line")
	person.press("a").see("Ctrl-G editor").press("\x1b[200~the first half \x1b[201~").see("the first half")
	person.press("\x07").see("in-the-editor").press("fail\n").see("the editor failed").see("the first half")
	person.press("\x07").see("in-the-editor").press("go\n").see("and-the-second-half").press("\r").see("saved")
	person.press("\x03").left()
	if notes, err := exec.Command(program, "--library", library, "notes").CombinedOutput(); err != nil || !strings.Contains(string(notes), "the first half and-the-second-half") {
		t.Errorf("the note is not in the library (%v):\n%s", err, notes)
	}
}

// suspended starts a reader from a shell, begins a note and presses Ctrl-Z.
func suspended(t *testing.T, program, library string) *terminal {
	shell := sit(t, exec.Command("env", "PS1=ready> ", "sh"))
	shell.press(program + " --library " + library + " drone-line\n").see("Bottom line")
	shell.press("a").see("new line").press("\x1b[200~half-a-thought\x1b[201~").see("half-a-thought")
	return shell.press("\x1a").see("Stopped")
}

// Ctrl-Z gives the shell its terminal back as it was; fg brings the reader back
// in the size that the terminal has by then, with what was being written.
func suspendAndResume(t *testing.T, program string) {
	library := filepath.Join(t.TempDir(), "library.db")
	shell := suspended(t, program, library)
	if !strings.Contains(shell.drawn(), "\x1b[?1049l") {
		t.Errorf("the alternate screen was not left in %q", shell.drawn())
	}
	shell.press("stty -a\n").see("isig icanon").see(" echo ")
	if err := pty.Setsize(shell.file, &pty.Winsize{Rows: 40, Cols: 150}); err != nil {
		t.Fatal(err)
	}
	shell.press("fg\n").see("half-a-thought").see("3 min") // there is room in the header for it now
	shell.press("\x1b[200~,gone-on\x1b[201~").see(",gone-on").press("\r").see("saved")
	shell.press("\x03").see("ready> ").press("stty -a; exit\n").see("isig icanon").left()
	if notes, err := exec.Command(program, "--library", library, "notes").CombinedOutput(); err != nil || !strings.Contains(string(notes), "half-a-thought,gone-on") {
		t.Errorf("the note is not in the library (%v):\n%s", err, notes)
	}
}

// A reader whose terminal goes away while it is suspended ends, and keeps what was
// being written.
func loseTerminal(t *testing.T, program string) {
	library := filepath.Join(t.TempDir(), "library.db")
	shell := suspended(t, program, library)
	shell.press("jobs -l; echo asked\n").see("asked")
	shell.see("Stopped")
	pid, err := strconv.Atoi(regexp.MustCompile(`\d{2,}`).FindString(afterLine(shell.drawn(), "asked\r\n")))
	if err != nil {
		t.Fatalf("no process is named in %q", shell.drawn())
	}
	// The terminal is closed once what reads from it here returns.
	shell.press("(sleep 1; echo) &\n").see("ready> ")
	go shell.file.Close()
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		state, _ := exec.Command("ps", "-o", "stat=", "-p", strconv.Itoa(pid)).Output() // fails when there is none
		if len(state) == 0 || state[0] == 'Z' {
			break
		}
		if time.Now().After(deadline) {
			syscall.Kill(pid, syscall.SIGKILL)
			t.Fatalf("the reader lives on without a terminal: %s", state)
		}
	}
	lib, err := store.Open(library, store.Options{Author: "analyst"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if drafts, err := lib.Drafts(t.Context()); err != nil || len(drafts) != 1 || drafts[0].Text != "half-a-thought" {
		t.Errorf("kept is %+v (%v)", drafts, err)
	}
}

// afterLine is what was drawn behind the line that was typed.
func afterLine(drawn, typed string) string {
	_, rest, _ := strings.Cut(drawn, typed)
	return rest
}
