/* What stands in the record of a programme: who did what to what, and when. */
#ifndef ACCESS_EVENT_H
#define ACCESS_EVENT_H

#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"

struct visit;

/* Records what happened, in the transaction that did it. kind is a row of access/events.def. */
struct event_facts {
	struct request_id request;    /* none if not about one */
	struct person_id person;      /* whom it is about, none if nobody */
	struct str detail;            /* short; never a contact address, never note text */
	struct str before, after;     /* states in words; of a request both are known by themselves */
};
enum outcome event_say(struct visit *, struct str kind, const struct event_facts *);

#endif
