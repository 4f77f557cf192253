package command

import (
	"context"
	"iter"
	"runtime"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

// structured is a document with what was found in it, or why it was not read.
type structured struct {
	name     string
	doc      intake.Document
	briefing briefings.Briefing
	carried  bool     // a file of briefing Markdown, with its own records
	edited   bool     // and its text is not the one that it was written with
	lost     []string // passages that this text does not have; known to nobody if the briefing is new
	err      error
}

// find finds the structure of a document that brings none along.
func (p *structured) find() {
	if !p.carried {
		p.briefing = extract.All(&p.doc.Revision, p.doc.Meta)
	}
}

// structured reads documents and finds their structure on all processors; the
// results come in the order of the names. Reading runs ahead by no more
// documents than there are processors.
func (in *intakeRun) structured(ctx context.Context, names []string) iter.Seq[structured] {
	return func(yield func(structured) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		for result := range in.readAhead(ctx, names) {
			if !yield(<-result) {
				return
			}
		}
	}
}

func (in *intakeRun) readAhead(ctx context.Context, names []string) <-chan chan structured {
	queue := make(chan chan structured, runtime.GOMAXPROCS(0)-1)
	go func() {
		defer close(queue)
		for _, name := range names {
			result := make(chan structured, 1)
			select {
			case queue <- result:
			case <-ctx.Done():
				return
			}
			go func() { result <- in.structure(name) }()
		}
	}()
	return queue
}

func (in *intakeRun) structure(name string) structured {
	p, err := in.take(name, in.told)
	p.name, p.err = name, err
	return p
}
