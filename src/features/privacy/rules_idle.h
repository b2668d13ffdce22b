/* When an account that nobody uses is warned, and ends. Pure. Source: PROGRAMMES.md 7 (24 idle months and two warnings), TRUST.md 6.5. */
#ifndef PRIVACY_RULES_IDLE_H
#define PRIVACY_RULES_IDLE_H

#include <stdint.h>

#include "base/moment.h"

/* Between the first warning, the second one, and the end; behind the end the hours of every erasure. */
enum { IDLE_AGAIN_DAYS = 14, IDLE_END_DAYS = 14 };

enum idle_step { IDLE_WAIT, IDLE_WARN, IDLE_WARN_AGAIN, IDLE_END };

/* Of somebody who is idle: warned so often, the last time then. */
enum idle_step idle_next(int64_t warned, struct moment warned_at, struct moment now);
/* When it ends, as the warning that is due now says. */
struct moment idle_end(enum idle_step, struct moment now);

#endif
