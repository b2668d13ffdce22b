/* Telling people that there is something to accept. */
#ifndef DOCUMENTS_TELL_H
#define DOCUMENTS_TELL_H

#include "documents/store.h"

struct visit;

enum { TOLD_AT_ONCE = 50, TOLD_STEPS_MOST = 100 };

/* The next ones who were told less often than `step` times: L44 to each. *count: how many, at most TOLD_AT_ONCE. In the programme of the visit. */
enum outcome document_tell(struct visit *, struct document_id, const struct document_to_tell_row *, int64_t step, size_t *count);

#endif
