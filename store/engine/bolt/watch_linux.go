package bolt

import (
	"slices"

	"golang.org/x/sys/unix"
)

// local are the file systems whose every write this machine makes, and gives an
// event for: ext2 to ext4, XFS, Btrfs, tmpfs, F2FS, ZFS, bcachefs, and overlays of
// them (magic numbers of statfs(2)).
var local = []int64{unix.EXT4_SUPER_MAGIC, unix.XFS_SUPER_MAGIC, unix.BTRFS_SUPER_MAGIC, unix.TMPFS_MAGIC, unix.F2FS_SUPER_MAGIC,
	unix.OVERLAYFS_SUPER_MAGIC, 0x2fc12fc1, 0xca451a4e}

// eventsSuffice says whether no write to the files of a folder goes without an
// event. Writes of other machines do, on a file system that they share.
func eventsSuffice(folder string) bool {
	var s unix.Statfs_t
	return unix.Statfs(folder, &s) == nil && slices.Contains(local, int64(s.Type))
}
