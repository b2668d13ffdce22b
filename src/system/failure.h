/* What a failed system call means; for files of this folder. */
#ifndef SYSTEM_FAILURE_H
#define SYSTEM_FAILURE_H

#include <errno.h>

#include "base/outcome.h"

/* By errno. A limit on the size of files (EFBIG) is a full disk to whoever writes. */
static inline enum outcome
system_failure(void)
{
	switch (errno) {
	case ENOENT:
	case ENOTDIR:
		return NOT_FOUND;
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return STORE_FULL;
	default:
		return FILE_FAILED;
	}
}

#endif
