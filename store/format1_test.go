package store

import (
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
	"dossier/store/engine"
)

// everything is all that a library says, as JSON by what was asked.
func everything(t testing.TB, l *Library) string {
	t.Helper()
	ctx := context.Background()
	var out strings.Builder
	say := func(what string, v any) {
		text, err := json.MarshalIndent(v, "", " ")
		ok(t, err)
		out.WriteString("== " + what + "\n" + string(text) + "\n")
	}
	for _, by := range []SortKey{ByUpdated, ByDue, ByPublished, ByTitle} {
		all := must[[]briefings.Summary](t)(l.List(ctx, Query{Sort: by}))
		said := slices.Clone(all)
		for i := range said {
			said[i].Reference = briefings.Dating{} // of which lists did not tell then
		}
		say("list by "+string(by), said)
		if paged := must[[]briefings.Summary](t)(l.List(ctx, Query{Sort: by, Limit: len(all)})); !cmp.Equal(all, paged) {
			t.Errorf("by %s a page shows something else than the whole list", by)
		}
	}
	say("drafts", must[[]briefings.Draft](t)(l.Drafts(ctx)))
	say("judgements", must[[]briefings.Judgement](t)(l.Judgements(ctx)))
	say("setting", must[string](t)(l.Setting(ctx, "panes/left")))
	for _, of := range must[[]briefings.Summary](t)(l.List(ctx, Query{Sort: ByTitle})) {
		say("briefing", must[*briefings.Briefing](t)(l.Briefing(ctx, of.ID)))
		say("records", must[*briefings.Briefing](t)(l.Recorded(ctx, of.ID)))
		say("history", must[[]briefings.Change](t)(l.History(ctx, of.ID, "")))
		say("reading", must[briefings.Reading](t)(l.Reading(ctx, of.ID)))
		for number := 1; number <= of.Revision; number++ {
			say("revision", must[*briefings.Revision](t)(l.Revision(ctx, of.ID, number)))
			say("raw", string(must[[]byte](t)(l.Raw(ctx, of.ID, number))))
		}
		say("by slug", must[string](t)(l.Find(ctx, of.Slug)))
		say("by title", must[[]string](t)(l.ByTitle(ctx, of.Title)))
	}
	return out.String()
}

// oldLibrary is one that was written in format 1 (testdata/format1.db.gz), in
// which everything occurs that the store keeps; testdata/format1.txt is all
// that it said to the program which wrote it.
func oldLibrary(t testing.TB) *Library {
	t.Helper()
	packed := must[*os.File](t)(os.Open(filepath.Join("testdata", "format1.db.gz")))
	defer packed.Close()
	whole := must[[]byte](t)(io.ReadAll(must[*gzip.Reader](t)(gzip.NewReader(packed))))
	path := filepath.Join(t.TempDir(), "library.db")
	ok(t, os.WriteFile(path, whole, 0o600))
	return library(t, path)
}

func TestALibraryOfFormat1SaysTheSameAfterItsUpgrade(t *testing.T) {
	said := string(must[[]byte](t)(os.ReadFile(filepath.Join("testdata", "format1.txt"))))
	l := oldLibrary(t)
	if diff := cmp.Diff(said, everything(t, l)); diff != "" {
		t.Errorf("it says something else (- before, + now):\n%s", diff)
	}
	wholeLibrary(t, l)
	if kept := copies(t, l); len(kept) != 1 {
		t.Errorf("kept are %q", kept)
	}
}

// A library of some size is upgraded by a process that is killed at a random
// moment, over and over, until one comes through: each finds the old library or
// the new one, whole.
func TestAnUpgradeThatIsKilledLeavesTheOldLibraryOrTheNewOne(t *testing.T) {
	l := oldLibrary(t)
	said := everything(t, oldLibrary(t))
	at := rand.New(rand.NewPCG(7, 8))
	killed := 0
	for done := false; !done; {
		c := startChild(t, "open", l.Path(), "")
		timer := time.AfterFunc(time.Duration(killed*200+at.IntN(4000))*time.Microsecond, func() { c.Process.Kill() })
		c.out.Scan()
		done = c.out.Text() == "open"
		c.Wait()
		if timer.Stop(); !done {
			killed++
		}
	}
	if killed == 0 {
		t.Error("no process was killed: the test proves nothing")
	}
	if diff := cmp.Diff(said, everything(t, l)); diff != "" {
		t.Errorf("after %d kills it says something else (- else, + now):\n%s", killed, diff)
	}
	wholeLibrary(t, l)
}

