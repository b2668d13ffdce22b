/* What may stand in a programme's lists, and when a code of conduct counts as accepted. Pure. Source: PROGRAMMES.md F007, F008. */
#ifndef PROGRAMMES_RULES_H
#define PROGRAMMES_RULES_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"

struct arena;

/* A short name for addresses out of a folded name: letters a-z, digits, single hyphens, at most 40; empty if nothing is left. */
struct str slug_of(struct arena *, struct str folded);
bool slug_is_fine(struct str);

/* Whether a service may be stored: not the last one that can be chosen, if it is to be retired. */
enum outcome service_may_save(bool is_retired, size_t others_to_choose);

/* Two skills may become one if they are two. */
enum outcome skill_may_merge(struct skill_id from, struct skill_id into);

/* Only the version that was on the page can be accepted, and only while it is in force: else CONDUCT_CHANGED. */
enum outcome conduct_may_accept(int64_t version_shown, int64_t version_in_force);

/* How somebody stands towards a document that must be accepted (F141, T28). */
enum standing {
	STANDING_ACCEPTED,
	STANDING_IN_GRACE,            /* it changed, or came, while they were here: they have some days */
	STANDING_MISSING
};
struct acceptance_facts {
	int64_t in_force, accepted;   /* versions; accepted 0: none */
	struct moment changed_at;     /* when the first version came that they did not accept */
	struct moment asked_since_at; /* when it began to bind, if it did not from the beginning */
	struct moment joined_at;      /* none: not yet */
};
/* *until: of grace, when it ends. Days count from the first version that somebody missed, so that a further change gives nobody more of them;
 * who joined when it was there already accepts it before they begin. */
enum standing acceptance_standing(const struct acceptance_facts *, int64_t grace_days, struct moment now, struct moment *until);

#endif
