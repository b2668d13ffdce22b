/* Informal help: where it is given, and the log of it. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/calendar.h"
#include "formats/id.h"
#include "formats/when.h"
#include "help/form.h"
#include "help/help.h"
#include "help/pages.h"
#include "help/rules.h"
#include "help/views.h"
#include "http/routes.h"

enum { PLACES_MOST = 60, TOTAL_DAYS = 90 };

enum outcome
help_place_choices(struct visit *v, struct choices *out)
{
	struct help_places_rows rows;
	struct choice *at;

	TRY(help_places(v->db, v->arena, v->programme->id, PLACES_MOST, &rows));
	at = ARENA_MANY(v->arena, rows.count + 1, struct choice);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct choice){ .value = id_print(v->arena, rows.at[i].id.value), .label = rows.at[i].name, .hint = rows.at[i].about };
	*out = (struct choices){ at, rows.count };
	return OK;
}

enum outcome
help_minutes(struct visit *v, struct programme_id programme, struct moment since, int64_t *out)
{
	struct help_totals_row row;

	TRY(help_totals(v->db, v->arena, programme, since, &row));
	*out = row.minutes;
	return OK;
}

static enum outcome
choices_of(void *self, struct arena *arena, struct str field, struct choices *out)
{
	(void)arena;
	(void)field;
	return help_place_choices(self, out);
}

/* Midnight, so that the answer can be kept while nobody commits. */
static struct moment
since(const struct visit *v)
{
	return (struct moment){ (v->now.us / US_PER_DAY - TOTAL_DAYS) * US_PER_DAY };
}

static enum outcome
fill_rows(struct visit *v, struct help_view *view)
{
	struct person_id whose = visit_may(v, WHO_COORDINATOR) ? (struct person_id){ 0 } : v->who.id;

	TRY(help_log_of(v->db, v->arena, v->programme->id, whose, (struct help_id){ visit_after(v) }, PAGE_ROWS + 1, &view->rows));
	if (view->rows.count <= PAGE_ROWS)
		return OK;
	view->rows.count = PAGE_ROWS;
	view->next_page = str_join(v->arena, 3, (struct str[]){ url_help_show(v->arena, v->programme->slug), S("?after="),
	    id_print(v->arena, view->rows.at[PAGE_ROWS - 1].id.value) });
	return OK;
}

enum outcome
help_show(struct visit *v)
{
	struct form_supply supply = { .self = v, .choices = choices_of };
	struct help_view view = { .programme = v->programme, .next_page = S(""), .form = visit_values(v, &help_form, &supply),
		.place = visit_values(v, &help_place_form, NULL) };
	struct page page;

	TRY(view.form->trouble);
	TRY(help_places(v->db, v->arena, v->programme->id, PLACES_MOST, &view.places));
	TRY(help_totals(v->db, v->arena, v->programme->id, since(v), &view.totals));
	TRY(fill_rows(v, &view));
	page = visit_page(v);
	page_help(&page, &view);
	return OK;
}

static int64_t
day_number(struct str date)
{
	struct wall wall;

	check(when_date_read(date, &wall));    /* the form has checked */
	return calendar_days((struct date){ wall.year, wall.month, wall.day });
}

struct str
help_day(struct page *page, struct str date)
{
	return page_day(page, (struct moment){ day_number(date) * US_PER_DAY + US_PER_DAY / 2 });
}

enum outcome
help_log(struct visit *v)
{
	struct str today = when_date(v->arena, zone_find(v->who.zone), v->now), day = form_text(v->form, "given_on");
	struct help_place_of_row place;
	struct help_place_id id;
	enum outcome said;

	day = str_is_empty(day) ? today : day;
	said = help_may_log(day_number(day), day_number(today));
	if (said != OK) {
		form_complain(v->form, "given_on", outcome_words(said));
		return said;
	}
	if (!id_read(form_text(v->form, "help_place"), &id.value))
		return STALE;    /* the form has checked */
	TRY(help_place_of(v->db, v->arena, id, v->programme->id, &place));
	TRY(help_add(v->db, &(struct help_add_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .mentor = v->who.id, .place = id, .minutes = form_whole(v->form, "minutes"),
	    .about = form_text(v->form, "about"), .day = day, .now = v->now }));
	TRY(event_say(v, S("help-logged"), &(struct event_facts){ .person = v->who.id, .detail = place.name }));
	return visit_see_other(v, url_help_show(v->arena, v->programme->slug), S("help-logged"));
}

/* --- places, for coordinators --- */

enum outcome
help_place_save(struct visit *v)
{
	struct str url = form_text(v->form, "url"), name = form_text(v->form, "name");
	struct help_places_rows rows;

	if (!str_is_empty(url) && !str_starts(url, S("https://"))) {
		form_complain(v->form, "url", S("An address of a place begins with https://."));
		return BAD_INPUT;
	}
	TRY(help_places(v->db, v->arena, v->programme->id, PLACES_MOST, &rows));
	if (rows.count >= PLACES_MOST) {
		form_complain(v->form, "name", S("There are as many places as fit on the page. Remove one first."));
		return BAD_INPUT;
	}
	TRY(help_place_put(v->db, &(struct help_place_put_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .name = name, .url = url, .about = form_text(v->form, "about"), .now = v->now }));
	TRY(event_say(v, S("help-place-saved"), &(struct event_facts){ .detail = name }));
	return visit_see_other(v, url_help_show(v->arena, v->programme->slug), S("saved"));
}

enum outcome
help_place_remove(struct visit *v)
{
	struct help_place_of_row place;
	struct help_place_id id;
	int64_t changed;

	if (!id_read(form_text(v->form, "place"), &id.value))
		return STALE;    /* no page of ours sends such a form */
	TRY(help_place_of(v->db, v->arena, id, v->programme->id, &place));
	TRY(help_place_retire(v->db, id, v->programme->id, &changed));
	TRY(event_say(v, S("help-place-removed"), &(struct event_facts){ .detail = place.name }));
	return visit_see_other(v, url_help_show(v->arena, v->programme->slug), S("saved"));
}