// What a conversion gives for each changed key alone adds up to what it gives
// for the library as a whole, and a key that goes takes with it what it was.
func TestFormat1IsFollowedKeyByKey(t *testing.T) {
	l := oldLibrary(t)
	how := fromFormat1(l.codec)
	undo := errors.New("nothing is to be kept")
	err := l.engine.Update(context.Background(), func(w engine.Writer) error {
		whole, after := map[string]string{}, ""
		for item, err := range how.Walk(w, "") {
			ok(t, err)
			if item.Key <= after {
				t.Errorf("%s comes behind %s", item.Key, after)
			}
			whole[item.Key], after = string(item.Value), item.Key
		}
		for from := range whole {
			for item, err := range how.Walk(w, from) {
				ok(t, err)
				if string(item.Value) != whole[item.Key] || item.Key <= from {
					t.Errorf("behind %s comes %s", from, item.Key)
				}
				break
			}
		}
		followed := map[string]string{}
		old := must[[]string](t)(keys(&snapshot{Reader: w}, engine.Range{}, 0))
		for _, key := range old {
			for _, item := range must[[]engine.Item](t)(how.Follow(w, key)) {
				followed[item.Key] = string(item.Value)
			}
		}
		if diff := cmp.Diff(whole, followed); diff != "" {
			t.Errorf("walked is another library than followed (- walked, + followed):\n%s", diff)
		}
		for _, key := range old {
			before := must[[]engine.Item](t)(how.Follow(w, key))
			ok(t, w.Delete(key))
			gone := must[[]engine.Item](t)(how.Follow(w, key))
			if strings.HasPrefix(key, "l/") { // its place in the sorted view goes with it
				continue
			}
			if len(before) != len(gone) || len(gone) == 1 && (gone[0].Key != before[0].Key || gone[0].Value != nil) {
				t.Errorf("without %s the library lacks %v, and %v is what it was", key, gone, before)
			}
		}
		return undo
	})
	if !errors.Is(err, undo) {
		t.Error(err)
	}
}

func TestManyGoroutinesUpgradeALibraryOnce(t *testing.T) {
	l, warned := oldLibrary(t), 0
	l.logf = func(string, ...any) { warned++ }
	done := make(chan error)
	for range 8 {
		go func() {
			_, err := l.Count(context.Background())
			done <- err
		}()
	}
	for range 8 {
		ok(t, <-done)
	}
	if kept := copies(t, l); len(kept) != 1 || warned != 1 {
		t.Errorf("it was upgraded %d times, and kept are %q", warned, kept)
	}
}

// What is broken is named as it stands, and nothing is upgraded, which could
// leave it behind.
func TestCheckNamesWhatIsBrokenInALibraryOfFormat1(t *testing.T) {
	ctx := context.Background()
	whole := oldLibrary(t)
	wholeLibrary(t, whole)
	for _, broken := range []struct {
		what, prefix string
		as           func(key string, value []byte) (string, []byte)
		says         string
	}{
		{"a flipped bit in a note", "r/n/", func(key string, v []byte) (string, []byte) { v[len(v)/2] ^= 4; return key, v }, "its checksum is wrong"},
		{"a row cut short", "l/", func(key string, v []byte) (string, []byte) { return key, v[:2] }, "it is cut short"},
		{"a kind of record that there is not", "r/n/", func(key string, v []byte) (string, []byte) { return "r/m/" + key[len("r/n/"):], v }, "no key that a briefing has"},
		{"a key that there is not", "c/", func(key string, v []byte) (string, []byte) { return "x" + key[1:], v }, "no key that a library has"},
		{"a briefing without its head", "b/", func(string, []byte) (string, []byte) { return "", nil }, "belongs to a briefing that there is not"},
		{"a row that is gone", "l/", func(string, []byte) (string, []byte) { return "", nil }, "belongs to a briefing that there is not"},
	} {
		l := oldLibrary(t)
		ok(t, l.engine.Update(ctx, func(w engine.Writer) error {
			key := must[[]string](t)(keys(&snapshot{Reader: w}, engine.Range{Prefix: broken.prefix}, 1))[0]
			now, value := broken.as(key, slices.Clone(must[[]byte](t)(w.Get(key))))
			ok(t, w.Delete(key))
			if now == "" {
				return nil
			}
			if now != key { // under which it proves itself
				end := len(value) - sumSize
				binary.BigEndian.PutUint32(value[end:], l.codec.sum(now, value[:end]))
			}
			return w.Put(now, value)
		}))
		said := ""
		for _, p := range must[[]Problem](t)(l.Check(ctx)) {
			said += p.Where + " " + p.What + "\n"
		}
		if !strings.Contains(said, broken.says) {
			t.Errorf("%s: check says %q, want %q", broken.what, said, broken.says)
		}
		if kept := copies(t, l); len(kept) > 0 {
			t.Errorf("%s: it was upgraded", broken.what)
		}
	}
}
