/* Who cannot come, who did not come, and who is still there (PROGRAMMES.md T22, T24). Notice is no absence; one without it is counted for
 * coordinators, never shown to others. */
#include "http/routes.h"
#include "programmes/programmes.h"
#include "requests/act.h"
#include "requests/desk.h"
#include "requests/requests.h"
#include "requests/rules_claim.h"
#include "requests/store_absent.h"

/* Whoever did not come is somebody's other side. */
static struct person_id
other_side(const struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);

	return visit_may(v, WHO_OWNER) ? thing->row.claimer : thing->row.mentee;
}

static enum outcome
call_off(struct visit *v, struct str event)
{
	struct request_id request = desk_thing(v)->row.id;
	int64_t changed;

	TRY(request_session_off(v->db, request, v->now, &changed));
	return changed == 0 ? STALE : desk_say(v, request, event, S(""));
}

enum outcome
desk_note_late(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct moment free_until = session_free_until(thing->row.session_at, v->programme->settings.notice_hours);

	if (thing->row.state != REQUEST_STATE_SCHEDULED || moment_is_none(free_until) || !moment_is_after(v->now, free_until))
		return OK;
	return desk_say(v, thing->row.id, S("session-late"), S(""));
}

enum outcome
desk_call_off(struct visit *v)
{
	TRY(request_may_call_off(&desk_thing(v)->facts, v->now));
	TRY(call_off(v, S("session-off")));
	return desk_note_late(v);
}

/* The ladder of the programme (T24): asked once whether they can be relied on; from the second time on a coordinator decides. */
static enum outcome
climb(struct visit *v, struct person_id person)
{
	struct absences_of_row so_far;

	if (!v->programme->settings.noshow_ladder)
		return OK;
	TRY(absences_of(v->db, v->arena, v->programme->id, person, &so_far));
	return desk_write(v, desk_thing(v)->row.id, so_far.times <= 1 ? S("absent-once") : S("absent-again"));
}

enum outcome
desk_absent(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct person_id person = other_side(v);
	int64_t changed;

	TRY(request_may_say_absent(&thing->facts, v->now));
	TRY(absence_add(v->db, &(struct absence_add_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .request = thing->row.id, .person = person, .said_by = v->who.id,
	    .session = thing->row.session_at, .now = v->now }, &changed));
	TRY(call_off(v, S("absent")));
	return changed == 0 ? OK : climb(v, person);
}

enum outcome
request_absent(struct visit *v)
{
	bool is_me = str_equal(form_text(v->form, "absent"), S("me"));

	TRY(is_me ? desk_call_off(v) : desk_absent(v));
	return desk_show(v, is_me ? S("session-off") : S("absent-noted"));
}

enum outcome
desk_here(struct visit *v)
{
	struct request_id request = desk_thing(v)->row.id;
	int64_t changed;

	TRY(request_may_release(&desk_thing(v)->facts));
	TRY(request_answered(v->db, request, v->now, &changed));
	return changed == 0 ? STALE : desk_say(v, request, S("mentee-here"), S(""));
}
