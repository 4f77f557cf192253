package bolt

import "golang.org/x/sys/windows"

var errQuota error = windows.ERROR_DISK_QUOTA_EXCEEDED
