/* What a service or an affiliation was called before: whoever answered then reads the words of their question (F027). */
#ifndef PROGRAMMES_FORMER_H
#define PROGRAMMES_FORMER_H

#include "base/moment.h"
#include "base/schema_types.h"
#include "base/str.h"

struct programme;

struct former_name {
	int64_t thing;                /* a service or an affiliation */
	struct str name;
	struct moment until_at;
};

/* In the words of that moment; empty for no such thing. */
struct str programme_service_words(const struct programme *, struct service_id, struct moment asked_at);
struct str programme_affiliation_words(const struct programme *, struct affiliation_id, struct moment asked_at);

#endif
