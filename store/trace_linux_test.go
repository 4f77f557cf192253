package store

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// call is what a process asked of the system, in the words of strace(1).
type call struct {
	name   string
	args   []string
	result string
}

// traced runs a child of the tests under strace and returns what it did to
// files and what it said, in the order in which that came to be. inject tells
// strace to disturb it; "" lets it run to its end.
func traced(t *testing.T, inject string, do, path, argument string) (calls []call) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "trace")
	args := []string{"-f", "-y", "-xx", "-q", "-s", "100000000", "-e", "signal=none", "-o", out,
		"-e", "trace=openat,write,pwrite64,ftruncate,fsync,fdatasync,renameat,linkat,unlinkat,mkdirat"}
	if inject != "" {
		args = append(args, "-e", "inject="+inject)
	}
	c := exec.Command("strace", append(args, os.Args[0], path, argument)...)
	c.Env = append(os.Environ(), childVariable+"="+do)
	if said, err := c.CombinedOutput(); err != nil && inject == "" {
		t.Fatalf("%s: %v\n%s", do, err, said)
	}
	file := must[*os.File](t)(os.Open(out))
	defer file.Close()
	lines := bufio.NewReaderSize(file, 1<<20)
	begun := map[string]string{} // by process, what others came between
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return calls
		}
		if c, done := parse(line, begun); done {
			calls = append(calls, c)
		}
	}
}

var (
	wholeCall   = regexp.MustCompile(`^(\w+)\((.*)\) += (.*)$`)
	resumedCall = regexp.MustCompile(`^<\.\.\. \w+ resumed>(.*)$`)
)

// parse reads a line of a trace; false where the call did not succeed, or is
// not over yet.
func parse(line string, begun map[string]string) (c call, done bool) {
	process, rest, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
	rest = strings.TrimLeft(rest, " ")
	if first, unfinished := strings.CutSuffix(rest, " <unfinished ...>"); unfinished {
		begun[process] = first
		return call{}, false
	}
	if more := resumedCall.FindStringSubmatch(rest); more != nil {
		rest = begun[process] + more[1]
	}
	parts := wholeCall.FindStringSubmatch(rest)
	if parts == nil || strings.HasPrefix(parts[3], "-1") || strings.HasPrefix(parts[3], "?") {
		return call{}, false
	}
	return call{parts[1], strings.Split(parts[2], ", "), parts[3]}, true
}

// unhex reads a string of a trace.
func unhex(quoted string) string {
	text, err := hex.DecodeString(strings.ReplaceAll(strings.Trim(quoted, `"`), `\x`, ""))
	if err != nil {
		panic(fmt.Sprintf("a trace has the string %.40s: %v", quoted, err))
	}
	return string(text)
}

// opened is the path behind a number: 7<\x2f...>.
func opened(descriptor string) string {
	_, path, _ := strings.Cut(strings.TrimSuffix(descriptor, ">"), "<")
	if strings.HasPrefix(path, `\x`) {
		return unhex(path)
	}
	return path
}

// do has the disk see a call. It returns what the process said with it, if
// anything.
func (d *disk) do(c call) (said string) {
	below := func(path string) bool { return path == d.root || strings.HasPrefix(path, d.root+"/") }
	number := func(n int) int64 {
		v, err := strconv.ParseInt(c.args[n], 10, 64)
		if err != nil {
			panic(err)
		}
		return v
	}
	switch c.name {
	case "write":
		if strings.HasPrefix(c.args[0], "1<") {
			return unhex(c.args[1])
		}
	case "openat":
		if path := unhex(c.args[1]); below(path) && strings.Contains(c.args[2], "O_CREAT") && d.names[path] == nil {
			d.name(renaming{come: path, what: &inode{}})
		}
	case "mkdirat":
		if path := unhex(c.args[1]); below(path) {
			d.name(renaming{come: path, what: &inode{folder: true}})
		}
	case "pwrite64":
		if one := d.names[opened(c.args[0])]; one != nil {
			one.written = append(one.written, written{number(3), []byte(unhex(c.args[1]))})
		}
	case "ftruncate":
		if one := d.names[opened(c.args[0])]; one != nil {
			one.written = append(one.written, written{at: number(1)})
		}
	case "fsync", "fdatasync":
		d.sync(opened(c.args[0]))
	case "renameat":
		if from, to := unhex(c.args[1]), unhex(c.args[3]); below(to) {
			d.name(renaming{gone: from, come: to, what: d.names[from]})
		}
	case "linkat":
		if from, to := unhex(c.args[1]), unhex(c.args[3]); below(to) {
			d.name(renaming{come: to, what: d.names[from]})
		}
	case "unlinkat":
		if path := unhex(c.args[1]); below(path) {
			d.name(renaming{gone: path})
		}
	}
	return ""
}
