/* Rounds, their windows and who has a place in them, for programs. */
#include "access/api.h"
#include "applications/api.h"
#include "applications/form.h"
#include "applications/views.h"
#include "base/check.h"
#include "formats/id.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

static const char *const sides[] = { "mentor", "mentee", NULL };
static const char *const states[] = { "planned", "open", "closed", "settled", NULL };

#define DATES \
	{ .name = T("side"), .type = SHAPE_WORD, .words = sides }, { .name = T("state"), .type = SHAPE_WORD, .words = states }, \
	{ .name = T("opens_at"), .type = SHAPE_MOMENT }, { .name = T("closes_at"), .type = SHAPE_MOMENT, .about = T("From then on nothing is taken any more.") }, \
	{ .name = T("places"), .type = SHAPE_WHOLE, .about = T("0: as many as fit, unless they follow from the mentors; then none.") }, { .name = T("applied"), .type = SHAPE_WHOLE }

static const struct shape_field intake_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT, .about = T("Of its round or batch.") }, DATES,
	{ .name = T("taken"), .type = SHAPE_WHOLE, .about = T("Given or offered.") },
	{ .name = T("criteria"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("round"), .type = SHAPE_ID, .about = T("The round that it is a window of.") },
	{ .name = T("places_follow"), .type = SHAPE_TICK, .about = T("They follow from the mentors who have a place in the round.") },
};
static SHAPE(intake_shape, "Window", intake_fields);
static const struct shape_field intake_list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &intake_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Where older rounds stand.") },
};
SHAPE(intake_list_shape, "WindowList", intake_list_fields);

static const struct shape_field result_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID, .about = T("What extend and settle take.") }, DATES,
	{ .name = T("accepted"), .type = SHAPE_WHOLE, .about = T("Were offered a place.") }, { .name = T("placed"), .type = SHAPE_WHOLE, .about = T("Have one.") },
	{ .name = T("completed"), .type = SHAPE_WHOLE, .about = T("Of those: whose term is over.") },
	{ .name = T("places_follow"), .type = SHAPE_TICK, .about = T("They follow from the mentors who have a place in the round.") },
};
static SHAPE(result_shape, "RoundWindow", result_fields);
static const struct shape_field round_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("criteria"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("is_blind"), .type = SHAPE_TICK, .about = T("Applications are read without names.") }, { .name = T("windows"), .type = SHAPE_LIST, .of = &result_shape },
	{ .name = T("projects_taking"), .type = SHAPE_WHOLE, .about = T("Openings that take applications.") }, { .name = T("projects_running"), .type = SHAPE_WHOLE },
	{ .name = T("projects_ended"), .type = SHAPE_WHOLE },
};
SHAPE(round_shape, "Round", round_fields);

static const struct shape_field person_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID, .about = T("Of the person.") }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("side"), .type = SHAPE_WORD, .words = sides },
};
static SHAPE(person_shape, "RoundPerson", person_fields);
static const struct shape_field people_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &person_shape, .about = T("Whose profile you may see; nobody before it is decided about them.") },
	{ .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(round_people_shape, "RoundPeople", people_fields);

static enum outcome
read_after(struct visit *v, int64_t *after)
{
	struct str written = form_text(v->form, "after");

	*after = 0;
	if (str_is_empty(written) || id_read(written, after))
		return OK;
	form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
	return BAD_INPUT;
}

static struct str
next_of(struct visit *v, int64_t after)
{
	return after == 0 ? S("") : api_next(v, id_print(v->arena, after));
}

static void
print_window(struct answer *a, const struct intakes_of_row *row)
{
	answer_open(a, &intake_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "name", row->name);
	answer_word(a, "side", intake_side_name(row->side));
	answer_word(a, "state", intake_state_name(row->state));
	answer_moment(a, "opens_at", row->opens_at);
	answer_moment(a, "closes_at", row->closes_at);
	answer_whole(a, "places", row->places > 0 ? row->places : 0);
	answer_whole(a, "applied", row->applied);
	answer_whole(a, "taken", row->taken);
	answer_text(a, "criteria", row->criteria);
	answer_id(a, "round", row->cohort.value);
	answer_tick(a, "places_follow", row->is_derived);
	answer_close(a);
}

/* After an act that is about one window the newest page is shown. */
enum outcome
intake_list_json(struct visit *v)
{
	struct intakes_of_rows rows;
	struct cohort_id after = { 0 }, next;
	struct answer a;

	if (v->form != NULL && v->form->form == &round_list_form)
		TRY(read_after(v, &after.value));
	TRY(rounds_find(v, after, &rows, &next));
	a = api_answer(v);
	answer_open(&a, &intake_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++)
		print_window(&a, &rows.at[i]);
	answer_close(&a);
	answer_text(&a, "next", next_of(v, next.value));
	answer_close(&a);
	return OK;
}

static void
print_result(struct answer *a, const struct intakes_in_row *row)
{
	answer_open(a, &result_shape);
	answer_id(a, "id", row->id.value);
	answer_word(a, "side", intake_side_name(row->side));
	answer_word(a, "state", intake_state_name(row->state));
	answer_moment(a, "opens_at", row->opens_at);
	answer_moment(a, "closes_at", row->closes_at);
	answer_whole(a, "places", row->places > 0 ? row->places : 0);
	answer_whole(a, "applied", row->applied);
	answer_whole(a, "accepted", row->accepted);
	answer_whole(a, "placed", row->placed);
	answer_whole(a, "completed", row->completed);
	answer_tick(a, "places_follow", row->is_derived);
	answer_close(a);
}

enum outcome
round_json(struct visit *v)
{
	struct cohort_of_row cohort;
	struct intakes_in_rows windows;
	struct round_projects_row projects;
	struct answer a;

	TRY(round_find(v, &cohort, &windows));
	TRY(round_projects(v->db, v->arena, cohort.id, &projects));
	a = api_answer(v);
	answer_open(&a, &round_shape);
	answer_id(&a, "id", cohort.id.value);
	answer_text(&a, "name", cohort.name);
	answer_text(&a, "criteria", cohort.criteria);
	answer_tick(&a, "is_blind", cohort.is_blind);
	answer_list(&a, "windows");
	for (size_t i = 0; i < windows.count; i++)
		print_result(&a, &windows.at[i]);
	answer_close(&a);
	answer_whole(&a, "projects_taking", projects.taking);
	answer_whole(&a, "projects_running", projects.running);
	answer_whole(&a, "projects_ended", projects.ended);
	answer_close(&a);
	return OK;
}

enum outcome
round_people_json(struct visit *v)
{
	struct application_id after;
	struct round_view view;
	struct answer a;

	TRY(read_after(v, &after.value));
	TRY(round_fill(v, after, &view));
	a = api_answer(v);
	answer_open(&a, &round_people_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < view.people.count; i++) {
		answer_open(&a, &person_shape);
		answer_id(&a, "id", view.people.at[i].person.value);
		answer_text(&a, "name", view.people.at[i].name);
		answer_word(&a, "side", intake_side_name(view.people.at[i].side));
		answer_close(&a);
	}
	answer_close(&a);
	answer_text(&a, "next", next_of(v, view.next.value));
	answer_close(&a);
	return OK;
}
