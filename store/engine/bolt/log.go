package bolt

import (
	"encoding/binary"
	"errors"
	"strings"

	"github.com/klauspost/compress/s2"
	"go.etcd.io/bbolt"

	"dossier/store/engine"
)

// The feed of changes is a bucket: revision -> the handle that committed
// (8 bytes) and the touched keys, sorted, joined with line feeds, packed with
// S2. Its sequence is the library's revision.

const (
	// kept is how many commits the feed remembers at least. A watcher that fell
	// further behind reads everything again.
	kept = 1024
	// forgetEvery is after how many commits it forgets those before: the pages
	// with the oldest are others than the one with the latest, which a commit
	// has to write anyway.
	forgetEvery = 64
)

var errLog = errors.New("the feed of changes holds an entry that cannot be read")

func appendChange(tx *bbolt.Tx, origin [8]byte, keys []string) error {
	log := tx.Bucket(changesBucket)
	rev, err := log.NextSequence()
	if err != nil {
		return err
	}
	value := append(origin[:], s2.Encode(nil, []byte(strings.Join(keys, "\n")))...)
	if err := log.Put(revKey(rev), value); err != nil {
		return err
	}
	if rev <= kept || rev%forgetEvery != 0 {
		return nil
	}
	return forget(log, rev-kept)
}

// forget drops the entries up to a revision.
func forget(log *bbolt.Bucket, upTo uint64) error {
	c := log.Cursor()
	for k, _ := c.First(); k != nil && binary.BigEndian.Uint64(k) <= upTo; k, _ = c.First() {
		if err := c.Delete(); err != nil {
			return err
		}
	}
	return nil
}

// changesAfter reads the feed; ErrForgotten where it does not reach back.
func changesAfter(tx *bbolt.Tx, since engine.Rev, origin [8]byte, each func(engine.Change)) error {
	log := tx.Bucket(changesBucket)
	now := engine.Rev(log.Sequence())
	if now == since {
		return nil
	}
	c := log.Cursor()
	k, v := c.Seek(revKey(uint64(since) + 1))
	if now < since || k == nil || engine.Rev(binary.BigEndian.Uint64(k)) != since+1 {
		return engine.ErrForgotten
	}
	for ; k != nil; k, v = c.Next() {
		if len(k) != 8 || len(v) < len(origin) {
			return errLog
		}
		keys, err := s2.Decode(nil, v[len(origin):])
		if err != nil {
			return errLog
		}
		each(engine.Change{
			Rev:  engine.Rev(binary.BigEndian.Uint64(k)),
			Keys: strings.Split(string(keys), "\n"),
			Own:  [8]byte(v[:len(origin)]) == origin,
		})
	}
	return nil
}

func revKey(rev uint64) []byte { return binary.BigEndian.AppendUint64(nil, rev) }
