package bolt

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"
)

// lockHolders reads from Linux's list of file locks (proc(5), /proc/locks) who
// holds one on a file: "dossier import (process 4711)". Elsewhere it finds
// nobody.
func lockHolders(path string) []string {
	inode := inodeOf(path)
	list, err := os.ReadFile("/proc/locks")
	if err != nil || inode == "" {
		return nil
	}
	var names []string
	lines := bufio.NewScanner(bytes.NewReader(list))
	for lines.Scan() {
		// 1: FLOCK  ADVISORY  WRITE 4711 fe:00:1234 0 EOF; a waiter has "->" behind the number.
		fields := strings.Fields(lines.Text())
		if len(fields) < 8 || fields[1] != "FLOCK" || !strings.HasSuffix(fields[5], ":"+inode) {
			continue
		}
		names = append(names, processName(fields[4]))
	}
	return names
}

func processName(pid string) string {
	line, err := os.ReadFile("/proc/" + pid + "/cmdline")
	if err != nil {
		return fmt.Sprintf("process %s", pid)
	}
	args := strings.Split(strings.TrimRight(string(line), "\x00"), "\x00")
	return fmt.Sprintf("%s (process %s)", commandName(args), pid)
}
