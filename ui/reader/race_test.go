//go:build race

package reader

func init() { raceDetector = true }
