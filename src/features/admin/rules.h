/* When the newest backup is too old. Pure: no database, no clock. Source: TRUST.md 6.6 (nightly; red at 36 hours). */
#ifndef ADMIN_RULES_H
#define ADMIN_RULES_H

#include <stdbool.h>

#include "base/moment.h"

enum { BACKUP_LATE_HOURS = 36 };

/* newest_at: none if there is none yet. Exactly 36 hours are not too old. */
bool backup_is_late(struct moment newest_at, struct moment now);

#endif
