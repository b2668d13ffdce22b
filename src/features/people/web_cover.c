/* A coordinator is away and somebody stands in: the same rights until a day, ended by itself. Whoever acts is named by the record as they
 * are (F175). */
#include "access/access.h"
#include "access/layout.h"
#include "formats/when.h"
#include "http/routes.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/people.h"
#include "people/rules.h"
#include "people/store_cover.h"
#include "people/views.h"

enum { COORDINATORS_MOST = 50 };

enum outcome
cover_show(struct visit *v)
{
	struct cover_view view = { .programme = v->programme, .form = visit_values(v, &stand_in_form, NULL), .until = v->who.stands_in_until };
	struct page page;

	TRY(coordinators_of(v->db, v->arena, v->programme->id, v->now, COORDINATORS_MOST, &view.coordinators));
	for (size_t i = 0; i < view.coordinators.count; i++)
		if (person_id_equal(view.coordinators.at[i].id, v->who.id)) {
			view.is_away = !moment_is_none(view.coordinators.at[i].until);
			view.may_name = true;
		}
	page = visit_page(v);
	page_cover(&page, &view);
	return OK;
}

/* A member of this programme by that address; whether somebody else has one is not told. */
static enum outcome
find_deputy(struct visit *v, struct person_id *out)
{
	struct is_member_of_row row = { 0 };
	enum outcome said = person_by_email(v, form_text(v->form, "email"), out);

	if (said == OK)
		TRY(is_member_of(v->db, v->arena, v->programme->id, *out, &row));
	if (said != OK && said != NOT_FOUND)
		return said;
	if (row.members > 0)
		return OK;
	form_complain(v->form, "email", S("No member of this programme has this address."));
	return BAD_INPUT;
}

static enum outcome
show(struct visit *v, struct str done)
{
	return visit_see_other(v, url_cover_show(v->arena, v->programme->slug), done);
}

enum outcome
stand_in_name(struct visit *v)
{
	struct str day = form_text(v->form, "until");
	struct person_id deputy;
	struct moment until;
	struct wall wall;
	int64_t changed;

	if (!when_date_read(day, &wall) || !when_moment(zone_find(v->who.zone), wall, &until))
		return BAD_INPUT;
	TRY(find_deputy(v, &deputy));
	TRY(stand_in_may_be(person_id_equal(deputy, v->who.id), !moment_is_none(v->who.stands_in_until), until, v->now));
	TRY(stand_in_put(v->db, &(struct stand_in_put_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .absent = v->who.id, .deputy = deputy, .until = until, .now = v->now }, &changed));
	TRY(sessions_end_of(v, deputy));    /* no session goes on with other rights than it began with (TRUST.md T13) */
	TRY(event_say(v, S("stand-in-named"), &(struct event_facts){ .person = deputy, .detail = day, .after = S("coordinator") }));
	return show(v, S("stand-in-named"));
}

enum outcome
stand_in_end(struct visit *v)
{
	struct stand_in_of_row row;
	enum outcome said = stand_in_of(v->db, v->arena, v->programme->id, v->who.id, &row);
	int64_t changed;

	if (said == NOT_FOUND)
		return show(v, S("stand-in-ended"));    /* pressed twice */
	TRY(said);
	TRY(stand_in_drop(v->db, v->programme->id, v->who.id, &changed));
	TRY(sessions_end_of(v, row.deputy));
	TRY(event_say(v, S("stand-in-ended"), &(struct event_facts){ .person = row.deputy, .before = S("coordinator") }));
	return show(v, S("stand-in-ended"));
}
