//go:build !linux

package bolt

// eventsSuffice says whether no write to the files of a folder goes without an
// event. That is known of Linux alone.
func eventsSuffice(string) bool { return false }
