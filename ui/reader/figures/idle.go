package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/creack/pty"

	"dossier/ui/reader"
)

// haltedBy is after how long nothing of the reader is to run any more: all boards are
// read by then, and half a minute has gone by the reader's own clock.
const haltedBy = time.Minute

// idle says what processor time the reader takes while it lies open and nobody
// touches it, all views at once.
func (s *settings) idle(folder string, to io.Writer) error {
	fmt.Fprintf(to, "%-20s %10s %10s\n", "view", "CPU ms", "wake-ups")
	bindings, err := reader.Bindings()
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(views(bindings), func(v view) bool { return len(v.open) > 1 || v.typed })
	lines, errs := make([]string, len(left)), make([]error, len(left))
	var all sync.WaitGroup
	for i, v := range left {
		cmd := exec.Command(s.program, "--library", filepath.Join(folder, lists))
		if !v.lists {
			cmd.Args = append(cmd.Args, s.briefing)
		}
		all.Go(func() {
			var ms float64
			var wakes int
			ms, wakes, errs[i] = s.idleIn(cmd, v.open[0].key)
			lines[i] = fmt.Sprintf("%-20s %10.2f %10d\n", v.name, ms, wakes)
		})
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("%s: %w", left[i].name, err)
		}
		io.WriteString(to, lines[i])
	}
	return nil
}

// idleIn measures one program, once it has come to rest.
func (s *settings) idleIn(cmd *exec.Cmd, keys string) (ms float64, wakes int, err error) {
	cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		return 0, 0, err
	}
	defer terminal.Close()
	defer cmd.Process.Kill()
	go io.Copy(io.Discard, terminal)
	time.Sleep(5 * time.Second)
	if _, err := io.WriteString(terminal, keys); err != nil {
		return 0, 0, err
	}
	time.Sleep(haltedBy)
	ranBefore, wokeBefore, err := used(cmd.Process.Pid)
	if err != nil {
		return 0, 0, err
	}
	time.Sleep(s.idling)
	ran, woke, err := used(cmd.Process.Pid)
	return float64(ran-ranBefore) / 1e6, woke - wokeBefore, err
}

// used is how long all threads of a process have run, in nanoseconds, and how
// often, as Linux counts it.
func used(pid int) (ran, times int, err error) {
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err == nil && len(tasks) == 0 {
		err = fmt.Errorf("process %d is gone, or this system does not count in /proc", pid)
	}
	for _, task := range tasks {
		data, failed := os.ReadFile(task)
		fields := strings.Fields(string(data))
		if failed != nil || len(fields) < 3 {
			continue // the thread has ended
		}
		ns, _ := strconv.Atoi(fields[0])
		n, _ := strconv.Atoi(fields[2])
		ran, times = ran+ns, times+n
	}
	return ran, times, err
}
