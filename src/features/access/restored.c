/* What is ended when a database comes back from a backup. */
#include "access/access.h"
#include "access/store_restore.h"

enum outcome
ways_in_end_all(struct visit *v, struct str from, struct ways_ended *out)
{
	int64_t resets, taps, letters;

	TRY(sessions_end_all(v->db, &out->sessions));
	TRY(ways_in_end_unused(v->db, &out->links));
	TRY(tokens_end_all(v->db, &out->tokens));
	TRY(factor_resets_end_all(v->db, &resets));    /* perhaps called off since */
	TRY(taps_end_all(v->db, &taps));
	TRY(letters_end_all(v->db, v->now, &letters));    /* sent since, most of them: nobody gets them twice */
	return event_say(v, S("restored"), &(struct event_facts){ .detail = from });
}
