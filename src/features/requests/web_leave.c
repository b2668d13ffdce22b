/* Leaving a programme: by oneself, or by a coordinator, who may give each claim to a mentor by name. Shown before it happens; then at once or not at all. */
#include "applications/applications.h"
#include "formats/id.h"
#include "forms/say.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/act.h"
#include "requests/desk.h"
#include "requests/form_coordinate.h"
#include "requests/pages.h"
#include "requests/requests.h"
#include "requests/views.h"

static enum outcome
fill(struct visit *v, struct person_id person, struct leave_view *view)
{
	view->programme = v->programme;
	TRY(leaving(v->db, v->arena, v->programme->id, person, &view->counts));
	return request_held_by(v->db, v->arena, v->programme->id, person, HELD_CLAIMS_MOST, &view->held);
}

enum outcome
leave_show(struct visit *v)
{
	struct leave_view view = { .id = S(""), .name = v->who.name, .form = visit_values(v, &leave_form, NULL) };
	struct page page;

	TRY(fill(v, v->who.id, &view));
	page = visit_page(v);
	page_leave(&page, &view);
	return OK;
}

enum outcome
leave_person_show(struct visit *v)
{
	struct leave_view view = { .form = visit_values(v, &leave_person_form, NULL) };
	const struct person_row *person = v->thing;
	struct page page;

	if (person == NULL)
		return NOT_FOUND;    /* a form that was kept: for whom stands in an address that is closed to them until then */
	view.id = id_print(v->arena, person->id.value);
	view.name = person->name;
	TRY(fill(v, person->id, &view));
	TRY(mentor_choices(v, false, &view.mentors));
	page = visit_page(v);
	page_leave(&page, &view);
	return OK;
}

enum outcome
member_goes(struct visit *v, struct person_id person)
{
	struct programme_id here = v->programme->id;

	TRY(desk_leave(v, person, here));
	TRY(applications_leave(v, person, here));
	return member_leaves(v, person);
}

enum outcome
programme_leave(struct visit *v)
{
	TRY(member_goes(v, v->who.id));
	return visit_see_other(v, url_home_show(v->arena), S("programme-left"));
}

/* A claim that is theirs, to the mentor by name, as in a single assignment: whoever may not take it, stops all. */
static enum outcome
give(struct visit *v, struct person_id from, struct request_id request, struct person_id to)
{
	struct str reason = form_text(v->form, "reason");

	TRY(request_find_for(v, request.value));
	if (!person_id_equal(desk_thing(v)->row.claimer, from))
		return STALE;
	TRY(desk_put_back(v, request, from, CLAIM_ENDING_UNASSIGNED, reason));
	TRY(desk_say_of(v, S("unassigned"), &(struct event_facts){ .request = request, .detail = desk_thing(v)->row.claimer_name,
	    .before = request_state_name(desk_thing(v)->row.state) }));
	TRY(request_find_for(v, request.value));
	return desk_assign(v, to, form_tick(v->form, "has_agreed"), reason);
}

/* "REQUEST.MENTOR"; "REQUEST.queue", and a claim that is not named, go back to the queue with the rest. */
static enum outcome
give_named(struct visit *v, struct person_id from)
{
	const struct str_list *pairs = form_many(v->form, "to");

	for (size_t i = 0; i < pairs->count; i++) {
		struct str rest = pairs->at[i], first = S(""), second = S("");
		struct request_id request;
		struct person_id to;

		(void)str_next(&rest, '.', &first);
		(void)str_next(&rest, '.', &second);
		if (!id_read(first, &request.value) || (!str_equal(second, S("queue")) && !id_read(second, &to.value))) {
			form_complain(v->form, "to", str_from(N_("Name a request and a mentor, with a point between them.")));
			return BAD_INPUT;
		}
		if (!str_equal(second, S("queue")))
			TRY(give(v, from, request, to));
	}
	return OK;
}

enum outcome
person_leave(struct visit *v)
{
	const struct person_row *person = v->thing;
	struct person_id from = person->id;

	TRY(give_named(v, from));
	TRY(member_goes(v, from));
	TRY(event_say(v, S("member-ended"), &(struct event_facts){ .person = from, .detail = form_text(v->form, "reason") }));
	return visit_see_other(v, url_people_list(v->arena, v->programme->slug), S("member-left"));
}
