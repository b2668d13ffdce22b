/* The state before the first set-up, and how far the data goes. */
#include "admin/admin.h"
#include "admin/store_fresh.h"

bool
server_is_fresh(struct visit *v)
{
	struct any_person_row row;

	return any_person(v->db, v->arena, 1, &row) == NOT_FOUND;
}

enum outcome
server_newest(struct visit *v, struct moment *out)
{
	struct newest_event_row row;
	enum outcome said = newest_event(v->db, v->arena, 1, &row);

	*out = (struct moment){ 0 };
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	*out = row.happened_at;
	return OK;
}
