//go:build !linux

package store

// networkFileSystem knows none here.
func networkFileSystem(string) string { return "" }
