/* The state before the first set-up. */
#include "admin/admin.h"
#include "admin/store_fresh.h"

bool
server_is_fresh(struct visit *v)
{
	struct any_person_row row;

	return any_person(v->db, v->arena, 1, &row) == NOT_FOUND;
}
