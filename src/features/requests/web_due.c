/* What time does by itself at the desk: a quiet claim goes back on the board, a hold by name opens to all, a mentor who leaves
 * gives back what they hold. Asked by the writer when it is idle (until jobs exist) and by the leaving mentor. */
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/desk.h"

enum { DUE_AT_ONCE = 50 };    /* rows a turn, so that a long outage does not hold the writer */

/* The programme of a row, for a command that belongs to none. */
static enum outcome
enter_programme(struct visit *v, struct programme_id id)
{
	struct programme_version_row row;

	TRY(programme_version(v->db, v->arena, id, &row));
	v->programme_id = id;
	return programme_of(v->db, v->programmes, id, row.version, &v->programme);
}

static enum outcome
end_leases(struct visit *v)
{
	struct request_leases_over_rows due;

	TRY(request_leases_over(v->db, v->arena, v->now, DUE_AT_ONCE, &due));
	for (size_t i = 0; i < due.count; i++) {
		TRY(enter_programme(v, due.at[i].programme));
		TRY(desk_put_back(v, due.at[i].id, due.at[i].claimer, CLAIM_ENDING_LAPSED, S("")));
		TRY(event_say(v, S("lapsed"), &(struct event_facts){ .request = due.at[i].id, .before = S("claimed") }));
	}
	return OK;
}

static enum outcome
end_holds(struct visit *v)
{
	struct request_holds_over_rows due;
	int64_t changed;

	TRY(request_holds_over(v->db, v->arena, v->now, DUE_AT_ONCE, &due));
	for (size_t i = 0; i < due.count; i++) {
		TRY(enter_programme(v, due.at[i].programme));
		TRY(request_open_up(v->db, due.at[i].id, v->now, &changed));
		TRY(event_say(v, S("hold-over"), &(struct event_facts){ .request = due.at[i].id, .before = S("reserved") }));
	}
	return OK;
}

enum outcome
desk_due(struct visit *v)
{
	TRY(end_leases(v));
	return end_holds(v);
}

enum outcome
mentor_leave(struct visit *v)
{
	struct request_held_by_rows held;

	TRY(request_held_by(v->db, v->arena, v->programme->id, v->who.id, DUE_AT_ONCE, &held));
	for (size_t i = 0; i < held.count; i++) {
		TRY(desk_put_back(v, held.at[i].id, v->who.id, CLAIM_ENDING_RELEASED, S("")));
		TRY(event_say(v, S("released"), &(struct event_facts){ .request = held.at[i].id, .before = request_state_name(held.at[i].state) }));
	}
	TRY(mentor_set_left(v));
	return visit_see_other(v, url_programme_show(v->arena, v->programme->slug), S("left"));
}
