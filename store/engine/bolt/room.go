package bolt

import (
	"os"

	"go.etcd.io/bbolt"
)

// A commit writes its pages into the lowest ones that are free. In a library
// that was written in one go those would be the few that the commits before it
// left behind, wherever in the file they were: a dozen places in gigabytes, for
// each of which the disk has its own work. So a copy leaves room near its
// beginning, where what is changed from then on gathers.

const (
	// roomShare is the part of a library that is left free, and roomMost its
	// bound in pages: the list of free pages, eight bytes for each, is written
	// with every commit. A note on another briefing takes three or four for good.
	roomShare = 64
	roomMost  = 2048
)

// roomBucket holds the room until all else stands behind it.
var roomBucket = []byte("dossier.room")

// holdRoom keeps room in a new file for what is written to one of this size. It
// is made of single pages: where a system keeps a larger piece of a file in one,
// each page that is written into it later takes longer.
func holdRoom(tx *bbolt.Tx, size int64) error {
	page := int64(os.Getpagesize()) // bbolt's for a new file
	pages := min(size/page/roomShare, roomMost)
	half := make([]byte, page/2-64) // two and their heads fill a page
	room, err := tx.CreateBucket(roomBucket)
	if err != nil {
		return err
	}
	room.FillPercent = 1
	for n := range 2 * pages {
		if err := room.Put(revKey(uint64(n)), half); err != nil {
			return err
		}
	}
	return nil
}

// giveRoom frees it.
func giveRoom(tx *bbolt.Tx) error { return tx.DeleteBucket(roomBucket) }
