package store

import "syscall"

// networkFileSystem names the network file system that a folder lies on, ""
// for a local one. The numbers are those of statfs(2).
func networkFileSystem(folder string) string {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return ""
	}
	switch uint32(s.Type) {
	case 0x6969:
		return "NFS"
	case 0x517b, 0xff534d42, 0xfe534d42:
		return "SMB"
	case 0x01021997:
		return "9P"
	case 0x5346414f:
		return "AFS"
	case 0x00c36400:
		return "Ceph"
	case 0x65735546:
		return "FUSE, perhaps over a network"
	}
	return ""
}
