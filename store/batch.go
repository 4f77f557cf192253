package store

import (
	"context"
	"fmt"
	"iter"
	"time"
)

const (
	// batchCount and batchBytes bound one transaction of a large import: large
	// enough that the wait for the disk is shared.
	batchCount = 100
	batchBytes = 4 << 20
	// batchTime is how long others may have to wait for one: on a slow machine
	// batches become smaller.
	batchTime = 30 * time.Millisecond
)

// ImportAll takes many documents in, up to a hundred in a transaction: of those
// in one that fails, none is in the library, and all are named in the report. A
// document that cannot be read is named there too and keeps no other from
// coming in. progress, which may be nil, hears how many documents are done and
// how many bytes they had. The memory needed does not grow with their number.
func (l *Library) ImportAll(ctx context.Context, items iter.Seq2[Incoming, error], progress func(done int, bytes int64)) (Report, error) {
	run := &batchRun{library: l, progress: progress, most: batchCount}
	for in, err := range items {
		if ctx.Err() != nil {
			return run.report, ctx.Err()
		}
		if err == nil {
			err = run.take(ctx, in)
		}
		if err != nil {
			run.report.Failed = append(run.report.Failed, Failure{in.Name, err})
			run.done(int64(len(in.Revision.Raw)), 1)
		}
		if run.failed != nil {
			break
		}
	}
	run.flush(ctx)
	return run.report, run.failed
}

// batchRun is an import under way.
type batchRun struct {
	library  *Library
	progress func(int, int64)
	report   Report
	failed   error // that ends the import

	most     int // documents in the next transaction
	names    []string
	waiting  []*prepared
	size     int
	raw      int64
	doneDocs int
	doneRaw  int64
}

func (r *batchRun) take(ctx context.Context, in Incoming) error {
	if in.ID != "" {
		r.flush(ctx)
		if r.failed != nil {
			return r.failed
		}
		if err := r.library.Revise(ctx, in.ID, in.Briefing, in.Revision); err != nil {
			return err
		}
		r.report.Revised++
		r.done(int64(len(in.Revision.Raw)), 1)
		return nil
	}
	p, err := r.library.prepare(in.Briefing, in.Revision)
	if err != nil {
		return err
	}
	r.names = append(r.names, in.Name)
	r.waiting = append(r.waiting, p)
	r.size += p.size()
	r.raw += int64(len(in.Revision.Raw))
	if len(r.waiting) >= r.most || r.size >= batchBytes {
		r.flush(ctx)
	}
	return nil
}

// flush writes the documents that wait, in one transaction.
func (r *batchRun) flush(ctx context.Context) {
	if len(r.waiting) == 0 {
		return
	}
	fresh, unchanged := 0, 0
	var began time.Time
	err := r.library.update(ctx, func(c *change) error {
		fresh, unchanged, began = 0, 0, time.Now()
		for _, p := range r.waiting {
			got, err := r.library.add(c, p)
			if err != nil {
				return err
			}
			if got.Unchanged {
				unchanged++
			} else {
				fresh++
			}
		}
		return nil
	})
	if err != nil {
		r.failed = fmt.Errorf("importing: %w; %d documents came in before, the %d from %s to %s did not",
			err, r.report.New+r.report.Unchanged+r.report.Revised, len(r.names), r.names[0], r.names[len(r.names)-1])
		for _, name := range r.names {
			r.report.Failed = append(r.report.Failed, Failure{name, err})
		}
	} else {
		r.report.New += fresh
		r.report.Unchanged += unchanged
		r.adapt(time.Since(began))
	}
	r.done(r.raw, len(r.waiting))
	r.names, r.waiting, r.size, r.raw = r.names[:0], r.waiting[:0], 0, 0
}

// adapt sizes the next transaction by the time that the last one took.
func (r *batchRun) adapt(took time.Duration) {
	switch {
	case took > batchTime:
		r.most = max(r.most/2, 5)
	case took < batchTime/2:
		r.most = min(r.most*2, batchCount)
	}
}

func (r *batchRun) done(raw int64, docs int) {
	r.doneDocs += docs
	r.doneRaw += raw
	if r.progress != nil {
		r.progress(r.doneDocs, r.doneRaw)
	}
}
