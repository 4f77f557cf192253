package bolt

import (
	"context"
	"os"
	"slices"

	"go.etcd.io/bbolt"
)

// A commit writes its pages into the lowest ones that are free. In a library
// that was written in one go those would be the few that the commits before it
// left behind, wherever in the file they were: a dozen places in gigabytes, for
// each of which the disk has its own work. So a copy leaves room near its
// beginning, where what is changed from then on gathers.
//
// A note on another briefing each time takes three or four pages of the room for
// good, and leaves as many behind elsewhere. So when much of it is taken, what
// stands in the room is written to where pages were left behind, and the room is
// free again. An import takes the room and whatever was left behind, too: at its
// end what stands there is moved, to the end of the file if need be.

const (
	// roomShare is the part of a library that is left free, and roomMost its
	// bound in pages: the list of free pages, eight bytes for each, is written
	// with every commit. It takes two pages up to this.
	roomShare = 64
	roomMost  = 960
	// roomLeast is the room from which it is worth renewing: a library that has
	// less lies together anyway.
	roomLeast = 128
	// renewEvery is after how many commits one looks whether to renew the room,
	// so that this never takes more than fifteen pages a commit.
	renewEvery = 64
	// renewShare is the part of the room that is free then at least: what so many
	// commits take for good, and what two need that follow each other.
	renewShare = 3
	// byHand is how many bytes a person's change has at most.
	byHand = 64 << 10
)

// firstPage is the one behind the two head pages.
const firstPage = 2

// roomOf is how much of a library of so many pages is left free.
func roomOf(pages uint64) uint64 { return min(pages/roomShare, roomMost) }

// roomBucket holds the room of a copy until all else stands behind it.
var roomBucket = []byte("dossier.room")

// holdRoom keeps room in a new file for what is written to one of this size. It
// is made of single pages: where a system keeps a larger piece of a file in one,
// each page that is written into it later takes longer.
func holdRoom(tx *bbolt.Tx, size int64) error {
	page := os.Getpagesize()        // bbolt's for a new file
	half := make([]byte, page/2-64) // two and their heads fill a page
	room, err := tx.CreateBucket(roomBucket)
	if err != nil {
		return err
	}
	room.FillPercent = 1
	for n := range 2 * roomOf(uint64(size)/uint64(page)) {
		if err := room.Put(revKey(n), half); err != nil {
			return err
		}
	}
	return nil
}

// giveRoom frees it.
func giveRoom(tx *bbolt.Tx) error { return tx.DeleteBucket(roomBucket) }

// makeRoom renews the room after an import.
func (e *Engine) makeRoom(ctx context.Context, doing string) error {
	held, err := e.lock(ctx, exclusive, doing)
	if err != nil {
		return err
	}
	defer held.release()
	return e.within(doing, false, func(o *opened) error {
		o.renewRoom(true)
		return nil
	})
}

// renewRoom frees the room again if much of it is taken, and if there is where
// to put what stands there, or the file may grow. What was committed before is on
// disk, whatever becomes of this.
func (o *opened) renewRoom(grow bool) {
	state, ok := currentMeta(o.file)
	room := roomOf(state.pages)
	if !ok || room < roomLeast {
		return
	}
	free, _, err := readFreelist(o.file, state)
	left, _ := slices.BinarySearch(free, firstPage+room)
	taken, behind := room-uint64(left), uint64(len(free)-left)
	if err != nil || taken < room-room/renewShare || behind < taken/2 && !grow {
		return
	}
	if err := o.db.Update(func(tx *bbolt.Tx) error { return o.vacate(tx, firstPage+room, free) }); err != nil {
		o.worn = true
	}
	moved := int(room) * int(state.pageSize)
	o.used.written += moved
	o.used.windows += moved >> windowBits
}

// vacate has bbolt write anew what stands on the pages before one that are not
// free: into the lowest that are, and then these are.
func (o *opened) vacate(tx *bbolt.Tx, before uint64, free []uint64) error {
	page := make([]byte, o.db.Info().PageSize)
	for id := uint64(firstPage); id < before; id++ {
		if _, is := slices.BinarySearch(free, id); is {
			continue
		}
		if _, err := o.file.ReadAt(page, int64(id)*int64(len(page))); err != nil {
			return err
		}
		first, follow := firstKey(page)
		if err := rewrite(tx, first); err != nil {
			return err
		}
		id += follow
	}
	return nil
}

// rewrite puts under a key what is there, which has bbolt write the pages anew
// that lead to it.
func rewrite(tx *bbolt.Tx, key []byte) error {
	for _, name := range [][]byte{itemsBucket, changesBucket} {
		bucket := tx.Bucket(name)
		if value := bucket.Get(key); value != nil {
			bucket.FillPercent = fill
			return bucket.Put(key, slices.Clone(value))
		}
	}
	return nil // a page of no tree, or one whose key is only the way to others
}
