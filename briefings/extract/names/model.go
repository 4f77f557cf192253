package names

import (
	_ "embed"
	"sync"

	"dossier/briefings/extract/names/linear"
)

// The model that the program ships; "go run ./briefings/extract/names/train"
// makes it. NOTICE tells what it was trained on and its terms.
//
//go:embed model.bin
var modelFile []byte

// Model returns the shipped model. Nothing is decoded: its table is read where
// it lies.
var Model = sync.OnceValue(func() *linear.Model {
	m, err := linear.Open(modelFile)
	if err != nil {
		panic("names: the embedded model does not fit this program: " + err.Error())
	}
	return m
})
