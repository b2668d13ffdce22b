/* Informal help for programs. */
#include "help/api.h"

#include "access/api.h"
#include "base/check.h"
#include "formats/id.h"
#include "help/form.h"
#include "help/store.h"
#include "programmes/programmes.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 25, PLACES_MOST = 60, TOTAL_DAYS = 90 };

static const struct shape_field place_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("url"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("about"), .type = SHAPE_TEXT, .may_be_null = true },
};
static SHAPE(place_shape, "HelpPlace", place_fields);
static const struct shape_field line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("mentor"), .type = SHAPE_TEXT }, { .name = T("place"), .type = SHAPE_TEXT },
	{ .name = T("minutes"), .type = SHAPE_WHOLE }, { .name = T("about"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("given_on"), .type = SHAPE_DATE },
};
static SHAPE(line_shape, "Help", line_fields);
static const struct shape_field list_fields[] = {
	{ .name = T("places"), .type = SHAPE_LIST, .of = &place_shape },
	{ .name = T("minutes"), .type = SHAPE_WHOLE, .about = T("Of all mentors in the last 90 days.") }, { .name = T("mentors"), .type = SHAPE_WHOLE },
	{ .name = T("items"), .type = SHAPE_LIST, .of = &line_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(help_list_shape, "HelpList", list_fields);

static void
print_line(struct answer *a, const struct help_log_of_row *row)
{
	answer_open(a, &line_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "mentor", row->mentor_name);
	answer_text(a, "place", row->place_name);
	answer_whole(a, "minutes", row->minutes);
	answer_text(a, "about", row->about);
	answer_date(a, "given_on", row->given_on);
	answer_close(a);
}

static enum outcome
print_head(struct visit *v, struct answer *a)
{
	struct moment since = { (v->now.us / US_PER_DAY - TOTAL_DAYS) * US_PER_DAY };
	struct help_places_rows places;
	struct help_totals_row totals;

	TRY(help_places(v->db, v->arena, v->programme->id, PLACES_MOST, &places));
	TRY(help_totals(v->db, v->arena, v->programme->id, since, &totals));
	answer_list(a, "places");
	for (size_t i = 0; i < places.count; i++) {
		answer_open(a, &place_shape);
		answer_id(a, "id", places.at[i].id.value);
		answer_text(a, "name", places.at[i].name);
		answer_text(a, "url", places.at[i].url);
		answer_text(a, "about", places.at[i].about);
		answer_close(a);
	}
	answer_close(a);
	answer_whole(a, "minutes", totals.minutes);
	answer_whole(a, "mentors", totals.mentors);
	return OK;
}

enum outcome
help_json(struct visit *v)
{
	bool is_list = !v->is_write;    /* after an act the first page is shown */
	int64_t limit = is_list && form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct str written = is_list ? form_text(v->form, "after") : S("");
	struct help_id after = { 0 };
	struct help_log_of_rows rows;
	struct answer a;

	if (!str_is_empty(written) && !id_read(written, &after.value)) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(help_log_of(v->db, v->arena, v->programme->id, visit_may(v, WHO_COORDINATOR) ? (struct person_id){ 0 } : v->who.id, after, limit + 1, &rows));
	a = api_answer(v);
	answer_open(&a, &help_list_shape);
	TRY(print_head(v, &a));
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < (size_t)limit; i++)
		print_line(&a, &rows.at[i]);
	answer_close(&a);
	answer_text(&a, "next", is_list && rows.count > (size_t)limit ? api_next(v, id_print(v->arena, rows.at[limit - 1].id.value)) : S(""));
	answer_close(&a);
	return OK;
}
