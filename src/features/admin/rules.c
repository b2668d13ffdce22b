/* A nightly backup may be late by half a day before somebody must look. */
#include "admin/rules.h"

bool
backup_is_late(struct moment newest_at, struct moment now)
{
	return moment_is_none(newest_at) || moment_between(newest_at, now) > BACKUP_LATE_HOURS * US_PER_HOUR;
}
