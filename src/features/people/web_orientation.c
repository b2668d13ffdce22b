/* Orientation (F005): a coordinator notes who took part, one or many at a time; where the programme asks for it, nobody is placed as a mentor without. */
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/when.h"
#include "formats/zone.h"
#include "http/routes.h"
#include "people/api.h"
#include "people/form.h"
#include "people/people.h"
#include "people/store.h"
#include "programmes/programmes.h"

enum outcome
person_lacks_orientation(struct visit *v, struct person_id person, bool *lacks)
{
	struct orientation_of_row row;
	enum outcome said;

	*lacks = false;
	if (!v->programme->settings.orientation_required)
		return OK;
	said = orientation_of(v->db, v->arena, v->programme->id, person, &row);
	*lacks = said == NOT_FOUND || moment_is_none(row.oriented_at);
	return said == NOT_FOUND ? OK : said;
}

/* The day that was typed, which begins where the programme is; today if none was. False if it is still to come. */
static bool
read_day(struct visit *v, struct moment *out)
{
	struct str typed = form_text(v->form, "oriented_on");
	struct wall wall = when_wall(zone_find(v->programme->zone), v->now);

	if (!str_is_empty(typed))
		check(when_date_read(typed, &wall));    /* the form has checked */
	return when_moment(zone_find(v->programme->zone), (struct wall){ .year = wall.year, .month = wall.month, .day = wall.day }, out) && !moment_is_after(*out, v->now);
}

static struct str
day_words(struct visit *v, struct moment on)
{
	return moment_is_none(on) ? S("") : when_date(v->arena, zone_find(v->programme->zone), on);
}

static enum outcome
note(struct visit *v, struct person_id person, struct moment on)
{
	struct person_id by = moment_is_none(on) ? (struct person_id){ 0 } : v->who.id;
	struct orientation_of_row was;
	int64_t changed;

	TRY(orientation_of(v->db, v->arena, v->programme->id, person, &was));
	TRY(orientation_note(v->db, v->programme->id, person, on, by, &changed));
	if (changed != 1)
		return NOT_FOUND;
	if (was.oriented_at.us == on.us)
		return OK;
	return event_say(v, moment_is_none(on) ? S("orientation-cleared") : S("orientation-noted"), &(struct event_facts){ .person = person,
	    .detail = day_words(v, on), .before = day_words(v, was.oriented_at), .after = day_words(v, on) });
}

/* All of them or none. */
static enum outcome
note_all(struct visit *v, const struct str_list *picked, struct moment on)
{
	for (size_t i = 0; i < picked->count; i++) {
		struct person_id person;
		enum outcome said = id_read(picked->at[i], &person.value) ? note(v, person, on) : NOT_FOUND;

		if (said == NOT_FOUND) {
			form_complain(v->form, "pick", S("One of those that you ticked is no member any more. Load the list again."));
			return BAD_INPUT;
		}
		TRY(said);
	}
	return OK;
}

enum outcome
orientation_save(struct visit *v)
{
	const struct str_list *picked = form_many(v->form, "pick");
	struct moment on = { 0 };

	if (str_equal(form_text(v->form, "orientation"), S("took-part")) && !read_day(v, &on)) {
		form_complain(v->form, "oriented_on", S("This day is still to come. Note it once they took part."));
		return BAD_INPUT;
	}
	TRY(note_all(v, picked, on));
	if (picked->count == 1)
		return visit_see_other(v, url_person_show(v->arena, v->programme->slug, picked->at[0]), S("orientation-noted"));
	return visit_see_other(v, str_join(v->arena, 2, (struct str[]){ url_people_list(v->arena, v->programme->slug), S("?tab=mentors") }), S("orientation-noted"));
}
