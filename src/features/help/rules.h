/* What may be logged as informal help. Pure: no database, no clock. Source: PROGRAMMES.md F035; ad-hoc help counts. */
#ifndef HELP_RULES_H
#define HELP_RULES_H

#include <stdint.h>

#include "base/outcome.h"

/* Days since 1970 where the mentor lives. DAY_IN_FUTURE, HELP_TOO_OLD (more than 30 days before today). */
enum outcome help_may_log(int64_t day, int64_t today);

#endif
