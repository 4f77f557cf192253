package reader

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// job is something that takes its time: taking documents in, searching the
// library, exporting all of it. The reader goes on meanwhile; Esc ends it.
type job struct {
	title  string
	began  time.Time
	cancel context.CancelFunc
	done   atomic.Int64
	total  atomic.Int64 // 0 where it is not known
}

// Progress tells how much of a job is done; total is 0 where it is not known.
type Progress func(done, total int)

const (
	// progressAfter is how long a job may take before a bar is shown.
	progressAfter = 500 * time.Millisecond
	// progressEvery is how often the bar is drawn anew.
	progressEvery = 100 * time.Millisecond
	barCells      = 20
)

// jobTicked draws the bar of a job anew; jobEnded brings what came of it.
type (
	jobTicked struct{ of *job }
	jobEnded  struct {
		of  *job
		msg tea.Msg
	}
)

// begin starts a job; it ends the one that runs, of which there is one at most.
func (a *App) begin(title string, do func(context.Context, Progress) tea.Msg) tea.Cmd {
	if a.job != nil {
		a.job.cancel()
	}
	ctx, cancel := context.WithCancel(a.ctx)
	j := &job{title: title, began: a.cfg.Now(), cancel: cancel}
	a.job = j
	a.status.text = title + a.theme.Glyphs.Ellipsis
	return tea.Batch(j.tick(), func() tea.Msg {
		defer cancel()
		return jobEnded{j, do(ctx, j.progress)}
	})
}

// progress notes how far the job is.
func (j *job) progress(done, total int) {
	j.done.Store(int64(done))
	j.total.Store(int64(total))
}

// running is the job that shows: one that was asked for, else the reading of a
// board. nil for none.
func (a *App) running() *job {
	if a.job == nil && a.doc == nil && a.board != nil {
		return a.board.reading
	}
	return a.job
}

func (j *job) tick() tea.Cmd {
	return tea.Tick(progressEvery, func(time.Time) tea.Msg { return jobTicked{j} })
}

func (msg jobTicked) arrive(a *App) tea.Cmd {
	if a.running() != msg.of {
		return nil
	}
	return msg.of.tick()
}

func (msg jobEnded) arrive(a *App) tea.Cmd {
	if a.job != msg.of { // it was stopped, or another one took its place
		if saved, late := msg.msg.(refreshed); late {
			return saved.arrive(a) // the disk had it already
		}
		return nil
	}
	a.job = nil
	a.status.clear()
	if of, ok := msg.msg.(answer); ok {
		return of.arrive(a)
	}
	return nil
}

// endJob ends the job that runs, and says so.
func (a *App) endJob() tea.Cmd {
	a.job.cancel()
	a.say("stopped: " + a.job.title)
	a.job = nil
	return nil
}

// shows says whether the job has gone on long enough to have a bar.
func (j *job) shows(now time.Time) bool { return j != nil && now.Sub(j.began) >= progressAfter }

// bar draws how far a job is, and how fast it goes.
func (j *job) bar(t *theme.Theme, row *theme.Row, now time.Time) {
	done, total := int(j.done.Load()), int(j.total.Load())
	row.Add(t.Text, clean.Of(j.title)).Skip(2)
	said := ""
	if total > 0 {
		full := min(barCells*done/total, barCells)
		row.Add(t.Accent, clean.Of(strings.Repeat(t.Glyphs.Strip[len(t.Glyphs.Strip)-1], full)))
		row.Add(t.Faint, clean.Of(strings.Repeat(t.Glyphs.Horizontal, barCells-full))).Skip(2)
		said = fmt.Sprintf("%d/%d", done, total)
	} else if done > 0 {
		said = strconv.Itoa(done)
	}
	if elapsed := now.Sub(j.began).Seconds(); done > 0 {
		said += fmt.Sprintf("   %.0f/s", float64(done)/elapsed)
	} else {
		said = fmt.Sprintf("%.0f s", elapsed)
	}
	row.Add(t.Dim, clean.Of(strings.TrimSpace(said+"   Esc stops")))
}
