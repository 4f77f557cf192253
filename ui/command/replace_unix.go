//go:build unix

package command

import "github.com/google/renameio/v2"

// replaceFile writes a file whole or not at all. One that is there keeps its
// permissions; a new one is its owner's alone.
func replaceFile(path string, data []byte) error {
	return renameio.WriteFile(path, data, 0o600, renameio.WithExistingPermissions())
}
