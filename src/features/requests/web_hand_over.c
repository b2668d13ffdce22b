/* All that one mentor holds into other hands, by a coordinator: back to the queue, or to a mentor who takes it. At once or not at all. */
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
#include "formats/id.h"

enum { HELD_MOST = 50 };

enum outcome
hand_over_show(struct visit *v)
{
	struct form_supply supply = desk_supply(v);
	struct hand_over_view view = { .programme = v->programme, .person = v->thing };
	struct page page;

	if (view.person == NULL)
		return NOT_FOUND;    /* a form that was kept: for whom stands in an address that is closed to them until then */
	view.form = visit_values(v, &hand_over_form, &supply);
	TRY(request_held_by(v->db, v->arena, v->programme->id, view.person->id, HELD_MOST, &view.rows));
	page = visit_page(v);
	page_hand_over(&page, &view);
	return OK;
}

/* The one who had it and the one who gets it are told by the desk, as in a single release and a single assignment. */
static enum outcome
hand_over_one(struct visit *v, const struct request_held_by_row *row, struct person_id from, struct person_id to)
{
	struct str reason = form_text(v->form, "reason");

	TRY(request_find_for(v, row->id.value));
	TRY(desk_put_back(v, row->id, from, CLAIM_ENDING_UNASSIGNED, reason));
	TRY(desk_say_of(v, S("unassigned"), &(struct event_facts){ .request = row->id, .detail = desk_thing(v)->row.claimer_name,
	    .before = request_state_name(row->state) }));
	if (person_id_is_none(to))
		return OK;
	TRY(request_find_for(v, row->id.value));
	return desk_assign(v, to, form_tick(v->form, "has_agreed"), reason);
}

enum outcome
hand_over(struct visit *v)
{
	const struct person_row *person = v->thing;
	struct person_id from = person->id, to = { 0 };
	bool is_named = id_read(form_text(v->form, "mentor"), &to.value);
	struct request_held_by_rows rows;

	if (is_named && person_id_equal(to, from)) {
		form_complain(v->form, "mentor", str_from(N_("They hold them already. Choose somebody else, or nobody.")));
		return BAD_INPUT;
	}
	TRY(request_held_by(v->db, v->arena, v->programme->id, from, HELD_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(hand_over_one(v, &rows.at[i], from, is_named ? to : (struct person_id){ 0 }));
	if (form_tick(v->form, "has_left"))
		TRY(mentor_set_left(v, from));
	TRY(event_say(v, S("handed-over-claims"), &(struct event_facts){ .person = from, .detail = form_text(v->form, "reason") }));
	TRY(person_find_for(v, from.value));    /* what a program is answered with */
	return visit_see_other(v, url_person_show(v->arena, v->programme->slug, id_print(v->arena, from.value)), S("handed-over-claims"));
}
