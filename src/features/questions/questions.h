/* Questions to coordinators: what other rooms may ask. */
#ifndef QUESTIONS_QUESTIONS_H
#define QUESTIONS_QUESTIONS_H

#include "access/visit.h"

/* How many are open in that programme, and since when the oldest is. */
enum outcome questions_waiting(struct visit *, struct programme_id, int64_t *count, struct moment *oldest_at);

#endif
