package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/pprof"
)

// profiledImport profiles an import and prints how much of it is the store's.
func (b *bench) profiledImport(ctx context.Context, drawn []string) error {
	folder := filepath.Join(b.folder, "profiled")
	defer os.RemoveAll(folder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	profile, err := os.Create(filepath.Join(folder, "cpu.prof"))
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(profile); err != nil {
		return err
	}
	err = importOf(ctx, filepath.Join(folder, "library.db"), drawn)
	pprof.StopCPUProfile()
	if err := errors.Join(err, profile.Close()); err != nil {
		return err
	}
	share, err := profileShare(ctx, profile.Name(), `^dossier/store[./]`)
	if err == nil {
		fmt.Printf("  by a profile       %s of the samples have the store on their stack\n", share)
	}
	return err
}

// accounted is how "go tool pprof" says how much of a profile a focus has.
var accounted = regexp.MustCompile(`accounting for \S+, (\S+%) of`)

// profileShare asks how much of a profile has a function on its stack that is
// called so.
func profileShare(ctx context.Context, profile, function string) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "tool", "pprof", "-top", "-nodefraction=0", "-nodecount=100000", "-focus="+function, profile).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("reading the profile: %w\n%s", err, out)
	}
	said := accounted.FindSubmatch(out)
	if said == nil {
		return "", fmt.Errorf("reading the profile: pprof does not say how much the store has:\n%s", out)
	}
	return string(said[1]), nil
}
