package command

import (
	"errors"
	"os"
	"path/filepath"
)

// replaceFile writes a file whole or not at all: renameio has no Windows, where
// os.Rename replaces what is there, too.
func replaceFile(path string, data []byte) error {
	beside, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"*")
	if err != nil {
		return err
	}
	_, err = beside.Write(data)
	err = errors.Join(err, beside.Sync(), beside.Close())
	if err == nil {
		err = os.Rename(beside.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(beside.Name()))
	}
	return nil
}
